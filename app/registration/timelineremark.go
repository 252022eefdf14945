package registration

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"gongkao/data"
	"gongkao/data/store"
)

// Remark leaves a note in an application's timeline. It may be struck out (Undo)
// and is never taken out. It refuses an empty note and one longer than a note
// may be.
func (d *Desk) Remark(ctx context.Context, id data.ApplicationID, text string) error {
	if _, ok := d.Register.ByID(id); !ok {
		return notFound()
	}
	text = strings.TrimSpace(text)
	switch n := utf8.RuneCountInString(text); {
	case n == 0:
		return data.Refuse("note-missing", "", "备注是空的", "请写几个字再保存")
	case n > data.MaxNote:
		return data.Refuse("note-long", "", fmt.Sprintf("备注有 %d 个字，最多 %d 个", n, data.MaxNote), "请写短些，或分成几条")
	}
	_, err := d.Office.Store.Update(ctx, data.OpRemark, "", func(tx *store.Tx) error {
		review, err := tx.Review(id)
		if err != nil {
			return err
		}
		review.ID = id
		review.Remarks = append(review.Remarks, data.Remark{Text: text, By: d.Office.Clerk, At: tx.Now()})
		return tx.PutReview(review)
	})
	return err
}

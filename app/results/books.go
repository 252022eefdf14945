package results

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"gongkao/app/registration"
	"gongkao/app/review"
	"gongkao/assets"
	"gongkao/data"
	"gongkao/data/store"
)

// Books are the doors through which results are written. Each writes in one
// Update, all or nothing, and renews the people it touched in the register.
type Books struct {
	List *ArchiveList

	desk *registration.Desk
}

// New reads the archive list and returns the books of a desk. It refuses a list
// that is wrong (archive-bad).
func New(d *registration.Desk) (*Books, error) {
	list, err := LoadArchiveList(assets.Files, d.Office.Folder)
	if err != nil {
		return nil, err
	}
	return &Books{list, d}, nil
}

// write is one Update about several applications, and their renewal.
func (b *Books) write(ctx context.Context, op data.Op, why string, ids []data.ApplicationID, do func(*store.Tx) error) error {
	if _, err := b.desk.Office.Store.Update(ctx, op, why, do); err != nil {
		return err
	}
	for _, id := range ids {
		if _, err := b.desk.Renew(ctx, id); err != nil {
			return err
		}
	}
	return nil
}

// of returns an applicant and what he has come to.
func (b *Books) of(id data.ApplicationID) (*data.Applicant, Result, error) {
	a, known := b.desk.Register.ByID(id)
	if !known {
		return nil, Result{}, data.Refuse("not-found", "", "没有找到这份申报", "请在申报人员里重新查找")
	}
	return a, Of(b.desk.Office.Policy, a), nil
}

// sitting is of for who is examined.
func (b *Books) sitting(id data.ApplicationID) (*data.Applicant, Result, error) {
	a, r, err := b.of(id)
	if err == nil {
		err = sits(b.desk, a)
	}
	return a, r, err
}

// sits refuses who is not approved, or has lapsed by rule since (score-status).
func sits(d *registration.Desk, a *data.Applicant) error {
	status := review.Standing(d, a)
	if Sits(a) && status != data.Lapsed {
		return nil
	}
	return data.Refuse("score-status", "", fmt.Sprintf("%s 的申报是“%s”，没有参加考核的资格", a.Person.Name, status), "请先核对是不是这个人；资格有误的，在资格审查里办")
}

// reason tidies the reason of a correction and refuses none (reason-missing) and
// one longer than a note (reason-long).
func reason(text string) (string, error) {
	text = strings.TrimSpace(text)
	switch {
	case text == "":
		return "", data.Refuse("reason-missing", "", "没有写更正的理由", "请写明为什么改，例如：录错人、卷面复核")
	case utf8.RuneCountInString(text) > data.MaxNote:
		return "", data.Refuse("reason-long", "", fmt.Sprintf("写的理由超过 %d 个字", data.MaxNote), "请写得短一些")
	}
	return text, nil
}

// each checks a batch, person by person, and words whom it is about: one by name,
// more by number. It refuses an empty one (nobody) and one that names somebody
// twice (twice-chosen).
func (b *Books) each(ids []data.ApplicationID, check func(i int, a *data.Applicant, r *Result) error) (who string, err error) {
	if len(ids) == 0 {
		return "", data.Refuse("nobody", "", "没有选中谁", "请先在名单里选人")
	}
	seen := make(map[data.ApplicationID]bool, len(ids))
	for i, id := range ids {
		a, r, err := b.of(id)
		switch {
		case err != nil:
		case seen[id]:
			err = data.Refuse("twice-chosen", "", "名单里 "+a.Person.Name+" 有两次", "请只留一次")
		default:
			err = check(i, a, &r)
		}
		if err != nil {
			return "", err
		}
		if seen[id] = true; i == 0 {
			who = a.Person.Name
		}
	}
	if len(ids) > 1 {
		who = fmt.Sprintf("%s 等 %d 人", who, len(ids))
	}
	return who, nil
}

package registration

import (
	"context"

	"gongkao/data"
	"gongkao/data/store"
)

// Photo returns a person's photo as JPEG, nil when there is none. The register
// holds no photos: a county's would not fit into memory.
func (d *Desk) Photo(ctx context.Context, person data.PersonID) (jpeg []byte, err error) {
	err = d.Office.Store.View(ctx, func(r *store.Reader) (err error) {
		jpeg, err = r.Photo(person)
		return err
	})
	return jpeg, err
}

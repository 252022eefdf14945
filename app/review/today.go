package review

import (
	"context"

	"gongkao/app/registration"
	"gongkao/data/store"
)

// DecidedToday counts the applications that the signed-in clerk has decided
// today.
func DecidedToday(ctx context.Context, d *registration.Desk) (n int, err error) {
	o := d.Office
	err = o.Store.View(ctx, func(r *store.Reader) (err error) {
		n, err = r.DecidedOn(o.Clerk, o.Today())
		return err
	})
	return n, err
}

package tray

import (
	"context"
	"slices"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Waits is an import of which rows wait.
type Waits struct {
	Batch data.Batch
	Open  int // rows still to be settled
	Ready int // of them, those that can enter as they stand now
}

// Waiting returns this year's imports of which rows are open, newest first. Those
// of a year that is over are nobody's work any more.
func Waiting(ctx context.Context, d *registration.Desk) ([]Waits, error) {
	var all []data.Batch
	err := d.Office.Store.View(ctx, func(r *store.Reader) (err error) {
		all, err = thisYears(r, d)
		return err
	})
	var waits []Waits
	for _, b := range slices.Backward(all) {
		if err != nil {
			return nil, err
		}
		if b.Void != "" || b.Waiting == 0 {
			continue
		}
		t := &Tray{desk: d}
		if err = t.read(ctx, b.ID); err == nil {
			f := t.Figures()
			waits = append(waits, Waits{t.batch, f.Open, f.Ready})
		}
	}
	return waits, err
}

// thisYears returns the imports of the year looked at, oldest first.
func thisYears(r *store.Reader, d *registration.Desk) ([]data.Batch, error) {
	all, err := r.Batches()
	if err != nil {
		return nil, err
	}
	openings, err := r.YearOpenings()
	return registration.ImportsOf(d.Office.Profile.Year, all, openings), err
}

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
	var trays []*Tray
	err := d.Office.Store.View(ctx, func(r *store.Reader) error {
		all, err := thisYears(r, d)
		if err != nil {
			return err
		}
		for _, b := range slices.Backward(all) {
			if b.Void != "" || b.Waiting == 0 {
				continue
			}
			t := &Tray{desk: d}
			if err := t.readOf(r, all, b.ID); err != nil {
				return err
			}
			trays = append(trays, t)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	var waits []Waits
	for _, t := range trays {
		if err := t.judgeAll(); err != nil {
			return nil, err
		}
		f := t.Figures()
		waits = append(waits, Waits{t.batch, f.Open, f.Ready})
	}
	return waits, ctx.Err()
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

package intake

import (
	"context"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Told says what TakeBack would do with a batch, and writes nothing: how many
// people would be gone, and who would stay and why; of other kinds, how many rows
// entered. It refuses what TakeBack refuses, but for a missing reason.
func Told(ctx context.Context, d *registration.Desk, id data.BatchID) (Taken, error) {
	back, err := newTakingBack(ctx, d, id, "查看")
	if err != nil {
		return Taken{}, err
	}
	taken := Taken{Kind: back.batch.Kind, Removed: back.batch.Accepted, Kept: []data.IDNumber{}}
	theirs := brought(d, id)
	if !isRoster(taken.Kind) || len(theirs) == 0 {
		return taken, nil
	}
	return taken, d.Office.Store.View(ctx, func(r *store.Reader) error {
		s, err := readSince(r, d, &back.batch, back.drafts)
		if err != nil {
			return err
		}
		for _, a := range theirs {
			if why := s.why(a.Application.ID); why != "" {
				taken.Kept = append(taken.Kept, a.Person.IDNumber)
				taken.Stay = append(taken.Stay, Stay{a.Person.IDNumber, a.Person.Name, why})
			}
		}
		taken.Removed = len(theirs) - len(taken.Kept)
		return nil
	})
}

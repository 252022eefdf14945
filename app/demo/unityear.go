package demo

import (
	"context"

	"gongkao/app/registration"
	"gongkao/app/unitbook"
	"gongkao/data"
)

// How far the year of the units has come: of so many supervising units one has
// not done it yet.
const (
	unconfirmedOf = 8
	unreturnedOf  = 7
	accountOwedOf = 5
	mostOfUnits   = 400 // a county of thousands would take minutes
)

// unitYear tells what the supervising units have done: names confirmed, forms
// returned, and in a county with enough units one renamed and one merged. It uses
// no chance, so that what comes after stays as it was.
func (s *season) unitYear(ctx context.Context) error {
	desk, err := registration.NewDesk(ctx, s.office)
	if err != nil {
		return err
	}
	book, err := unitbook.Load(ctx, desk)
	if err != nil {
		return err
	}
	tops := book.Supervising()
	for i, u := range tops[:min(len(tops), mostOfUnits)] {
		a, known := book.Administrator(u.ID)
		if err := s.confirmed(ctx, desk, u, i, a); err != nil {
			return err
		}
		if !known || i%unreturnedOf == unreturnedOf-1 {
			continue
		}
		if err := unitbook.ReturnForm(ctx, desk, u.ID); err != nil {
			return err
		}
		if i%accountOwedOf == accountOwedOf-1 {
			continue
		}
		if err := unitbook.HandOut(ctx, desk, u.ID, a.Name); err != nil {
			return err
		}
	}
	return s.unitChanges(ctx, desk)
}

// confirmed records that most have checked their names.
func (s *season) confirmed(ctx context.Context, desk *registration.Desk, u data.Unit, i int, a data.Administrator) error {
	if i%unconfirmedOf == unconfirmedOf-1 {
		return nil
	}
	who := a.Name
	if who == "" {
		who = u.Contact
	}
	if who == "" {
		who = "人事股"
	}
	_, err := unitbook.Confirm(ctx, desk, u.ID, who)
	return err
}

// unitChanges renames a unit and merges another into it, people and all, where the
// county is large enough to have both.
func (s *season) unitChanges(ctx context.Context, desk *registration.Desk) error {
	byName := map[string]data.UnitID{}
	for _, u := range s.units {
		byName[u.Name] = u.ID
	}
	heir, merged := byName["罗山县图书馆"], byName["罗山县文化馆"]
	if heir == "" || merged == "" {
		return nil
	}
	if _, err := unitbook.Rename(ctx, desk, heir, "罗山县公共文化服务中心", unitbook.Basis{Document: "罗编〔2026〕12号（演练）"}); err != nil {
		return err
	}
	_, err := unitbook.Merge(ctx, desk, merged, heir, unitbook.Basis{Document: "罗编〔2026〕13号（演练）"})
	return err
}

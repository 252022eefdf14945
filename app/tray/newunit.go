package tray

import (
	"context"
	"slices"

	"gongkao/app/sheets"
	"gongkao/app/unitbook"
	"gongkao/data"
)

// NewUnit registers a unit that the register lacks, with what it rests on, and
// judges the rows again that name it. It stays when the answer is undone: no unit
// is ever taken out. Refusals are those of unitbook.New.
func (t *Tray) NewUnit(ctx context.Context, u data.Unit, why unitbook.Basis) error {
	defer t.changing()()
	err := t.aside(func() error {
		_, err := unitbook.New(ctx, t.desk, u, why)
		return err
	})
	if err != nil {
		return err
	}
	t.again = sheets.NewAgain(t.knowledge())
	var named []int
	for i := range t.rows {
		if t.rows[i].open() && slices.ContainsFunc(t.rows[i].found, func(p sheets.Problem) bool { return p.Field == "unit" || p.Field == "supervising_unit" }) {
			named = append(named, i)
		}
	}
	return t.judge(named)
}

package intake

import (
	"slices"

	"gongkao/app/registration"
	"gongkao/app/unitbook"
	"gongkao/data"
	"gongkao/data/store"
)

// units puts the units that the batch changed back as they were, unless somebody
// has changed them since or a paper went out under their new name. New ones stay:
// no unit is ever taken out, and the office merges what it does not need.
func (b *takingBack) units(tx *store.Tx, s *since) error {
	if len(s.units) == 0 {
		return nil
	}
	b.taken.Units = &TakenUnits{PutBack: []string{}, Stay: []Stay{}}
	merged, err := b.unmerge(tx, s)
	if err != nil {
		return err
	}
	printed := b.printedUnits(s)
	for _, u := range b.desk.EveryUnit() {
		entry, written := s.units[u.ID]
		if !written || merged[u.ID] {
			continue
		}
		was := u
		known, err := before(tx, of{data.KindUnit, string(u.ID)}, entry, &was)
		switch {
		case err != nil:
			return err
		case !known:
			b.stays(u, "新建的单位不能删，用不着就在“单位”里并入对的单位")
		case s.amended[u.ID]:
			b.stays(u, "后来又改过")
		case printed[u.ID]:
			b.stays(u, "已经按现在的名称打印")
		case was.Name != u.Name && b.desk.MayBeNamed(was) != nil:
			b.stays(u, "原来的名称“"+was.Name+"”已经是另一个单位的")
		default:
			if err := b.unitBack(tx, s, was); err != nil {
				return err
			}
			b.taken.Units.PutBack = append(b.taken.Units.PutBack, was.Name)
		}
	}
	return nil
}

// unitBack writes a unit as it was; that the import renamed it no longer stands.
func (b *takingBack) unitBack(tx *store.Tx, s *since, was data.Unit) error {
	changes, err := s.changesOf(tx, b.desk)
	if err != nil {
		return err
	}
	for _, c := range changes {
		if c.Unit == was.ID && c.Kind == data.UnitRenamed {
			c.Withdrawn = b.batch.Void
			if err := tx.PutUnitChange(c); err != nil {
				return err
			}
		}
	}
	return tx.PutUnit(was)
}

// unmerge makes the units that the batch merged stand again, the last first, where
// nothing rests on the merger; what else the batch changed of them is put back with
// the others. handled are the units of a merger that has to stay.
func (b *takingBack) unmerge(tx *store.Tx, s *since) (handled map[data.UnitID]bool, err error) {
	changes, err := s.changesOf(tx, b.desk)
	if err != nil {
		return nil, err
	}
	handled = map[data.UnitID]bool{}
	for _, c := range slices.Backward(changes) {
		if c.Kind != data.UnitMerged {
			continue
		}
		_, err := unitbook.Undo(tx, b.desk, c.ID, b.batch.Void)
		switch refusal, refused := data.AsRefusal(err); {
		case refused:
			for _, id := range append(c.Below, c.Unit, c.Into) {
				handled[id] = true
			}
			b.stays(data.Unit{Name: c.Old}, "已并入“"+c.New+"”，"+refusal.Message)
		case err != nil:
			return nil, err
		}
	}
	return handled, nil
}

func (b *takingBack) stays(u data.Unit, why string) {
	b.taken.Units.Stay = append(b.taken.Units.Stay, Stay{Name: u.Name, Why: why})
}

// printedUnits are the units on whose people a paper went out since.
func (b *takingBack) printedUnits(s *since) map[data.UnitID]bool {
	printed := map[data.UnitID]bool{}
	for _, a := range b.desk.Register.Find(registration.Query{}) {
		if s.printed[a.Application.ID] {
			printed[a.Application.Unit] = true
		}
	}
	return printed
}

package unitbook

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// TakeBack takes a change back, with the reason, where nothing rests on it: a
// renamed unit gets its old name again, a merged one its people and units. It
// refuses a new unit, which cannot be taken out (change-new), a change that was
// taken back or is not there (change-unknown), and one on which a later change
// rests (change-stale).
func TakeBack(ctx context.Context, d *registration.Desk, id data.UnitChangeID, why string) error {
	if why = strings.TrimSpace(why); why == "" {
		return data.Refuse("reason-missing", "why", "没有写为什么撤销", "请写一句理由，以后查得到")
	}
	var moved []data.Application
	_, err := d.Office.Store.Update(ctx, data.OpUnit, "撤销变更："+why, func(tx *store.Tx) (err error) {
		moved, err = Undo(tx, d, id, why)
		return err
	})
	if err != nil {
		return err
	}
	return arrived(ctx, d, moved)
}

// Undo is TakeBack within an Update; it returns the applications that have their
// old unit again. What it refuses it has not begun.
func Undo(tx *store.Tx, d *registration.Desk, id data.UnitChangeID, why string) (moved []data.Application, err error) {
	c, err := latest(tx, d.Office.Profile.Year, id)
	if err != nil {
		return nil, err
	}
	switch c.Kind {
	case data.UnitNew:
		return nil, data.Refuse("change-new", "", "登记了的单位不能删掉", "登记错了，请把它撤并到正确的单位")
	case data.UnitRenamed:
		err = unname(tx, d, c)
	default:
		moved, err = unmerge(tx, c)
	}
	if err != nil {
		return nil, err
	}
	c.Withdrawn = why
	return moved, tx.PutUnitChange(c)
}

// latest returns a change on which no later one rests.
func latest(tx *store.Tx, year int, id data.UnitChangeID) (data.UnitChange, error) {
	all, err := tx.UnitChanges(year)
	if err != nil {
		return data.UnitChange{}, err
	}
	at := slices.IndexFunc(all, func(c data.UnitChange) bool { return c.ID == id })
	if at < 0 || all[at].Withdrawn != "" {
		return data.UnitChange{}, data.Refuse("change-unknown", "", "没有这次变更，或已经撤销", "请重新列出单位的经过再选")
	}
	c := all[at]
	for _, later := range all[at+1:] {
		if later.Withdrawn == "" && (touches(later, c.Unit) || c.Into != "" && touches(later, c.Into)) {
			return c, data.Refuse("change-stale", "", fmt.Sprintf("后来又有变更：%s", wordsOf(later)), "请先撤销后来的那一次")
		}
	}
	return c, nil
}

func touches(c data.UnitChange, unit data.UnitID) bool { return c.Unit == unit || c.Into == unit }

// unname gives a unit its old name again. The new one stays a name it is known
// by: it may have been printed.
func unname(tx *store.Tx, d *registration.Desk, c data.UnitChange) error {
	u, err := tx.Unit(c.Unit)
	if err != nil {
		return err
	}
	if u.Name != c.New {
		return data.Refuse("change-stale", "", "单位后来又改成了“"+u.Name+"”", "请直接改名称，或再办一次更名")
	}
	u.Name = c.Old
	if err := d.MayBeNamed(u); err != nil {
		return err
	}
	u.Former = formerly(u, c.New)
	return tx.PutUnit(u)
}

// unmerge makes the merged unit stand again, with its people and units.
func unmerge(tx *store.Tx, c data.UnitChange) ([]data.Application, error) {
	moved, err := move(tx, c.People, c.Into, c.Unit)
	if err != nil {
		return nil, err
	}
	u, err := tx.Unit(c.Unit)
	if err != nil {
		return nil, err
	}
	u.Into = ""
	if err := tx.PutUnit(u); err != nil {
		return nil, err
	}
	heir, err := tx.Unit(c.Into)
	if err != nil {
		return nil, err
	}
	names := append([]string{u.Name}, u.Former...)
	heir.Former = slices.DeleteFunc(slices.Clone(heir.Former), func(name string) bool { return slices.Contains(names, name) })
	if err := tx.PutUnit(heir); err != nil {
		return nil, err
	}
	for _, id := range c.Below {
		below, err := tx.Unit(id)
		if err != nil {
			return nil, err
		}
		below.Supervising = c.Unit
		if err := tx.PutUnit(below); err != nil {
			return nil, err
		}
	}
	return moved, nil
}

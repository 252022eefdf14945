package unitbook

import (
	"context"
	"slices"
	"strings"

	"gongkao/app/registration"
	"gongkao/app/units"
	"gongkao/data"
	"gongkao/data/store"
)

// Basis is what a change rests on: the document with its number, and whom to ask.
type Basis struct{ Document, Contact string }

// said refuses a change without a basis.
func (b *Basis) said() error {
	if b.Document, b.Contact = strings.TrimSpace(b.Document), strings.TrimSpace(b.Contact); b.Document == "" {
		return data.Refuse("basis-missing", "basis", "没有写变更的依据", "请写文件名和文号，如 罗编〔2026〕3号")
	}
	return nil
}

// New registers a unit that was made (新增), with what it rests on. above is its
// supervising unit, "" when it is one itself. Refusals are those of AmendUnit, and
// a missing basis (basis-missing).
func New(ctx context.Context, d *registration.Desk, u data.Unit, why Basis) (data.UnitChange, error) {
	u.ID, u.Name = "", units.Trim(u.Name)
	if err := why.said(); err != nil {
		return data.UnitChange{}, err
	}
	if err := d.MayBeNamed(u); err != nil {
		return data.UnitChange{}, err
	}
	if u.Supervising != "" {
		if _, err := supervising(d, u.Supervising); err != nil {
			return data.UnitChange{}, err
		}
	}
	return write(ctx, d, data.UnitChange{Kind: data.UnitNew, New: u.Name}, why, func(tx *store.Tx, c *data.UnitChange) error {
		u.ID = data.UnitID(tx.NewID())
		if u.Supervising == "" {
			u.Supervising = u.ID
		}
		c.Unit = u.ID
		return tx.PutUnit(u)
	})
}

// Rename gives a unit another name (更名) and keeps the old one among its former
// names. It refuses the name it has (name-same), what AmendUnit refuses, and a
// missing basis (basis-missing).
func Rename(ctx context.Context, d *registration.Desk, unit data.UnitID, name string, why Basis) (data.UnitChange, error) {
	u, err := standing(d, unit)
	if err != nil {
		return data.UnitChange{}, err
	}
	old := u.Name
	if u.Name = units.Trim(name); u.Name == old {
		return data.UnitChange{}, data.Refuse("name-same", "unit", "新名称和现在的名称一样", "请按公章写新的全称")
	}
	if err := d.MayBeNamed(u); err != nil {
		return data.UnitChange{}, err
	}
	if err := why.said(); err != nil {
		return data.UnitChange{}, err
	}
	u.Former = formerly(u, old)
	return write(ctx, d, data.UnitChange{Kind: data.UnitRenamed, Unit: unit, Old: old, New: u.Name}, why, func(tx *store.Tx, _ *data.UnitChange) error {
		return tx.PutUnit(u)
	})
}

// formerly returns the unit's former names with more of them, without the one it
// has now.
func formerly(u data.Unit, names ...string) []string {
	all := slices.Clone(u.Former)
	for _, name := range names {
		if name != "" && !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	return slices.DeleteFunc(all, func(name string) bool { return name == u.Name })
}

// write writes a change, and what comes of it, in one Update, and brings the desk
// up to date.
func write(ctx context.Context, d *registration.Desk, c data.UnitChange, why Basis, do func(*store.Tx, *data.UnitChange) error) (data.UnitChange, error) {
	_, err := d.Office.Store.Update(ctx, data.OpUnit, string(c.Kind)+"："+wordsOf(c)+"，依据 "+why.Document, func(tx *store.Tx) error {
		date(tx, d, &c)
		c.Basis, c.Contact = why.Document, why.Contact
		if err := do(tx, &c); err != nil {
			return err
		}
		return tx.PutUnitChange(c)
	})
	if err != nil {
		return c, err
	}
	return c, d.RenewUnits(ctx)
}

func date(tx *store.Tx, d *registration.Desk, c *data.UnitChange) {
	c.ID, c.At, c.On = data.UnitChangeID(tx.NewID()), tx.Now(), data.DateOf(tx.Now())
	c.Year, c.By = d.Office.Profile.Year, d.Office.Clerk
}

// Imported records, within an Update that has written the units, that a unit sheet
// renamed a unit or merged it into another, and moves the people of a merged one.
func Imported(tx *store.Tx, d *registration.Desk, c data.UnitChange) error {
	date(tx, d, &c)
	if c.Kind == data.UnitMerged {
		if _, err := follow(tx, d, &c); err != nil {
			return err
		}
	}
	return tx.PutUnitChange(c)
}

// wordsOf says what a change does with names.
func wordsOf(c data.UnitChange) string {
	switch c.Kind {
	case data.UnitNew:
		return c.New
	case data.UnitRenamed:
		return c.Old + " → " + c.New
	}
	return c.Old + " 并入 " + c.New
}

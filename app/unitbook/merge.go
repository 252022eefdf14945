package unitbook

import (
	"context"
	"slices"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Merge merges a unit into another (撤并): its people of the year and the units it
// supervises go along, its names become former names of the heir. What was printed
// with the old name stays printed, the record of every person tells the move. It
// refuses a unit merged into itself or in a ring (merge-ring), one that was merged
// before (unit-merged), and a missing basis (basis-missing).
func Merge(ctx context.Context, d *registration.Desk, unit, into data.UnitID, why Basis) (data.UnitChange, error) {
	u, heir, err := mergeable(d, unit, into)
	if err == nil {
		err = why.said()
	}
	if err != nil {
		return data.UnitChange{}, err
	}
	c := data.UnitChange{Kind: data.UnitMerged, Unit: unit, Into: into, Old: u.Name, New: heir.Name}
	var moved []data.Application
	c, err = write(ctx, d, c, why, func(tx *store.Tx, c *data.UnitChange) (err error) {
		if c.Below, err = bequeath(tx, d, u, &heir); err != nil {
			return err
		}
		heir.Former = formerly(heir, append([]string{u.Name}, u.Former...)...)
		u.Into = into
		if err := tx.PutUnit(heir); err != nil {
			return err
		}
		if err := tx.PutUnit(u); err != nil {
			return err
		}
		moved, err = follow(tx, d, c)
		return err
	})
	if err != nil {
		return c, err
	}
	return c, arrived(ctx, d, moved)
}

// mergeable returns both units, or says why they cannot be merged.
func mergeable(d *registration.Desk, unit, into data.UnitID) (u, heir data.Unit, err error) {
	if unit == into && unit != "" {
		return u, heir, data.Refuse("merge-ring", "into", "一个单位不能并入它自己", "请选并入的另一个单位")
	}
	every := d.EveryUnit()
	at := func(id data.UnitID) int { return slices.IndexFunc(every, func(u data.Unit) bool { return u.ID == id }) }
	for next, steps := at(into), 0; next >= 0 && steps <= len(every); next, steps = at(every[next].Into), steps+1 {
		if every[next].Into == unit && unit != "" {
			return u, heir, data.Refuse("merge-ring", "into", every[next].Name+" 已经并入这个单位，不能再反过来并", "确实弄反了，请先撤销那次撤并")
		}
	}
	if u, err = standing(d, unit); err != nil {
		return u, heir, err
	}
	heir, err = standing(d, into)
	return u, heir, err
}

// bequeath gives the units that u supervises to its heir, or to whom supervises
// the heir. An heir that stood under u takes its place.
func bequeath(tx *store.Tx, d *registration.Desk, u data.Unit, heir *data.Unit) (below []data.UnitID, err error) {
	if heir.Supervising == u.ID {
		heir.Supervising = heir.ID
		below = append(below, heir.ID)
	}
	for _, other := range d.AllUnits() {
		if other.Supervising != u.ID || other.ID == u.ID || other.ID == heir.ID {
			continue
		}
		other.Supervising = heir.Supervising
		if err := tx.PutUnit(other); err != nil {
			return nil, err
		}
		below = append(below, other.ID)
	}
	return below, nil
}

// follow moves the people of the merged unit, and notes who they are.
func follow(tx *store.Tx, d *registration.Desk, c *data.UnitChange) ([]data.Application, error) {
	for _, a := range d.Register.Find(registration.Query{}) {
		if a.Application.Unit == c.Unit {
			c.People = append(c.People, a.Application.ID)
		}
	}
	c.Moved = len(c.People)
	return move(tx, c.People, c.Unit, c.Into)
}

// move gives applications another unit. It refuses where one has meanwhile got a
// third (change-stale).
func move(tx *store.Tx, people []data.ApplicationID, from, to data.UnitID) (moved []data.Application, err error) {
	for _, id := range people {
		app, err := tx.Application(id)
		if err != nil {
			return nil, err
		}
		if app.Unit != from {
			return nil, data.Refuse("change-stale", "", "跟着撤并的人后来又换了单位", "请先看他的经过，把单位改好再撤销")
		}
		app.Unit = to
		moved = append(moved, app)
	}
	for _, app := range moved {
		if err := tx.PutApplication(app); err != nil {
			return nil, err
		}
	}
	return moved, nil
}

// arrived brings the register up to date with people who have another unit.
func arrived(ctx context.Context, d *registration.Desk, moved []data.Application) error {
	for _, app := range moved {
		d.Register.Replace(app.ID, app)
	}
	return d.RenewUnits(ctx)
}

package printing

import (
	"context"

	"gongkao/app/paper"
	"gongkao/data"
	"gongkao/data/store"
)

// Changes of units (单位信息变更表): one a change of the year. A unit that has none gets
// a form with its names alone, to be filled in by hand.

// unitChanges are the changes of the unit asked for, by its name now or then, and of
// the units it supervises, or of all units. In a batch nobody asks for empty forms.
func unitChanges(ctx context.Context, g *gathering) error {
	var changes []data.UnitChange
	err := g.desk.Office.Store.View(ctx, func(r *store.Reader) (err error) {
		changes, err = r.UnitChanges(g.desk.Office.Profile.Year)
		return err
	})
	if err != nil {
		return err
	}
	name := g.order.Query.Unit
	units := map[data.UnitID]data.Unit{}
	var asked data.Unit
	for _, u := range g.desk.EveryUnit() {
		units[u.ID] = u
		if u.Name == name && (asked.ID == "" || !u.Merged()) {
			asked = u
		}
	}
	for _, c := range changes {
		if c.Withdrawn == "" && (name == "" || c.Old == name || c.New == name || asked.ID != "" && concerns(units, c, asked.ID)) {
			g.job.Changes = append(g.job.Changes, changeOf(units, c))
		}
	}
	if len(g.job.Changes) == 0 && asked.ID != "" && !g.order.ByUnit {
		g.job.Changes = []paper.Change{changeOf(units, data.UnitChange{Unit: asked.ID, Old: asked.Name})}
	}
	return nil
}

// concerns reports whether a change is of a unit or of one that it supervises.
func concerns(units map[data.UnitID]data.Unit, c data.UnitChange, unit data.UnitID) bool {
	return c.Unit == unit || c.Into == unit || units[c.Unit].Supervising == unit
}

// changeOf is a change with what the register says of the unit: of one merged, of
// its heir.
func changeOf(units map[data.UnitID]data.Unit, c data.UnitChange) paper.Change {
	u := units[c.Unit]
	if heir, merged := units[c.Into]; merged {
		u = heir
	}
	change := paper.Change{UnitChange: c, Supervising: units[u.Supervising].Name}
	if c.Contact == "" || c.Contact == u.Contact {
		change.Contact, change.Phone = u.Contact, u.Phone
	}
	return change
}

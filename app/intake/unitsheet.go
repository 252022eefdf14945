package intake

import (
	"slices"

	"gongkao/app/sheets"
	"gongkao/app/units"
	"gongkao/data"
)

// register brings lines of a unit sheet into the register; a line that is
// refused becomes a problem of its sheet, and what the others change is told
// there. Units that a roster brings have no sheet of their own.
func (t *taking) register(lines []units.Line, s readSheet) {
	plan := units.Register(t.known, lines, func() data.UnitID { return data.UnitID(t.desk.Office.Store.NewID()) })
	changed := plan.New
	for _, c := range plan.Changed {
		changed = append(changed, c.After)
	}
	for _, u := range changed {
		t.touched[u.ID] = u
	}
	if len(changed) > 0 {
		t.known = merged(t.known, changed)
	}
	if s.read == nil || s.read.Kind != sheets.Units {
		return
	}
	diff := plan.Diff()
	s.read.Diff = &diff
	t.changes = append(t.changes, changesOf(&plan, "导入的单位册“"+s.file.Name+"”")...)
	for _, r := range plan.Refused {
		s.read.Refuse(r)
	}
}

// changesOf are the renamings and mergers of a plan as they are recorded; basis is
// what they rest on.
func changesOf(plan *units.Plan, basis string) (all []data.UnitChange) {
	for _, c := range plan.Changed {
		if data.NormaliseUnit(c.Before.Name) != data.NormaliseUnit(c.After.Name) {
			all = append(all, data.UnitChange{Kind: data.UnitRenamed, Unit: c.After.ID, Old: c.Before.Name, New: c.After.Name, Basis: basis})
		}
	}
	for _, m := range plan.Merged {
		all = append(all, data.UnitChange{Kind: data.UnitMerged, Unit: m.Unit.ID, Into: m.Into.ID, Old: m.Unit.Name, New: m.Into.Name, Below: m.Below, Basis: basis})
	}
	return all
}

// merged returns the register with changed units in their old places and new
// ones at the end.
func merged(known, changed []data.Unit) []data.Unit {
	all := slices.Clone(known)
	at := map[data.UnitID]int{}
	for i, u := range all {
		at[u.ID] = i
	}
	for _, u := range changed {
		if i, ok := at[u.ID]; ok {
			all[i] = u
			continue
		}
		all = append(all, u)
	}
	return all
}

package units

import (
	"fmt"
	"reflect"
	"slices"

	"gongkao/data"
)

// resolve finds for every row of the sheet the unit that supervises it. A line
// whose supervising unit nobody knows is refused, and with it, one after the
// other, the new units that only it would have supervised.
func (r *registering) resolve() {
	for again := true; again; {
		again = false
		names := r.matcher()
		for i := range r.rows {
			row := &r.rows[i]
			if row.refused || row.line.Name == "" {
				continue
			}
			if err := r.supervise(row, names); err != nil {
				row.refused, again = true, true
				r.refused = append(r.refused, Refusal{row.line, err})
			}
		}
	}
}

// matcher knows the units as they would be after the sheet, without the
// refused ones.
func (r *registering) matcher() *Matcher {
	var units []data.Unit
	for i, row := range r.rows {
		switch {
		case !row.refused:
			units = append(units, row.after)
		case i < r.known:
			units = append(units, row.before)
		}
	}
	return NewMatcher(units)
}

// supervise resolves the name of the supervising unit. Blanks, brackets,
// former and short names are understood; a mere likeness is not. An empty cell
// leaves the unit as it is, and a new unit under itself.
func (r *registering) supervise(row *row, names *Matcher) error {
	name := Trim(row.line.Supervising)
	if name == "" {
		return nil
	}
	if unit, ok := names.Known(name); ok {
		row.after.Supervising = unit.ID
		return nil
	}
	return data.Refuse("unit-unknown", "supervising_unit", fmt.Sprintf("单位库和本表中都没有主管部门“%s”", name), "请在表中补上这个主管部门，或更正名称")
}

// plan sorts the rows into new, changed and unchanged units.
func (r *registering) plan() Plan {
	p := Plan{Refused: r.refused, Merged: r.merged}
	slices.SortStableFunc(p.Refused, func(a, b Refusal) int { return a.Line.Row - b.Line.Row })
	for i, row := range r.rows {
		switch {
		case row.refused || row.line.Name == "" && reflect.DeepEqual(row.before, row.after):
		case i >= r.known:
			p.New = append(p.New, row.after)
		case reflect.DeepEqual(row.before, row.after):
			p.Unchanged = append(p.Unchanged, row.after)
		default:
			p.Changed = append(p.Changed, Change{row.before, row.after})
		}
	}
	return p
}

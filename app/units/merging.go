package units

import (
	"fmt"
	"slices"
	"strings"

	"gongkao/data"
)

// mayChange refuses a line whose word for the change does not go with what the
// register has: a renamed unit whose old name nobody knows would be taken for a
// new one, a merged one for one that stands.
func (r *registering) mayChange(line Line, found bool) error {
	into := Trim(line.Into)
	switch {
	case !found && into != "":
		return data.Refuse("unit-unknown", "unit", fmt.Sprintf("单位库里没有“%s”，没有什么可以撤并", line.Name), "请核对名称；从来没有登记过的，不用写")
	case into == "" && strings.ContainsAny(line.Change, "撤并"):
		return data.Refuse("required-missing", "into", fmt.Sprintf("“%s”写着“%s”，没有写并入哪个单位", line.Name, Trim(line.Change)), "请在“并入单位”一栏写上全称")
	case !found && strings.Contains(line.Change, "更名"):
		return data.Refuse("unit-unknown", "former", fmt.Sprintf("“%s”写着“%s”，单位库里没有它的原名", line.Name, Trim(line.Change)), "请在“曾用名”一栏写上原来的全称")
	}
	return nil
}

// merge merges the units of which the sheet says so into their heirs: the units
// they supervised go along, and their names become former names of the heir. Who
// is to be merged into a unit that nobody knows, or in a ring, is refused.
func (r *registering) merge() {
	names := r.matcher()
	into := map[int]int{} // row of a unit → row of its heir
	for i := range r.rows {
		row := &r.rows[i]
		if row.refused || Trim(row.line.Into) == "" || row.before.Merged() {
			continue
		}
		heir, known := r.heirNamed(names, row.line.Into)
		if !known {
			r.refuse(i, data.Refuse("unit-unknown", "into", fmt.Sprintf("单位库和本表中都没有并入的单位“%s”", Trim(row.line.Into)), "请在表中补上这个单位，或更正名称"))
			continue
		}
		into[i] = heir
	}
	for i := range r.rows {
		if _, merges := into[i]; !merges {
			continue
		}
		heir, ends := last(into, i)
		if !ends {
			r.refuse(i, data.Refuse("merge-ring", "into", fmt.Sprintf("“%s”并来并去又并回它自己", r.rows[i].line.Name), "请核对“并入单位”一栏"))
			continue
		}
		r.bequeath(i, heir)
	}
	for at := range r.merged {
		m := &r.merged[at]
		m.Unit, m.Into = r.byID(m.Unit.ID).after, r.byID(m.Into.ID).after
	}
}

// heirNamed returns the place of a unit that is to succeed another.
func (r *registering) heirNamed(names *Matcher, name string) (at int, known bool) {
	unit, known := names.Known(name)
	return slices.IndexFunc(r.rows, func(row row) bool { return row.after.ID == unit.ID }), known
}

// last follows mergers to the unit that stands; ends is false in a ring.
func last(into map[int]int, unit int) (heir int, ends bool) {
	for range len(into) + 1 {
		next, merges := into[unit]
		if !merges {
			return unit, true
		}
		unit = next
	}
	return unit, false
}

func (r *registering) bequeath(unit, heir int) {
	u, h := &r.rows[unit].after, &r.rows[heir].after
	merger := Merger{Unit: *u, Into: *h}
	for i := range r.rows {
		below := &r.rows[i].after
		switch {
		case r.rows[i].refused || below.Supervising != u.ID || i == unit:
			continue
		case i == heir:
			below.Supervising = below.ID // what stood under the merged one takes its place
		case h.Supervising == u.ID:
			below.Supervising = h.ID
		default:
			below.Supervising = h.Supervising
		}
		merger.Below = append(merger.Below, below.ID)
	}
	h.Former = slices.Clone(h.Former)
	for _, name := range append([]string{u.Name}, u.Former...) {
		if name != h.Name && !slices.Contains(h.Former, name) {
			h.Former = append(h.Former, name)
		}
	}
	u.Into = h.ID
	r.merged = append(r.merged, merger)
}

func (r *registering) byID(id data.UnitID) *row {
	return &r.rows[slices.IndexFunc(r.rows, func(row row) bool { return row.after.ID == id })]
}

// refuse leaves the unit of a row as it was.
func (r *registering) refuse(i int, err error) {
	row := &r.rows[i]
	row.refused, row.after = true, row.before
	r.refused = append(r.refused, Refusal{row.line, err})
}

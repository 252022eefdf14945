package units

import (
	"slices"
	"strings"

	"gongkao/data"
)

// Diff is a plan in names, for whoever is to say yes to it.
type Diff struct {
	New       []string  `json:"new"`
	Renamed   []Renamed `json:"renamed"`
	Merged    []Joined  `json:"merged"`
	Changed   []Altered `json:"changed"`   // what else is said of units there are
	Unchanged int       `json:"unchanged"` // units of the sheet
}

// Renamed is a unit under its old and its new name.
type Renamed struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// Joined is a unit that is merged into another.
type Joined struct {
	Unit string `json:"unit"`
	Into string `json:"into"`
}

// Altered is a unit of which something else changes, in the heads of a sheet:
// 简称、联系电话.
type Altered struct {
	Unit string `json:"unit"`
	What string `json:"what"`
}

// Any reports whether anything changes.
func (d Diff) Any() bool { return len(d.New)+len(d.Renamed)+len(d.Merged)+len(d.Changed) > 0 }

// Diff tells the plan in names.
func (p *Plan) Diff() Diff {
	d := Diff{New: []string{}, Renamed: []Renamed{}, Merged: []Joined{}, Changed: []Altered{}, Unchanged: len(p.Unchanged)}
	for _, u := range p.New {
		d.New = append(d.New, u.Name)
	}
	for _, m := range p.Merged {
		d.Merged = append(d.Merged, Joined{m.Unit.Name, m.Into.Name})
	}
	for _, c := range p.Changed {
		if data.NormaliseUnit(c.Before.Name) != data.NormaliseUnit(c.After.Name) {
			d.Renamed = append(d.Renamed, Renamed{c.Before.Name, c.After.Name})
		}
		if what := p.altered(c); len(what) > 0 {
			d.Changed = append(d.Changed, Altered{c.After.Name, strings.Join(what, "、")})
		}
	}
	return d
}

// altered says what of a unit changes besides what its renaming or a merger
// brings with it.
func (p *Plan) altered(c Change) (what []string) {
	before, after := c.Before, c.After
	renamed := data.NormaliseUnit(before.Name) != data.NormaliseUnit(after.Name)
	inherits := slices.ContainsFunc(p.Merged, func(m Merger) bool { return m.Into.ID == after.ID })
	for _, is := range []struct {
		head    string
		changed bool
	}{
		{"单位全称的写法", !renamed && before.Name != after.Name},
		{"单位简称", before.Short != after.Short},
		{"曾用名", !renamed && !inherits && !slices.Equal(before.Former, after.Former)},
		{"主管部门", before.Supervising != after.Supervising},
		{"单位性质", before.Kind != after.Kind},
		{"人事联系人", before.Contact != after.Contact},
		{"联系电话", before.Phone != after.Phone},
	} {
		if is.changed {
			what = append(what, is.head)
		}
	}
	return what
}

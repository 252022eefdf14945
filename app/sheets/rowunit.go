package sheets

import (
	"fmt"
	"unicode/utf8"

	"gongkao/app/sheets/grid"
	"gongkao/app/units"
	"gongkao/data"
)

// namedUnit returns the unit a row belongs to, as it was written: its own
// column; without such a column the line above the table; at last the unit
// given with the import.
func (r *entry) namedUnit() string {
	column, ok := r.header.columns["unit"]
	cell := r.row.At(column)
	switch {
	case ok && cell.Kind != grid.Fault && noneIsEmpty(cell.Text) != "":
		return units.Trim(cell.Text)
	case !ok && r.unit != "":
		return r.unit
	}
	return units.Trim(r.know.DefaultUnit)
}

// readUnit finds the unit in the register. Only a name written as on the seal
// is taken; one that is near is offered, and the row waits for the clerk's yes.
func (r *entry) readUnit(f *data.Field, _ grid.Cell) {
	name := r.namedUnit()
	if name == "" {
		r.missing(f)
		return
	}
	match := r.match(name)
	switch {
	case match.Kind == units.Exact:
		r.a.Unit, r.a.Application.Unit = match.Unit.Name, match.Unit.ID
		if supervising, ok := r.know.Units.Supervising(match.Unit); ok {
			r.a.Supervising = supervising.Name
		}
	case match.Kind == units.Similar:
		r.addUnit(name, note("unit-similar", fmt.Sprintf("单位库里没有“%s”，最接近的是“%s”（%s）", name, match.Unit.Name, match.Why), "确认是同一单位，就改成单位库里的名称"))
	case r.know.CreateUnits:
		r.create(name)
	default:
		r.addUnit(name, note("unit-unknown", fmt.Sprintf("单位库里没有“%s”", name), "请核对单位名称；确是新单位就先在单位库里登记"))
	}
}

// match remembers names: a roster repeats a few, and looking for a likeness
// takes time.
func (r *entry) match(name string) units.Match {
	match, met := r.matches[name]
	if !met {
		match = r.know.Units.Match(name)
		r.matches[name] = match
	}
	return match
}

// create takes a unit that the register lacks, when it was asked to, unless
// the same import has spelled it otherwise before.
func (r *entry) create(name string) {
	if utf8.RuneCountInString(name) > data.MaxUnit {
		r.addUnit(name, note("name-bad", fmt.Sprintf("单位名称超过 %d 个字", data.MaxUnit), "请填写与公章一致的单位全称"))
		return
	}
	if u, met := r.new[data.NormaliseUnit(name)]; met && u.line.Name != name {
		r.addUnit(name, note("unit-similar", fmt.Sprintf("本次导入里已有新单位“%s”，与“%s”只差空格或括号", u.line.Name, name), "请统一成与公章一致的名称"))
		return
	}
	supervising := units.Trim(r.written(r.row, "supervising_unit"))
	if match := r.match(supervising); match.Kind == units.Similar {
		r.add("supervising_unit", note("unit-similar", fmt.Sprintf("单位库里没有主管部门“%s”，最接近的是“%s”（%s）", supervising, match.Unit.Name, match.Why), "确认是同一单位，就改成单位库里的名称"))
		return
	}
	r.a.Unit, r.a.Supervising = name, supervising
}

// found takes in a unit that an accepted row brought, and the unit above it
// when the register lacks that one too.
func (d *desk) found(name, supervising string, row int) {
	d.new.meet(name, supervising, row)
	if supervising != "" && d.know.Units.Match(supervising).Kind == units.Unknown {
		d.new.meet(supervising, "", row)
	}
}

// addUnit notes a problem with the unit; the name may come from above the
// table.
func (r *entry) addUnit(name string, p Problem) {
	r.add("unit", p)
	r.problems[len(r.problems)-1].Value = name
}

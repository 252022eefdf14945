package units

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gongkao/data"
)

// Line is one row of a unit sheet, as it was written.
type Line struct {
	Row         int      `json:"row"`
	Name        string   `json:"unit"`
	Short       string   `json:"short"`
	Former      []string `json:"former,omitempty"`
	Supervising string   `json:"supervising_unit"` // by name; itself or "" when nobody is above
	Kind        string   `json:"kind"`
	Contact     string   `json:"contact"`
	Phone       string   `json:"phone"`
	Into        string   `json:"into,omitempty"`   // the unit it was merged into, by name (并入单位)
	Change      string   `json:"change,omitempty"` // what happened to it, in the sheet's words: 新增, 更名, 撤并
}

// Plan is what lines would change in a register. New and Changed are ready to
// be stored; the units a unit is supervised by come in the same plan or are in
// the register already.
type Plan struct {
	New       []data.Unit
	Changed   []Change // those merged, and their heirs, among them
	Merged    []Merger
	Unchanged []data.Unit
	Refused   []Refusal
}

// Merger is a unit that is merged into another (撤并).
type Merger struct {
	Unit, Into data.Unit     // as they are after
	Below      []data.UnitID // that the merged one had supervised
}

// Change is a unit before and after. A unit that was renamed keeps its id and
// has its old name among the former ones.
type Change struct {
	Before, After data.Unit
}

// Refusal is a line that cannot enter, and why.
type Refusal struct {
	Line Line
	Err  error // a *data.Error
}

// ReadFormer splits a cell of former names (; ； 、 or line breaks).
func ReadFormer(cell string) []string {
	var names []string
	for _, name := range strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(";；、\r\n", r) }) {
		if name = Trim(name); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// Register compares the lines of a sheet with the register. Lines may come in
// any order: a unit may stand before the unit that supervises it. What a line
// leaves empty stays as it is in the register.
func Register(known []data.Unit, lines []Line, newID func() data.UnitID) Plan {
	r := registering{byName: map[string]int{}}
	for _, u := range known {
		r.rows = append(r.rows, row{before: u, after: u})
		r.byName[data.NormaliseUnit(u.Name)] = len(r.rows) - 1
	}
	r.known = len(known)
	for _, line := range lines {
		r.take(line, newID)
	}
	r.resolve()
	r.merge()
	return r.plan()
}

// registering is a register while a sheet is compared with it.
type registering struct {
	rows    []row
	known   int            // so many rows come from the register, the rest are new
	byName  map[string]int // normalised name → index in rows
	refused []Refusal
	merged  []Merger
}

type row struct {
	before, after data.Unit
	line          Line // zero when the sheet does not speak of the unit
	refused       bool
}

// take writes a line into its row; who supervises is found later.
func (r *registering) take(line Line, newID func() data.UnitID) {
	line.Name = Trim(line.Name)
	if err := checkName(line.Name); err != nil {
		r.refused = append(r.refused, Refusal{line, err})
		return
	}
	i, found := r.find(line)
	if found && r.rows[i].line.Name != "" {
		r.refused = append(r.refused, Refusal{line, data.Refuse("unit-duplicate", "unit",
			fmt.Sprintf("单位“%s”在表里出现了两次（第 %d 行已有）", line.Name, r.rows[i].line.Row), "请只保留一行")})
		return
	}
	if err := r.mayChange(line, found); err != nil {
		r.refused = append(r.refused, Refusal{line, err})
		return
	}
	if !found {
		i = len(r.rows)
		id := newID()
		r.rows = append(r.rows, row{before: data.Unit{ID: id}, after: data.Unit{ID: id, Supervising: id}})
	}
	r.byName[data.NormaliseUnit(line.Name)] = i
	r.rows[i].line = line
	r.rows[i].after = amended(r.rows[i].after, line)
}

// find returns the row of the unit a line speaks of: by its name, or by the
// former name under which the register still has it.
func (r *registering) find(line Line) (i int, found bool) {
	if i, found = r.byName[data.NormaliseUnit(line.Name)]; found {
		return i, true
	}
	for _, former := range line.Former {
		i, found = r.byName[data.NormaliseUnit(former)]
		if found && i < r.known && r.rows[i].line.Name == "" {
			return i, true
		}
	}
	return 0, false
}

// amended writes what a line says over a unit; empty cells change nothing.
func amended(u data.Unit, line Line) data.Unit {
	former := slices.Clone(u.Former)
	if u.Name != "" && data.NormaliseUnit(u.Name) != data.NormaliseUnit(line.Name) && !slices.Contains(line.Former, u.Name) {
		former = append(former, u.Name)
	}
	for _, name := range line.Former {
		if !slices.Contains(former, name) && name != line.Name {
			former = append(former, name)
		}
	}
	u.Name, u.Former = line.Name, former
	for _, c := range []struct {
		to   *string
		cell string
	}{{&u.Short, line.Short}, {&u.Kind, line.Kind}, {&u.Contact, line.Contact}, {&u.Phone, line.Phone}} {
		if cell := Trim(c.cell); cell != "" {
			*c.to = cell
		}
	}
	return u
}

func checkName(name string) error {
	switch {
	case name == "":
		return data.Refuse("required-missing", "unit", "没有单位名称", "请补上单位全称，与公章一致")
	case utf8.RuneCountInString(name) > data.MaxUnit:
		return data.Refuse("name-bad", "unit", fmt.Sprintf("单位名称超过 %d 个字", data.MaxUnit), "请填写与公章一致的单位全称")
	}
	return nil
}

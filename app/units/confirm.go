package units

import (
	"slices"
	"unicode/utf8"

	"gongkao/data"
)

// Confirm says that a unit is meant where a sender writes it so, from now on. It
// returns the units to be written: this one, and one of which the same spelling
// was said before; none where nothing is new. It refuses a unit that is not there
// or was merged (unit-unknown, unit-merged), an empty or overlong spelling
// (required-missing, name-bad), and another unit's name: what is on one seal is
// never taken for another (unit-taken).
func Confirm(known []data.Unit, id data.UnitID, spelling string) (changed []data.Unit, err error) {
	m := NewMatcher(known)
	at, there := m.byID[id]
	if !there {
		return nil, data.Refuse("unit-unknown", "unit", "单位库里没有这个单位", "请刷新后再选")
	}
	u := known[at]
	if u.Merged() {
		return nil, data.Refuse("unit-merged", "unit", u.Name+" 已经撤并", "请选并入的单位："+known[m.heir(at)].Name)
	}
	if spelling = Trim(spelling); spelling == "" {
		return nil, data.Refuse("required-missing", "unit", "表里没有写单位", "请直接选单位")
	}
	if utf8.RuneCountInString(spelling) > data.MaxUnit {
		return nil, data.Refuse("name-bad", "unit", "表里写的单位太长，不像一个单位名称", "请只对这一行选单位")
	}
	if spelling == u.Name {
		return nil, nil
	}
	for i, other := range known {
		if m.heir(i) != at && data.NormaliseUnit(other.Name) == data.NormaliseUnit(spelling) {
			return nil, data.Refuse("unit-taken", "unit", "“"+other.Name+"”是另一个单位的全称，不能当作“"+u.Name+"”", "人确实在“"+u.Name+"”的，请逐行改单位")
		}
	}
	for i, other := range known {
		if i != at && slices.Contains(other.Written, spelling) {
			other.Written = slices.DeleteFunc(slices.Clone(other.Written), func(written string) bool { return written == spelling })
			changed = append(changed, other)
		}
	}
	if !slices.Contains(u.Written, spelling) {
		u.Written = append(slices.Clone(u.Written), spelling)
		changed = append(changed, u)
	}
	return changed, nil
}

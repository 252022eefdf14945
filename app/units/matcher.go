// Package units knows the county's units: which one a written name means, and
// what a sheet of units changes in the register. A unit's name must equal its
// seal, so nothing is taken for a unit that is not written exactly like one:
// whatever is merely near is offered to the clerk with the reason why.
//
// Everything here is a pure function of the register; storing is the caller's.
// Most callers want NewMatcher with Match for the names people write, and
// Register for the rows of a unit sheet. What a clerk has said yes to is kept by
// Confirm, and is known from then on.
package units

import (
	"strings"
	"unicode"

	"gongkao/data"
)

// Kind says how far a written name means a unit of the register.
type Kind int

// The kinds of matches.
const (
	Unknown Kind = iota // no unit of the register is near
	Similar             // one is near: offer it, let the clerk say yes
	Exact               // written as on the seal, but for blanks at the ends, or as a clerk has said once
)

// Match is what a written name means.
type Match struct {
	Kind  Kind
	Unit  data.Unit // the unit meant or offered; zero when Unknown
	Why   string    // why it is offered, a Chinese clause: “X”是曾用名
	Brief string    // the same in a word, where the name stands beside it: 曾用名
}

// Matcher finds the unit that a written name means. It is read only and may
// be shared.
type Matcher struct {
	units   []data.Unit
	byID    map[data.UnitID]int // → index in units
	exact   map[string]int      // name as on the seal, or as confirmed → index in units
	aliases []alias
	known   map[string]int // normalised → index in aliases
}

// alias is one way to write a unit that people are known to use.
type alias struct {
	unit    int // index in units
	why     reason
	letters []rune // for the comparison letter by letter
}

// reason is why a unit is offered: a clause, and a word where the name stands
// beside it.
type reason struct{ clause, word string }

// NewMatcher prepares a register for matching.
func NewMatcher(units []data.Unit) *Matcher {
	m := &Matcher{units: units, byID: map[data.UnitID]int{}, exact: map[string]int{}, known: map[string]int{}}
	for i, u := range units {
		m.byID[u.ID] = i
		if !u.Merged() {
			m.exact[u.Name] = i
		}
	}
	for i, u := range units { // after the seals: what was confirmed never stands for another unit's
		for _, written := range u.Written {
			if _, taken := m.exact[written]; !taken && !u.Merged() {
				m.exact[written] = i
			}
		}
	}
	// Names before former names before short names: the nearer reason wins. What
	// was merged is written when its heir is meant.
	for i, u := range units {
		if u.Merged() {
			m.know(u.Name, m.heir(i), reason{"“" + u.Name + "”已并入它", "已并入它"})
		} else {
			m.know(u.Name, i, reason{"名称里的空格或括号与单位库不同", "空格或括号不同"})
		}
	}
	for i, u := range units {
		for _, former := range u.Former {
			m.know(former, m.heir(i), reason{"“" + former + "”是它的曾用名", "曾用名"})
		}
	}
	for i, u := range units {
		m.know(u.Short, m.heir(i), reason{"“" + u.Short + "”是它的简称", "简称"})
	}
	for i, u := range units {
		for _, written := range u.Written {
			m.know(written, m.heir(i), reason{"有单位写过“" + written + "”，确认过就是它", "确认过"})
		}
	}
	return m
}

// heir is the unit that stands for another: the one it was merged into, or
// itself.
func (m *Matcher) heir(unit int) int {
	for range m.units { // a ring would have been refused; then it ends all the same
		into, known := m.byID[m.units[unit].Into]
		if !m.units[unit].Merged() || !known {
			break
		}
		unit = into
	}
	return unit
}

func (m *Matcher) know(name string, unit int, why reason) {
	key := data.NormaliseUnit(name)
	if _, taken := m.known[key]; taken || key == "" {
		return
	}
	m.known[key] = len(m.aliases)
	m.aliases = append(m.aliases, alias{unit, why, letters(key)})
}

// Match says which unit a written name means. Blanks at the ends do not
// matter; blanks inside, another bracket, a former or short name and small
// slips make the unit Similar.
func (m *Matcher) Match(name string) Match {
	name = Trim(name)
	if i, ok := m.exact[name]; ok {
		return Match{Kind: Exact, Unit: m.units[i]}
	}
	key := data.NormaliseUnit(name)
	if key == "" {
		return Match{}
	}
	if i, ok := m.known[key]; ok {
		return m.similar(m.aliases[i].unit, m.aliases[i].why)
	}
	for _, n := range m.nearest(letters(key)) {
		return m.similar(n.unit, n.why)
	}
	return Match{}
}

func (m *Matcher) similar(unit int, why reason) Match {
	return Match{Kind: Similar, Unit: m.units[unit], Why: why.clause, Brief: why.word}
}

// Known returns the unit that is called so, or was, or is for short: blanks and
// brackets do not matter, a mere likeness is not enough.
func (m *Matcher) Known(name string) (unit data.Unit, known bool) {
	i, known := m.known[data.NormaliseUnit(name)]
	if !known {
		return data.Unit{}, false
	}
	return m.units[m.aliases[i].unit], true
}

// mostOffers is how many units are offered for one name: as many as can be looked
// over at a glance.
const mostOffers = 8

// Offers lists the units that a written name may mean, the likeliest first, none
// when nothing is near. The first is what Match finds.
func (m *Matcher) Offers(name string) (offers []Match) {
	first := m.Match(name)
	if first.Kind == Unknown {
		return nil
	}
	offers = append(offers, first)
	for _, n := range m.nearest(letters(data.NormaliseUnit(name))) {
		if unit := m.units[n.unit]; unit.ID != first.Unit.ID && len(offers) < mostOffers {
			offers = append(offers, m.similar(n.unit, n.why))
		}
	}
	return offers
}

// Units returns the register the matcher was made of, those merged into others
// among them.
func (m *Matcher) Units() []data.Unit { return m.units }

// Supervising returns the unit that supervises u; ok is false when the
// register lacks it.
func (m *Matcher) Supervising(u data.Unit) (supervising data.Unit, ok bool) {
	i, ok := m.byID[u.Supervising]
	if !ok {
		return data.Unit{}, false
	}
	return m.units[i], true
}

// Trim removes blanks and unseen marks at the ends of a name. What is inside
// stays: the seal decides there.
func Trim(name string) string {
	return strings.TrimFunc(name, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r)
	})
}

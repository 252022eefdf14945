package units

import (
	"slices"
	"strings"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/wording"
)

// found returns what of a branch the filter finds; its top goes with it.
func (m *Model) found(b branch) (rows []Row) {
	why, hit := m.matches(b.top)
	hit = hit && m.shows(b.top)
	for _, u := range b.below {
		if own, ok := m.matches(u); ok && m.shows(u) {
			r := m.row(u, m.counts[u.ID])
			r.Why = own
			rows = append(rows, r)
		}
	}
	if !hit && len(rows) == 0 {
		return nil
	}
	top := m.top(b, false)
	top.Why = why
	return append([]Row{top}, rows...)
}

// Show is which units the tree shows.
type Show int

// What the tree may show.
const (
	All         Show = iota
	Silent           // from whom nobody applies
	Formless         // supervising units whose administrator's form is not back
	Unconfirmed      // supervising units that have not confirmed their names
	Owing            // that owe anything at all
)

// Shows lists the words for what the tree may show, by Show.
var Shows = []string{All: "全部", Silent: "没有人申报", Formless: "没交登记表", Unconfirmed: "没核对名称", Owing: "还欠东西"}

// Counted returns which units a queue of 今日 counts.
func Counted(queue string) Show {
	return map[string]Show{"unit-silent": Silent, "forms-owed": Formless, "unit-unconfirmed": Unconfirmed}[queue]
}

// Only says which units the tree shows.
func (m *Model) Only(shown Show) { m.shown = shown }

// Shown returns which units the tree shows, and what it is filtered by.
func (m *Model) Shown() (shown Show, filter string) { return m.shown, m.filter }

func (m *Model) narrowed() bool { return m.filter != "" || m.shown != All }

func (m *Model) shows(u data.Unit) bool {
	switch top := u.Supervising == u.ID; m.shown {
	case Silent:
		return m.counts[u.ID].entered == 0
	case Formless:
		return top && m.book.Form(u.ID).State.Owed()
	case Unconfirmed:
		_, confirmed := m.book.Confirmed(u.ID)
		return top && !confirmed
	case Owing:
		return m.owes[u.ID] > 0
	}
	return true
}

// Found says how many units the narrowed tree holds; "" when it shows all.
func (m *Model) Found() string {
	n := 0
	if !m.narrowed() {
		return ""
	}
	for _, b := range m.branches {
		for _, u := range append([]data.Unit{b.top}, b.below...) {
			if _, ok := m.matches(u); ok && m.shows(u) {
				n++
			}
		}
	}
	if n == 0 {
		return "" // Empty says it
	}
	return "找到 " + wording.Count(n) + " 个"
}

// Reveal makes a unit stand in the tree: its branch is unfolded, and what hides
// it is cleared.
func (m *Model) Reveal(id data.UnitID) {
	standing := func() bool {
		return slices.ContainsFunc(m.Rows(), func(r Row) bool { return r.ID == id })
	}
	if standing() {
		return
	}
	if u, ok := m.unit(id); ok {
		m.folded[u.Supervising] = false
	}
	if !standing() {
		m.filter, m.shown = "", All
	}
}

// matches looks for the filter in name, initials, short and former names; why
// is told where it is not the name.
func (m *Model) matches(u data.Unit) (why string, ok bool) {
	key := strings.ToLower(data.Squeeze(m.filter))
	if strings.Contains(strings.ToLower(u.Name), key) || m.initialsHit(u.Name, key) {
		return "", true
	}
	for _, other := range append(slices.Clone(u.Former), u.Short) {
		if other != "" && strings.Contains(strings.ToLower(other), key) {
			if other == u.Short {
				return "简称 " + other, true
			}
			return "曾用名 " + other, true
		}
	}
	return "", false
}

func (m *Model) initialsHit(name, key string) bool {
	forms, known := m.initials[name]
	if !known {
		forms = registration.Initials(name)
		m.initials[name] = forms
	}
	return slices.ContainsFunc(forms, func(f string) bool { return strings.Contains(f, key) })
}

// Filter shows only what is found by a text; "" shows the tree.
func (m *Model) Filter(text string) { m.filter = strings.TrimSpace(text) }

package results

import (
	"slices"
	"strings"

	"gongkao/app/registration"
	outcomes "gongkao/app/results"
	"gongkao/data"
)

// Filter lists only whom every word fits: name, initials, unit, tail of the ID
// number, trade, level, outcome.
func (m *Model) Filter(text string) {
	m.filter = strings.TrimSpace(text)
	m.list()
}

// Filtered is what the list is narrowed by.
func (m *Model) Filtered() string { return m.filter }

// Todo is whether only what waits is listed.
func (m *Model) Todo() bool { return m.todo }

// SetTodo lists only what waits, or everybody.
func (m *Model) SetTodo(only bool) {
	m.todo = only
	m.list()
}

// list works out the rows.
func (m *Model) list() {
	fits := m.fitting()
	m.rows = m.rows[:0]
	for i := range m.all {
		s := &m.all[i]
		if s.belongs(m.stage) && (!m.todo || s.waits(m.stage)) && fits(s) {
			m.rows = append(m.rows, i)
		}
	}
}

// fitting returns the test of the filter's words.
func (m *Model) fitting() func(*standing) bool {
	var tests []func(*standing) bool
	for _, word := range strings.Fields(data.Narrow(m.filter)) {
		tests = append(tests, m.wordFits(word))
	}
	return func(s *standing) bool {
		return !slices.ContainsFunc(tests, func(fits func(*standing) bool) bool { return !fits(s) })
	}
}

func (m *Model) wordFits(word string) func(*standing) bool {
	for _, l := range data.Levels() {
		if word == l.String() || word == l.Title() {
			return func(s *standing) bool { return s.a.Application.Level == l }
		}
	}
	for _, o := range outcomes.Outcomes() {
		if word == o.String() {
			return func(s *standing) bool { return s.result.Outcome == o }
		}
	}
	found := map[data.ApplicationID]bool{}
	for _, a := range m.desk.Register.Find(registration.Query{Text: word}) {
		found[a.Application.ID] = true
	}
	return func(s *standing) bool {
		return found[s.a.Application.ID] || strings.Contains(s.a.Application.Trade, word)
	}
}

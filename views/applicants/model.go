// Package applicants is the list of everybody who applies this year: views,
// filters, the order, what is selected, what is copied. Model holds the state
// and takes the commands; it knows no widgets. Whoever draws it asks for Row by
// number, for only what is seen is made.
//
// Finding and sorting 100,000 people takes less than a tenth of a second, so
// both are done while somebody types. ID numbers are masked until asked for.
package applicants

import (
	"fmt"
	"slices"
	"strings"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/wording"
)

// Model is the list on the screen.
type Model struct {
	desk    *registration.Desk
	sought  registration.Selection
	views   []View
	keys    []Key
	whole   bool // ID numbers unmasked
	rows    []*data.Applicant
	current int
	chosen  map[data.ApplicationID]bool
	ranked  map[string]ranks
}

// New shows everybody, by unit and name.
func New(desk *registration.Desk) *Model {
	m := &Model{desk: desk, views: slices.Clone(usualViews), keys: []Key{{Column: "unit"}, {Column: "name"}},
		chosen: map[data.ApplicationID]bool{}, ranked: map[string]ranks{}}
	m.Refresh()
	return m
}

// Refresh finds again: something was written.
func (m *Model) Refresh() {
	at := m.CurrentID()
	m.rows = m.desk.Select(m.sought)
	m.arrange()
	m.keepChosen()
	m.GoTo(at)
}

// keepChosen forgets who was selected and is not in the list any more.
func (m *Model) keepChosen() {
	if len(m.chosen) == 0 {
		return
	}
	still := map[data.ApplicationID]bool{}
	for _, a := range m.rows {
		if m.chosen[a.Application.ID] {
			still[a.Application.ID] = true
		}
	}
	m.chosen = still
}

// Show selects by these words: a number of the morning page was opened, a
// filter was set, somebody types in the search box.
func (m *Model) Show(s registration.Selection) {
	m.sought = s
	m.Refresh()
}

// Search changes only the text and returns the row that is most likely meant:
// of somebody with such a name, before those found by their units.
func (m *Model) Search(text string) (row int) {
	s := m.sought
	s.Text = text
	m.Show(s)
	return max(0, m.desk.Register.FirstNamed(m.rows, text))
}

// Shown returns what is selected by.
func (m *Model) Shown() registration.Selection { return m.sought }

// Unmask shows ID numbers whole, or masked again.
func (m *Model) Unmask(whole bool) { m.whole = whole }

// Unmasked reports whether ID numbers are shown whole.
func (m *Model) Unmasked() bool { return m.whole }

// Len returns how many rows there are; All how many people there are at all.
func (m *Model) Len() int { return len(m.rows) }

// All returns how many people the year has.
func (m *Model) All() int { return m.desk.Register.Len() }

func (m *Model) everybody() []*data.Applicant { return m.desk.Register.Find(registration.Query{}) }

// ID returns the application of a row.
func (m *Model) ID(row int) data.ApplicationID { return m.rows[row].Application.ID }

// Name returns the name in a row.
func (m *Model) Name(row int) string { return m.rows[row].Person.Name }

// Filtered reports whether not everybody is asked for.
func (m *Model) Filtered() bool { return !m.sought.IsZero() }

// ClearFilters shows everybody again.
func (m *Model) ClearFilters() { m.Show(registration.Selection{}) }

// Head is the line above the list.
type Head struct{ Title, Fact string }

// Head returns the title and how many there are.
func (m *Model) Head() Head { return Head{"申报人员", wording.Count(m.All()) + " 人"} }

// Empty says why the list is empty and what to do; "" when it is not.
func (m *Model) Empty() (why, what string) {
	switch {
	case len(m.rows) > 0:
		return "", ""
	case m.sought.IsZero():
		return "还没有申报人员。", "导入单位的花名册，或登记一人。"
	}
	return fmt.Sprintf("没有人符合：%s。", Words(m.sought)), "按 Esc 清除筛选。"
}

// Words says in words by what a selection selects.
func Words(s registration.Selection) string {
	words := []string{s.Unit, s.Trade, joined(s.Levels), joined(s.Statuses), joined(s.Flags)}
	if s.Text != "" {
		words = append(words, "含“"+s.Text+"”")
	}
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), "，")
}

func joined[T fmt.Stringer](values []T) string {
	words := make([]string, len(values))
	for i, v := range values {
		words[i] = v.String()
	}
	return strings.Join(words, "、")
}

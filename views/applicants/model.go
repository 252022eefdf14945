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
	shown   map[string]bool
	whole   bool // ID numbers unmasked
	rows    []*data.Applicant
	current int
	chosen  map[data.ApplicationID]bool
	ranked  map[string]ranks
}

// View is a selection with a name.
type View struct {
	Name    string
	Selects registration.Selection
	Saved   bool // by a clerk, who may take it away again
}

// usualViews are there in every office.
var usualViews = []View{
	{Name: "全部"},
	{Name: "待审", Selects: registration.Selection{Statuses: []data.Status{data.Submitted}}},
	{Name: "草稿", Selects: registration.Selection{Statuses: []data.Status{data.Draft}}},
	{Name: "退回未补", Selects: registration.Selection{Statuses: []data.Status{data.Returned}}},
	{Name: "容缺未补", Selects: registration.Selection{Statuses: registration.Running, Flags: []registration.Flag{registration.Owing}}},
}

// New shows everybody, by name.
func New(desk *registration.Desk) *Model {
	m := &Model{desk: desk, views: slices.Clone(usualViews), shown: map[string]bool{}, chosen: map[data.ApplicationID]bool{},
		ranked: map[string]ranks{}}
	for _, c := range columns {
		m.shown[c.Key] = c.Usual
	}
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

// Search changes only the text.
func (m *Model) Search(text string) {
	s := m.sought
	s.Text = text
	m.Show(s)
}

// Shown returns what is selected by.
func (m *Model) Shown() registration.Selection { return m.sought }

// Unmask shows ID numbers whole, or masked again.
func (m *Model) Unmask(whole bool) { m.whole = whole }

// Len returns how many rows there are; All how many people there are at all.
func (m *Model) Len() int { return len(m.rows) }

// All returns how many people the year has.
func (m *Model) All() int { return m.desk.Register.Len() }

func (m *Model) everybody() []*data.Applicant { return m.desk.Register.Find(registration.Query{}) }

// Row returns a row, to be drawn.
func (m *Model) Row(i int) Row {
	a := m.rows[i]
	r := Row{ID: a.Application.ID, Status: a.Application.Status, StatusMark: wording.StatusMark(a.Application.Status),
		Flags: m.desk.FlagsOf(a), Selected: m.chosen[a.Application.ID]}
	for _, c := range m.Columns() {
		r.Cells = append(r.Cells, m.Cell(c, a))
	}
	return r
}

// Head is the line above the list.
type Head struct{ Title, Fact string }

// Head returns the title and how many there are.
func (m *Model) Head() Head { return Head{"申报人员", wording.Count(m.All()) + " 人"} }

// Views returns the tabs; a tab whose selection is the present one is open.
func (m *Model) Views() []View { return slices.Clone(m.views) }

// OpenView returns the number of the view that is open, -1 when the clerk has
// filtered on his own.
func (m *Model) OpenView() int {
	return slices.IndexFunc(m.views, func(v View) bool { return v.Selects.Equal(m.sought) })
}

// CountOf returns how many people a view shows.
func (m *Model) CountOf(v View) int { return len(m.desk.Select(v.Selects)) }

// SaveView keeps the present selection under a name.
func (m *Model) SaveView(name string) (wording.Done, error) {
	name = strings.TrimSpace(name)
	switch {
	case name == "":
		return wording.Done{}, data.Refuse("view-name", "", "视图还没有名字", "请写一个短名字，如“教育系统三级”")
	case m.sought.Text != "":
		return wording.Done{}, data.Refuse("view-text", "", "搜索的字不存进视图：里面可能有姓名", "请先清掉搜索框，只留筛选再存")
	case slices.ContainsFunc(m.views, func(v View) bool { return v.Name == name && !v.Saved }):
		return wording.Done{}, data.Refuse("view-name", "", "“"+name+"”是固定的视图", "请换一个名字")
	}
	m.DropView(name)
	m.views = append(m.views, View{name, m.sought, true})
	return wording.Done{What: "已存为视图“" + name + "”"}, nil
}

// DropView takes a saved view away.
func (m *Model) DropView(name string) {
	m.views = slices.DeleteFunc(m.views, func(v View) bool { return v.Saved && v.Name == name })
}

// SavedViews writes the saved views as lines for the settings of the window,
// which name nobody; RestoreViews reads them.
func (m *Model) SavedViews() (lines []string) {
	for _, v := range m.views {
		if v.Saved {
			lines = append(lines, v.Name+"\t"+v.Selects.String())
		}
	}
	return lines
}

// RestoreViews takes back what SavedViews wrote.
func (m *Model) RestoreViews(lines []string) {
	for _, line := range lines {
		if name, words, ok := strings.Cut(line, "\t"); ok {
			m.DropView(name)
			m.views = append(m.views, View{name, registration.ReadSelection(words), true})
		}
	}
}

// Empty says why the list is empty and what to do; "" when it is not.
func (m *Model) Empty() (why, what string) {
	switch {
	case len(m.rows) > 0:
		return "", ""
	case m.sought.IsZero():
		return "还没有申报人员", "导入单位的花名册，或登记一人"
	}
	return fmt.Sprintf("没有人符合：%s", Words(m.sought)), "按 Esc 清除筛选"
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

// ShownColumns returns the keys of the columns shown, for the settings of the
// window.
func (m *Model) ShownColumns() (keys []string) {
	for _, c := range m.Columns() {
		keys = append(keys, c.Key)
	}
	return keys
}

// RestoreColumns shows the columns that ShownColumns named.
func (m *Model) RestoreColumns(keys []string) {
	if len(keys) == 0 {
		return
	}
	clear(m.shown)
	for _, key := range keys {
		m.shown[key] = true
	}
	m.shown["name"] = true
}

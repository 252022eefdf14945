package applicants

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/wording"
)

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
	{Name: "未申报", Selects: registration.Selection{Statuses: []data.Status{data.Carried}}},
}

// A row of tabs has room for so many saved views, and for names so long.
const (
	mostViews    = 8
	longViewName = 12
)

// Views returns the tabs; a tab whose selection is the present one is open.
func (m *Model) Views() []View { return slices.Clone(m.views) }

// OpenView returns the number of the view that is open, -1 when the clerk has
// filtered on his own.
func (m *Model) OpenView() int {
	return slices.IndexFunc(m.views, func(v View) bool { return v.Selects.Equal(m.sought) })
}

// Counting returns the work of counting whom each view shows, for the
// background: it keeps to the views of this moment.
func (m *Model) Counting() func() []int {
	views, desk := m.Views(), m.desk
	return func() []int {
		counts := make([]int, len(views))
		for i, v := range views {
			counts[i] = len(desk.Select(v.Selects))
		}
		return counts
	}
}

// MaySave says why the present filters cannot become a view; nil when they can.
func (m *Model) MaySave() error {
	open := m.OpenView()
	switch {
	case m.sought.Text != "":
		return data.Refuse("view-text", "", "搜索的字不存进视图：里面可能有姓名", "请先清掉搜索框，只留筛选再存")
	case m.sought.IsZero():
		return data.Refuse("view-all", "", "还没有筛选，没有什么可存", "先用上面的主管部门、工种、等级、状态或标记筛选，再按 Ctrl+S")
	case open >= 0 && !m.views[open].Saved:
		return data.Refuse("view-known", "", "这样筛选的视图已经有了：“"+m.views[open].Name+"”", "点它的名字就能打开")
	case open < 0 && len(m.SavedViews()) >= mostViews:
		return data.Refuse("view-many", "", fmt.Sprintf("已经存了 %d 个视图", mostViews), "打开不用的那个，按 Ctrl+S 去掉它")
	}
	return nil
}

// SavedView returns the name of the open view if a clerk saved it, else "".
func (m *Model) SavedView() string {
	if open := m.OpenView(); open >= 0 && m.views[open].Saved {
		return m.views[open].Name
	}
	return ""
}

// SaveView keeps the present selection under a name. Filters that are a saved
// view already are given the new name.
func (m *Model) SaveView(name string) (wording.Done, error) {
	name = strings.Join(strings.Fields(name), " ")
	if err := m.MaySave(); err != nil {
		return wording.Done{}, err
	}
	switch {
	case name == "":
		return wording.Done{}, data.Refuse("view-name", "", "视图还没有名字", "请写一个短名字，如“教育系统三级”")
	case utf8.RuneCountInString(name) > longViewName:
		return wording.Done{}, data.Refuse("view-name", "", fmt.Sprintf("视图的名字超过 %d 个字", longViewName), "请写短一些，标签才放得下")
	case slices.ContainsFunc(m.views, func(v View) bool { return v.Name == name && !v.Saved }):
		return wording.Done{}, data.Refuse("view-name", "", "“"+name+"”是固定的视图", "请换一个名字")
	}
	m.DropView(m.SavedView())
	m.DropView(name)
	m.views = append(m.views, View{name, m.sought, true})
	return wording.Done{What: "已存为视图“" + name + "”"}, nil
}

// DropView takes a saved view away.
func (m *Model) DropView(name string) wording.Done {
	m.views = slices.DeleteFunc(m.views, func(v View) bool { return v.Saved && v.Name == name })
	return wording.Done{What: "已去掉视图“" + name + "”，人员没有变动"}
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

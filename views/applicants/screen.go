package applicants

import (
	"slices"

	"fyne.io/fyne/v2"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/shell"
)

// Under these names the window remembers what a clerk has made of the list.
const (
	columnsMemory = "applicants"
	viewsMemory   = "applicants.views"
)

// Screen draws the list: views and filters above it, the selection bar below.
type Screen struct {
	w    *shell.Window
	m    *Model
	keys *kit.Keys
	ring *kit.Form // the order of focus

	counting  *kit.Lane
	counts    []int // of the views, when counted last
	waiting   int   // rows of imports, when counted last
	exporting *kit.Lane
	working   *kit.ProgressShown // nil: nothing takes long

	title    Head // read when the list is, not when it is drawn
	tabs     *kit.Tabs
	filters  []*filterField
	buttons  buttons
	rows     *kit.Rows
	object   *fyne.Container
	head     *fyne.Container
	sieve    *fyne.Container // the row of filters
	empty    *fyne.Container
	foot     *fyne.Container
	cutName  string // what we said of a name that was cut
	gathered string // what we said of the selection
	refused  string // what we said of a filter
	away     bool   // another screen is shown
}

var (
	_ shell.Screen   = (*Screen)(nil)
	_ shell.Searcher = (*Screen)(nil)
	_ shell.Reader   = (*Screen)(nil)
)

// NewScreen returns the list of an office's applicants.
func NewScreen(w *shell.Window, desk *registration.Desk) *Screen {
	s := &Screen{w: w, m: New(desk), keys: kit.NewKeys(), away: true}
	s.m.RestoreViews(w.Memory.Lines(viewsMemory))
	s.counting = w.Runner.NewLane(nil)
	s.exporting = w.Runner.NewLane(s.progress)
	s.makeParts()
	s.makeKeys()
	s.rows.SetCount(s.m.Len())
	return s
}

func (s *Screen) makeKeys() {
	s.keys.On(0, fyne.KeyEscape, s.escape)
	s.keys.On(0, fyne.KeyF2, s.unmask)
	s.keys.On(0, fyne.KeyF7, s.toTray)
	s.keys.On(fyne.KeyModifierControl, fyne.KeyS, s.saveView)
	s.keys.On(fyne.KeyModifierControl, fyne.KeyP, s.print)
	s.keys.On(fyne.KeyModifierControl, fyne.KeyE, s.export)
	s.keys.On(fyne.KeyModifierControl|fyne.KeyModifierShift, fyne.KeyE, s.toTemplate)
	s.keys.On(fyne.KeyModifierControl, fyne.KeyC, s.rows.Copy)
	s.keys.On(fyne.KeyModifierControl, fyne.KeyT, func() { s.w.Go(shell.Route{Place: shell.Photos}) })
	s.keys.On(fyne.KeyModifierAlt, fyne.KeyDown, func() { s.w.Focus(s.filters[0].field) })
}

// Object is the list.
func (s *Screen) Object() fyne.CanvasObject { return s.object }

// Keys are the list's own.
func (s *Screen) Keys() *kit.Keys { return s.keys }

// Open lists whom a route selects, or whom it listed before. Whoever begins to
// type into the search box elsewhere looks for anybody.
func (s *Screen) Open(r shell.Route) {
	wanted := s.m.Shown()
	switch {
	case r.Select != nil:
		wanted = *r.Select
	case s.away && s.w.Searching():
		wanted = registration.Selection{}
	}
	if !wanted.Equal(s.m.Shown()) {
		s.rows.ClearSelection()
	}
	s.away = false
	s.list(func() { s.m.Show(wanted) })
	who := r.Person
	if id, ok := r.Memo.(data.ApplicationID); ok && who == "" {
		who = id
	}
	if who != "" {
		s.m.GoTo(who)
		s.rows.GoTo(s.m.Current())
	}
	s.recount()
	s.toList()
}

// Route remembers whom the list shows and the row one was at.
func (s *Screen) Route() shell.Route {
	shown := s.m.Shown()
	return shell.Route{Place: shell.Applicants, Select: &shown, Memo: s.m.CurrentID()}
}

// Leave stops counting. An export goes on: it was asked for.
func (s *Screen) Leave() error {
	s.away = true
	s.counting.Leave()
	return nil
}

// Refresh reads again: something was written.
func (s *Screen) Refresh() {
	s.list(s.m.Refresh)
	if at := s.w.Canvas().Focused(); s.m.Len() > 0 && (at == fyne.Focusable(s.buttons.first) || at == fyne.Focusable(s.buttons.widen)) {
		s.toList() // the button of the empty list is gone
	}
	s.recount()
}

// Search lists whom a text finds; whoever is most likely meant is current.
func (s *Screen) Search(text string) {
	row := 0
	s.list(func() { row = s.m.Search(text) })
	if text != "" {
		s.rows.GoTo(row)
	}
}

// OpenFound opens the current person.
func (s *Screen) OpenFound() {
	if text := s.m.Shown().Text; s.m.Len() == 0 && s.w.Scanner != nil && s.w.Scanner.Might(text) {
		s.clearFilters()
		s.w.Scanner.Scan(text)
		return
	}
	if s.m.Len() == 0 {
		why, what := s.m.Empty()
		s.w.Say(kit.SayWarn, why, what)
		s.toList()
		return
	}
	s.open(s.m.Current())
}

// ToList puts the focus into the list.
func (s *Screen) ToList() { s.toList() }

func (s *Screen) toList() {
	if s.m.Len() == 0 {
		s.w.Focus(s.remedy())
		return
	}
	s.w.Focus(s.rows)
}

func (s *Screen) open(row int) {
	s.w.Go(shell.Route{Place: shell.Record, Person: s.m.ID(row), List: s.m.IDs()})
}

// list lets the model find or sort anew and draws what changed.
func (s *Screen) list(do func()) {
	s.rows.Change(func() int {
		do()
		return s.m.Len()
	})
	s.m.Move(s.rows.Current())
	s.title = s.m.Head()
	s.head.Refresh()
	s.showTabs()
	s.showFilters()
	s.showEmpty()
	s.foot.Refresh()
	s.w.ShowSearch(s.m.Shown().Text)
}

// recount counts in the background whom each view shows, and the rows that wait.
func (s *Screen) recount() {
	count := s.m.Counting()
	kit.Run(s.counting, kit.Task[tally]{
		Title: "正在清点",
		Work:  tallied(s.m.desk, count),
		Done: func(t tally) {
			s.counts, s.waiting = t.views, t.waiting
			s.showTabs()
			s.head.Refresh()
		},
	})
}

// escape undoes one thing: what runs, the selection, the filters; then it goes
// back.
func (s *Screen) escape() {
	at := s.w.Canvas().Focused()
	inFilter := slices.ContainsFunc(s.filters, func(f *filterField) bool { return fyne.Focusable(f.field) == at })
	switch {
	case s.working != nil:
		s.exporting.Cancel()
	case s.rows.ClearSelection():
	case inFilter && s.m.Len() > 0:
		s.w.Focus(s.rows)
	case s.m.Filtered():
		s.clearFilters()
	default:
		s.w.Back()
	}
}

func (s *Screen) clearFilters() {
	s.list(s.m.ClearFilters)
	s.toList()
}

// Help is what F1 tells.
func (s *Screen) Help() shell.Help {
	return shell.Help{
		Title: "申报人员",
		For:   "本年度的全部申报人员：查一个人，或筛出一批人来打印、复制、导出。列表按两列排序，点表头改；存下来的筛选成为上面的一个标签。",
		Keys: []shell.Key{
			{Cap: "字母", Does: "跳到姓名拼音首字母是它的人"},
			{Cap: "Enter", Does: "打开当前行；里面 PgUp、PgDn 翻前后的人"},
			{Cap: "空格", Does: "选或不选当前行；Shift+↑↓ 连选，Ctrl+A 全选"},
			{Cap: "Alt+↓", Does: "到筛选栏；等级、状态、标记可以选几个，再选一次去掉"},
			{Cap: "← →", Does: "到表头，Ctrl+↑ Ctrl+↓ 按它排序"},
			{Cap: "Ctrl+S", Does: "把现在的筛选存为视图；已存的可以改名、去掉"},
			{Cap: "Ctrl+P", Does: "选了人：打印申报表；没有选：打印列表的名册"},
			{Cap: "Ctrl+C", Does: "复制选中的行，带表头"},
			{Cap: "Ctrl+T", Does: "照片：从文件夹或 .zip 一批放入"},
			{Cap: "Ctrl+E", Does: "导出成 Excel 表：选了人导出所选，没有选导出列表"},
			{Cap: "Ctrl+Shift+E", Does: "套模板：同样的人填进本单位自己的 .xlsx，样式照它的"},
			{Cap: "F2", Does: "显示或遮住身份证号"},
			{Cap: "F7", Does: "导入待处理：单位报来的表里没有进入的行"},
			{Cap: "Esc", Does: "取消选择，再按清除筛选，再按返回"},
		},
	}
}

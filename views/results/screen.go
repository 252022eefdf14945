package results

import (
	"context"

	"fyne.io/fyne/v2"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// Screen draws the sums, the four stages as tabs, and the list of the one shown. A
// figure typed into a list of scores opens a field over the cell; Enter writes it
// and goes to the next person.
type Screen struct {
	w     *shell.Window
	m     *Model
	name  func(paper string) string // what a paper is called; "" when there is none
	wrong error                     // why there is no page: the archive list is wrong

	keys     *kit.Keys
	tabs     *kit.Tabs
	filter   *kit.Field
	todo     *kit.Button
	take     *kit.Button
	settings *kit.Button
	lists    [4]*kit.Rows
	entry    *entry
	buttons  buttons
	object   *fyne.Container
}

// buttons are those at the foot; which of them are there follows from the stage.
type buttons struct {
	correct, admit, issue, collect, void, file, fileAll, print *kit.Button
}

var (
	_ shell.Screen = (*Screen)(nil)
	_ shell.Reader = (*Screen)(nil)
)

// memory is what the page wants to find again on Back.
type memory struct {
	stage  Stage
	filter string
	todo   bool
	person data.ApplicationID
}

// NewScreen returns the page of an office; name says what a paper is called, ""
// for one there is not.
func NewScreen(w *shell.Window, desk *registration.Desk, name func(paper string) string) *Screen {
	s := &Screen{w: w, name: name, keys: kit.NewKeys()}
	s.m, s.wrong = New(desk)
	s.tabs = kit.NewTabs(func(i int) { s.show(Stage(i)) })
	s.filter = kit.NewField(kit.Spec{Hint: "姓名、单位、等级…", Filter: true})
	s.filter.Changed = s.narrow
	s.filter.TakesFirst(s.filterKey)
	s.todo = kit.NewQuiet("只看待办", "F6", s.toggleTodo)
	s.take = kit.NewButton("导入成绩…", "Ctrl+O", false, s.toImport)
	s.settings = kit.NewLink("去设置核对", "F5", s.toSettings)
	s.makeButtons()
	for _, stage := range Stages() {
		s.lists[stage] = s.newList(stage)
	}
	s.entry = newEntry(s)
	s.tabs.Join(w.Keys, func(bool) { s.toList() })
	s.filter.Join(w.Keys, func(bool) { s.toList() })
	s.take.Join(w.Keys, func(bool) { s.toList() })
	s.bind()
	s.object = kit.Drawn(fyne.Size{}, s.draw)
	return s
}

// Object is the page.
func (s *Screen) Object() fyne.CanvasObject { return s.object }

// Keys are the page's own.
func (s *Screen) Keys() *kit.Keys { return s.keys }

// Open reads anew and stands where one was, or at the person of the route.
func (s *Screen) Open(r shell.Route) {
	if s.wrong != nil {
		s.w.Errors.Show(s.wrong)
		return
	}
	person := r.Person
	if was, again := r.Memo.(memory); again {
		s.m.stage, s.m.filter, s.m.todo = was.stage, was.filter, was.todo
		person = was.person
	}
	if row, ok := s.current(); ok && person == "" {
		person = s.m.ID(row) // as it was left
	}
	s.filter.SetValue(s.m.Filtered())
	s.m.Refresh()
	s.rows().SetCount(s.m.Len())
	s.shown()
	if at := s.m.RowOf(person); at >= 0 {
		s.rows().GoTo(at)
	}
	s.toList()
}

// Refresh reads again.
func (s *Screen) Refresh() {
	if s.wrong == nil {
		s.change(s.m.Refresh)
	}
}

// Route remembers the stage, the filter and the person.
func (s *Screen) Route() shell.Route {
	if s.wrong != nil {
		return shell.Route{Place: shell.Results}
	}
	was := memory{stage: s.m.Stage(), filter: s.m.Filtered(), todo: s.m.Todo()}
	if row, ok := s.current(); ok {
		was.person = s.m.ID(row)
	}
	return shell.Route{Place: shell.Results, Memo: was}
}

// Leave writes a score that is half typed; one that cannot be keeps the page.
func (s *Screen) Leave() error { return s.entry.leave() }

// rows is the list of the stage shown.
func (s *Screen) rows() *kit.Rows { return s.lists[s.m.Stage()] }

// current is the row the keyboard is at.
func (s *Screen) current() (row int, ok bool) {
	row = s.rows().Current()
	return row, row >= 0 && row < s.m.Len()
}

// chosen are the rows a command is for: those gathered, else the current one.
func (s *Screen) chosen() (rows []int) {
	for row := range s.rows().Chosen().All() {
		rows = append(rows, row)
	}
	return rows
}

// change lists other people; whoever is still listed stays current and gathered.
// What is half typed is written first, for it belongs to a row.
func (s *Screen) change(do func()) {
	if err := s.entry.leave(); err != nil {
		s.w.Errors.Show(err)
		return
	}
	s.rows().Change(func() int {
		do()
		return s.m.Len()
	})
	s.shown()
}

// shown brings what stands around the list into step with it.
func (s *Screen) shown() {
	s.tabs.Set(s.tabsNow(), int(s.m.Stage()))
	s.filter.Mark(s.m.Filtered() != "")
	s.todo.SetLabel(map[bool]string{false: "只看待办", true: "看全部"}[s.m.Todo()])
	s.object.Refresh()
}

func (s *Screen) tabsNow() (tabs []kit.Tab) {
	waiting := s.m.Waiting()
	for _, stage := range Stages() {
		t := kit.Tab{Label: stage.String()}
		if n := waiting[stage]; n > 0 {
			t.Count = wording.Count(n)
		}
		tabs = append(tabs, t)
	}
	return tabs
}

func (s *Screen) show(stage Stage) {
	if s.w.Errors.Show(s.entry.leave()); s.entry.open {
		return
	}
	s.m.Show(stage)
	s.rows().SetCount(s.m.Len())
	s.shown()
	s.toList()
}

// toList gives the keyboard to the list; where nobody is listed, to the tabs.
func (s *Screen) toList() {
	if s.m.Len() == 0 {
		s.w.Focus(s.tabs)
		return
	}
	s.w.Focus(s.rows())
}

func (s *Screen) narrow(text string) {
	s.change(func() { s.m.Filter(text) })
}

func (s *Screen) filterKey(ev *fyne.KeyEvent) bool {
	switch {
	case ev.Name == fyne.KeyEscape && s.m.Filtered() != "":
		s.clear()
	case ev.Name == fyne.KeyDown, ev.Name == fyne.KeyEscape:
		s.toList()
	default:
		return false
	}
	return true
}

func (s *Screen) clear() {
	s.filter.SetValue("")
	s.narrow("")
	s.toList()
}

func (s *Screen) toggleTodo() {
	s.change(func() { s.m.SetTodo(!s.m.Todo()) })
	s.toList()
}

// back clears what narrows the list, and only then leaves.
func (s *Screen) back() {
	switch {
	case s.m.Filtered() != "":
		s.clear()
	case s.m.Todo():
		s.toggleTodo()
	default:
		s.w.Back()
	}
}

// wrote shows what a command did.
func (s *Screen) wrote(done wording.Done) {
	s.rows().Select(nil)
	s.rows().Refresh()
	s.tabs.Set(s.tabsNow(), int(s.m.Stage()))
	s.object.Refresh()
	s.w.Wrote()
	s.w.Done(done)
}

// does runs a command at once.
func (s *Screen) does(command func(context.Context) (wording.Done, error)) {
	done, err := command(context.Background())
	if err != nil {
		s.w.Errors.Show(err)
		return
	}
	s.wrote(done)
	s.toList()
}

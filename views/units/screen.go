package units

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkao/app/registration"
	"gongkao/views/kit"
	"gongkao/views/shell"
)

// administratorForm is the paper that Ctrl+P prints.
const administratorForm = "administrator-form"

// Screen draws the units: at the left the tree with a field to find in it, at
// the right what is known of one unit.
type Screen struct {
	w     *shell.Window
	model *Model
	begun bool
	keys  *kit.Keys

	filter *kit.Field
	only   *kit.Lookup
	rows   *kit.Rows
	tree   []Row // what rows shows

	form    *kit.Form
	fields  map[string]*kit.Field
	choices map[string][]kit.Choice // of lookups, until something is written
	scroll  *container.Scroll
	stops   map[string]kit.Stop
	wide    float32 // for which the form is laid out
	fresh   bool    // it is laid out for a new unit

	confirm, formed     *kit.Button // and what is done in the unit's year
	change, past        *kit.Button
	originals           *kit.Button
	people, print, drop *kit.Button // what can be done with the unit shown
	take, add           *kit.Button
	object, head, panel *fyne.Container
	foot                *fyne.Container
}

var (
	_ shell.Screen = (*Screen)(nil)
	_ shell.Reader = (*Screen)(nil)
)

// NewScreen returns the units of an office.
func NewScreen(w *shell.Window, desk *registration.Desk) *Screen {
	s := &Screen{w: w, model: blank(desk), keys: kit.NewKeys(), choices: map[string][]kit.Choice{}}
	s.people = kit.NewLink("看申报人员", "F5", s.toPeople)
	s.originals = kit.NewLink("原件收退", "F6", s.toOriginals)
	s.print = kit.NewLink("打印登记表", "Ctrl+P", s.toPaper)
	s.drop = kit.NewLink("不登记了", "Esc", s.giveUp)
	s.take = kit.NewButton("导入单位册", "Ctrl+O", false, s.takeIn)
	s.add = kit.NewButton("新增单位", "Ctrl+U", true, s.addUnit)
	s.newYear()
	s.newTree()
	s.newForm()
	s.newKeys()
	s.head = kit.Drawn(fyne.NewSize(0, kit.ScreenHeadHeight), s.drawHead)
	s.panel = kit.Drawn(fyne.Size{}, s.drawPanel)
	s.foot = kit.Drawn(fyne.NewSize(0, footHeight), s.drawFoot)
	s.object = kit.Drawn(fyne.Size{}, s.draw)
	return s
}

func (s *Screen) newKeys() {
	s.keys.On(fyne.KeyModifierControl, fyne.KeyU, s.addUnit)
	s.keys.On(fyne.KeyModifierControl, fyne.KeyP, s.toPaper)
	s.keys.On(0, fyne.KeyF5, s.toPeople)
	s.keys.On(0, fyne.KeyF6, s.toOriginals)
	s.keys.On(0, fyne.KeyLeft, func() { s.fold(true) })
	s.keys.On(0, fyne.KeyRight, func() { s.fold(false) })
	s.keys.On(0, fyne.KeyEscape, s.escape)
}

// Object is the page.
func (s *Screen) Object() fyne.CanvasObject { return s.object }

// Keys are the page's own.
func (s *Screen) Keys() *kit.Keys { return s.keys }

// Open counts anew and shows the unit asked for, or the one shown before.
func (s *Screen) Open(r shell.Route) {
	s.read()
	if r.Owing != "" {
		s.model.Filter("")
		s.model.Only(Counted(r.Owing))
	}
	if r.Unit != "" && r.Unit != s.model.Selected() && !s.model.Fresh() {
		s.model.Select(r.Unit)
	}
	if r.Unit != "" {
		s.model.Reveal(r.Unit)
	}
	s.show()
	if s.model.Fresh() {
		s.form.Focus("unit")
		return
	}
	s.toTree()
}

// read reads what is on the disk and counts.
func (s *Screen) read() {
	read := s.model.Refresh
	if !s.begun {
		read = s.model.begin
	}
	if err := read(context.Background()); err != nil {
		s.w.Errors.Show(err)
		return
	}
	s.begun = true
}

// Refresh counts again: something was imported.
func (s *Screen) Refresh() {
	s.read()
	s.show()
}

// Route remembers the unit shown.
func (s *Screen) Route() shell.Route {
	return shell.Route{Place: shell.Units, Unit: s.model.Selected()}
}

// Leave has nothing left to write: a field is written when it is left, and an
// unfinished new unit stands here until one comes back.
func (s *Screen) Leave() error { return nil }

// show draws everything anew.
func (s *Screen) show() {
	clear(s.choices)
	shown, filter := s.model.Shown()
	s.filter.SetValue(filter)
	s.only.SetValue(Shows[shown])
	s.only.Mark(shown != All)
	s.showTree()
	s.goTo(s.model.Selected())
	s.fill()
	s.redraw()
}

func (s *Screen) redraw() {
	s.object.Refresh()
	s.head.Refresh()
	s.panel.Refresh()
	s.foot.Refresh()
}

func (s *Screen) toPeople() {
	if people, ok := s.model.Opens(); ok {
		s.w.Go(shell.Route{Place: shell.Applicants, Select: &people})
	}
}

func (s *Screen) toPaper() {
	if unit := s.model.Prints(); unit != "" {
		s.w.Go(shell.Route{Place: shell.Papers, Paper: administratorForm, UnitOf: unit})
	}
}

func (s *Screen) takeIn() {
	if s.w.Import != nil {
		s.w.Import()
	}
}

// addUnit begins a new unit; one that is begun already goes on.
func (s *Screen) addUnit() {
	if !s.model.Fresh() {
		s.w.Canvas().Unfocus() // what is half typed belongs to the unit shown
		s.model.Add()
		s.fill()
		s.redraw()
	}
	s.form.Focus("unit")
}

// giveUp leaves a new unit and shows the current one of the tree again.
func (s *Screen) giveUp() {
	s.w.Done(s.model.Drop())
	if at := s.rows.Current(); at >= 0 {
		s.model.Select(s.tree[at].ID)
	}
	s.fill()
	s.redraw()
	s.toTree()
}

// escape goes one step out: from a new unit, from the form into the tree, from
// a narrowed tree to the whole, and back.
func (s *Screen) escape() {
	switch shown, filter := s.model.Shown(); {
	case s.model.Fresh():
		s.giveUp()
	case s.form.Current() != "":
		s.toTree()
	case filter != "" || shown != All:
		s.narrow("", All)
		s.toTree()
	default:
		s.w.Back()
	}
}

// Help tells what the page is for.
func (s *Screen) Help() shell.Help {
	title, _ := s.model.Head()
	return shell.Help{
		Title: title,
		For:   "全县的主管部门和下属单位：谁有人申报，谁没有交管理人员登记表，打电话找谁。改了名的单位会记住曾用名，花名册上写旧名也认得。",
		Keys: []shell.Key{
			{Cap: "↑ ↓", Does: "换一个单位"},
			{Cap: "← →", Does: "收起、展开主管部门"},
			{Cap: "Enter", Does: "到右边填；最后一格 Enter 回到左边"},
			{Cap: "字母", Does: "直接敲名称、曾用名或拼音首字母就查找"},
			{Cap: "Ctrl+U", Does: "新增单位，要写依据"},
			{Cap: "F8", Does: "登记主管部门核对了单位名称；核对过的撤回"},
			{Cap: "F9", Does: "管理人员登记表：盖章交回、发账户；Ctrl+Z 撤销最后一步"},
			{Cap: "F2", Does: "更名、撤并、新增，要写依据；改错字直接改"},
			{Cap: "F7", Does: "这个单位本年的经过，变更可以在那里撤销、打印变更表"},
			{Cap: "Ctrl+P", Does: "打印管理人员登记表"},
			{Cap: "F5", Does: "看这个单位的申报人员"},
			{Cap: "F6", Does: "原件收退：F8 收到、F9 退还选中的，Ctrl+P 打印收讫单；还看得到谁容缺未补"},
			{Cap: "Esc", Does: "回到左边；清除查找；返回"},
		},
	}
}

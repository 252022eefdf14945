package settings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkao/app/office"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// Screen draws one tab at a time: its fields or its list at the left, and at the
// right, or in a narrow window below, what there is to read.
type Screen struct {
	// Renew gives the office a new recovery code, in place of the page.
	Renew func()

	w       *shell.Window
	m       *Model
	onNames func()
	keys    *kit.Keys
	ring    *kit.Form // the names' fields, and the order of focus

	tab    Tab
	policy Policy
	kept   []Backup
	tabs   *kit.Tabs
	fields map[string]*kit.Field
	lists  map[Tab]*kit.Rows
	fitted bool // a column of the rules is left out

	working             *kit.Lane
	going               *kit.ProgressShown // nil: nothing takes long
	now, out, check     *kit.Button
	stop, renew         *kit.Button
	scroll              *container.Scroll
	object, head, panel *fyne.Container
}

var (
	_ shell.Screen = (*Screen)(nil)
	_ shell.Reader = (*Screen)(nil)
)

// NewScreen returns the settings of an office; onNames is called when one of its
// names has changed.
func NewScreen(w *shell.Window, o *office.Office, onNames func()) *Screen {
	s := &Screen{w: w, m: New(o), onNames: onNames, keys: kit.NewKeys(), fields: map[string]*kit.Field{}, lists: map[Tab]*kit.Rows{}}
	s.policy = s.m.Policy()
	s.working = w.Runner.NewLane(func(p *kit.ProgressShown) {
		s.going = p
		s.panel.Refresh()
	})
	s.tabs = kit.NewTabs(func(i int) { s.open(Tab(i)) })
	s.ring = kit.NewForm(w.Keys, w.Layer)
	s.ring.Pitch = fieldPitch
	s.newLists()
	s.newBackups()
	s.newKeys()
	s.scroll = container.NewVScroll(kit.NewSheet().Object())
	s.head = kit.Drawn(fyne.NewSize(0, kit.ScreenHeadHeight), s.drawHead)
	s.panel = kit.Drawn(fyne.Size{}, s.drawPanel)
	s.object = kit.Drawn(fyne.Size{}, s.draw)
	s.order()
	return s
}

func (s *Screen) newKeys() {
	s.keys.On(fyne.KeyModifierControl, fyne.KeyB, s.backUp)
	s.keys.On(fyne.KeyModifierControl, fyne.KeyS, s.backUpTo)
	s.keys.On(fyne.KeyModifierControl, fyne.KeyH, s.verify)
	s.keys.On(fyne.KeyModifierControl, fyne.KeyR, s.askRenewal)
	s.keys.On(0, fyne.KeyLeft, func() { s.tabs.Open(int(s.tab) - 1) })
	s.keys.On(0, fyne.KeyRight, func() { s.tabs.Open(int(s.tab) + 1) })
	s.keys.On(0, fyne.KeyEscape, func() {
		if !s.working.Cancel() {
			s.w.Back()
		}
	})
}

// Object is the page.
func (s *Screen) Object() fyne.CanvasObject { return s.object }

// Keys are the page's own.
func (s *Screen) Keys() *kit.Keys { return s.keys }

// Open shows the tab it was left at.
func (s *Screen) Open(r shell.Route) {
	if tab, ok := r.Memo.(Tab); ok {
		s.tab = tab
	}
	s.Refresh()
	s.focus()
}

// Refresh reads again what is shown.
func (s *Screen) Refresh() {
	s.policy = s.m.Policy()
	kept, err := s.m.Backups()
	s.w.Errors.Show(err)
	s.kept = kept
	for tab, rows := range s.lists {
		rows.Change(func() int { return s.count(tab) })
	}
	s.tabs.Set(s.tabsNow(), int(s.tab))
	s.fill()
	s.order()
	s.redraw()
}

func (s *Screen) tabsNow() []kit.Tab {
	heads := s.m.Tabs()
	tabs := make([]kit.Tab, len(heads))
	for i, h := range heads {
		tabs[i] = kit.Tab(h)
	}
	return tabs
}

// open shows another tab.
func (s *Screen) open(t Tab) {
	s.tab = t
	s.order()
	s.redraw()
	s.focus()
}

// focus puts the keyboard into the tab's list, from which ← and → go on to the
// next tab. The names have none, so that nothing typed by accident renames the
// office.
func (s *Screen) focus() {
	if rows := s.lists[s.tab]; rows != nil && rows.Count() > 0 {
		s.w.Focus(rows)
		return
	}
	s.w.Focus(s.tabs)
}

// order gives the form what can be stopped at now.
func (s *Screen) order() {
	s.ring.Clear()
	if s.tab == Names {
		for _, f := range s.m.Fields() {
			s.ring.Row(kit.Cell{Key: f.Key, Label: f.Label, At: s.field(f)})
		}
		s.ring.Find(s.findings())
	}
	if rows := s.lists[s.tab]; rows != nil {
		s.ring.Then(rows)
	}
	if s.tab == Backups {
		s.ring.Then(s.check, s.out, s.now)
		if s.m.HasRecovery() {
			s.ring.Then(s.renew)
		}
	}
	s.ring.Then(s.tabs)
}

func (s *Screen) redraw() {
	s.head.Refresh()
	s.panel.Refresh()
	s.object.Refresh()
}

// Route remembers the tab.
func (s *Screen) Route() shell.Route { return shell.Route{Place: shell.Settings, Memo: s.tab} }

// Leave has nothing to write: a field is written when it is left. A backup goes
// on: it was asked for.
func (s *Screen) Leave() error { return nil }

// Help tells what the page is for.
func (s *Screen) Help() shell.Help {
	title, _ := s.m.Head(s.tab)
	return shell.Help{Title: title, For: "本机构的名称印在每张表上。政策只供查看：每一条要求都写着出处，没有对照原文的标“待核对”，只提醒不拦人。备份请每天存一份到 U 盘。",
		Keys: []shell.Key{
			{Cap: "← →", Does: "换一页"},
			{Cap: "↑ ↓", Does: "看另一条"},
			{Cap: "Ctrl+B", Does: "现在备份"},
			{Cap: "Ctrl+S", Does: "存一份到 U 盘"},
			{Cap: "Ctrl+H", Does: "核验全部数据"},
			{Cap: "Ctrl+R", Does: "换恢复码；演练县没有"},
			{Cap: "Esc", Does: "停下核验；没有在做就回去"},
		}}
}

// field returns the field of a name.
func (s *Screen) field(f Field) *kit.Field {
	field := s.fields[f.Key]
	if field == nil {
		field = kit.NewField(kit.Spec{Hint: f.Hint})
		field.Left = func(text string) { s.take(f.Key, text) }
		s.fields[f.Key] = field
	}
	field.Lock(f.ReadOnly)
	return field
}

// fill writes the names into their fields.
func (s *Screen) fill() {
	for _, f := range s.m.Fields() {
		s.field(f).SetValue(f.Text)
	}
}

func (s *Screen) findings() map[string]kit.Finding {
	found := map[string]kit.Finding{}
	for _, f := range s.m.Fields() {
		if f.Sentence != "" {
			found[f.Key] = kit.Finding{Sign: kit.Blocked, Sentence: f.Sentence}
		}
	}
	return found
}

// take writes a name.
func (s *Screen) take(key, text string) {
	done, err := s.m.Leave(context.Background(), key, text)
	if err != nil {
		s.w.Errors.Show(err)
		return
	}
	s.fill()
	s.ring.Find(s.findings())
	if done != (wording.Done{}) {
		s.w.Wrote()
		s.w.Done(done)
		s.onNames()
	}
	s.head.Refresh()
	s.object.Refresh()
}

package settings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkao/app/registration"
	"gongkao/views/kit"
	"gongkao/views/shell"
	"gongkao/views/wording"
)

// Screen draws one tab at a time: its fields or its list at the left, and at the
// right, or in a narrow window below, what there is to read.
type Screen struct {
	// Renew gives the office a new recovery code, in place of the page.
	Renew func()
	// Turned lets the window begin anew after the work, which changes what year
	// the office is in, and says what was done.
	Turned func(work func(context.Context) error, done wording.Done)
	// LookAt lets the window begin anew in another year.
	LookAt func(year int)

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

	working             *kit.Lane
	going               *kit.ProgressShown // nil: nothing takes long
	now, out, check     *kit.Button
	stop, renew         *kit.Button
	rules               *rules
	reviewing           *reviewing
	years               *yearTab
	scroll              *container.Scroll
	object, head, panel *fyne.Container
}

var (
	_ shell.Screen = (*Screen)(nil)
	_ shell.Reader = (*Screen)(nil)
)

// NewScreen returns the settings of an office; onNames is called when one of its
// names has changed.
func NewScreen(w *shell.Window, d *registration.Desk, onNames func()) *Screen {
	s := &Screen{w: w, m: New(d), onNames: onNames, keys: kit.NewKeys(), fields: map[string]*kit.Field{}, lists: map[Tab]*kit.Rows{}}
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
	s.rules = newRules(s, s.m.Editing())
	s.reviewing = newReviewing(s)
	s.years = newYearTab(s)
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
	s.keys.On(fyne.KeyModifierControl, fyne.KeyS, func() {
		if s.tab == Rules {
			s.rules.save()
			return
		}
		s.backUpTo()
	})
	s.keys.On(fyne.KeyModifierControl, fyne.KeyH, s.verify)
	s.keys.On(fyne.KeyModifierControl, fyne.KeyR, s.askRenewal)
	s.keys.On(fyne.KeyModifierControl, fyne.KeyU, func() {
		if s.tab == Reviews {
			s.reviewing.addUser()
		}
	})
	s.keys.On(0, fyne.KeyLeft, func() { s.tabs.Open(int(s.tab) - 1) })
	s.keys.On(0, fyne.KeyRight, func() { s.tabs.Open(int(s.tab) + 1) })
	s.keys.On(0, fyne.KeyEscape, func() {
		switch {
		case s.working.Cancel():
		case s.tab == Rules:
			s.rules.escape()
		default:
			s.w.Back()
		}
	})
	s.rules.newKeys(s.keys)
	s.years.newKeys(s.keys)
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
	s.w.Errors.Show(s.m.Editing().Refresh(context.Background()))
	s.policy = s.m.Policy()
	kept, err := s.m.Backups()
	s.w.Errors.Show(err)
	s.kept = kept
	turned := s.years.refresh()
	for tab, rows := range s.lists {
		rows.Change(func() int { return s.count(tab) })
	}
	if turned {
		s.lists[Years].GoTo(s.years.begin())
	}
	s.tabs.Set(s.tabsNow(), int(s.tab))
	s.fill()
	s.order()
	s.rules.show()
	s.redraw()
}

// reread shows the policy as it is now.
func (s *Screen) reread() {
	s.policy = s.m.Policy()
	for _, tab := range []Tab{Rules, Days, Fees} {
		s.lists[tab].Change(func() int { return s.count(tab) })
	}
	s.tabs.Set(s.tabsNow(), int(s.tab))
	s.object.Refresh()
}

// ofPolicy reports whether the tab is one of the policy's.
func (s *Screen) ofPolicy() bool { return s.tab == Rules || s.tab == Days || s.tab == Fees }

// rule is the current row of the conditions.
func (s *Screen) rule() (Rule, bool) {
	at := s.lists[Rules].Current()
	if at < 0 || at >= len(s.policy.Rules) {
		return Rule{}, false
	}
	return s.policy.Rules[at], true
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
	s.rules.keep()
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
	if s.tab == Rules {
		s.rules.laid = " " // the stops are the form's
		s.rules.fill()
		return
	}
	if s.tab == Names {
		for _, f := range s.m.Fields() {
			s.ring.Row(kit.Cell{Key: f.Key, Label: f.Label, At: s.field(f)})
		}
		s.ring.Find(s.findings())
	}
	if s.tab == Reviews {
		s.reviewing.order(s.ring)
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
	if s.tab == Years {
		s.ring.Then(s.years.back, s.years.open)
	}
	if s.ofPolicy() {
		s.ring.Then(s.rules.copy)
	}
	s.ring.Then(s.tabs)
}

func (s *Screen) redraw() {
	s.head.Refresh()
	s.panel.Refresh()
	s.rules.panel.Refresh()
	s.rules.effect.Refresh()
	s.object.Refresh()
}

// Route remembers the tab.
func (s *Screen) Route() shell.Route { return shell.Route{Place: shell.Settings, Memo: s.tab} }

// Leave keeps what is typed of a condition as a draft; a name is written when
// its field is left. A backup goes on: it was asked for.
func (s *Screen) Leave() error {
	s.rules.judging.Leave()
	s.rules.keep()
	return nil
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

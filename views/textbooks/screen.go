package textbooks

import (
	"context"

	"fyne.io/fyne/v2"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/kit"
	"gongkao/views/shell"
)

// orderForm is the paper that Ctrl+P prints.
const orderForm = "textbooks"

// Screen draws the supervising units at the left, the orders and slips of one at
// the right with their sums beneath; F2 turns the page to the catalogue.
type Screen struct {
	w    *shell.Window
	m    *Model
	keys *kit.Keys

	units, titles *kit.Rows
	views         [3]*kit.Rows // by View
	tabs          *kit.Tabs
	showing       bool // the lists follow the model: nobody clicked
	catalogue     bool // the catalogue is shown

	lines   []Line // what the lists show
	entries []Entry
	papers  []Paper
	books   []Title

	order, money, hand, void *kit.Button
	add, drop, take, turn    *kit.Button
	print, fees              *kit.Button
	object                   *fyne.Container
}

var (
	_ shell.Screen = (*Screen)(nil)
	_ shell.Reader = (*Screen)(nil)
)

// NewScreen returns the textbooks of an office.
func NewScreen(w *shell.Window, desk *registration.Desk) *Screen {
	s := &Screen{w: w, m: New(desk), keys: kit.NewKeys()}
	s.newLists()
	s.order = kit.NewButton("订教材…", "Ctrl+N", true, s.toOrder)
	s.money = kit.NewButton("收书款…", "F8", false, s.toMoney)
	s.hand = kit.NewButton("发书…", "F9", false, s.toHandOut)
	s.void = kit.NewLink("作废", "−", s.toVoid)
	s.print = kit.NewLink("打印", "Ctrl+P", s.toPaper)
	s.turn = kit.NewLink("教材目录", "F2", s.turnPage)
	s.fees = kit.NewLink("缴费", "F6", s.toFees)
	s.add = kit.NewButton("登记教材…", "Ctrl+N", true, s.toOrder)
	s.take = kit.NewButton("导入书目…", "Ctrl+O", false, s.takeIn)
	s.drop = kit.NewLink("不再订", "−", s.toVoid)
	for _, b := range []*kit.Button{s.order, s.money, s.hand, s.void, s.print, s.turn, s.fees, s.add, s.take, s.drop} {
		b.Join(w.Keys, func(bool) { s.toList() })
	}
	for key, does := range map[fyne.KeyName]func(){
		fyne.KeyF2: s.turnPage, fyne.KeyF6: s.toFees, fyne.KeyF7: s.nextView, fyne.KeyF8: s.toMoney, fyne.KeyF9: s.toHandOut,
		fyne.KeyMinus: s.toVoid, fyne.KeyEscape: s.escape,
	} {
		s.keys.On(0, key, does)
	}
	for key, does := range map[fyne.KeyName]func(){fyne.KeyN: s.toOrder, fyne.KeyO: s.takeIn, fyne.KeyP: s.toPaper} {
		s.keys.On(fyne.KeyModifierControl, key, does)
	}
	s.object = kit.Drawn(fyne.Size{}, s.draw)
	return s
}

// Object is the page.
func (s *Screen) Object() fyne.CanvasObject { return s.object }

// Keys are the page's own.
func (s *Screen) Keys() *kit.Keys { return s.keys }

// Open reads anew and stands in the units, at the one asked for.
func (s *Screen) Open(r shell.Route) {
	s.w.Errors.Show(s.m.Refresh(context.Background()))
	if r.Unit != "" {
		s.m.ShowUnit(r.Unit)
	}
	s.catalogue = s.m.Bare() && len(s.m.ledger.Books) > 0
	s.show()
	s.toList()
}

// Refresh reads again.
func (s *Screen) Refresh() {
	s.w.Errors.Show(s.m.Refresh(context.Background()))
	s.show()
}

// Route remembers which unit is shown.
func (s *Screen) Route() shell.Route { return shell.Route{Place: shell.Textbooks, Unit: s.m.unit} }

// Leave has nothing half written to keep.
func (s *Screen) Leave() error { return nil }

// show brings the lists into step with the model.
func (s *Screen) show() {
	s.showing = true
	s.units.Change(func() int { return len(s.m.Units()) })
	s.units.GoTo(s.m.At())
	s.showing = false
	s.showView()
}

// showView brings what is shown of the unit into step.
func (s *Screen) showView() {
	s.turn.SetLabel(map[bool]string{false: "教材目录", true: "征订"}[s.catalogue])
	s.turn.Hidden = s.empty()
	s.tabs.Set([]kit.Tab{{Label: "征订单"}, {Label: "逐笔订单"}, {Label: "收款与发书"}}, int(s.m.View()))
	s.views[s.m.View()].Change(func() int {
		switch s.m.View() {
		case Orders:
			s.entries = s.m.Entries()
			return len(s.entries)
		case Slips:
			s.papers = s.m.Papers()
			return len(s.papers)
		}
		s.lines = s.m.Lines()
		return len(s.lines)
	})
	if s.catalogue {
		s.titles.Change(func() int {
			s.books = s.m.Titles()
			return len(s.books)
		})
	}
	s.object.Refresh()
}

func (s *Screen) choose(row int) {
	if s.showing || row < 0 || row == s.m.At() {
		return
	}
	s.m.Show(row)
	s.showView()
	s.views[s.m.View()].GoTo(0)
}

// see shows another view of the unit.
func (s *Screen) see(v View) {
	s.m.See(v)
	s.showView()
	s.toView(false)
}

func (s *Screen) nextView() {
	if !s.catalogue {
		s.see((s.m.View() + 1) % View(len(s.views)))
	}
}

// toList gives the keyboard to the units, or to the catalogue; where there is no
// book, to the button that enters one.
func (s *Screen) toList() {
	switch {
	case s.empty():
		s.w.Focus(s.add)
	case s.catalogue:
		s.w.Focus(s.titles)
	default:
		s.w.Focus(s.units)
	}
}

// toView gives the keyboard to what is shown of the unit; where that is empty it
// stays with the units.
func (s *Screen) toView(bool) {
	if s.views[s.m.View()].Count() == 0 {
		s.w.Focus(s.units)
		return
	}
	s.w.Focus(s.views[s.m.View()])
}

// empty reports whether there is nothing to show but how to begin.
func (s *Screen) empty() bool { return len(s.m.ledger.Books) == 0 }

// turnPage turns to the catalogue and back.
func (s *Screen) turnPage() {
	s.catalogue = !s.catalogue
	s.showView()
	s.toList()
}

// escape goes from the catalogue to the units, from the orders to the units, then
// back.
func (s *Screen) escape() {
	switch {
	case s.catalogue && !s.empty():
		s.turnPage()
	case !s.empty() && s.w.Canvas().Focused() != fyne.Focusable(s.units):
		s.toList()
	default:
		s.w.Back()
	}
}

// toRecord opens the record of whose order it is.
func (s *Screen) toRecord(row int) {
	if whose := s.entries[row].Application; whose != "" {
		s.w.Go(shell.Route{Place: shell.Record, Person: whose, List: []data.ApplicationID{whose}})
	}
}

// tellPaper says the whole of a slip, which a row may be too short for.
func (s *Screen) tellPaper(row int) {
	p := s.papers[row]
	s.w.Say(kit.SayPlain, p.Kind+" "+p.What, p.On+"，"+p.Hand+"签字")
}

func (s *Screen) toFees() { s.w.Go(shell.Route{Place: shell.Fees, Unit: s.m.unit}) }

func (s *Screen) toPaper() {
	if !s.catalogue && !s.empty() {
		s.w.Go(shell.Route{Place: shell.Papers, Paper: orderForm, UnitOf: s.m.Printed()})
	}
}

func (s *Screen) takeIn() {
	if s.w.Import != nil {
		s.w.Import()
	}
}

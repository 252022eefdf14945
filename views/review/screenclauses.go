package review

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"gongkao/views/kit"
)

const (
	clausePitch float32 = 28
	numberRight float32 = 28
	signLeft    float32 = 38
	titleLeft   float32 = 64
	bodyLeft    float32 = 38
)

// clauses is the list at the right: one line an item, one of them open. It has
// the keyboard most of the time.
type clauses struct {
	widget.BaseWidget
	s      *Screen
	drawn  *fyne.Container
	high   float32
	tops   []float32 // where each item begins, and where the last ends
	inside bool
	tight  bool // there is hardly room for the open one
}

func newClauses(s *Screen) *clauses {
	c := &clauses{s: s}
	c.drawn = kit.Drawn(fyne.Size{}, c.draw)
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer shows what draw draws.
func (c *clauses) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.drawn) }

// MinSize is as high as the items are.
func (c *clauses) MinSize() fyne.Size { return fyne.NewSize(200, c.high) }

// measure finds out how high the items are in a width.
func (c *clauses) measure(width float32) {
	c.high = 0
	if _, open := c.s.m.Person(); open && width > 0 {
		c.high = c.lay(kit.NewSheet(), width)
	}
}

func (c *clauses) draw(sheet *kit.Sheet, size fyne.Size) {
	if _, open := c.s.m.Person(); open {
		c.lay(sheet, size.Width)
	}
}

// lay puts the items on a sheet and returns their height.
func (c *clauses) lay(sheet *kit.Sheet, width float32) float32 {
	y := float32(4)
	c.tops = c.tops[:0]
	for _, item := range c.s.m.Items() {
		c.tops = append(c.tops, y)
		if item.Key == c.s.m.OpenKey() {
			y += c.layOpen(sheet, item, y, width)
			continue
		}
		c.layClosed(sheet, item, y, width)
		y += clausePitch
	}
	c.tops = append(c.tops, y)
	return y + 4
}

// layClosed writes an item in one line.
func (c *clauses) layClosed(sheet *kit.Sheet, item Item, y, width float32) {
	style := kit.Style{}
	if !item.Done && item.State == Untouched {
		style = kit.Quiet()
	}
	right := width - panelInset
	sheet.TextR(item.Number, numberRight, y, clausePitch, kit.Quiet())
	sheet.Sign(stateSigns[item.State], signLeft, y+6, 16)
	title := min(style.Width(item.Title), (right-titleLeft)*0.62)
	sheet.TextIn(item.Title, titleLeft, y, title+1, clausePitch, style)
	fact := kit.Fit(item.Fact, right-titleLeft-title-kit.Gutter, kit.Normal, false)
	sheet.TextR(fact, right, y, clausePitch, kit.Quiet())
}

// FocusGained shows that keys go to the clauses.
func (c *clauses) FocusGained() { c.focus(true) }

// FocusLost shows that they do not.
func (c *clauses) FocusLost() { c.focus(false) }

func (c *clauses) focus(inside bool) {
	c.inside = inside
	c.drawn.Refresh()
}

// AcceptsTab makes Tab arrive in TypedKey.
func (c *clauses) AcceptsTab() bool { return true }

// runes are the keys that mean something only here: elsewhere they zoom.
var runes = map[rune]func(*Screen){
	'-': func(s *Screen) { s.ask(WhyNot) }, '－': func(s *Screen) { s.ask(WhyNot) }, '−': func(s *Screen) { s.ask(WhyNot) }, '—': func(s *Screen) { s.ask(WhyNot) },
	'*': func(s *Screen) { s.ask(ANote) }, '＊': func(s *Screen) { s.ask(ANote) }, '×': func(s *Screen) { s.ask(ANote) },
	'+': func(s *Screen) { s.ask(WhyAside) }, '＋': func(s *Screen) { s.ask(WhyAside) },
	'o': func(s *Screen) { s.ask(WhyAside) }, 'O': func(s *Screen) { s.ask(WhyAside) }, '0': func(s *Screen) { s.choose(0) },
}

// TypedRune acts on what has no key of its own on every keyboard.
func (c *clauses) TypedRune(r rune) {
	if act := runes[r]; act != nil {
		act(c.s)
	}
}

// TypedKey moves, shows the next paper, or asks the window's keys.
func (c *clauses) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp:
		c.s.move(-1)
	case fyne.KeyDown:
		c.s.move(1)
	case fyne.KeyTab:
		c.s.nextEvidence(kit.Mods()&fyne.KeyModifierShift != 0)
	default:
		c.s.w.Keys.Handle(ev)
	}
}

// TypedShortcut asks the window's keys.
func (c *clauses) TypedShortcut(sc fyne.Shortcut) { c.s.w.Keys.Shortcut(sc) }

// MouseDown takes the focus.
func (c *clauses) MouseDown(*desktop.MouseEvent) { c.s.w.Focus(c) }

// MouseUp does nothing: Tapped opens.
func (c *clauses) MouseUp(*desktop.MouseEvent) {}

// Tapped opens the item that was clicked.
func (c *clauses) Tapped(ev *fyne.PointEvent) {
	items := c.s.m.Items()
	for i, item := range items {
		if i+1 < len(c.tops) && ev.Position.Y >= c.tops[i] && ev.Position.Y < c.tops[i+1] && item.Key != c.s.m.OpenKey() {
			c.s.show(item.Key)
			return
		}
	}
}

package slip

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"gongkao/views/kit"
)

// Pick is a row of words, each with its figure, of which one is chosen or
// several are ticked. The figures choose while it has the focus, 0 the tenth, so
// do the arrow keys with the space bar.
type Pick struct {
	widget.BaseWidget
	words   []string
	many    bool
	chosen  map[int]bool
	at      int
	Changed func() // something else was chosen; nil: nobody asks

	inside bool
	echo   kit.Echo
	keys   *kit.Keys
	next   func(back bool)
	drawn  *fyne.Container
}

const (
	pickPitch float32 = 28
	pickGap   float32 = 20
)

func newPick(many bool, words ...string) *Pick {
	p := &Pick{words: words, many: many, chosen: map[int]bool{}}
	p.drawn = kit.Drawn(fyne.NewSize(0, pickPitch), p.draw)
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer shows what draw draws.
func (p *Pick) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.drawn) }

// Chosen returns what is chosen, -1 for nothing.
func (p *Pick) Chosen() int {
	for i := range p.words {
		if p.chosen[i] {
			return i
		}
	}
	return -1
}

// Ticked reports whether a word is chosen.
func (p *Pick) Ticked(i int) bool { return p.chosen[i] }

// Choose chooses a word beforehand.
func (p *Pick) Choose(i int) { p.chosen[i] = true }

// places returns where each word stands in a width, and the height of all.
func (p *Pick) places(width float32) (at []fyne.Position, height float32) {
	x, y := float32(0), float32(0)
	for i := range p.words {
		wide := p.wide(i)
		if x > 0 && x+wide > width {
			x, y = 0, y+pickPitch
		}
		at = append(at, fyne.NewPos(x, y))
		x += wide + pickGap
	}
	return at, y + pickPitch
}

func (p *Pick) wide(i int) float32 {
	return kit.KeyCapWidth(figure(i)) + 8 + 18 + kit.Whole(kit.Strong().Width(p.words[i])) + 2
}

// figure is the key of a word; there is none after the tenth.
func figure(i int) string {
	if i > 9 {
		return "·"
	}
	return strconv.Itoa((i + 1) % 10)
}

func (p *Pick) draw(s *kit.Sheet, size fyne.Size) {
	places, _ := p.places(size.Width)
	for i, at := range places {
		style := kit.Style{}
		if p.chosen[i] {
			style = kit.Strong()
		}
		if p.inside && i == p.at {
			s.Tint(at.X-4, at.Y+1, p.wide(i)+8, pickPitch-2, kit.Colors.AccentTint)
		}
		x := at.X + s.KeyCap(figure(i), at.X, at.Y+3) + 8
		if p.chosen[i] {
			s.Icon(kit.IconTick, x, at.Y+7, 14, kit.Colors.Accent)
		} else {
			s.Icon(kit.IconOpen, x, at.Y+7, 14, kit.Colors.Ink3)
		}
		s.TextIn(p.words[i], x+18, at.Y, size.Width-x-18, pickPitch, style)
	}
}

// take chooses a word, or takes a tick away again.
func (p *Pick) take(i int) {
	if i < 0 || i >= len(p.words) {
		return
	}
	p.at = i
	if p.many {
		p.chosen[i] = !p.chosen[i]
	} else {
		p.chosen = map[int]bool{i: true}
	}
	p.drawn.Refresh()
	if p.Changed != nil {
		p.Changed()
	}
}

// Join puts the row into an order of focus.
func (p *Pick) Join(keys *kit.Keys, next func(back bool)) { p.keys, p.next = keys, next }

// Skips reports whether there is nothing to choose.
func (p *Pick) Skips() bool { return p.Hidden || len(p.words) == 0 }

// FocusGained shows where the arrow keys are.
func (p *Pick) FocusGained() { p.focus(true) }

// FocusLost takes it away.
func (p *Pick) FocusLost() { p.focus(false) }

func (p *Pick) focus(inside bool) {
	p.inside = inside
	p.echo.Came(p.keys)
	p.drawn.Refresh()
}

// AcceptsTab makes Tab arrive in TypedKey.
func (p *Pick) AcceptsTab() bool { return p.next != nil }

// TypedRune takes the word of a figure.
func (p *Pick) TypedRune(r rune) {
	if !p.echo.Takes(r) && r >= '0' && r <= '9' {
		p.take((int(r-'0') + 9) % 10)
	}
}

// TypedKey moves, takes, or goes on.
func (p *Pick) TypedKey(ev *fyne.KeyEvent) {
	p.echo.Over()
	last := len(p.words) - 1
	switch ev.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		p.at = max(0, p.at-1)
		p.drawn.Refresh()
	case fyne.KeyRight, fyne.KeyDown:
		p.at = min(last, p.at+1)
		p.drawn.Refresh()
	case fyne.KeySpace:
		p.take(p.at)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyTab:
		if p.next != nil {
			p.next(kit.Mods()&fyne.KeyModifierShift != 0)
		}
	default:
		p.keys.Handle(ev)
	}
}

// TypedShortcut asks the window's keys.
func (p *Pick) TypedShortcut(sc fyne.Shortcut) { p.keys.Shortcut(sc) }

// MouseDown takes the focus.
func (p *Pick) MouseDown(*desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		c.Focus(p)
	}
}

// MouseUp does nothing: Tapped takes.
func (p *Pick) MouseUp(*desktop.MouseEvent) {}

// Tapped takes the word that was clicked.
func (p *Pick) Tapped(ev *fyne.PointEvent) {
	places, _ := p.places(p.Size().Width)
	for i, at := range places {
		if ev.Position.X >= at.X && ev.Position.X < at.X+p.wide(i) && ev.Position.Y >= at.Y && ev.Position.Y < at.Y+pickPitch {
			p.take(i)
		}
	}
}

package photos

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"gongkao/views/kit"
)

// easel holds the keyboard while the frame of the current picture is moved. It draws
// nothing itself; the page draws the picture where it stands.
type easel struct {
	widget.BaseWidget
	s       *Screen
	focused bool
}

var (
	_ fyne.Focusable    = (*easel)(nil)
	_ fyne.Tabbable     = (*easel)(nil)
	_ fyne.Shortcutable = (*easel)(nil)
	_ fyne.Tappable     = (*easel)(nil)
)

func newEasel(s *Screen) *easel {
	e := &easel{s: s}
	e.ExtendBaseWidget(e)
	return e
}

// CreateRenderer draws nothing.
func (e *easel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// FocusGained shows that the arrows move the frame.
func (e *easel) FocusGained() { e.focused = true; e.s.object.Refresh() }

// FocusLost shows that they do not.
func (e *easel) FocusLost() { e.focused = false; e.s.object.Refresh() }

// AcceptsTab keeps Tab for the way back to the list.
func (e *easel) AcceptsTab() bool { return true }

// Tapped takes the keyboard.
func (e *easel) Tapped(*fyne.PointEvent) { e.s.w.Focus(e) }

// steps are where the arrows move the frame.
var steps = map[fyne.KeyName][2]float64{fyne.KeyLeft: {-1, 0}, fyne.KeyRight: {1, 0}, fyne.KeyUp: {0, -1}, fyne.KeyDown: {0, 1}}

// TypedKey moves the frame, goes on, or asks the window's keys.
func (e *easel) TypedKey(ev *fyne.KeyEvent) {
	r := e.s.current()
	step, arrow := steps[ev.Name]
	switch {
	case arrow && r != nil:
		r.Nudge(step[0], step[1], kit.Mods()&fyne.KeyModifierShift != 0)
		e.s.drawCurrent()
	case ev.Name == fyne.KeyTab && e.s.m.One() == nil:
		e.s.toList()
	case ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter:
		e.s.acceptOne()
	case ev.Name == fyne.KeyPageUp:
		e.s.rows.GoTo(e.s.rows.Current() - 1)
	case ev.Name == fyne.KeyPageDown:
		e.s.rows.GoTo(e.s.rows.Current() + 1)
	default:
		e.s.w.Keys.Handle(ev)
	}
}

// TypedRune zooms, turns and says who it is.
func (e *easel) TypedRune(letter rune) { e.s.typed(letter) }

// TypedShortcut asks the window's keys.
func (e *easel) TypedShortcut(sc fyne.Shortcut) { e.s.w.Keys.Shortcut(sc) }

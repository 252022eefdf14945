package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained frames the button.
func (b *Button) FocusGained() {
	leave()
	b.inside = true
	b.Refresh()
	if b.Arrived != nil {
		b.Arrived()
	}
}

// FocusLost takes the frame away.
func (b *Button) FocusLost() {
	b.inside = false
	b.Refresh()
}

// AcceptsTab makes Tab arrive in TypedKey.
func (b *Button) AcceptsTab() bool { return b.next != nil }

// TypedRune does nothing: the space bar arrives as a key.
func (b *Button) TypedRune(rune) {}

// TypedKey presses, goes on, or asks the window's keys.
func (b *Button) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.Press()
	case fyne.KeyTab:
		if b.next != nil {
			b.next(Mods()&fyne.KeyModifierShift != 0)
		}
	default:
		b.keys.Handle(ev)
	}
}

// TypedShortcut asks the window's keys.
func (b *Button) TypedShortcut(sc fyne.Shortcut) { b.keys.Shortcut(sc) }

// MouseDown takes the focus, so that the field before commits.
func (b *Button) MouseDown(*desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil && !b.Disabled() {
		c.Focus(b)
	}
}

// MouseUp does nothing: Tapped presses.
func (b *Button) MouseUp(*desktop.MouseEvent) {}

// Tapped presses.
func (b *Button) Tapped(*fyne.PointEvent) { b.Press() }

// MouseIn shows that it can be pressed.
func (b *Button) MouseIn(*desktop.MouseEvent) { b.hover(true) }

// MouseMoved does nothing.
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes back what MouseIn showed.
func (b *Button) MouseOut() { b.hover(false) }

func (b *Button) hover(over bool) {
	b.over = over
	b.Refresh()
}

// Cursor is a hand over a link.
func (b *Button) Cursor() desktop.Cursor {
	if b.worded() && !b.Disabled() {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// mix returns a colour part of the way to another.
func mix(from, to color.NRGBA, part float64) color.NRGBA {
	between := func(a, b uint8) uint8 { return uint8(float64(a) + (float64(b)-float64(a))*part) }
	return color.NRGBA{R: between(from.R, to.R), G: between(from.G, to.G), B: between(from.B, to.B), A: 0xFF}
}

package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

const (
	armLength float32 = 60 // an arrow key moves the page so far
	wheelArm  float32 = 3  // pixels for one of Fyne's units of the wheel: 75 a notch
)

// FocusGained draws the frame.
func (v *PageView) FocusGained() { v.focused = true; v.Refresh() }

// FocusLost takes it away.
func (v *PageView) FocusLost() { v.focused = false; v.Refresh() }

// AcceptsTab keeps Tab for Next.
func (v *PageView) AcceptsTab() bool { return v.Next != nil }

// Join makes the view a stop of a form's order.
func (v *PageView) Join(keys *Keys, next func(back bool)) { v.Keys, v.Next = keys, next }

// Skips reports whether there is nothing to look at.
func (v *PageView) Skips() bool { return v.Hidden || v.count() == 0 }

// viewKeys are the view's own keys; PgUp and PgDn always turn.
var viewKeys = map[fyne.KeyName]func(*PageView){
	fyne.KeyPageUp:   func(v *PageView) { v.Turn(-1) },
	fyne.KeyPageDown: func(v *PageView) { v.Turn(1) },
	fyne.KeyHome:     func(v *PageView) { v.GoTo(0) },
	fyne.KeyEnd:      func(v *PageView) { v.GoTo(v.count() - 1) },
	fyne.KeyUp:       func(v *PageView) { v.pan(0, -armLength) },
	fyne.KeyDown:     func(v *PageView) { v.pan(0, armLength) },
	fyne.KeyLeft:     func(v *PageView) { v.pan(-armLength, 0) },
	fyne.KeyRight:    func(v *PageView) { v.pan(armLength, 0) },
}

// TypedKey acts on a key.
func (v *PageView) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyTab && v.Next != nil {
		v.Next(Mods()&fyne.KeyModifierShift != 0)
		return
	}
	if act := viewKeys[ev.Name]; act != nil {
		act(v)
		return
	}
	v.Keys.Handle(ev)
}

// TypedRune zooms: + and − come as letters from the main block and the keypad
// alike; = is + without Shift.
func (v *PageView) TypedRune(r rune) {
	switch r {
	case '+', '=':
		v.ZoomIn()
	case '-', '−':
		v.ZoomOut()
	}
}

// TypedShortcut passes keys with Ctrl or Alt on.
func (v *PageView) TypedShortcut(sc fyne.Shortcut) { v.Keys.Shortcut(sc) }

func (v *PageView) pan(dx, dy float32) {
	if v.frame.moveBy(dx, dy) {
		v.Refresh()
	}
}

// MouseDown takes the focus.
func (v *PageView) MouseDown(*desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		c.Focus(v)
	}
}

// MouseUp is nothing.
func (v *PageView) MouseUp(*desktop.MouseEvent) {}

// Dragged moves the page with the hand.
func (v *PageView) Dragged(ev *fyne.DragEvent) { v.pan(-ev.Dragged.DX, -ev.Dragged.DY) }

// DragEnd is nothing.
func (v *PageView) DragEnd() {}

// Scrolled reads on: down the page, and from its foot to the next one's head.
// With Ctrl it zooms about the pointer.
func (v *PageView) Scrolled(ev *fyne.ScrollEvent) {
	if Mods()&fyne.KeyModifierControl != 0 {
		v.zoomAbout(v.frame.step(ev.Scrolled.DY > 0), v.mouse)
		return
	}
	if v.frame.moveBy(-ev.Scrolled.DX*wheelArm, -ev.Scrolled.DY*wheelArm) {
		v.Refresh()
		return
	}
	switch {
	case ev.Scrolled.DY < 0:
		v.Turn(1)
	case ev.Scrolled.DY > 0 && v.Turn(-1):
		v.pan(0, v.frame.shown().Height) // read backwards from the foot
	}
}

// MouseIn and MouseMoved know where the pointer is, MouseOut forgets.
func (v *PageView) MouseIn(ev *desktop.MouseEvent) { v.MouseMoved(ev) }

// MouseMoved remembers where the wheel zooms about.
func (v *PageView) MouseMoved(ev *desktop.MouseEvent) { v.mouse = ev.Position }

// MouseOut lets the wheel zoom about the middle.
func (v *PageView) MouseOut() { v.mouse = v.frame.middle() }

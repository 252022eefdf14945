// Package kittest drives screens in tests the way the desktop driver does.
// Fyne's own helpers do not: they hand keys to the canvas or straight to a
// widget, tap only what is Tappable, and know no Ctrl or Shift.
//
// Open a Desk, then Press, Type, Compose and Click; read what is drawn with
// Texts and At, and look at it with Save. Every desk closes with its test.
package kittest

import (
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"gongkao/views/kit"
)

// Desk is a window of a test.
type Desk struct {
	t       testing.TB
	App     fyne.App
	Window  fyne.Window
	hovered desktop.Hoverable
	mods    fyne.KeyModifier
}

// App dresses a test app as the program dresses itself. Widgets need it before
// they are made, so call it first; Open does it otherwise.
func App(t testing.TB) fyne.App {
	a := test.NewTempApp(t)
	kit.Dress(a, false)
	t.Cleanup(func() { kit.Colors = kit.Desk(false) })
	return a
}

// Open shows content in a window of a size at 100 %.
func Open(t testing.TB, a fyne.App, content fyne.CanvasObject, width, height float32) *Desk {
	d := &Desk{t: t, App: a, Window: a.NewWindow("工考")}
	before := kit.Mods
	kit.Mods = func() fyne.KeyModifier { return d.mods }
	t.Cleanup(func() {
		kit.Mods = before
		d.Window.Close()
	})
	d.Window.SetPadded(false)
	d.Window.SetContent(content)
	d.Window.Resize(fyne.NewSize(width, height))
	return d
}

// Canvas returns the window's canvas.
func (d *Desk) Canvas() fyne.Canvas { return d.Window.Canvas() }

// Scale sets the window to 125 or 150 %: 1.3 (as Fyne rounds) or 1.5.
func (d *Desk) Scale(scale float32) {
	d.Canvas().(interface{ SetScale(float32) }).SetScale(scale)
}

// Focus puts the caret somewhere.
func (d *Desk) Focus(f fyne.Focusable) { d.Canvas().Focus(f) }

// Press presses and releases a key with the modifiers held.
func (d *Desk) Press(key fyne.KeyName, mods ...fyne.KeyModifier) {
	for _, m := range mods {
		d.mods |= m
	}
	defer func() { d.mods = 0 }()
	c := d.Canvas()
	ev := &fyne.KeyEvent{Name: key}
	shiftKey := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	if d.mods&fyne.KeyModifierShift != 0 {
		keyDown(c, shiftKey)
		defer func() { keyUp(c, shiftKey) }()
	}
	keyDown(c, ev)
	defer func() { keyUp(c, ev) }()
	if key == fyne.KeyTab && d.mods&^fyne.KeyModifierShift == 0 && !takesTab(c.Focused()) {
		if d.mods == 0 {
			c.FocusNext()
		} else {
			c.FocusPrevious()
		}
		return
	}
	if sc := shortcut(key, d.mods); sc != nil {
		focused, ok := c.Focused().(fyne.Shortcutable)
		switch {
		case ok && readOnly(focused) && sc.ShortcutName() != "Copy":
			c.Focused().TypedKey(ev)
		case ok:
			focused.TypedShortcut(sc) // and nobody else is asked
		default:
			inner(c).TypedShortcut(sc)
		}
		return
	}
	if focused := c.Focused(); focused != nil {
		focused.TypedKey(ev)
	} else if on := c.OnTypedKey(); on != nil {
		on(ev)
	}
}

// Type types letters, each by a key.
func (d *Desk) Type(text string) {
	for _, r := range text {
		ev := &fyne.KeyEvent{Name: letterKey(r)}
		keyDown(d.Canvas(), ev)
		if focused := d.Canvas().Focused(); focused != nil {
			focused.TypedKey(ev)
		} else if on := d.Canvas().OnTypedKey(); on != nil {
			on(ev)
		}
		d.rune(r)
		keyUp(d.Canvas(), ev)
	}
}

// Compose types as an input method commits: letters without keys.
func (d *Desk) Compose(text string) {
	for _, r := range text {
		d.rune(r)
	}
}

func (d *Desk) rune(r rune) {
	if focused := d.Canvas().Focused(); focused != nil {
		focused.TypedRune(r)
	} else if on := d.Canvas().OnTypedRune(); on != nil {
		on(r)
	}
}

func letterKey(r rune) fyne.KeyName {
	switch {
	case r >= 'a' && r <= 'z':
		return fyne.KeyName(r - 'a' + 'A')
	case r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
		return fyne.KeyName(r)
	case r == ' ':
		return fyne.KeySpace
	}
	return fyne.KeyUnknown
}

func keyDown(c fyne.Canvas, ev *fyne.KeyEvent) {
	if k, ok := c.Focused().(desktop.Keyable); ok {
		k.KeyDown(ev)
	}
}

func keyUp(c fyne.Canvas, ev *fyne.KeyEvent) {
	if k, ok := c.Focused().(desktop.Keyable); ok {
		k.KeyUp(ev)
	}
}

func takesTab(f fyne.Focusable) bool {
	t, ok := f.(fyne.Tabbable)
	return ok && t.AcceptsTab()
}

// inner returns what hears the shortcuts of a window in which nothing has the
// focus. Fyne's test canvas wraps it and does not show that it can.
func inner(c fyne.Canvas) fyne.Shortcutable {
	if s, ok := c.(fyne.Shortcutable); ok {
		return s
	}
	return reflect.ValueOf(c).Elem().FieldByName("WindowlessCanvas").Interface().(fyne.Shortcutable)
}

func readOnly(o fyne.Shortcutable) bool {
	text, ok := o.(interface {
		fyne.Disableable
		SelectedText() string
	})
	return ok && text.Disabled()
}

// shortcut is what the desktop driver makes of a key, nil for a typed one.
func shortcut(key fyne.KeyName, mods fyne.KeyModifier) fyne.Shortcut {
	if mods == fyne.KeyModifierControl {
		clipboard := fyne.CurrentApp().Clipboard()
		switch key {
		case fyne.KeyZ:
			return &fyne.ShortcutUndo{}
		case fyne.KeyY:
			return &fyne.ShortcutRedo{}
		case fyne.KeyV:
			return &fyne.ShortcutPaste{Clipboard: clipboard}
		case fyne.KeyC:
			return &fyne.ShortcutCopy{Clipboard: clipboard}
		case fyne.KeyX:
			return &fyne.ShortcutCut{Clipboard: clipboard}
		case fyne.KeyA:
			return &fyne.ShortcutSelectAll{}
		}
	}
	if mods&^fyne.KeyModifierShift == 0 {
		return nil
	}
	return &desktop.CustomShortcut{KeyName: key, Modifier: mods}
}

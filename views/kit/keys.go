package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Mods returns the modifier keys held down now. A variable, because Fyne's test
// driver knows none.
var Mods = func() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// Keys is a table of keys and what they do. A window has one; the screen in it
// has another in front, and a question that must be answered first holds both
// back.
//
// Fyne gives a key to whatever has the focus and to nobody else, so every
// widget of ours asks its table before it acts; Bind makes the table hear what
// is pressed while nothing has the focus.
type Keys struct {
	acts   map[chord]func()
	front  *Keys // asked first
	only   *Keys // asked alone
	behind *Keys // the table this one stands in front of
	canvas fyne.Canvas

	answering fyne.KeyName // the plain key that is being acted upon; its letter is still to come
}

// NewKeys returns an empty table.
func NewKeys() *Keys { return &Keys{acts: map[chord]func(){}} }

// On says what a key does. A second call replaces the first; nil removes it.
func (k *Keys) On(mod fyne.KeyModifier, key fyne.KeyName, do func()) {
	c := chordOf(mod, key)
	if do == nil {
		delete(k.acts, c)
		return
	}
	k.acts[c] = do
	k.listen(c)
}

// Front puts a screen's table before this one; nil takes it away.
func (k *Keys) Front(screen *Keys) {
	k.front = screen
	k.listenAll(screen)
}

// Hold lets only this table's keys act until Release: a question is open.
func (k *Keys) Hold(question *Keys) {
	k.only = question
	k.listenAll(question)
}

// Release ends Hold.
func (k *Keys) Release() { k.only = nil }

// Held reports whether a question is open.
func (k *Keys) Held() bool { return k.only != nil }

// Handle does what a typed key is there for. False means that it is nobody's.
func (k *Keys) Handle(ev *fyne.KeyEvent) bool {
	return k.window().act(chordOf(Mods(), ev.Name))
}

// Shortcut does what a key with Ctrl or Alt is there for.
func (k *Keys) Shortcut(sc fyne.Shortcut) bool {
	c, ok := pressed(sc)
	return ok && k.window().act(c)
}

// window returns the table behind all others, whichever a widget was given.
func (k *Keys) window() *Keys {
	for k != nil && k.behind != nil {
		k = k.behind
	}
	return k
}

func (k *Keys) act(c chord) bool {
	if k == nil {
		return false
	}
	if k.only != nil {
		return k.only.act(c)
	}
	if k.front.act(c) {
		return true
	}
	do, ok := k.acts[c]
	if ok {
		window := k.window()
		if c.mod&^fyne.KeyModifierShift == 0 {
			window.answering = c.key
		}
		do()
		window.answering = ""
	}
	return ok
}

// Bind makes the table hear the keys of a window in which nothing has the
// focus.
func (k *Keys) Bind(c fyne.Canvas) {
	k.canvas = c
	c.SetOnTypedKey(func(ev *fyne.KeyEvent) { k.Handle(ev) })
	k.listenAll(k)
	k.listenAll(k.front)
}

func (k *Keys) listenAll(table *Keys) {
	if table == nil {
		return
	}
	if table != k {
		table.behind = k
	}
	for c := range table.acts {
		table.listen(c)
	}
}

// listen asks the window's canvas for a chord; plain keys come anyway.
func (k *Keys) listen(c chord) {
	window := k.window()
	if sc := c.shortcut(); sc != nil && window.canvas != nil {
		window.canvas.AddShortcut(sc, func(sc fyne.Shortcut) { window.Shortcut(sc) })
	}
}

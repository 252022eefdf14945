package kit

import (
	"time"

	"fyne.io/fyne/v2"
)

// composingPause is how long after an input method has committed its text an
// Enter still belongs to it. Nobody presses Enter that fast on purpose.
const composingPause = 30 * time.Millisecond

// now is a variable for the tests of composing.
var now = time.Now

// composed tells text of an input method from typed text: a key's own letter
// comes after the key went down, a committed hanzi comes without one.
type composed struct {
	down map[fyne.KeyName]bool // keys held
	next bool                  // a key went down since the last letter
	at   time.Time             // when an input method last committed
}

func (c *composed) keyDown(key fyne.KeyName) {
	if c.down == nil {
		c.down = map[fyne.KeyName]bool{}
	}
	c.down[key], c.next = true, true
}

func (c *composed) keyUp(key fyne.KeyName) { delete(c.down, key) }

func (c *composed) letter() {
	if !c.next && len(c.down) == 0 {
		c.at = now()
	}
	c.next = false
}

func (c *composed) forget() { *c = composed{} }

// takesEnter reports whether an Enter now ends a composition and nothing else.
func (c *composed) takesEnter() bool {
	return !c.at.IsZero() && now().Sub(c.at) < composingPause
}

// KeyDown notes which keys go down.
func (f *Field) KeyDown(ev *fyne.KeyEvent) {
	f.echo.Over()
	f.composed.keyDown(ev.Name)
	f.Entry.KeyDown(ev)
}

// KeyUp notes which keys come up.
func (f *Field) KeyUp(ev *fyne.KeyEvent) {
	f.composed.keyUp(ev.Name)
	f.Entry.KeyUp(ev)
}

// TypedRune types a letter.
func (f *Field) TypedRune(r rune) {
	if f.echo.Takes(r) {
		return
	}
	byKey := f.composed.next || len(f.composed.down) > 0
	f.composed.letter()
	if byKey && f.letters != nil && f.letters(r) {
		return
	}
	f.Entry.TypedRune(r)
}

// editing are the keys that stay in a field and are asked of no table.
var editing = map[fyne.KeyName]bool{
	fyne.KeyLeft: true, fyne.KeyRight: true, fyne.KeyHome: true, fyne.KeyEnd: true,
	fyne.KeyBackspace: true, fyne.KeyDelete: true, fyne.KeySpace: true,
}

// TypedKey goes on, asks the window's keys, or edits: in this order.
func (f *Field) TypedKey(ev *fyne.KeyEvent) {
	enter := ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter
	if enter && f.composed.takesEnter() {
		f.composed.forget()
		return
	}
	if f.first != nil && f.first(ev) {
		return
	}
	back := Mods()&fyne.KeyModifierShift != 0
	switch {
	case enter && !f.MultiLine, ev.Name == fyne.KeyTab:
		if enter && !back {
			f.takeProposed()
		}
		f.goOn(ev, back)
		return
	case f.MultiLine && (ev.Name == fyne.KeyUp || ev.Name == fyne.KeyDown || enter):
		f.Entry.TypedKey(ev)
		return
	}
	if !f.edits(ev.Name) && f.keys.Handle(ev) {
		return
	}
	f.Entry.TypedKey(ev)
}

// edits reports whether a key writes or moves the caret here. A read-only field
// writes nothing, and Fyne hands it Ctrl and Alt combinations as plain keys.
func (f *Field) edits(key fyne.KeyName) bool {
	return !f.Disabled() && (editing[key] || len(key) == 1)
}

// goOn commits first, so that what the value fills in is known when the next
// field is chosen.
func (f *Field) goOn(ev *fyne.KeyEvent, back bool) {
	if !f.commit() && f.Passed != nil {
		f.Passed(f.Text)
	}
	if !f.MultiLine {
		f.CursorColumn = 0 // a long text is read from its beginning
	}
	if f.next != nil {
		f.next(back)
		return
	}
	f.keys.Handle(ev)
}

// TypedShortcut gives the window's keys everything but editing, and Ctrl+Z too
// when the field has nothing left to take back.
func (f *Field) TypedShortcut(sc fyne.Shortcut) {
	switch sc.(type) {
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		before := f.Text
		f.Entry.TypedShortcut(sc)
		if f.Text == before {
			f.keys.Shortcut(sc)
		}
	case *fyne.ShortcutCopy, *fyne.ShortcutCut:
		if f.SelectedText() == "" && f.keys.Shortcut(sc) {
			return
		}
		f.Entry.TypedShortcut(sc)
	case *fyne.ShortcutPaste, *fyne.ShortcutSelectAll:
		f.Entry.TypedShortcut(sc)
	default:
		if !f.keys.Shortcut(sc) {
			f.Entry.TypedShortcut(sc)
		}
	}
}

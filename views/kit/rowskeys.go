package kit

import (
	"time"
	"unicode"

	"fyne.io/fyne/v2"
)

// lettersPause ends a word typed to jump to a name.
const lettersPause = time.Second

// typedLetters is what was typed to jump to a name.
type typedLetters struct {
	word string
	at   time.Time
}

// FocusGained shows that keys go to the list.
func (r *Rows) FocusGained() {
	leave()
	r.focused = true
	r.Refresh()
}

// FocusLost shows that they do not.
func (r *Rows) FocusLost() { r.focused, r.head = false, -1; r.Refresh() }

// AcceptsTab keeps Tab for Next.
func (r *Rows) AcceptsTab() bool { return r.Next != nil }

// Join makes the list a stop of a form's order.
func (r *Rows) Join(keys *Keys, next func(back bool)) { r.Keys, r.Next = keys, next }

// Skips reports whether there is nothing to stop at.
func (r *Rows) Skips() bool { return r.view.count == 0 || r.Hidden }

// rowKeys are the list's own keys. Whatever is not here goes to Keys first.
var rowKeys = map[fyne.KeyName]func(*Rows){
	fyne.KeyUp:     func(r *Rows) { r.step(-1) },
	fyne.KeyDown:   func(r *Rows) { r.step(1) },
	fyne.KeyHome:   func(r *Rows) { r.step(-r.view.count) },
	fyne.KeyEnd:    func(r *Rows) { r.step(r.view.count) },
	fyne.KeySpace:  (*Rows).toggle,
	fyne.KeyLeft:   func(r *Rows) { r.walkHeads(-1) },
	fyne.KeyRight:  func(r *Rows) { r.walkHeads(1) },
	fyne.KeyReturn: (*Rows).open,
	fyne.KeyEnter:  (*Rows).open,
}

// lateKeys are the list's own keys if the screen has no other use for them: 名册
// turns the pages of its preview.
var lateKeys = map[fyne.KeyName]func(*Rows){
	fyne.KeyPageUp:   func(r *Rows) { r.step(-r.view.page()) },
	fyne.KeyPageDown: func(r *Rows) { r.step(r.view.page()) },
}

// TypedKey acts on a key.
func (r *Rows) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case ev.Name == fyne.KeyTab && r.Next != nil:
		r.Next(Mods()&fyne.KeyModifierShift != 0)
	case ev.Name == fyne.KeyEscape && !r.keepEsc && r.ClearSelection():
	case r.ownKey(ev.Name):
		rowKeys[ev.Name](r)
	case r.Keys.act(chordOf(Mods()&fyne.KeyModifierShift, ev.Name)):
	case lateKeys[ev.Name] != nil:
		lateKeys[ev.Name](r)
	}
}

// ownKey leaves to the screen what this list has no use for.
func (r *Rows) ownKey(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyReturn, fyne.KeyEnter:
		return r.OnOpen != nil
	case fyne.KeySpace:
		return r.Boxes
	case fyne.KeyLeft, fyne.KeyRight:
		return !r.Headless && r.OnSort != nil
	}
	return rowKeys[key] != nil
}

// TypedRune jumps to a name by its pinyin initials. A pause begins a new word.
func (r *Rows) TypedRune(typed rune) {
	if r.Typed != nil && r.Typed(typed) {
		return
	}
	if r.Letters == nil || !unicode.IsLetter(typed) {
		return
	}
	now := r.Now()
	if now.Sub(r.typed.at) > lettersPause {
		r.typed.word = ""
	}
	r.typed.word, r.typed.at = r.typed.word+string(unicode.ToLower(typed)), now
	if row, found := r.Letters(r.typed.word, r.current); found {
		r.GoTo(row)
	}
}

// TypedShortcut acts on a key with Ctrl or Alt.
func (r *Rows) TypedShortcut(sc fyne.Shortcut) {
	if r.Keys.Shortcut(sc) {
		return
	}
	c, ok := pressed(sc)
	if !ok || c.mod&^fyne.KeyModifierShift != fyne.KeyModifierControl {
		return
	}
	switch c.key {
	case fyne.KeyC:
		r.Copy()
	case fyne.KeyA:
		if r.Boxes {
			r.picking.all(r.view.count)
			r.settle()
		}
	case fyne.KeyUp, fyne.KeyDown:
		r.sortAtHead(c.key == fyne.KeyDown)
	}
}

// step moves the current row; with Shift it selects on the way.
func (r *Rows) step(by int) {
	if r.view.count == 0 {
		return
	}
	r.moveTo(max(0, min(r.current+by, r.view.count-1)), Mods()&fyne.KeyModifierShift != 0)
}

func (r *Rows) moveTo(row int, selecting bool) {
	r.current = row
	if selecting && r.Boxes {
		r.picking.extend(row)
	} else {
		r.picking.move(row)
	}
	r.view.reveal(row)
	r.settle()
}

func (r *Rows) toggle() {
	if r.current >= 0 {
		r.picking.toggle(r.current)
		r.settle()
	}
}

func (r *Rows) open() {
	if r.current >= 0 {
		r.OnOpen(r.current)
	}
}

package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Lookup is a field whose value is one of a list. F4 or ↓ opens the list;
// typing initials, Chinese or a code filters it; Enter and Tab take the marked
// one and go on; Esc closes it. What is in no list may be left standing: whoever
// reads the value decides what to say of it.
type Lookup struct {
	Field
	Loose   bool                     // words of one's own are as good as those of the list
	Within  func() fyne.CanvasObject // what it is put into, for one whose list opens as soon as it is there
	choices func() []Choice
	layer   *Layer
	chosen  Choice

	open     bool
	filtered []Choice
	marked   int // -1: none
	top      int // first row drawn
	picking  bool
}

// NewLookup returns an empty lookup. choices is asked whenever the list opens.
func NewLookup(choices func() []Choice) *Lookup { return NewLookupIn(Spec{}, choices) }

// NewLookupIn is NewLookup with a Spec.
func NewLookupIn(spec Spec, choices func() []Choice) *Lookup {
	l := &Lookup{choices: choices, marked: -1}
	if !spec.Bare {
		l.ending = IconDown
	}
	l.begin(l, spec)
	l.first, l.typed, l.lost = l.key, l.filter, l.left
	return l
}

// Options makes choices of words that are kept as they are read.
func Options(words ...string) func() []Choice {
	choices := make([]Choice, len(words))
	for i, word := range words {
		choices[i] = Choice{Code: word, Label: word}
	}
	return func() []Choice { return choices }
}

// On says in which layer the list opens. A Form does it for its lookups.
func (l *Lookup) On(layer *Layer) { l.layer = layer }

// Choice returns the choice whose label the field shows; false when the text is
// in no list.
func (l *Lookup) Choice() (Choice, bool) {
	if l.chosen.Label == l.Text && l.Text != "" {
		return l.chosen, true
	}
	for _, c := range l.choices() {
		if c.Label == l.Text {
			return c, true
		}
	}
	return Choice{}, false
}

// SetChoice shows a choice that nobody typed.
func (l *Lookup) SetChoice(c Choice) {
	l.chosen = c
	l.SetValue(c.Label)
}

// key takes the keys of the open list, and those that open it.
func (l *Lookup) key(ev *fyne.KeyEvent) bool {
	if !l.open {
		if (ev.Name == fyne.KeyF4 || ev.Name == fyne.KeyDown) && !l.Disabled() {
			l.unfold()
			return true
		}
		return false
	}
	switch ev.Name {
	case fyne.KeyDown:
		l.mark(l.marked + 1)
	case fyne.KeyUp:
		l.mark(max(0, l.marked-1))
	case fyne.KeyPageDown:
		l.mark(l.marked + listRows)
	case fyne.KeyPageUp:
		l.mark(max(0, l.marked-listRows))
	case fyne.KeyEscape, fyne.KeyF4:
		l.fold()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyTab:
		if Mods()&fyne.KeyModifierShift == 0 {
			l.TakeMarked()
		}
		l.fold()
		return false // and go on
	default:
		return false
	}
	return true
}

// unfold shows the whole list with the present value marked, or what is
// proposed. Where neither is in the list nothing is, so that Enter leaves the
// field as it stands.
func (l *Lookup) unfold() {
	present := l.Text
	if l.proposes() {
		present = l.proposed
	}
	l.filtered, l.marked, l.top = l.choices(), -1, 0
	for i, c := range l.filtered {
		if c.Label == present {
			l.marked = i
		}
	}
	l.open = true
	l.mark(l.marked)
}

// filter narrows the list to what is typed. An emptied field marks nothing, so
// that Enter leaves it empty.
func (l *Lookup) filter(text string) {
	l.filtered, l.marked, l.top = Match(l.choices(), text), -1, 0
	if text != "" && len(l.filtered) > 0 {
		l.marked = 0
	}
	l.open = true
	l.draw()
}

func (l *Lookup) mark(i int) {
	l.marked = min(i, len(l.filtered)-1)
	switch {
	case l.marked < l.top:
		l.top = max(0, l.marked)
	case l.marked >= l.top+listRows:
		l.top = l.marked - listRows + 1
	}
	l.draw()
}

// take writes a choice as if it had been typed in full.
func (l *Lookup) take(c Choice) {
	l.chosen = c
	if l.Text == c.Label {
		return
	}
	before := l.before
	l.SetValue(c.Label)
	l.before = before
	l.CursorColumn = len([]rune(c.Label))
	if l.Changed != nil {
		l.Changed(c.Label)
	}
}

// TakeMarked writes the choice that is marked in the open list, as Enter does.
func (l *Lookup) TakeMarked() {
	if l.open && l.marked >= 0 {
		l.take(l.filtered[l.marked])
	}
	l.fold()
}

func (l *Lookup) fold() {
	if !l.open {
		return
	}
	l.open = false
	if l.layer != nil {
		l.layer.Clear()
	}
}

// left closes the list when the caret goes. A press on a row of the list takes
// the caret away too; then the field waits for the release. What was typed in
// full, or as a code, counts as chosen.
func (l *Lookup) left() (stay bool) {
	if l.picking {
		return true
	}
	if l.open && l.marked >= 0 && l.filtered[l.marked].rank(wanted(l.Text)) == 0 {
		l.take(l.filtered[l.marked])
	}
	l.fold()
	return false
}

// pick is a click on a row.
func (l *Lookup) pick(c Choice) {
	l.picking = false
	l.take(c)
	l.fold()
	l.Focus()
	l.Commit()
	if l.next != nil {
		l.next(false)
	}
}

// MouseDown opens the list, or closes it. Tapped would come only after the time
// of a double click.
func (l *Lookup) MouseDown(ev *desktop.MouseEvent) {
	l.Field.MouseDown(ev)
	switch {
	case l.Disabled() || ev.Button != desktop.MouseButtonPrimary:
	case l.open:
		l.fold()
	default:
		l.unfold()
	}
}

// MouseUp selects what stands in a list that was opened, so that typing replaces
// it as it does when the caret comes by a key.
func (l *Lookup) MouseUp(ev *desktop.MouseEvent) {
	l.Field.MouseUp(ev)
	if l.open {
		l.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// letGo is a press on a row that was released elsewhere.
func (l *Lookup) letGo() {
	if !l.picking {
		return
	}
	l.picking = false
	if !l.inside {
		l.left()
		l.Commit()
	}
}

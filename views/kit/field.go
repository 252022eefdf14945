package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Spec says what a field is. The zero Spec is a plain line to write on.
type Spec struct {
	Hint   string // shown in grey while the field is empty
	Lead   string // a grey word inside the field before the text: "2021"
	Bold   bool   // the value is what the eye looks for: the name
	Locked bool   // filled in by something else: no tint, cannot be typed into
	Secret bool   // a passphrase, shown as dots
	Lines  bool   // several lines; Enter begins a new one and Tab goes on
	Search string // looks like the search box, with this key printed at its end
	Bare   bool   // a Lookup without its arrow: several stand side by side
	Filter bool   // stands above a list that it narrows: no bottom line, tinted while it does
}

// Field is a line to write on: tint and a bottom line, like a paper form. With
// the caret in it, it is white with a frame; with a finding, the line takes the
// finding's colour and its word and sign stand at the right end.
//
// Enter and Tab go on, with Shift back, once the field is in a Form; every key
// that does not edit goes to the window's Keys.
type Field struct {
	widget.Entry
	Changed func(text string) // every change while typing
	Left    func(text string) // when the caret leaves with the text changed
	Arrived func()            // when the caret comes
	Passed  func(text string) // when Enter or Tab goes on with the text unchanged

	spec   Spec
	sign   Sign
	note   string
	ending string // icon at the right end, "" for none
	marked bool   // a filter that narrows
	keys   *Keys
	next   func(back bool)
	self   owner

	proposed string // what Enter writes into the empty field

	before   string // text as of the last time it was committed
	setting  bool   // SetValue is at work: not typed by anybody
	composed composed
	echo     Echo

	first   func(*fyne.KeyEvent) bool // a Lookup's list takes keys before the field
	letters func(rune) bool           // a list with figures beside it takes letters before the field
	typed   func(text string)         // a Lookup filters
	tidy    func(text string) string  // a DateEntry writes its text properly on leaving
	lost    func() (stay bool)        // a Lookup closes its list
	wheel   func(*fyne.ScrollEvent)   // a Form's scroll
	lift    float32                   // how far Entry's text was lifted
	inside  bool                      // the caret is here, as far as the look goes
}

// owner is the widget in the tree: the field itself, or what it is part of.
type owner interface {
	fyne.Widget
	fyne.Focusable
}

// NewField returns an empty field.
func NewField(spec Spec) *Field {
	f := &Field{}
	f.begin(f, spec)
	return f
}

func (f *Field) begin(self owner, spec Spec) {
	f.spec, f.self = spec, self
	f.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	if spec.Lines {
		f.MultiLine, f.Wrapping = true, fyne.TextWrapBreak
	}
	f.Password = spec.Secret
	f.TextStyle.Bold = spec.Bold
	f.PlaceHolder = spec.Hint
	f.OnChanged = f.changed
	f.ExtendBaseWidget(self)
	if spec.Locked {
		f.Disable()
	}
}

func (f *Field) changed(text string) {
	f.weigh(text)
	f.suggest()
	if f.setting {
		return
	}
	if f.typed != nil {
		f.typed(text)
	}
	if f.Changed != nil {
		f.Changed(text)
	}
}

// TakesFirst names who is asked of every key before the field is; true means
// that the key was his.
func (f *Field) TakesFirst(take func(*fyne.KeyEvent) bool) { f.first = take }

// TakesLetters names who is asked of every letter typed by a key before the field
// is, the figure of a choice beside it; true means that the letter was his. What
// an input method writes is the field's.
func (f *Field) TakesLetters(take func(letter rune) bool) { f.letters = take }

// weigh sets the text bold if it is to be, and can be.
func (f *Field) weigh(text string) {
	f.TextStyle.Bold = boldly(text, f.spec.Bold || f.marked)
}

// Value returns the text.
func (f *Field) Value() string { return f.Text }

// SetValue shows a value that nobody typed: neither Changed nor Left is told.
func (f *Field) SetValue(text string) {
	f.before = text
	if f.Text == text {
		return
	}
	f.setting = true
	f.Entry.SetText(text)
	if text == "" { // Entry would still think that something is selected, and swallow a letter
		f.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	}
	f.setting = false
}

// SetFinding shows a finding's sign and its word or two; NoSign and "" take it
// away. A whole sentence belongs beneath the field: Form.Find.
func (f *Field) SetFinding(sign Sign, note string) {
	if f.sign == sign && f.note == note {
		return
	}
	f.sign, f.note = sign, note
	f.Refresh()
}

// Finding returns what SetFinding set.
func (f *Field) Finding() (Sign, string) { return f.sign, f.note }

// Mark says that a filter narrows its list: it is tinted and its value bold.
func (f *Field) Mark(narrows bool) {
	if f.marked != narrows {
		f.marked = narrows
		f.weigh(f.Text)
		f.Refresh()
	}
}

// Lock makes the field read-only, or writable again.
func (f *Field) Lock(locked bool) {
	f.spec.Locked = locked
	if locked {
		f.Disable()
	} else {
		f.Enable()
	}
}

// Reveal shows a passphrase, or dots again.
func (f *Field) Reveal(shown bool) {
	f.Password = f.spec.Secret && !shown
	f.Refresh()
}

// Join puts the field into an order: next is called with back for the field
// before. Keys is asked for every key that does not edit.
func (f *Field) Join(keys *Keys, next func(back bool)) { f.keys, f.next = keys, next }

// Skips reports whether Enter passes the field by.
func (f *Field) Skips() bool { return f.Disabled() || f.Hidden }

// Commit tells Left of a changed text now.
func (f *Field) Commit() { f.commit() }

func (f *Field) commit() (changed bool) {
	if f.tidy != nil && f.Text != f.before {
		if text := f.tidy(f.Text); text != f.Text {
			before := f.before
			f.SetValue(text)
			f.before = before
		}
	}
	if f.Text == f.before {
		return false
	}
	f.before = f.Text
	if f.Left != nil {
		f.Left(f.Text)
	}
	return true
}

// entered is the field the caret was last in. Fyne tells a field that it has
// got the focus once more when its window comes to the front again; what is
// half typed then must not be selected, or the next letter wipes it out.
var entered *Field

// FocusGained selects the text, so that typing replaces it.
func (f *Field) FocusGained() {
	f.inside = true
	f.echo.Came(f.keys)
	f.suggest()
	f.Entry.FocusGained()
	tellCaret(f)
	again := entered == f
	entered = f
	if !again && !f.MultiLine && f.Text != "" {
		f.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	f.Refresh()
	if f.Arrived != nil && !again {
		f.Arrived()
	}
}

// FocusLost commits: whatever takes the caret away, the text is not lost.
func (f *Field) FocusLost() {
	f.inside = false
	f.composed.forget() // the key that leaves comes up elsewhere
	f.suggest()
	f.Entry.FocusLost()
	tellCaret(nil)
	if f.lost != nil && f.lost() {
		return
	}
	f.Commit()
	f.Refresh()
}

// leave forgets which field the caret was last in, because something that is
// not a field has it now.
func leave() { entered = nil }

// AcceptsTab makes Tab arrive in TypedKey.
func (f *Field) AcceptsTab() bool { return true }

// Focused reports whether the caret is in the field.
func (f *Field) Focused() bool {
	c := f.canvas()
	return c != nil && c.Focused() == fyne.Focusable(f.self)
}

// Focus puts the caret into the field.
func (f *Field) Focus() {
	if c := f.canvas(); c != nil {
		c.Focus(f.self)
	}
}

func (f *Field) canvas() fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(f.self)
}

// MinSize is 30 high; Entry's own would be 36.
func (f *Field) MinSize() fyne.Size {
	if f.MultiLine {
		return fyne.NewSize(80, 2*FieldHeight)
	}
	return fyne.NewSize(40, FieldHeight)
}

// CreateRenderer draws the field around Fyne's own entry.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	secret := f.Password
	f.Password = false // else Entry adds an eye of its own
	base := f.Entry.CreateRenderer()
	f.Password = secret
	return anew(f, newFieldLook(f, base))
}

// MouseDown allows for the word before the text.
func (f *Field) MouseDown(ev *desktop.MouseEvent) {
	moved := *ev
	moved.Position.X -= f.leadWidth()
	f.Entry.MouseDown(&moved)
}

// Dragged allows for the word before the text.
func (f *Field) Dragged(ev *fyne.DragEvent) {
	moved := *ev
	moved.Position.X -= f.leadWidth()
	f.Entry.Dragged(&moved)
}

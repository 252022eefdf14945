package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Stop is where Enter and Tab halt: a Field, a Lookup, a DateEntry, a Button,
// or anything else that can be typed into and joins an order.
type Stop interface {
	fyne.CanvasObject
	fyne.Focusable
	Join(keys *Keys, next func(back bool))
	Skips() bool
}

// Track is a column of a form: where its labels begin, and its fields, and
// where they end.
type Track struct{ Label, Field, Right float32 }

// Cell is one field of a form with its label.
type Cell struct {
	Key, Label string
	At         Stop
	Track      int     // the column it stands in
	To         int     // the column at whose right end it ends, if further right
	Wide       float32 // its width, if not the whole column
	Short      float32 // what is taken off at the right: for the photo
	After      bool    // stands right after the cell before, without a label
}

// Finding is what is to be said of a field: a word or two inside it and, when
// that is not enough, a sentence beneath.
type Finding struct {
	Sign           Sign
	Note, Sentence string
}

// Form is rows of fields under group words, as on the paper. It owns the order
// of focus (the order in which cells were given) and the findings.
type Form struct {
	// Done is called by Enter in the last field; without it Enter begins again.
	Done func()
	// Headed sets group words as heads above their rows, with a line beneath,
	// and not beside them.
	Headed bool
	Pitch  float32 // from row to row; 0: FieldPitch

	keys    *Keys
	layer   *Layer
	tracks  []Track
	word    float32 // where group words begin
	groups  []formGroup
	beside  []formBeside
	after   []Stop // stops behind the form: its buttons
	found   map[string]Finding
	box     *fyne.Container
	scroll  *container.Scroll
	extent  fyne.Size
	heights map[string]span // of each cell with its sentence
}

type formGroup struct {
	word string
	rows [][]Cell
}

type formBeside struct {
	o       fyne.CanvasObject
	key     string // beginning at this cell's row
	x, w, h float32
}

type span struct{ top, bottom float32 }

// NewForm returns an empty form. keys and layer are the window's.
func NewForm(keys *Keys, layer *Layer) *Form {
	f := &Form{keys: keys, layer: layer, found: map[string]Finding{}}
	f.box = container.New(formLayout{f})
	return f
}

// Object returns what to put on the screen.
func (f *Form) Object() fyne.CanvasObject { return f.box }

// Columns says where group words and the columns stand. Call it again when the
// window gives way.
func (f *Form) Columns(word float32, tracks ...Track) {
	f.word, f.tracks = word, tracks
	f.arrange()
}

// Group begins a group under a bold word.
func (f *Form) Group(word string) { f.groups = append(f.groups, formGroup{word: word}) }

// Row adds a row of cells to the group begun last.
func (f *Form) Row(cells ...Cell) {
	if len(f.groups) == 0 {
		f.Group("")
	}
	last := &f.groups[len(f.groups)-1]
	last.rows = append(last.rows, cells)
	for _, c := range cells {
		f.join(c.At)
	}
}

// Then puts further stops behind the last field.
func (f *Form) Then(stops ...Stop) {
	for _, s := range stops {
		f.after = append(f.after, s)
		f.join(s)
	}
}

// Beside puts something on the form from a cell's row downwards: the photo.
func (f *Form) Beside(key string, o fyne.CanvasObject, x, w, h float32) {
	f.beside = append(f.beside, formBeside{o, key, x, w, h})
}

// Within names the scroll the form stands in, so that the field with the caret
// and its sentence stay in view.
func (f *Form) Within(scroll *container.Scroll) { f.scroll = scroll }

// Clear takes all rows and stops off the form, to be given anew: fields have
// come or gone. The caret stays where it is.
func (f *Form) Clear() { f.groups, f.beside, f.after = nil, nil, nil }

func (f *Form) join(s Stop) {
	s.Join(f.keys, func(back bool) { f.step(s, back) })
	if l, ok := s.(interface{ On(*Layer) }); ok {
		l.On(f.layer)
	}
	if w, ok := s.(interface{ Wheel(func(*fyne.ScrollEvent)) }); ok {
		w.Wheel(f.turn)
	}
}

// turn is the mouse wheel over a field.
func (f *Form) turn(ev *fyne.ScrollEvent) {
	if f.scroll != nil {
		f.scroll.Scrolled(ev)
	}
}

// Find shows these findings by the keys of their cells and takes all others
// away.
func (f *Form) Find(findings map[string]Finding) {
	moved := false
	f.each(func(c Cell) {
		finding := findings[c.Key]
		if shows, ok := c.At.(interface{ SetFinding(Sign, string) }); ok {
			shows.SetFinding(finding.Sign, finding.Note)
		}
		moved = moved || finding.Sentence != f.found[c.Key].Sentence || finding.Sign != f.found[c.Key].Sign
	})
	f.found = findings
	if moved {
		f.arrange()
		f.box.Refresh()
	}
}

func (f *Form) each(visit func(Cell)) {
	for _, g := range f.groups {
		for _, row := range g.rows {
			for _, c := range row {
				visit(c)
			}
		}
	}
}

package kit

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Rows is the list of every screen: columns with heads, one current row, rows
// gathered with boxes, and as many rows as there are people. It holds no data:
// it asks Cell for what can be seen and tells what the clerk did.
//
// Give it SetCount and, whenever the order or number of rows changes, Change,
// which keeps the current and the selected rows by their ID. Set the fields
// before it is first shown. It is RowsBar wider than its rows, for the scroll
// bar.
type Rows struct {
	widget.BaseWidget

	Cell     func(row int, column string) RowCell
	CopyText func(row int, column string) string // what Ctrl+C takes; nil: the cell's words
	ID       func(row int) string                // by which rows are known again; nil: by their place
	Letters  func(typed string, after int) (row int, found bool)
	Typed    func(letter rune) bool // asked first of every letter typed; nil or false: it jumps to a name
	Keys     *Keys                  // asked for the keys that are not the list's own
	Next     func(back bool)        // Tab and Shift+Tab; nil leaves them to Fyne
	Now      func() time.Time

	OnOpen    func(row int)                // Enter, double click
	OnCurrent func(row int)                // another row is current; -1: none
	OnClick   func(row int, column string) // a click in a cell, besides making the row current
	OnSelect  func()                       // other rows are selected
	OnScroll  func()                       // other rows are seen
	OnSort    func([]SortKey)              // the clerk wants another order: Change comes from the screen
	OnCopy    func(rows int)               // so many rows are on the clipboard

	Boxes    bool    // rows can be selected, each has a box
	Headless bool    // no heads
	Bare     bool    // no lines between rows
	Pitch    float32 // height of a row; 0: RowPitch
	Inset    float32 // blank left of the first column

	columns []Column
	laid    []laidColumn
	sort    []SortKey
	memory  RowsMemory
	name    string // under which memory keeps the layout

	view    rowsView
	picking picking
	keepEsc bool // Esc is not for clearing the selection
	current int  // -1: none
	told    rowsTold
	stale   bool
	focused bool
	typed   typedLetters
	mouse   rowsMouse
	head    int // index in laid of the head the keyboard is at; -1: none
}

// Measures of a list.
const (
	RowPitch float32 = 30
	RowsBar  float32 = 14 // gap and scroll bar
	barWidth float32 = 6
)

// rowsTold is what the screen knows of the list.
type rowsTold struct {
	current     int
	spans       Spans
	first, last int
}

var (
	_ fyne.Focusable     = (*Rows)(nil)
	_ fyne.Shortcutable  = (*Rows)(nil)
	_ fyne.Tabbable      = (*Rows)(nil)
	_ fyne.Scrollable    = (*Rows)(nil)
	_ fyne.Draggable     = (*Rows)(nil)
	_ desktop.Mouseable  = (*Rows)(nil)
	_ desktop.Hoverable  = (*Rows)(nil)
	_ desktop.Cursorable = (*Rows)(nil)
)

// NewRows returns an empty list.
func NewRows(columns []Column, cell func(row int, column string) RowCell) *Rows {
	r := &Rows{columns: slices.Clone(columns), Cell: cell, Now: time.Now, current: -1, head: -1}
	r.told = rowsTold{current: -1, last: -1}
	r.ExtendBaseWidget(r)
	return r
}

// SetCount says how many rows there are, all new. The first becomes current.
func (r *Rows) SetCount(n int) {
	r.view.count, r.view.first = n, 0
	r.picking = picking{}
	r.current = min(0, n-1)
	r.told.current = -2 // whoever stands there is somebody else
	r.settle()
}

// Change lets the screen sort, filter or read its rows again; do returns how
// many there are then. Rows that are still there stay current and selected.
// When the current one is gone, the one in its place becomes current.
func (r *Rows) Change(do func() int) {
	was, selected, who := r.current, r.remembered(), ""
	if r.ID != nil && was >= 0 {
		who = r.ID(was)
	}
	n := do()
	r.view.count = n
	r.current = min(was, n-1)
	if n > 0 {
		r.current = max(0, r.current)
	}
	if r.ID != nil {
		r.picking.set(SpansOf(n, func(row int) bool { return selected[r.ID(row)] }), n)
		r.follow(who, was >= 0)
	} else {
		r.picking.set(r.picking.spans, n)
	}
	r.picking.move(r.current)
	r.view.clamp()
	r.view.reveal(r.current)
	r.settle()
}

// remembered returns the IDs of the selected rows. It is empty, and SpansOf
// cheap, in the common case of no selection.
func (r *Rows) remembered() map[string]bool {
	if r.ID == nil || len(r.picking.spans) == 0 {
		return nil
	}
	ids := make(map[string]bool, r.picking.spans.Len())
	for row := range r.picking.spans.All() {
		ids[r.ID(row)] = true
	}
	return ids
}

// follow makes the row with the ID current again.
func (r *Rows) follow(who string, known bool) {
	if r.current >= 0 && known && r.ID(r.current) == who {
		return
	}
	r.told.current = -2
	for row := 0; known && row < r.view.count; row++ {
		if r.ID(row) == who {
			r.current = row
			return
		}
	}
}

// Count returns how many rows there are.
func (r *Rows) Count() int { return r.view.count }

// Current returns the current row, -1 when there is none.
func (r *Rows) Current() int { return r.current }

// GoTo makes a row current and shows it.
func (r *Rows) GoTo(row int) {
	if r.view.count == 0 {
		return
	}
	r.current = max(0, min(row, r.view.count-1))
	r.picking.move(r.current)
	r.view.reveal(r.current)
	r.settle()
}

// Seen returns the first and last row to be seen, from 0; last is -1 when there
// is none.
func (r *Rows) Seen() (first, last int) { return r.view.first, r.view.last() }

// Selected returns the rows gathered with boxes.
func (r *Rows) Selected() Spans { return r.picking.spans }

// Chosen returns the rows a command is for: the selected ones, or else the
// current one.
func (r *Rows) Chosen() Spans {
	if len(r.picking.spans) > 0 || r.current < 0 {
		return r.picking.spans
	}
	return Spans{{r.current, r.current}}
}

// Select selects the rows and no others.
func (r *Rows) Select(spans Spans) {
	r.picking.set(spans, r.view.count)
	r.settle()
}

// ClearSelection reports whether there was one. Esc asks it before it goes
// back.
func (r *Rows) ClearSelection() bool {
	if len(r.picking.spans) == 0 {
		return false
	}
	r.Select(nil)
	return true
}

// SetStale greys the rows while new ones are read.
func (r *Rows) SetStale(stale bool) {
	if r.stale != stale {
		r.stale = stale
		r.Refresh()
	}
}

// settle tells the screen what changed and draws.
func (r *Rows) settle() {
	was := r.told
	first, last := r.Seen()
	r.told = rowsTold{r.current, r.picking.spans, first, last}
	r.Refresh()
	if was.current != r.current && r.OnCurrent != nil {
		r.OnCurrent(r.current)
	}
	if !slices.Equal(was.spans, r.told.spans) && r.OnSelect != nil {
		r.OnSelect()
	}
	if (was.first != first || was.last != last) && r.OnScroll != nil {
		r.OnScroll()
	}
}

func (r *Rows) pitch() float32 {
	if r.Pitch > 0 {
		return r.Pitch
	}
	return RowPitch
}

func (r *Rows) headHeight() float32 {
	if r.Headless {
		return 0
	}
	return HeadHeight
}

// MinSize is the room for a head and three rows: lists give way to everything
// else.
func (r *Rows) MinSize() fyne.Size {
	r.ExtendBaseWidget(r)
	return fyne.NewSize(boxColumn+restLeast+RowsBar, r.headHeight()+3*r.pitch())
}

package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

const (
	boxSide float32 = 16 // of a row's box
	barSide float32 = 4  // of the current row's bar
)

// rowSlot is a place on the screen in which one row after another is shown. It
// keeps its things and only changes what they say.
type rowSlot struct {
	box                *fyne.Container
	tint, hair, accent *canvas.Rectangle
	check              *checkMark
	cells              []*cellSlot
}

// cellSlot is one column of a slot.
type cellSlot struct {
	tint  *canvas.Rectangle
	parts []*drawnPart
}

// rowState is what a slot shows besides the row's cells.
type rowState struct {
	row               int
	current, selected bool
}

func newRowSlot() *rowSlot {
	return &rowSlot{
		box: container.NewWithoutLayout(), check: newCheckMark(),
		tint: canvas.NewRectangle(nil), hair: canvas.NewRectangle(nil), accent: canvas.NewRectangle(nil),
	}
}

// show draws a row in the slot.
func (s *rowSlot) show(r *Rows, state rowState, hair float32) {
	height, width := r.pitch(), r.Size().Width-RowsBar
	s.tint.FillColor, s.tint.Hidden = Colors.AccentTint, !state.current && !state.selected
	place(s.tint, 0, 0, width, height)
	s.hair.FillColor, s.hair.Hidden = Colors.Hair, r.Bare
	place(s.hair, 0, height-hair, width, hair)
	s.accent.FillColor, s.accent.Hidden = r.accent(), !state.current
	place(s.accent, 0, 0, barSide, height)
	made := s.grow(len(r.laid))
	s.check.hidden(!r.Boxes)
	if r.Boxes {
		mark := unmarked
		if state.selected {
			mark = marked
		}
		s.check.show(mark, r.Inset+cellPad, round((height-boxSide)/2))
	}
	for i, column := range r.laid {
		cell := r.Cell(state.row, column.Key)
		if r.stale {
			cell = cell.faint()
		}
		column.width += r.lent(state.row, i)
		made = s.cells[i].show(cell, column, height) || made
	}
	if made || len(s.box.Objects) == 0 {
		s.collect()
	}
}

// lent is the room that the column behind the one at i gives it in a row.
func (r *Rows) lent(row, i int) float32 {
	if i+1 == len(r.laid) || !r.laid[i+1].Lends {
		return 0
	}
	if next := r.Cell(row, r.laid[i+1].Key); len(next.Parts) > 0 || len(next.Marks) > 0 {
		return 0
	}
	return r.laid[i+1].width
}

// accent is the colour of the current row's bar: pale while keys go elsewhere.
func (r *Rows) accent() color.Color {
	if r.focused {
		return Colors.Accent
	}
	return Colors.AccentLine
}

// faint greys a cell.
func (c RowCell) faint() RowCell {
	parts := make([]Part, len(c.Parts))
	for i, p := range c.Parts {
		p.Style = p.Style.In(Colors.Ink3)
		parts[i] = p
	}
	return RowCell{Parts: parts, Marks: c.Marks}
}

// grow makes sure there is a cell for every column, and hides what is over.
func (s *rowSlot) grow(columns int) (made bool) {
	for len(s.cells) < columns {
		s.cells, made = append(s.cells, &cellSlot{tint: canvas.NewRectangle(nil)}), true
	}
	for _, cell := range s.cells[columns:] {
		cell.tint.Hidden = true
		cell.hideFrom(0)
	}
	return made
}

// collect gathers everything in the order of drawing: tints, line, bar, words.
func (s *rowSlot) collect() {
	objects := []fyne.CanvasObject{s.tint}
	for _, cell := range s.cells {
		objects = append(objects, cell.tint)
	}
	objects = append(append(objects, s.hair, s.accent), s.check.objects()...)
	for _, cell := range s.cells {
		for _, part := range cell.parts {
			objects = append(objects, part.objects()...)
		}
	}
	s.box.Objects = objects
}

// show draws the cell in its column; made says that things were added.
func (c *cellSlot) show(cell RowCell, column laidColumn, height float32) (made bool) {
	c.tint.FillColor, c.tint.Hidden = cell.Tint, cell.Tint == nil
	place(c.tint, column.x+cellPad/2, 4, column.width-cellPad, height-9)
	x, right := column.x+cellPad, column.x+column.width-cellPad
	if column.Right {
		x = max(x, right-cell.width())
	}
	shown := 0
	for _, part := range cell.fitted(right - x) {
		framed := part.Frame != Unframed
		if x >= right || framed && shown > 0 && x+part.width() > right+cellPad {
			break
		}
		if shown == len(c.parts) {
			c.parts, made = append(c.parts, newDrawnPart()), true
		}
		end, fresh := c.parts[shown].drawAt(part, x, right-x, height)
		x, made = end, made || fresh
		shown++
	}
	c.hideFrom(shown)
	return made
}

func (c *cellSlot) hideFrom(part int) {
	for _, p := range c.parts[part:] {
		if p.shown {
			p.hide()
		}
	}
}

func (c RowCell) width() float32 {
	var w float32
	for _, p := range c.Parts {
		w += p.width()
	}
	return w
}

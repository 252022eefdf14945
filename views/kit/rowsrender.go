package kit

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// rowsRenderer draws a list. Everything it draws with is made once and used
// again; what is shown comes from the list every time, for Fyne throws the
// renderers of hidden screens away.
type rowsRenderer struct {
	rows  *Rows
	slots []*rowSlot
	heads *fyne.Container
	box   *checkMark
	thumb *canvas.Rectangle
	drawn []fyne.CanvasObject
}

// CreateRenderer is called by Fyne.
func (r *Rows) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	t := canvas.NewRectangle(Colors.ScrollBar)
	t.CornerRadius = barWidth / 2
	return anew(r, &rowsRenderer{rows: r, heads: container.NewWithoutLayout(), box: newCheckMark(), thumb: t})
}

func (d *rowsRenderer) Destroy() {}

func (d *rowsRenderer) MinSize() fyne.Size { return d.rows.MinSize() }

func (d *rowsRenderer) Objects() []fyne.CanvasObject { return d.drawn }

// Layout finds out how many whole rows there is room for.
func (d *rowsRenderer) Layout(size fyne.Size) {
	r := d.rows
	r.view.fit(max(0, int((size.Height-r.headHeight())/r.pitch())), r.current)
	r.laid = r.layOut()
	r.settle()
}

// Refresh draws what is to be seen now.
func (d *rowsRenderer) Refresh() {
	r := d.rows
	for len(d.slots) < r.view.fits {
		d.slots = append(d.slots, newRowSlot())
	}
	hair := max(1, Snap(1, fyne.CurrentApp().Driver().CanvasForObject(r)))
	width := r.Size().Width - RowsBar
	for i, slot := range d.slots {
		row := r.view.first + i
		slot.box.Hidden = row > r.view.last()
		if slot.box.Hidden {
			continue
		}
		place(slot.box, 0, r.headHeight()+float32(i)*r.pitch(), width, r.pitch())
		slot.show(r, rowState{row, row == r.current, r.picking.spans.Has(row)}, hair)
	}
	d.drawHeads(hair)
	d.drawBar()
	d.collect()
	canvas.Refresh(r)
}

func (d *rowsRenderer) collect() {
	d.drawn = append(d.drawn[:0], d.heads)
	for _, slot := range d.slots {
		d.drawn = append(d.drawn, slot.box)
	}
	d.drawn = append(d.drawn, d.thumb)
}

func (d *rowsRenderer) drawBar() {
	r := d.rows
	y, height := r.view.thumb(r.track())
	d.thumb.Hidden = height == 0
	d.thumb.FillColor = Colors.ScrollBar
	if r.mouse.dragging == dragThumb {
		d.thumb.FillColor = Colors.FieldLine
	}
	place(d.thumb, r.Size().Width-barWidth, r.headHeight()+y, barWidth, height)
}

// drawHeads sets the heads anew: they change seldom and are few.
func (d *rowsRenderer) drawHeads(line float32) {
	r := d.rows
	d.heads.Hidden = r.Headless
	if r.Headless {
		return
	}
	width := r.Size().Width - RowsBar
	s := NewSheet()
	s.Rect(0, HeadHeight-line, width, line, Colors.HeadLine)
	for i, column := range r.laid {
		d.drawHead(s, column)
		if i == r.head {
			s.Rect(column.x+cellPad, HeadHeight-3, column.width-2*cellPad, 3, Colors.Accent)
		}
	}
	if r.Boxes {
		d.box.hidden(false)
		d.box.show(r.mark(), r.Inset+cellPad, (HeadHeight-boxSide)/2)
		s.box.Objects = append(s.box.Objects, d.box.objects()...)
	}
	d.heads.Objects = s.box.Objects
	place(d.heads, 0, 0, width, HeadHeight)
}

// drawHead sets one head: bold with a triangle when the rows are sorted by it,
// and with the rank when they are sorted by two.
func (d *rowsRenderer) drawHead(s *Sheet, column laidColumn) {
	r := d.rows
	style, suffix := Quiet(), ""
	if at := rank(r.sort, column.Key); at > 0 {
		style, suffix = Strong(), "▲"
		if r.sort[at-1].Down {
			suffix = "▼"
		}
		if len(r.sort) > 1 {
			suffix += " " + strconv.Itoa(at)
		}
	}
	x, room := column.x+cellPad, column.width-2*cellPad
	mark := Strong().In(Colors.Accent)
	if suffix != "" {
		room -= mark.Width(suffix) + 6
	}
	head := Fit(column.Head, room, style.size(), style.Bold)
	if column.Right {
		x += room - style.Width(head)
	}
	end := s.Text(head, x, 0, HeadHeight, style).Size().Width + x
	if suffix != "" {
		s.Text(suffix, end+6, 0, HeadHeight, mark)
	}
}

// mark is the state of the box in the head.
func (r *Rows) mark() int {
	switch n := r.picking.spans.Len(); {
	case n == 0:
		return unmarked
	case n == r.view.count:
		return marked
	}
	return partly
}

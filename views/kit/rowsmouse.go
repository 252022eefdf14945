package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

const (
	doubleClick         = 400 * time.Millisecond
	edgeGrip    float32 = 4    // how near a column's edge must be to be pulled
	wheelRow    float32 = 8    // wheel units of Fyne for one row: a notch is 25, three rows
	dragNothing         = iota // what the mouse is pulling
	dragThumb
	dragEdge
)

// rowsMouse is what the mouse is about to do. Fyne's own double tap would delay
// every single click, so two clicks are told apart by our own clock.
type rowsMouse struct {
	clicked  int // row of the last click
	at       time.Time
	dragging int
	edge     columnEdge // that is pulled
	grip     float32    // from the thumb's upper edge, or the column's, to the mouse
	wheel    float32    // rolled, but less than a row
	overEdge bool
}

// MouseDown acts on a click where it lands.
func (r *Rows) MouseDown(ev *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
		c.Focus(r)
	}
	if ev.Button != desktop.MouseButtonPrimary {
		return
	}
	at := ev.Position
	switch {
	case at.X >= r.Size().Width-RowsBar:
		r.clickBar(at.Y - r.headHeight())
	case at.Y < r.headHeight():
		r.clickHead(at.X)
	default:
		row := r.view.first + int((at.Y-r.headHeight())/r.pitch())
		if row >= 0 && row <= r.view.last() {
			r.clickRow(row, r.Boxes && at.X < r.Inset+boxColumn, ev.Modifier)
			r.clickCell(row, at.X)
		}
	}
}

// MouseUp ends a pull that never began to move.
func (r *Rows) MouseUp(*desktop.MouseEvent) {
	if r.mouse.dragging != dragNothing {
		r.DragEnd()
	}
}

func (r *Rows) clickRow(row int, box bool, mods fyne.KeyModifier) {
	again := r.mouse.clicked == row && r.Now().Sub(r.mouse.at) < doubleClick
	r.mouse.clicked, r.mouse.at = row, r.Now()
	switch {
	case r.Boxes && (box || mods&fyne.KeyModifierControl != 0):
		r.mouse.at = time.Time{} // two quick clicks on boxes open nothing
		r.current = row
		r.toggle()
	case mods&fyne.KeyModifierShift != 0:
		r.moveTo(row, true)
	default:
		r.moveTo(row, false)
		if again && r.OnOpen != nil {
			r.mouse.at = time.Time{}
			r.OnOpen(row)
		}
	}
}

func (r *Rows) clickCell(row int, x float32) {
	for _, c := range r.laid {
		if r.OnClick != nil && x >= c.x && x < c.x+c.width {
			r.OnClick(row, c.Key)
			return
		}
	}
}

func (r *Rows) clickHead(x float32) {
	if edge, ok := edgeAt(r.laid, x); ok {
		r.mouse.dragging, r.mouse.edge, r.mouse.grip = dragEdge, edge, x-edge.x
		return
	}
	if r.Boxes && x >= r.Inset && x < r.Inset+boxColumn {
		r.picking.all(r.view.count)
		r.settle()
		return
	}
	for _, c := range r.laid {
		if c.Sorted && x >= c.x && x < c.x+c.width {
			r.order(sortBy(r.sort, c.Key))
			return
		}
	}
}

// clickBar takes hold of the thumb, or turns a page towards the click.
func (r *Rows) clickBar(y float32) {
	top, height := r.view.thumb(r.track())
	switch {
	case height == 0 || y < 0:
	case y < top:
		r.scroll(-r.view.page())
	case y > top+height:
		r.scroll(r.view.page())
	default:
		r.mouse.dragging, r.mouse.grip = dragThumb, y-top
	}
}

func (r *Rows) track() float32 { return float32(r.view.fits) * r.pitch() }

func (r *Rows) scroll(rows int) {
	if r.view.scroll(rows) {
		r.settle()
	}
}

// Dragged pulls the thumb or a column's edge.
func (r *Rows) Dragged(ev *fyne.DragEvent) {
	switch r.mouse.dragging {
	case dragThumb:
		first := r.view.firstAt(ev.Position.Y-r.headHeight()-r.mouse.grip, r.track())
		r.scroll(first - r.view.first)
	case dragEdge:
		r.pullEdge(ev.Position.X - r.mouse.grip)
	}
}

func (r *Rows) pullEdge(to float32) {
	for i := range r.columns {
		if c := &r.columns[i]; c.Key == r.mouse.edge.column {
			c.Width = pulled(r.laid, r.mouse.edge, to)
			r.relay()
		}
	}
}

// DragEnd lets go.
func (r *Rows) DragEnd() {
	if r.mouse.dragging == dragEdge {
		r.keepLayout()
	}
	r.mouse.dragging = dragNothing
	r.Refresh()
}

// Scrolled rolls by whole rows, so that no row is ever cut.
func (r *Rows) Scrolled(ev *fyne.ScrollEvent) {
	if ev.Scrolled.DY*r.mouse.wheel < 0 {
		r.mouse.wheel = 0 // turned round
	}
	r.mouse.wheel += ev.Scrolled.DY
	rows := int(r.mouse.wheel / wheelRow)
	r.mouse.wheel -= float32(rows) * wheelRow
	r.scroll(-rows)
}

// MouseIn and MouseMoved watch for edges that can be pulled.
func (r *Rows) MouseIn(ev *desktop.MouseEvent) { r.MouseMoved(ev) }

// MouseMoved watches for edges that can be pulled.
func (r *Rows) MouseMoved(ev *desktop.MouseEvent) {
	_, near := edgeAt(r.laid, ev.Position.X)
	r.mouse.overEdge = near && ev.Position.Y < r.headHeight()
}

// MouseOut forgets.
func (r *Rows) MouseOut() { r.mouse.overEdge = false }

// Cursor shows that a column's edge can be pulled.
func (r *Rows) Cursor() desktop.Cursor {
	if r.mouse.overEdge || r.mouse.dragging == dragEdge {
		return desktop.HResizeCursor
	}
	return desktop.DefaultCursor
}

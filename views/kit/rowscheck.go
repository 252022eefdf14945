package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// How many of the rows below a box are selected, or whether its row is.
const (
	unmarked = iota
	partly
	marked
)

const tickSide float32 = 12

// checkMark is a box of 16: empty, with a dash, or filled with a tick.
type checkMark struct {
	outer, inner, dash *canvas.Rectangle
	tick               *canvas.Image
}

func newCheckMark() *checkMark {
	m := &checkMark{
		outer: canvas.NewRectangle(nil), inner: canvas.NewRectangle(nil), dash: canvas.NewRectangle(nil),
		tick: newIcon(),
	}
	m.outer.CornerRadius, m.inner.CornerRadius = 3, 2
	return m
}

func (m *checkMark) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{m.outer, m.inner, m.dash, m.tick}
}

func (m *checkMark) hidden(hidden bool) {
	for _, o := range []*bool{&m.outer.Hidden, &m.inner.Hidden, &m.dash.Hidden, &m.tick.Hidden} {
		*o = hidden
	}
}

// show draws the box with its upper left corner at x, y.
func (m *checkMark) show(mark int, x, y float32) {
	m.outer.FillColor, m.inner.FillColor = Colors.FieldLine, Colors.Paper
	switch mark {
	case marked:
		m.outer.FillColor, m.inner.FillColor = Colors.Accent, Colors.Accent
	case partly:
		m.outer.FillColor = Colors.Accent
	}
	m.dash.FillColor = Colors.Accent
	m.tick.Hidden, m.dash.Hidden = mark != marked, mark != partly
	place(m.outer, x, y, boxSide, boxSide)
	place(m.inner, x+1, y+1, boxSide-2, boxSide-2)
	place(m.dash, x+4, y+7, 8, 2)
	redrawIcon(m.tick, IconImage(IconTick, tickSide, Colors.Paper))
	place(m.tick, x+2, y+2, tickSide, tickSide)
}

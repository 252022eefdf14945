package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// textRise lifts every text: Noto Sans SC stands one pixel lower in its line
// than in the drawings.
const textRise float32 = 1

// Sheet is a page on which things stand where they were put, by pixels from its
// upper left corner. It asks for as much room as what stands on it.
type Sheet struct {
	box    *fyne.Container
	extent *extent
}

// extent is the layout of a sheet: it moves nothing and knows the size.
type extent struct{ size fyne.Size }

func (e *extent) Layout([]fyne.CanvasObject, fyne.Size)   {}
func (e *extent) MinSize(_ []fyne.CanvasObject) fyne.Size { return e.size }

// NewSheet returns an empty sheet.
func NewSheet() *Sheet {
	e := &extent{}
	return &Sheet{box: container.New(e), extent: e}
}

// Object returns what to put into the window.
func (s *Sheet) Object() fyne.CanvasObject { return s.box }

// Clear takes everything off the sheet.
func (s *Sheet) Clear() {
	s.box.Objects, s.extent.size = nil, fyne.Size{}
}

// Refresh shows what was put or cleared since the sheet was first drawn.
func (s *Sheet) Refresh() { s.box.Refresh() }

// Put places an object. Objects drawn later lie above.
func (s *Sheet) Put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
	s.box.Objects = append(s.box.Objects, o)
	s.extent.size = s.extent.size.Max(fyne.NewSize(x+w, y+h))
}

// Text sets a text from x to the right, in the middle of a row of height h.
func (s *Sheet) Text(text string, x, y, h float32, style Style) *canvas.Text {
	t := style.Set(text)
	s.Put(t, x, y-textRise, style.Width(text), h)
	return t
}

// TextIn sets as much of a text as fits into w.
func (s *Sheet) TextIn(text string, x, y, w, h float32, style Style) *canvas.Text {
	return s.Text(Fit(text, w, style.size(), style.Bold), x, y, h, style)
}

// TextR sets a text so that it ends at right, as figures are.
func (s *Sheet) TextR(text string, right, y, h float32, style Style) *canvas.Text {
	return s.Text(text, floor(right-style.Width(text)), y, h, style)
}

// Para sets a text in lines and returns the height they take.
func (s *Sheet) Para(text string, x, y, w, pitch float32, style Style) float32 {
	lines, height := style.Para(text, w, pitch)
	for _, line := range lines {
		at := line.Position()
		s.Put(line, x+at.X, y+at.Y, w, pitch)
	}
	return height
}

// Rect fills an area.
func (s *Sheet) Rect(x, y, w, h float32, c color.Color) *canvas.Rectangle {
	r := canvas.NewRectangle(c)
	s.Put(r, x, y, w, h)
	return r
}

// Line draws a line of one pixel whose upper edge is y.
func (s *Sheet) Line(x, y, w float32, c color.Color) *canvas.Rectangle {
	return s.Rect(x, y, w, 1, c)
}

// Rule draws an upright line of one pixel whose left edge is x.
func (s *Sheet) Rule(x, y, h float32, c color.Color) *canvas.Rectangle {
	return s.Rect(x, y, 1, h, c)
}

// Box draws a rounded box with a line around it: two rectangles, because Fyne's
// stroke on a rounded corner is thick and blurred.
func (s *Sheet) Box(x, y, w, h float32, fill, line color.Color) {
	outer, inner := canvas.NewRectangle(line), canvas.NewRectangle(fill)
	outer.CornerRadius, inner.CornerRadius = 4, 3
	s.Put(outer, x, y, w, h)
	s.Put(inner, x+1, y+1, w-2, h-2)
}

// Tint fills a rounded area without a line.
func (s *Sheet) Tint(x, y, w, h float32, c color.Color) *canvas.Rectangle {
	r := s.Rect(x, y, w, h, c)
	r.CornerRadius = 4
	return r
}

// Icon draws an icon in a square.
func (s *Sheet) Icon(name string, x, y, side float32, c color.Color) *canvas.Image {
	i := Icon(name, side, c)
	s.Put(i, x, y, side, side)
	return i
}

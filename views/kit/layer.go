package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Layer is the pane of glass above a window's screen, in which lists of choices
// and questions are drawn. Put its Object last into the window's root, as large
// as the window. Fyne's own overlays will not do: they take the focus along, so
// the field that opened the list would hear no more keys.
type Layer struct {
	box    *fyne.Container
	resize func(fyne.Size)
	size   fyne.Size // as of the last time it was laid out
}

// NewLayer returns an empty layer.
func NewLayer() *Layer {
	l := &Layer{}
	l.box = container.New(glass{l})
	return l
}

// glass leaves things where they are and tells who is drawn on it of a new size;
// of a new size only, because Fyne lays out again whenever something new is
// drawn.
type glass struct{ l *Layer }

func (g glass) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (g glass) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if size == g.l.size {
		return
	}
	g.l.size = size
	if g.l.resize != nil && len(g.l.box.Objects) > 0 {
		g.l.resize(size)
	}
}

// Object returns what to put last into the window's root.
func (l *Layer) Object() fyne.CanvasObject { return l.box }

// Size returns the room there is.
func (l *Layer) Size() fyne.Size { return l.box.Size() }

// Show draws what stands on a sheet, in place of what was shown before. When
// the window changes its size, resized is called; nil takes the sheet away.
func (l *Layer) Show(s *Sheet, resized func(fyne.Size)) {
	l.box.Objects = s.box.Objects
	l.resize = func(size fyne.Size) {
		if resized != nil {
			resized(size)
			return
		}
		l.box.Objects = nil
	}
	l.redraw()
}

// Clear takes everything away.
func (l *Layer) Clear() {
	if len(l.box.Objects) == 0 {
		return
	}
	l.box.Objects, l.resize = nil, nil
	l.redraw()
}

// Shown reports whether anything is drawn.
func (l *Layer) Shown() bool { return len(l.box.Objects) > 0 }

// redraw does without the layout, which would ask to be drawn again.
func (l *Layer) redraw() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l.box); c != nil {
		c.Refresh(l.box)
	}
}

// place returns where an object stands on the layer. One that was put into another
// just now is not known to the window before it is painted; then it stands at its
// own place within that one, if within says which that is.
func (l *Layer) place(o fyne.CanvasObject, within func() fyne.CanvasObject) fyne.Position {
	d := fyne.CurrentApp().Driver()
	at := d.AbsolutePositionForObject(o)
	if within != nil && d.CanvasForObject(o) == nil {
		at = d.AbsolutePositionForObject(within()).Add(o.Position())
	}
	return at.Subtract(d.AbsolutePositionForObject(l.box))
}

package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// Drawn returns a container whose contents are drawn anew for every new size and
// at every Refresh: for parts that are all text and lines and change as a whole.
func Drawn(min fyne.Size, draw func(s *Sheet, size fyne.Size)) *fyne.Container {
	d := &drawn{sketch: draw, min: min}
	d.ExtendBaseWidget(d)
	return container.New(layout.NewStackLayout(), d)
}

// drawn is the one thing in the container. It is a widget, because a widget's
// renderer is told whether it is to lay out or to draw anew, and a container's
// layout is not.
type drawn struct {
	widget.BaseWidget
	sketch func(*Sheet, fyne.Size)
	min    fyne.Size
	latest *drawing
	making *drawing // while it is drawn for the first time
}

// MinSize is what Drawn was given.
func (d *drawn) MinSize() fyne.Size { return d.min }

// CreateRenderer draws. What is drawn may ask where it stands in the window, and
// Fyne then looks for the renderer that is only being made: it gets this one, and
// not another, which would ask again.
func (d *drawn) CreateRenderer() fyne.WidgetRenderer {
	if d.making != nil {
		return d.making
	}
	d.making = &drawing{of: d, draw: d.sketch, min: d.MinSize}
	d.latest = d.making
	d.making.begin()
	d.making = nil
	return d.latest
}

// shown returns what is drawn, if need be by a new renderer.
func (d *drawn) shown() []fyne.CanvasObject {
	d.BaseWidget.MinSize() // Fyne looks for the renderer, or makes one
	return d.latest.objects
}

// drawing is the renderer of our small widgets: it asks the widget to draw
// itself on a sheet for every new size and every refresh. Not at every Layout:
// Fyne lays a widget out again whenever an object in it is new, so drawing new
// ones there would keep the window busy for ever.
type drawing struct {
	of      fyne.Widget
	draw    func(s *Sheet, size fyne.Size)
	min     func() fyne.Size
	size    fyne.Size
	objects []fyne.CanvasObject
}

func newDrawing(of fyne.Widget, draw func(s *Sheet, size fyne.Size), min func() fyne.Size) *drawing {
	d := &drawing{of: of, draw: draw, min: min}
	d.begin()
	return d
}

// begin draws for the size that the widget has already, see anew.
func (d *drawing) begin() {
	size := d.of.Size()
	if size.IsZero() {
		return
	}
	d.again(size)
	for _, o := range d.objects {
		if roll, ok := o.(*container.Scroll); ok {
			roll.Refresh() // or its bars are not laid out
		}
	}
}

// anew returns a new renderer as it is to be seen. Fyne drops the renderer of
// what was out of sight for a minute and makes another when it is to be seen
// again, but lays that out only if the size is another: it would stay empty.
func anew(w fyne.Widget, r fyne.WidgetRenderer) fyne.WidgetRenderer {
	if !w.Size().IsZero() {
		r.Refresh()
	}
	return r
}

func (d *drawing) again(size fyne.Size) {
	s := NewSheet()
	d.draw(s, size)
	d.objects, d.size = s.box.Objects, size
}

func (d *drawing) Layout(size fyne.Size) {
	if size != d.size {
		d.again(size)
	}
}

func (d *drawing) MinSize() fyne.Size           { return d.min() }
func (d *drawing) Objects() []fyne.CanvasObject { return d.objects }
func (d *drawing) Destroy()                     {}

// Refresh draws anew, and what is drawn within it too. Widgets keep what they
// show until they are told.
func (d *drawing) Refresh() {
	d.again(d.of.Size())
	for _, o := range d.objects {
		if part, ok := o.(*fyne.Container); ok {
			part.Refresh()
		}
	}
	canvas.Refresh(d.of)
}

package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Drawn returns a container whose contents are drawn anew for every size and at
// every Refresh: for parts that are all text and lines and change as a whole.
func Drawn(min fyne.Size, draw func(s *Sheet, size fyne.Size)) *fyne.Container {
	d := &drawnLayout{draw: draw, min: min}
	d.box = container.New(d)
	return d.box
}

type drawnLayout struct {
	draw func(*Sheet, fyne.Size)
	min  fyne.Size
	box  *fyne.Container
}

func (d *drawnLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if d.box == nil { // container.New lays out before Drawn knows the container
		return
	}
	s := NewSheet()
	d.draw(s, size)
	d.box.Objects = s.box.Objects
}

func (d *drawnLayout) MinSize([]fyne.CanvasObject) fyne.Size { return d.min }

// drawing is the renderer of our small widgets: it asks the widget to draw
// itself on a sheet for every size and refresh.
type drawing struct {
	of      fyne.Widget
	draw    func(s *Sheet, size fyne.Size)
	min     func() fyne.Size
	objects []fyne.CanvasObject
}

func (d *drawing) again(size fyne.Size) {
	s := NewSheet()
	d.draw(s, size)
	d.objects = s.box.Objects
}

func (d *drawing) Layout(size fyne.Size)        { d.again(size) }
func (d *drawing) MinSize() fyne.Size           { return d.min() }
func (d *drawing) Objects() []fyne.CanvasObject { return d.objects }
func (d *drawing) Destroy()                     {}

func (d *drawing) Refresh() {
	d.again(d.of.Size())
	canvas.Refresh(d.of)
}

package shell

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"gongkao/views/kit"
)

// MinSize is the smallest window, at 100 %: what is left of 1366×768 at 150 %
// under a title bar and a task bar.
var MinSize = fyne.NewSize(840, 430)

// fill gives everything in it all the room.
type fill struct{ min fyne.Size }

func newFill(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(fill{}, objects...)
}

func (f fill) MinSize([]fyne.CanvasObject) fyne.Size { return f.min }

func (f fill) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

// rootLayout is the window: the frame or a screen alone, and the layers above.
// It also notices when the window has moved to a screen of another scale.
type rootLayout struct{ w *Window }

func newRoot(w *Window) *fyne.Container {
	return container.New(rootLayout{w}, w.body, w.Layer.Object(), w.Lists.Object())
}

func (l rootLayout) MinSize([]fyne.CanvasObject) fyne.Size { return MinSize }

func (l rootLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if scale := l.w.Canvas().Scale(); scale > 0 {
		kit.Scale = scale
	}
	fill{}.Layout(objects, size)
}

// show puts one object between the window's edges.
func (w *Window) show(o fyne.CanvasObject) {
	w.Layer.Clear()
	w.body.Objects = []fyne.CanvasObject{o}
	w.body.Refresh()
}

package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Revive makes ready what may have been out of sight for long. Fyne drops the
// renderer of what was not seen for a minute, makes no other before the thing
// is painted, and until then finds nothing in it that could take the focus.
func Revive(o fyne.CanvasObject) {
	switch o := o.(type) {
	case *fyne.Container:
		for _, part := range o.Objects {
			Revive(part)
		}
	case *container.Scroll:
		o.Refresh()
		Revive(o.Content)
	case *drawn:
		for _, part := range o.shown() {
			Revive(part)
		}
	}
}

package kittest

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// Forget drops the renderers of everything in an object, as Fyne does a minute
// after it was last seen.
func Forget(t *testing.T, o fyne.CanvasObject) {
	t.Helper()
	t.Run("forgotten", func(t *testing.T) {
		walk(o, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position, _ area) {
			if w, ok := o.(fyne.Widget); ok {
				test.TempWidgetRenderer(t, w)
			}
		})
	})
}

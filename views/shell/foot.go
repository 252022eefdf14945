package shell

import "fyne.io/fyne/v2"

// Foot returns the message bar, 32 high: a screen shown alone puts it at its
// own foot, since there is no frame to do so.
func (w *Window) Foot() fyne.CanvasObject { return w.bar.Object() }

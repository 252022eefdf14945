package shell

import "fyne.io/fyne/v2"

// usual is the size of a window that was never sized, in the screen's own pixels:
// a 1366×768 desktop has so much room between its title bar and its task bar.
var usual = fyne.NewSize(1280, 690)

// SizeBack gives the window the size it had when it was last closed, before it is
// shown.
func (w *Window) SizeBack() {
	size := usual
	if width, height := w.Memory.Size(); width >= MinSize.Width && height >= MinSize.Height {
		size = fyne.NewSize(width, height)
	}
	w.window.Resize(size)
}

// PutBack puts the window where it was when it was last closed. The system knows
// it, and moves it, only once it is there; only then, too, is the scale known by
// which the window would have become larger than its screen.
func (w *Window) PutBack() {
	if scale := w.Canvas().Scale(); scale > 1 {
		size := w.root.Size()
		w.window.Resize(fyne.NewSize(max(size.Width/scale, MinSize.Width), max(size.Height/scale, MinSize.Height)))
	}
	if place := w.Memory.Place(); place != nil {
		putBack(w.window, place)
	}
}

// Raise brings the window to the front, out of the task bar if it lies there. It
// may be called from any goroutine.
func (w *Window) Raise() {
	w.Runner.Post(func() { raise(w.window) })
}

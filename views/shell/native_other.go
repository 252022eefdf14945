//go:build !windows

package shell

import "fyne.io/fyne/v2"

// placeOf returns where the window is: only Windows tells.
func placeOf(fyne.Window) *WindowPlace { return nil }

// putBack puts the window where it was: only Windows can.
func putBack(fyne.Window, *WindowPlace) {}

// raise brings the window to the front, as far as the desktop lets it.
func raise(w fyne.Window) {
	w.Show()
	w.RequestFocus()
}

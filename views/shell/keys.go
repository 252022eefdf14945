package shell

import (
	"fyne.io/fyne/v2"

	"gongkao/views/kit"
)

// everywhereKeys are the keys that work on every screen, unless the screen has
// a better use for one. Without an open office only F1 does something.
func (w *Window) everywhereKeys() {
	framed := func(do func()) func() {
		return func() {
			if w.frame != nil {
				do()
			}
		}
	}
	for _, n := range navigated {
		digit := fyne.KeyName('0' + rune(n.place))
		w.Keys.On(fyne.KeyModifierAlt, digit, framed(func() { w.Go(Route{Place: n.place}) }))
	}
	w.Keys.On(0, fyne.KeyF1, w.Help)
	w.Keys.On(0, fyne.KeyF3, framed(w.toSearch))
	w.Keys.On(fyne.KeyModifierControl, fyne.KeyF, framed(w.toSearch))
	w.Keys.On(fyne.KeyModifierControl, fyne.KeyN, framed(func() { w.Go(Route{Place: Record}) }))
	w.Keys.On(fyne.KeyModifierControl, fyne.KeyO, framed(func() {
		if w.Import != nil {
			w.Import()
		}
	}))
	w.Keys.On(fyne.KeyModifierControl, fyne.KeyY, framed(func() {
		if w.frame.sign.Working != 0 && w.Return != nil {
			w.Return()
		}
	}))
	w.Keys.On(0, fyne.KeyEscape, framed(w.Back))
}

// hold gives the keyboard to one table, with nothing focused that
// could be typed into.
func (w *Window) hold(keys *kit.Keys) {
	w.Canvas().Unfocus()
	w.Keys.Hold(keys)
}

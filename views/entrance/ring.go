package entrance

import (
	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/shell"
)

// Ring is the order in which Enter and Tab go through a page: its fields, then
// its buttons, then the first field again. Enter in the last field does what
// the page is for.
type Ring struct {
	w     *shell.Window
	stops []kit.Stop
}

// NewRing joins fields and buttons to an order; done is Enter in the last
// field.
func NewRing(w *shell.Window, done func(), fields []*kit.Field, buttons ...kit.Stop) *Ring {
	r := &Ring{w: w}
	for i, f := range fields {
		r.stops = append(r.stops, f)
		f.TakesFirst(func(ev *fyne.KeyEvent) bool {
			enter := ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter
			if !enter || i < len(fields)-1 || kit.Mods()&fyne.KeyModifierShift != 0 {
				return false
			}
			done()
			return true
		})
	}
	r.stops = append(r.stops, buttons...)
	for i, s := range r.stops {
		s.Join(w.Keys, func(back bool) { r.step(i, back) })
	}
	return r
}

func (r *Ring) step(from int, back bool) {
	by, n := 1, len(r.stops)
	if back {
		by = n - 1
	}
	for i := (from + by) % n; i != from; i = (i + by) % n {
		if !r.stops[i].Skips() {
			r.w.Focus(r.stops[i])
			return
		}
	}
}

// First goes to the first stop.
func (r *Ring) First() {
	r.w.Canvas().Unfocus() // what had the focus may be on the page before
	for _, s := range r.stops {
		if !s.Skips() {
			r.w.Focus(s)
			return
		}
	}
}

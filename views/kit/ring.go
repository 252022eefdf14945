package kit

import "fyne.io/fyne/v2"

// Ring is the order in which Enter and Tab go through a page that is no form:
// its fields, then its buttons, then the first field again. Enter in the last
// field does what the page is for.
type Ring struct {
	focus func(fyne.Focusable)
	stops []Stop
}

// NewRing joins fields and buttons to an order; focus moves the focus, keys hear
// what none of them takes, done is Enter in the last field.
func NewRing(keys *Keys, focus func(fyne.Focusable), done func(), fields []*Field, buttons ...Stop) *Ring {
	r := &Ring{focus: focus}
	for i, f := range fields {
		r.stops = append(r.stops, f)
		f.TakesFirst(func(ev *fyne.KeyEvent) bool {
			enter := ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter
			if !enter || i < len(fields)-1 || Mods()&fyne.KeyModifierShift != 0 {
				return false
			}
			done()
			return true
		})
	}
	r.stops = append(r.stops, buttons...)
	for i, s := range r.stops {
		s.Join(keys, func(back bool) { r.step(i, back) })
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
			r.focus(r.stops[i])
			return
		}
	}
}

// First goes to the first stop.
func (r *Ring) First() {
	for _, s := range r.stops {
		if !s.Skips() {
			r.focus(s)
			return
		}
	}
}

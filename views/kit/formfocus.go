package kit

import "fyne.io/fyne/v2"

// stops lists where Enter halts, in order, with the keys of their cells.
func (f *Form) stops() (stops []Stop, keys []string) {
	f.each(func(c Cell) {
		stops, keys = append(stops, c.At), append(keys, c.Key)
	})
	for _, s := range f.after {
		stops, keys = append(stops, s), append(keys, "")
	}
	return stops, keys
}

// step goes to the next stop that is not skipped, or the one before.
func (f *Form) step(from Stop, back bool) {
	stops, keys := f.stops()
	at := -1
	for i, s := range stops {
		if s == from {
			at = i
		}
	}
	for n := 1; n <= len(stops); n++ {
		i := at + n
		if back {
			i = at - n
		}
		if i >= len(stops) && f.Done != nil {
			f.Done()
			return
		}
		i = (i + len(stops)) % len(stops)
		if !stops[i].Skips() {
			f.focus(stops[i], keys[i])
			return
		}
	}
}

// Focus puts the caret into a cell's field; false when there is no such cell or
// it cannot be typed into.
func (f *Form) Focus(key string) bool {
	stops, keys := f.stops()
	for i, s := range stops {
		if keys[i] == key && key != "" && !s.Skips() {
			f.focus(s, key)
			return true
		}
	}
	return false
}

// First puts the caret into the first field that is not filled in by others.
func (f *Form) First() {
	stops, keys := f.stops()
	for i, s := range stops {
		if !s.Skips() {
			f.focus(s, keys[i])
			return
		}
	}
}

// Current returns the key of the cell with the caret, "" for none.
func (f *Form) Current() string {
	c := f.canvas()
	if c == nil || c.Focused() == nil {
		return ""
	}
	stops, keys := f.stops()
	for i, s := range stops {
		if fyne.Focusable(s) == c.Focused() {
			return keys[i]
		}
	}
	return ""
}

// canvas is the window's, which the driver knows by the form only once the form
// has been painted.
func (f *Form) canvas() fyne.Canvas {
	if window := f.keys.window(); window != nil && window.canvas != nil {
		return window.canvas
	}
	return fyne.CurrentApp().Driver().CanvasForObject(f.box)
}

func (f *Form) focus(s Stop, key string) {
	if c := f.canvas(); c != nil {
		c.Focus(s)
	}
	f.reveal(key)
}

// Afresh makes the next field that gets the caret select its text and tell
// Arrived, be it the one that had the caret last: the form shows another record.
func (f *Form) Afresh() { leave() }

// Reveal brings the field with the caret into view again, when the scroll has
// got another size.
func (f *Form) Reveal() { f.reveal(f.Current()) }

// reveal scrolls a cell and its sentence into view.
func (f *Form) reveal(key string) {
	at, ok := f.heights[key]
	if f.scroll == nil || !ok {
		return
	}
	const air = 8
	offset, height := f.scroll.Offset, f.scroll.Size().Height
	d := fyne.CurrentApp().Driver()
	top := d.AbsolutePositionForObject(f.box).Y - d.AbsolutePositionForObject(f.scroll).Y + offset.Y
	switch {
	case top+at.top-air < offset.Y:
		offset.Y = max(0, top+at.top-air)
	case top+at.bottom+air > offset.Y+height:
		offset.Y = top + at.bottom + air - height
	default:
		return
	}
	f.scroll.ScrollToOffset(offset)
}

package kit

import "fyne.io/fyne/v2"

// thumbMin keeps the scroll bar's thumb large enough to be caught.
const thumbMin float32 = 24

// rowsView is which rows can be seen. It draws nothing. Only whole rows are
// shown, so neither the first nor the last is ever cut.
type rowsView struct {
	count int // rows there are
	fits  int // rows there is room for
	first int // topmost row
}

func (v *rowsView) clamp() { v.first = max(0, min(v.first, v.count-v.fits)) }

// last returns the lowest row to be seen, -1 when there is none.
func (v *rowsView) last() int { return min(v.first+v.fits, v.count) - 1 }

// reveal scrolls as little as needed to show the row.
func (v *rowsView) reveal(row int) {
	switch {
	case row < 0 || v.fits == 0: // not laid out yet
	case row < v.first:
		v.first = row
	case row >= v.first+v.fits:
		v.first = row - v.fits + 1
	}
	v.clamp()
}

// fit changes how many rows there is room for. A row that could be seen stays
// in view; one that was scrolled away is left alone.
func (v *rowsView) fit(rows, current int) {
	seen := v.fits == 0 || current >= v.first && current <= v.last()
	v.fits = rows
	v.clamp()
	if seen {
		v.reveal(current)
	}
}

// scroll moves by rows and reports whether anything moved.
func (v *rowsView) scroll(rows int) bool {
	was := v.first
	v.first += rows
	v.clamp()
	return v.first != was
}

// page is how far PgUp and PgDn go: one row stays as a foothold.
func (v *rowsView) page() int { return max(1, v.fits-1) }

// thumb returns where the thumb stands in a track and how high it is; height 0
// means that everything is in view.
func (v *rowsView) thumb(track float32) (y, height float32) {
	if v.count <= v.fits || v.fits <= 0 {
		return 0, 0
	}
	height = min(track, max(thumbMin, track*float32(v.fits)/float32(v.count)))
	return (track - height) * float32(v.first) / float32(v.count-v.fits), height
}

// firstAt returns the topmost row when the thumb's upper edge is at y.
func (v *rowsView) firstAt(y, track float32) int {
	_, height := v.thumb(track)
	if height == 0 || track <= height {
		return 0
	}
	first := int(y/(track-height)*float32(v.count-v.fits) + 0.5)
	return max(0, min(first, v.count-v.fits))
}

// CellAt returns where a cell stands within the list, for a screen that lays a
// field over it; ok is false while it is not to be seen.
func (r *Rows) CellAt(row int, column string) (at fyne.Position, size fyne.Size, ok bool) {
	if row < r.view.first || row > r.view.last() {
		return at, size, false
	}
	for _, c := range r.laid {
		if c.Key == column {
			return fyne.NewPos(c.x, r.headHeight()+float32(row-r.view.first)*r.pitch()), fyne.NewSize(c.width, r.pitch()), true
		}
	}
	return at, size, false
}

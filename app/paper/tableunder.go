package paper

import "gongkao/app/paper/pdf"

// under is what stands under a cell's text; the zero one where there is nothing.
type under struct{ set pdf.Set }

// room is the height it takes in the cell.
func (u under) room() float64 {
	if len(u.set.Lines) == 0 {
		return 0
	}
	return float64(len(u.set.Lines)) * u.set.Pitch()
}

// under sets what stands under a cell's text. It wraps and does not shrink more
// than its type lets it: the row grows by it.
func (s *sheet) under(c *canvas, col *column) under {
	if col.Under.empty() || col.Under.of(c.view) == "" {
		return under{}
	}
	text := c.clean(col.Under)
	box := textBox{W: col.W - 2*s.pad(col), Fit: col.Fit}
	if col.Align == "left" {
		box.W -= tablePad
	}
	fit := room(box)
	fit.Height = 1e9
	return under{c.style(col.UnderType).Fit(text, fit)}
}

// stacked places a cell's text, with what stands under it below.
func (s *sheet) stacked(c *canvas, col *column, set pdf.Set, box textBox) {
	below := s.under(c, col)
	high := below.room()
	box.H -= high
	c.lines(set, box)
	if high > 0 { // both stand together in the middle of the cell
		box.Y += (box.H + set.Height()) / 2
		box.H = high
		c.lines(below.set, box)
	}
}

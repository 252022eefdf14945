package paper

import "gongkao/app/paper/pdf"

// What only tables of counts have: rows of sums, the row after the last, bars,
// and what closes them.

// sums sets a row of counts: its words over the first columns, the sums under the
// others.
func (s *sheet) sums(c *canvas, r countRow, align string, y float64) {
	t := s.table
	x := t.X
	for _, col := range t.Column[:r.Span] {
		x += col.W
	}
	c.put(textBox{X: t.X + tableText, Y: y, W: x - t.X - 2*tableText, H: r.H, Text: r.Text, Type: r.Type, Align: align})
	for i := r.Span; i < len(t.Column); i++ {
		col := &t.Column[i]
		c.Rule(x, y, x, y+r.H, max(col.Rule, cellRule))
		pad := s.pad(col)
		c.put(textBox{X: x + pad, Y: y, W: col.W - 2*pad, H: r.H, Text: col.Sum, Type: r.Type, Align: col.Align})
		x += col.W
	}
}

// blank draws the empty row after the last record.
func (s *sheet) blank(c *canvas, y float64) float64 {
	t := s.table
	if t.Blank.empty() {
		return y
	}
	c.Rule(t.X, y, t.X+s.width(), y, cellRule)
	first, second := t.Column[0], &t.Column[1]
	pad := s.pad(second)
	c.put(textBox{X: t.X + first.W + pad, Y: y, W: second.W - 2*pad, H: t.Row, Text: t.Blank, Type: second.Type, Align: "left"})
	return y + t.Row
}

// closing draws what stands under the total.
func (s *sheet) closing(c *canvas, y float64) float64 {
	t := s.table
	right := t.X + s.width()
	for _, r := range t.Closing {
		c.Rule(t.X, y, right, y, cellRule)
		c.Rule(t.X+r.W, y, t.X+r.W, y+r.H, cellRule)
		c.put(textBox{X: t.X + cellPad, Y: y, W: r.W - 2*cellPad, H: r.H, Text: r.Label, Type: r.LabelType})
		const indent = 4
		c.put(textBox{X: t.X + r.W + indent, Y: y, W: right - t.X - r.W - 2*indent, H: r.H, Text: r.Text, Type: r.Type, Align: "left"})
		y += r.H
	}
	return y
}

// bar draws the line's part of the longest, and the year before as a frame under
// it. Black, so that a copy keeps it.
func (s *sheet) bar(c *canvas, in pdf.Rect) {
	l := c.view.line
	if l == nil {
		return
	}
	const pad, thick, thin, frame = 2.0, 2.6, 1.6, 0.2
	middle := in.Y + in.H/2
	full := in.W - 2*pad
	top := middle - thick/2
	if l.BarBefore > 0 {
		top = middle - (thick+thin)/2
		c.Frame(rect(in.X+pad+frame/2, top+thick+frame/2, full*l.BarBefore-frame, thin-frame), frame, solidLine)
	}
	if l.Bar > 0 {
		c.Blocks = append(c.Blocks, []pdf.Rect{{X: in.X + pad, Y: top, W: full * l.Bar, H: thick}})
	}
}

package paper

import "gongkao/app/paper/pdf"

// draw draws one page of the table and its furniture, and returns the outline
// entries of the bands that begin on it.
func (s *sheet) draw(c *canvas, page run) (marks []pdf.Mark) {
	t := s.table
	v := c.view
	s.furniture(c, "every", 0)
	y := s.head(c)
	top := t.Y // of the verticals
	for i := page.from; i < page.to; i++ {
		r := &s.records[i]
		s.about(v, r, i+1)
		if row, begun := s.bands(c, i, i == page.from, top, y); row > y {
			y, top, marks = row, row, append(marks, begun...)
		} else { // bands draw their own rules
			c.Rule(t.X, y, t.X+s.width(), y, cellRule)
		}
		if r.below == 0 {
			s.row(c, r, y, r.height)
			y += r.height
			continue
		}
		s.row(c, r, y, r.height-r.below)
		s.verticals(c, top, y+r.height-r.below)
		s.rowBelow(c, y+r.height-r.below)
		y += r.height
		top = y
	}
	v.entry, v.line, v.item = s.whole, nil, listItem{} // what follows is about no row
	if v.page == v.pages {
		y = s.blank(c, y)
	}
	s.verticals(c, top, y)
	y = s.counts(c, page, y)
	c.Frame(rect(t.X, t.Y, s.width(), y-t.Y), t.Frame, solidLine)
	s.furniture(c, "every", y)
	s.furniture(c, either(v.page == 1, "first", "rest"), y)
	s.furniture(c, either(v.page == v.pages, "last", "inner"), y)
	return marks
}

func either(is bool, yes, no string) string {
	if is {
		return yes
	}
	return no
}

// furniture draws the definition's pages of that place; bottom is where the table
// ends. Those of every page are drawn before it (bottom 0) or, After, behind it.
func (s *sheet) furniture(c *canvas, on string, bottom float64) {
	for i := range s.paper.Page {
		p := &s.paper.Page[i]
		every := on == "every" && p.On == ""
		if p.On != on && !every || on == "every" && p.After != (bottom > 0) {
			continue
		}
		dy := 0.0
		if p.After {
			dy = bottom
		}
		c.furniture(p, dy)
		if p.Grid != nil {
			c.grid(p.Grid.moved(dy))
		}
	}
}

// head draws the column heads.
func (s *sheet) head(c *canvas) float64 {
	t := s.table
	x := t.X
	for i, col := range t.Column {
		y, h := t.Y, t.Head
		if !col.Group.empty() {
			y, h = t.Y+t.Head/2, t.Head/2
			s.group(c, i, x)
		}
		c.put(textBox{X: x + tablePad, Y: y, W: col.W - 2*tablePad, H: h, Text: col.Head, Type: "column-head"})
		x += col.W
	}
	return t.Y + t.Head
}

// grouped reports whether a column stands under one head with the one before.
func (s *sheet) grouped(i int) bool {
	columns := s.table.Column
	return i > 0 && !columns[i].Group.empty() && columns[i].Group.source == columns[i-1].Group.source
}

// group draws the head over the columns of a group, with its first.
func (s *sheet) group(c *canvas, first int, x float64) {
	if s.grouped(first) {
		return
	}
	t := s.table
	width := t.Column[first].W
	for i := first + 1; i < len(t.Column) && s.grouped(i); i++ {
		width += t.Column[i].W
	}
	c.put(textBox{X: x, Y: t.Y, W: width, H: t.Head / 2, Text: t.Column[first].Group, Type: "column-head"})
	c.Rule(x, t.Y+t.Head/2, x+width, t.Y+t.Head/2, cellRule)
}

// line sets words across the whole table.
func (s *sheet) line(c *canvas, text words, kind string, y, h float64) {
	const indent = 2
	c.put(textBox{X: s.table.X + indent, Y: y, W: s.width() - 2*indent, H: h, Text: text, Type: kind, Align: "left"})
}

// row sets the cells of one record.
func (s *sheet) row(c *canvas, r *record, y, h float64) {
	x := s.table.X
	for i := range s.table.Column {
		col := &s.table.Column[i]
		if col.Bar {
			s.bar(c, pdf.Rect{X: x, Y: y, W: col.W, H: h})
		}
		if len(col.Tick) > 0 {
			c.ticks(col, pdf.Rect{X: x, Y: y, W: col.W, H: h})
		}
		set, box := s.again(c, r, i)
		if s.goesBelow(col, set) {
			set = c.style(col.Type).Fit([]string{"见下行"}, room(box))
		}
		if set.Lines[0].Text != "" {
			box.X, box.Y, box.H = x+s.pad(col), y, h
			if col.Align == "left" {
				box.X += tablePad
			}
			s.stacked(c, col, set, box)
		}
		x += col.W
	}
}

// rowBelow sets what was too long for its cell across the table.
func (s *sheet) rowBelow(c *canvas, y float64) {
	c.Rule(s.table.X, y, s.table.X+s.width(), y, cellRule)
	for i := range s.table.Column {
		col := &s.table.Column[i]
		if set, _ := s.cell(c, col); !s.goesBelow(col, set) {
			continue
		}
		set := s.below(c, col)
		h := set.Height() + 2*cellAir
		c.lines(set, textBox{X: s.table.X + tableText, Y: y, W: s.width() - 2*tableText, H: h, Align: "left"})
		y += h
	}
}

// verticals draws the rules between columns beside rows that stand together.
func (s *sheet) verticals(c *canvas, top, bottom float64) {
	if bottom <= top+hair {
		return
	}
	x := s.table.X
	for i, col := range s.table.Column {
		from := top
		if top == s.table.Y && s.grouped(i) {
			from += s.table.Head / 2
		}
		if i > 0 && from < bottom-hair {
			c.Rule(x, from, x, bottom, max(col.Rule, cellRule))
		}
		x += col.W
	}
}

// counts closes the page, and the table on its last page.
func (s *sheet) counts(c *canvas, page run, y float64) float64 {
	c.view.counted = tallyOf(s.records[page.from:page.to])
	if r := s.table.Page; r != nil && (!r.Many || c.view.pages > 1) {
		y = s.count(c, r, y)
	}
	if c.view.page < c.view.pages {
		return y
	}
	c.view.counted = s.total
	if r := s.table.Total; r != nil && (!r.Many || c.view.pages > 1) {
		y = s.count(c, r, y)
	}
	return s.closing(c, y)
}

func (s *sheet) count(c *canvas, r *countRow, y float64) float64 {
	c.Rule(s.table.X, y, s.table.X+s.width(), y, groupRule)
	if r.Span > 0 {
		s.sums(c, *r, "", y)
	} else {
		s.line(c, r.Text, r.Type, y, r.H)
	}
	return y + r.H
}

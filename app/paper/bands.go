package paper

import "gongkao/app/paper/pdf"

// runs numbers the records that agree in a band's By, as they come.
type runs struct {
	of     *band
	number int
	last   string
	begun  bool
}

// next takes the view's record and reports whether a run begins with it; another
// run of the bands over it begins one, too.
func (r *runs) next(v *view, anew bool) (begins bool) {
	if r.of == nil {
		return false
	}
	by := r.of.By.of(v)
	begins = !r.begun || anew || by != r.last
	if begins && r.begun {
		r.number++
	}
	r.last, r.begun = by, true
	return begins
}

// height is the band's where it begins.
func height(begins bool, b *band) float64 {
	if begins {
		return b.H
	}
	return 0
}

// bands draws the bands above a record: those that begin with it and, at the top
// of a page, all it stands under; from is where the verticals above them begin. It
// returns where its row begins and the outline's entries of those that begin.
func (s *sheet) bands(c *canvas, i int, again bool, from, y float64) (row float64, marks []pdf.Mark) {
	r, t := &s.records[i], s.table
	under := t.Over != nil && t.Over.By.of(c.view) != ""
	newOver, newBand := i == 0 || s.records[i-1].over != r.over, i == 0 || s.records[i-1].band != r.band
	over, band := under && (newOver || again), !r.plain && (newBand || again)
	if over || band {
		s.verticals(c, from, y)
	}
	if over {
		if newOver {
			c.view.counted = s.tally(i, func(o *record) bool { return o.over == r.over })
			marks = s.mark(c, t.Over.By)
		}
		y = s.band(c, t.Over, t.Over.words(newOver, false), newOver, y)
	}
	if band {
		if newBand {
			c.view.counted = s.tally(i, func(o *record) bool { return o.band == r.band })
		}
		if newBand && !under {
			marks = s.mark(c, s.paper.Outline)
		}
		text := t.Band.words(newBand, under)
		if s.job.ByHand {
			text = t.Band.ByHand
		}
		y = s.band(c, t.Band, text, newBand, y)
	}
	return y, marks
}

// words is what a band says where it begins, beneath another one, or where it
// goes on.
func (b *band) words(first, under bool) words {
	switch {
	case !first:
		return b.Again
	case under && !b.Under.empty():
		return b.Under
	}
	return b.Text
}

// tally counts the records from one on that belong together with it.
func (s *sheet) tally(from int, with func(*record) bool) tally {
	end := from
	for end < len(s.records) && with(&s.records[end]) {
		end++
	}
	return tallyOf(s.records[from:end])
}

// mark is an entry of the outline; a sheet to be filled in by hand has none.
func (s *sheet) mark(c *canvas, title words) []pdf.Mark {
	if s.job.ByHand {
		return nil
	}
	return []pdf.Mark{{Title: title.of(c.view), Page: c.view.page - 1}}
}

// band draws a band row, with the sums of what it opens, and returns where the
// next row begins.
func (s *sheet) band(c *canvas, b *band, text words, opens bool, y float64) float64 {
	right := s.table.X + s.width()
	c.rule(s.table.X, y, right, y, cellRule)
	if b.Span > 0 && opens {
		s.sums(c, countRow{H: b.H, Text: text, Type: b.Type, Span: b.Span}, "left", y)
	} else {
		s.line(c, text, b.Type, y, b.H)
	}
	c.rule(s.table.X, y+b.H, right, y+b.H, cellRule)
	return y + b.H
}

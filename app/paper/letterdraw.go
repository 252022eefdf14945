package paper

import (
	"strings"

	"gongkao/app/paper/pdf"
)

// lineOf draws a set line of a letter with its left end at x; one that is not the
// last of its paragraph fills the width.
func (c *canvas) lineOf(s letterStyle, l pdf.SetLine, x, width, y float64) {
	text := strings.TrimRight(l.Text, " ")
	x += l.Indent * s.set.Size * pdf.MM
	goal := s.width(text)
	if !l.Last {
		goal = width - l.Indent*s.set.Size*pdf.MM
	}
	gap := 0.0
	if n := pdf.Openings(text); n > 0 {
		gap = (goal - s.Face.Width(text, s.Size)) / float64(n)
	}
	c.Texts = append(c.Texts, pdf.Text{X: x, Y: y + letterPitch/2 + s.Face.Baseline(s.Size), Face: s.Face, Size: s.Size, Gap: gap, Text: text})
}

// paragraphs are the pieces of a text, a line each. The first and the last line of a
// paragraph stand on no page alone.
func (c *canvas) paragraphs(text words, kind string, indent float64) (pieces []piece) {
	s := c.letterStyle(kind)
	at := 0 // line of its paragraph
	for _, l := range s.lines(c.clean(text), letterWidth, indent) {
		glued := at == 1 || at > 0 && l.Last
		if at++; l.Last {
			at = 0
		}
		pieces = append(pieces, piece{glued: glued, height: letterPitch, draw: func(c *canvas, y float64) {
			c.lineOf(s, l, letterLeft, letterWidth, y)
		}})
	}
	return pieces
}

// ruleAfter draws a rule to write on behind the line of words just drawn, as far as
// the margin.
func (c *canvas) ruleAfter(length, y float64) {
	t := c.Texts[len(c.Texts)-1]
	x := t.X + t.Face.Width(t.Text, t.Size) + float64(pdf.Openings(t.Text))*t.Gap
	c.Rule(x, y+letterPitch/2+letterRule, min(x+length, letterLeft+letterWidth), y+letterPitch/2+letterRule, signRule)
}

// title is the title of a letter or of what is attached to it. It is broken where
// the definition breaks it; one that takes too many lines is set smaller.
func (c *canvas) title(text words) piece {
	s := c.style("letter-title")
	set := s.Fit(c.clean(text), pdf.Room{Width: letterWidth, Height: s.Size*pdf.MM + (titleLines-1)*titlePitch, Order: pdf.WrapFirst})
	return piece{height: float64(len(set.Lines)) * titlePitch, draw: func(c *canvas, y float64) {
		for i, l := range set.Lines {
			text := strings.TrimRight(l.Text, " ")
			x, _ := place(set.Style, text, letterLeft, letterWidth, "", true)
			middle := y + (float64(i)+0.5)*titlePitch
			c.Texts = append(c.Texts, pdf.Text{X: x, Y: middle + set.Face.Baseline(set.Size), Face: set.Face, Size: set.Size, Text: text})
		}
	}}
}

// byHand is a part that is done by hand.
func byHand(p *letterPart) piece {
	return piece{gap: p.Gap, height: p.H, draw: func(c *canvas, y float64) { c.furniture(p.Hand, y) }}
}

// signature is 署名 centred over 成文日期, with room for the seal over both. A date
// not given is left to be written.
func (c *canvas) signature(l *letter) piece {
	s := c.letterStyle("")
	from := s.even(c.clean(l.From))
	on := l.On.of(c.view)
	dateWidth := s.width(on)
	if on == "" {
		dateWidth = dateRoom
	}
	widest := 0.0
	for _, line := range from {
		widest = max(widest, s.width(strings.TrimRight(line.Text, " ")))
	}
	right := letterLeft + letterWidth
	middle := min(right-dateFree-dateWidth/2, right-widest/2)
	high := float64(len(from)) * letterPitch
	end := high - sealAbove + sealSide
	return piece{gap: max(sealAbove-high, aboveFrom), height: end, lowest: sealLowest, draw: func(c *canvas, y float64) {
		for i, line := range from {
			line.Last = true
			c.lineOf(s, line, middle-s.width(strings.TrimRight(line.Text, " "))/2, 0, y+float64(i)*letterPitch)
		}
		if on == "" {
			c.date(handDate{X: middle - dateWidth/2, Y: y + high + letterPitch/2, Year: 4 * letterEm, Gap: 2 * letterEm, Type: "letter"})
			return
		}
		c.lineOf(s, pdf.SetLine{Text: on, Last: true}, middle-dateWidth/2, 0, y+high)
	}}
}

// segment draws rows of the table that stand together on a page, with the head
// above the first.
func (s *sheet) segment(c *canvas, rows []placed) {
	t := *s.table
	t.X, t.Y = letterLeft, rows[0].y-t.Head
	s.table = &t
	top, y := t.Y, s.head(c)
	for _, r := range rows {
		s.about(c.view, r.row, r.number)
		c.Rule(t.X, y, t.X+s.width(), y, cellRule)
		s.row(c, r.row, y, r.row.height-r.row.below)
		if r.row.below > 0 {
			s.verticals(c, top, y+r.row.height-r.row.below)
			s.rowBelow(c, y+r.row.height-r.row.below)
			top = y + r.row.height
		}
		y += r.row.height
	}
	s.about(c.view, &record{}, 0)
	s.verticals(c, top, y)
	c.Frame(rect(t.X, t.Y, s.width(), y-t.Y), t.Frame, solidLine)
}

// about makes a row's person the one asked about.
func (s *sheet) about(v *view, r *record, number int) {
	v.entry, v.line, v.about, v.item, v.number = r.entry, r.line, r.item, r.own, number
}

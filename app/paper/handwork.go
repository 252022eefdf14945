package paper

import (
	"cmp"

	"gongkao/app/paper/pdf"
)

// What is done by hand: signatures, dates, seals. The measures are those of
// the office's own paper, the same on every sheet.
const (
	sealSide   = 42.0 // Ø of a seal, mm
	signBelow  = 2.6  // the rule lies this far below the middle of its label
	signRule   = 0.25
	dateGap    = 7.5 // room to write before 月 and 日
	dateBefore = 11.5

	tickSide   = 3.8 // a box to tick
	tickSmall  = 3.2 // likewise, in a cell of a table
	tickPitch  = 5.3 // of those in a cell
	tickFrame  = 0.3
	tickBefore = 2.5 // it stands so far in
	tickAfter  = 1.6 // and its words so far behind it
	tickWidth  = 0.45
)

// tickStrokes are the corners of a tick, in parts of the box's side.
var tickStrokes = [][2]float64{{0.18, 0.52}, {0.42, 0.77}, {0.84, 0.24}}

// furniture draws everything on a page that is not its grid; dy moves it down.
func (c *canvas) furniture(p *page, dy float64) {
	for _, t := range p.Text {
		t.Y += dy
		c.put(t)
	}
	for _, l := range p.Line {
		c.Lines = append(c.Lines, pdf.Line{X1: l.From[0], Y1: l.From[1] + dy, X2: l.To[0], Y2: l.To[1] + dy, Width: l.Width, Dash: l.Dash})
	}
	for _, s := range p.Sign {
		s.Y += dy
		c.sign(s)
	}
	for _, d := range p.Date {
		d.Y += dy
		c.date(d)
	}
	for _, s := range p.Seal {
		// the seal's own words: thin, in the middle of the free circle
		c.put(textBox{X: s.X, Y: s.Y + dy, W: sealSide, H: sealSide, Text: s.Text, Type: "seal"})
	}
	for _, ph := range p.Photo {
		c.photo(ph)
	}
}

func (c *canvas) sign(s signLine) {
	const height = 8
	c.put(textBox{X: s.X, Y: s.Y - height/2, W: s.At - s.X, H: height, Text: s.Label, Type: s.Type, Align: "left"})
	c.Rule(s.At, s.Y+signBelow, s.At+s.Rule, s.Y+signBelow, signRule)
}

// tick draws the box to tick before a box of words, or alone in its middle, with
// its tick where that is known, and returns what is left for the words.
func (c *canvas) tick(t textBox) textBox {
	x := t.X + tickBefore
	if t.Text.empty() {
		x = t.X + (t.W-tickSide)/2
	}
	c.box(x, t.Y+t.H/2, tickSide, t.Ticked)
	taken := tickBefore + tickSide + tickAfter
	t.X, t.W = t.X+taken, t.W-taken
	return t
}

// ticks draws the boxes of a cell to tick, one above the other, each with its
// words.
func (c *canvas) ticks(col *column, in pdf.Rect) {
	middle := in.Y + in.H/2 - tickPitch*float64(len(col.Tick)-1)/2
	for _, t := range col.Tick {
		c.box(in.X+tickBefore, middle, tickSmall, t.Ticked)
		const taken = tickBefore + tickSmall + tickAfter
		c.put(textBox{X: in.X + taken, Y: middle - tickPitch/2, W: in.W - taken, H: tickPitch, Text: t.Text, Type: col.Type, Align: "left"})
		middle += tickPitch
	}
}

// box draws a box to tick around the middle of a line, and its tick where that is
// known.
func (c *canvas) box(x, middle, side float64, ticked condition) {
	y := middle - side/2
	c.Frame(rect(x, y, side, side), tickFrame, solidLine)
	if ticked.name == "" || !ticked.holds(c.view) {
		return
	}
	for i := range len(tickStrokes) - 1 {
		a, b := tickStrokes[i], tickStrokes[i+1]
		c.Rule(x+a[0]*side, y+a[1]*side, x+b[0]*side, y+b[1]*side, tickWidth)
	}
}

// date sets 年 月 日 with 日 flush right, so that every gap can be written in.
func (c *canvas) date(d handDate) {
	s := c.style(d.Type)
	em := s.Size * pdf.MM
	first, gap := cmp.Or(d.Year, dateBefore), cmp.Or(d.Gap, dateGap)
	x := d.X + first
	for _, sign := range []string{"年", "月", "日"} {
		c.Texts = append(c.Texts, pdf.Text{X: x, Y: d.Y + s.Face.Baseline(s.Size), Face: s.Face, Size: s.Size, Text: sign})
		x += em + gap
	}
}

// photo places the photo, or dashes and words where one is to be glued on.
func (c *canvas) photo(p photoPlace) {
	place := pdf.Rect{X: p.X, Y: p.Y, W: p.W, H: p.H}
	if c.view.entry != nil {
		if jpeg := c.report.portrait(c.view, p.W/p.H); jpeg != nil {
			c.Images = append(c.Images, pdf.Image{Rect: place, JPEG: jpeg})
			return
		}
	}
	c.Frame(place, 0.2, [2]float64{1, 1})
	c.put(textBox{X: p.X, Y: p.Y, W: p.W, H: p.H, Text: p.Text, Type: p.Type})
}

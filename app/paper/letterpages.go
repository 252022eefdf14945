package paper

import (
	"math"

	"gongkao/app/paper/pdf"
)

// letter lays out one letter: its pages, then the attachment's.
func (p *Papers) letter(d *definition, v *view, r *report) ([]*pdf.Page, error) {
	newCanvas := func() *canvas { return &canvas{Page: d.newPage(), paper: d, view: v, report: r} }
	c := newCanvas() // by which text is measured
	items := p.itemSheet(c)
	f := flowOf(c.pieces(d.Letter, items), items.table.Head)
	var canvases []*canvas
	for _, page := range f.pages {
		canvases = append(canvases, items.page(newCanvas(), page))
	}
	if receipt := d.Letter.Receipt; receipt != nil {
		y := sealLowest - receipt.H
		if f.y > y+hair {
			canvases = append(canvases, newCanvas())
		}
		canvases[len(canvases)-1].furniture(receipt.Hand, y)
	}
	if v.attached() {
		for _, page := range flowOf(c.attachment(d.Letter, items), items.table.Head).pages {
			canvases = append(canvases, items.page(newCanvas(), page))
		}
	}
	qr, err := qrCode(&p.house, d, v)
	if err != nil {
		return nil, err
	}
	v.pages = len(canvases)
	var pages []*pdf.Page
	for i, c := range canvases {
		v.page = i + 1
		c.foot(&p.house, nil, qr)
		pages = append(pages, c.Page)
	}
	return pages, nil
}

// itemSheet measures the table of the items.
func (p *Papers) itemSheet(c *canvas) *sheet {
	s := &sheet{papers: p, paper: c.paper, table: c.paper.Letter.Table, job: c.view.job, report: c.report, wrapped: map[cellText]pdf.Set{}}
	if s.table == nil {
		s.table = &table{}
		return s
	}
	of := c.view.letter
	for i := range of.Items {
		s.records = append(s.records, record{item: &of.Items[i], entry: &of.Items[i].Entry})
	}
	for i := range s.records {
		s.about(c.view, &s.records[i], i+1)
		s.grow(c, &s.records[i])
	}
	s.about(c.view, &record{}, 0)
	return s
}

// page draws the pieces of a page.
func (s *sheet) page(c *canvas, page []placed) *canvas {
	for i := 0; i < len(page); i++ {
		if n := rowsFrom(page[i:]); n > 0 {
			s.segment(c, page[i:i+n])
			i += n - 1
			continue
		}
		page[i].draw(c, page[i].y)
	}
	return c
}

// pieces is a letter in order of reading.
func (c *canvas) pieces(l *letter, items *sheet) (all []piece) {
	all = c.opening(l)
	for i := range l.Part {
		p := &l.Part[i]
		switch {
		case !p.When.holds(c.view):
		case p.Table && !c.view.attached():
			all = append(all, items.rows()...)
		case p.Table:
		case p.Hand != nil:
			all = append(all, byHand(p))
			keep(all, len(all)-1, p.Keep)
		default:
			all = append(all, c.text(p, all)...)
		}
	}
	if c.view.attached() {
		said := c.paragraphs(phrase("附件："+l.Attached.of(c.view)), "", firstIndent)
		said[0].gap = letterPitch
		all = append(all, said...)
	}
	if !l.From.empty() {
		end := c.signature(l)
		end.gap += below(all)
		all = append(all, end)
		keep(all, len(all)-1, linesWithEnd)
	}
	if note := l.Note.of(c.view); note != "" {
		lines := c.paragraphs(phrase("（"+note+"）"), "", firstIndent)
		for i := range lines {
			lines[i].glued, lines[i].lowest = true, sealLowest
		}
		all = append(all, lines...)
	}
	return all
}

// text is a paragraph behind what stands above it.
func (c *canvas) text(p *letterPart, above []piece) []piece {
	indent := firstIndent
	if p.Flush {
		indent = 0
	}
	lines := c.paragraphs(p.Text, p.Type, indent)
	lines[0].gap = p.Gap + below(above)
	if p.Rule > 0 {
		last := &lines[len(lines)-1]
		draw := last.draw
		last.draw = func(c *canvas, y float64) {
			draw(c, y)
			c.ruleAfter(p.Rule, y)
		}
	}
	return lines
}

// below is the white under the table, if that is what ends the pieces.
func below(pieces []piece) float64 {
	if n := len(pieces); n > 0 && pieces[n-1].row != nil {
		return belowTable
	}
	return 0
}

// opening is number, title and addressee. What follows the title stands on a line
// of the page again.
func (c *canvas) opening(l *letter) (all []piece) {
	lines := float64(l.Top)
	if !l.Number.empty() {
		s := c.letterStyle("")
		number := c.clean(l.Number)[0]
		all = append(all, piece{height: letterPitch, draw: func(c *canvas, y float64) {
			c.lineOf(s, pdf.SetLine{Text: number, Last: true}, letterLeft+letterWidth-s.width(number), 0, y)
		}})
		lines = 0
	}
	return append(append(all, c.titled(l.Title, lines, len(all))), c.addressee(l)...)
}

// titled is a title with so many empty lines above it and, on its page, so many
// lines; it ends where the next line of the page begins.
func (c *canvas) titled(text words, empty float64, above int) piece {
	title := c.title(text)
	draw, lead := title.draw, empty*letterPitch
	title.draw = func(c *canvas, y float64) { draw(c, y+lead) }
	from := float64(above) * letterPitch
	title.height = math.Ceil((from+lead+title.height+titleBelow)/letterPitch-hair)*letterPitch - from
	return title
}

func (c *canvas) addressee(l *letter) []piece {
	if l.To.of(c.view) == "" {
		return nil
	}
	return c.paragraphs(l.To, "", 0)
}

// rows are the pieces of the table.
func (s *sheet) rows() (all []piece) {
	for i := range s.records {
		all = append(all, piece{height: s.records[i].height, row: &s.records[i], number: i + 1})
	}
	if len(all) > 0 {
		all[0].gap = aboveTable
	}
	return all
}

// attachment is the table on pages of its own: 附件 in the corner, its title on the
// third line.
func (c *canvas) attachment(l *letter, items *sheet) []piece {
	mark := c.paragraphs(phrase("附件"), "letter-head", 0)
	mark[0].fresh = true
	return append(append(mark, c.titled(l.Attached, 1, 1)), items.rows()...)
}

package paper

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"gongkao/app/paper/pdf"
)

// Measures inside the cells of a table.
const (
	tablePad  = 0.4
	tableText = 1.5 // padding of left-aligned words in bands and counts
	cellAir   = 1.0 // least white above and below lines together
	letterAir = 2.0 // likewise, in the table of a letter
	rowStep   = 0.5 // rows grow by half millimetres
	groupRule = 0.35
	longest   = 5     // lines in a cell before the text goes below the row
	longer    = 12    // likewise, in the table of a letter
	mostBelow = 150.0 // how high what stands below a row may be, before it is set smaller
)

// sheet is a table being laid out.
type sheet struct {
	papers  *Papers
	paper   *definition
	table   *table
	job     *Job
	report  *report
	records []record
	total   tally
	whole   *Entry         // whom the whole table is about; nil: many
	low     float64        // height of a row where all then stand on one page; 0: the table's
	words   [1]pdf.SetLine // of the cell being drawn, when they are one line
	wrapped map[cellText]pdf.Set
}

// cellText is a text in a column. The same trades and units stand in a table
// hundreds of times, so how they wrap is kept.
type cellText struct {
	column *column
	text   string
	high   float64
}

// mostWrapped is how many texts are kept; what is different in every row would
// fill the memory for nothing.
const mostWrapped = 4096

// tableSheet lays out a table of records.
func (p *Papers) tableSheet(d *definition, v *view, records []record, r *report) ([]*pdf.Page, []pdf.Mark, error) {
	s := &sheet{papers: p, paper: d, table: d.Table, job: v.job, report: r, records: records, whole: v.entry, wrapped: map[cellText]pdf.Set{}}
	pages := s.spread(v)
	qr, err := qrCode(&p.house, d, v)
	if err != nil {
		return nil, nil, err
	}
	v.pages, v.total = len(pages), s.total
	var sheets []*pdf.Page
	var marks []pdf.Mark
	for i, page := range pages {
		v.page = i + 1
		c := &canvas{Page: d.newPage(), paper: d, view: v, report: r}
		c.Texts = make([]pdf.Text, 0, (page.to-page.from+4)*(len(d.Table.Column)+2))
		marks = append(marks, s.draw(c, page)...)
		v.entry, v.line, v.item = s.whole, nil, listItem{}
		c.foot(&p.house, nil, qr)
		sheets = append(sheets, c.Page)
	}
	return sheets, marks, nil
}

// spread measures the rows and spreads them over pages. Where lower rows bring all
// of them on one page, they are lower.
func (s *sheet) spread(v *view) []run {
	t := s.table
	pages := func() []run {
		s.measure(v.table)
		return pagesOf(s.records, s.room(t.Bottom, false), s.room(t.Last, true))
	}
	all := pages()
	if t.Least == 0 || len(all) == 1 {
		return all
	}
	for s.low = t.Row - rowStep; s.low > t.Least-hair; s.low -= rowStep {
		if low := pages(); len(low) == 1 {
			return low
		}
	}
	s.low = 0
	return pages()
}

// rowHeight is the least height of a row.
func (s *sheet) rowHeight() float64 { return cmp.Or(s.low, s.table.Row) }

// room is the height for rows and bands when the table may reach down to
// bottom.
func (s *sheet) room(bottom float64, last bool) float64 {
	t := s.table
	room := bottom - t.Y - t.Head
	if t.Page != nil {
		room -= t.Page.H
	}
	if last && t.Total != nil {
		room -= t.Total.H
	}
	if last && !t.Blank.empty() {
		room -= t.Row
	}
	for _, c := range t.Closing {
		if last {
			room -= c.H
		}
	}
	return room
}

// measure finds each row's height and bands.
func (s *sheet) measure(of *Table) {
	v := &view{job: s.job, paper: s.paper, table: of}
	c := &canvas{Page: &pdf.Page{}, paper: s.paper, view: v, report: s.report}
	band, over := runs{of: s.table.Band}, runs{of: s.table.Over}
	if s.job.ByHand && band.of != nil && band.of.ByHand.empty() {
		band.of = nil
	}
	for i := range s.records {
		r := &s.records[i]
		s.about(v, r, i+1)
		overs := over.next(v, false)
		bands := band.next(v, overs)
		r.over, r.band, r.opens, r.above = over.number, band.number, 0, 0
		// people always stand under a band, if a nameless one
		r.plain = band.of == nil || band.last == "" && r.line != nil
		if !r.plain {
			r.above += band.of.H
			r.opens += height(bands, band.of)
		}
		if over.last != "" {
			r.above += over.of.H
			r.opens += height(overs, over.of)
		}
		s.grow(c, r)
	}
	s.total = tallyOf(s.records)
}

// grow makes the row as high as its longest cell; a text of too many lines
// goes under the row instead.
func (s *sheet) grow(c *canvas, r *record) {
	row := s.rowHeight()
	r.below, r.oneLine = 0, 0
	for i := range s.table.Column {
		col := &s.table.Column[i]
		if s.standsOnOneLine(c, col) {
			r.oneLine |= 1 << i
			continue
		}
		set, _ := s.cell(c, col)
		if s.goesBelow(col, set) {
			under := s.below(c, col)
			if r.below += under.Height() + 2*cellAir; under.Shrunk {
				c.report.warn(c.view, TextShrunk, fmt.Sprintf("“%s”%s", col.Below, Shrunk))
			}
			continue
		}
		if need := set.Height() + s.under(c, col).room() + s.air(); need > row {
			row = max(row, math.Ceil(need/rowStep-hair)*rowStep)
		}
	}
	r.height = row + r.below
}

// standsOnOneLine reports whether a cell's words need no fitting: one line of
// their full size, nothing in them missing.
func (s *sheet) standsOnOneLine(c *canvas, col *column) bool {
	text := col.Text.of(c.view)
	if !col.Under.empty() || strings.ContainsRune(text, '\n') {
		return false
	}
	text, lost := pdf.Clean(text)
	style := c.style(col.Type)
	return len(lost) == 0 && style.Size*pdf.MM+s.air() <= s.rowHeight() && style.Face.Width(text, style.Size) <= s.box(col).W+1e-6
}

func (s *sheet) goesBelow(col *column, set pdf.Set) bool {
	most := longest
	if s.paper.Letter != nil {
		most = longer
	}
	return col.Below != "" && len(set.Lines) > most
}

// cell sets the text of a cell for the view's entry.
func (s *sheet) cell(c *canvas, col *column) (pdf.Set, textBox) {
	box := s.box(col)
	paragraphs := c.clean(col.Text)
	at := cellText{col, strings.Join(paragraphs, "\n"), s.rowHeight()}
	set, known := s.wrapped[at]
	if !known {
		r := room(box)
		r.Height = s.rowHeight() - s.air()
		set = c.style(col.Type).Fit(paragraphs, r)
		if len(s.wrapped) < mostWrapped {
			s.wrapped[at] = set
		}
	}
	return set, box
}

func (s *sheet) box(col *column) textBox {
	box := textBox{W: col.W - 2*s.pad(col), Text: col.Text, Type: col.Type, Align: col.Align, Fit: col.Fit}
	if col.Align == "left" {
		box.W -= tablePad // words at the left stand off their rule twice as far
	}
	return box
}

// again is cell for a record that has been measured.
func (s *sheet) again(c *canvas, r *record, column int) (pdf.Set, textBox) {
	col := &s.table.Column[column]
	if r.oneLine>>column&1 == 0 {
		return s.cell(c, col)
	}
	text, _ := pdf.Clean(col.Text.of(c.view))
	s.words[0] = pdf.SetLine{Text: text, Last: true}
	return pdf.Set{Style: c.style(col.Type), Lines: s.words[:], Whole: true}, s.box(col)
}

// air is the least white above and below the lines of a cell together.
func (s *sheet) air() float64 {
	if s.paper.Letter != nil {
		return letterAir
	}
	return cellAir
}

// pad is how far the words of a column stand off its rules.
func (s *sheet) pad(col *column) float64 {
	if s.table.Pad == 0 || col.Align == "" && s.paper.Letter == nil {
		return tablePad
	}
	return s.table.Pad
}

// below sets the text that goes under the row, with its label before it.
func (s *sheet) below(c *canvas, col *column) pdf.Set {
	paragraphs := c.clean(col.Text)
	paragraphs[0] = col.Below + paragraphs[0]
	style := c.style(col.Type)
	style.Least = smallest
	return style.Fit(paragraphs, pdf.Room{Width: s.width() - 2*tableText, Height: mostBelow, Order: pdf.WrapFirst})
}

func (s *sheet) width() (w float64) {
	for _, c := range s.table.Column {
		w += c.W
	}
	return w
}

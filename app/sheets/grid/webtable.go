package grid

import (
	"strconv"
	"strings"
)

// webTable is a table of a page while it is open.
type webTable struct {
	left   int             // its first column
	row    int             // the row being read; before the first one, the row above it
	bottom int             // the lowest row that a table in its cells has reached
	column int             // the next cell's
	taken  [maxColumns]int // the row down to which a cell above reaches, by column
	cell   webCell
}

// webCell is a cell while it is open.
type webCell struct {
	open        bool
	row, column int
	text        webText
	number      string // the number behind the text, as Excel writes it (x:num)
	isNumber    bool
}

func (c *webCell) begin(row, column int) {
	c.text.take()
	*c = webCell{open: true, row: row, column: column, text: c.text}
}

// open takes in a tag that begins something.
func (p *page) open(tag string, has map[string]string) error {
	if tag == "table" {
		return p.openTable()
	}
	if len(p.tables) == 0 {
		p.frames = p.frames || tag == "frame" || tag == "frameset"
		if blockTags[tag] {
			return p.line()
		}
		return nil
	}
	t := p.tables[len(p.tables)-1]
	switch tag {
	case "col":
		first := t.column
		t.column += webSpan(has["span"])
		if webHidden(has) {
			p.hideColumns(first, t.column-1)
		}
	case "tr":
		return p.openRow(t, has)
	case "caption":
		if err := p.openRow(t, nil); err != nil {
			return err
		}
		t.cell.begin(t.row, t.left)
	case "td", "th":
		if err := p.closeCell(t); err != nil {
			return err
		}
		p.openCell(t, has)
	default:
		if blockTags[tag] {
			t.cell.text.newLine()
		}
	}
	return nil
}

// openTable begins a table: below what stands above it or, in a cell, at that
// cell and below the text there.
func (p *page) openTable() error {
	if len(p.tables) == maxNested {
		return unreadable(nil, "网页里的表格层层相套，读不了", saveAs)
	}
	p.found = true
	t := &webTable{}
	if len(p.tables) == 0 {
		if err := p.line(); err != nil {
			return err
		}
		t.row = p.next - 1
	} else {
		outer := p.tables[len(p.tables)-1]
		t.left, t.row = outer.left, max(outer.row, outer.bottom)
		if c := &outer.cell; c.open {
			if err := p.putCell(outer); err != nil {
				return err
			}
			t.left, t.row = c.column, c.row-1
		}
	}
	t.column, t.bottom = t.left, t.row
	p.tables = append(p.tables, t)
	return nil
}

func (p *page) openRow(t *webTable, has map[string]string) error {
	if err := p.closeCell(t); err != nil {
		return err
	}
	t.row, t.column = max(t.row, t.bottom)+1, t.left
	if webHidden(has) {
		p.hideRow(t.row)
	}
	return nil
}

// openCell begins a cell in the next column that no cell above reaches into.
func (p *page) openCell(t *webTable, has map[string]string) {
	for t.column < maxColumns && t.taken[t.column] >= t.row {
		t.column++
	}
	t.cell.begin(t.row, t.column)
	t.cell.number, t.cell.isNumber = has["x:num"]
	wide, high := webSpan(has["colspan"]), webSpan(has["rowspan"])
	if high > 1 {
		p.merge(area{column: t.column, first: t.row, last: t.row + high - 1})
		for c := t.column; c < min(t.column+wide, maxColumns); c++ {
			t.taken[c] = t.row + high - 1
		}
	}
	t.column = min(t.column+wide, maxColumns)
}

// close takes in a tag that ends something.
func (p *page) close(tag string) error {
	if len(p.tables) == 0 {
		if blockTags[tag] {
			return p.line()
		}
		return nil
	}
	t := p.tables[len(p.tables)-1]
	switch tag {
	case "td", "th", "tr", "caption":
		return p.closeCell(t)
	case "table":
		err := p.closeCell(t)
		p.tables = p.tables[:len(p.tables)-1]
		below := max(t.row, t.bottom) + 1
		if len(p.tables) == 0 {
			p.next = below
			return err
		}
		outer := p.tables[len(p.tables)-1]
		outer.bottom = max(outer.bottom, below-1)
		outer.cell.row = below // of text that may follow in the cell
		return err
	}
	if blockTags[tag] {
		t.cell.text.newLine()
	}
	return nil
}

func (p *page) closeCell(t *webTable) error {
	if !t.cell.open {
		t.cell.text.take() // text between cells belongs to none
		return nil
	}
	err := p.putCell(t)
	t.cell.open = false
	return err
}

// putCell sets the cell from its text so far; what follows stands below.
func (p *page) putCell(t *webTable) error {
	c := &t.cell
	cell := TextCell(c.text.take())
	if cell.Kind == Empty {
		return nil
	}
	if c.isNumber {
		cell = webNumber(cell, c.number)
	}
	t.bottom = max(t.bottom, c.row)
	c.row++
	return p.put(c.row-1, c.column, cell)
}

// webNumber is the number behind a text that shows one; a date stays as it
// shows.
func webNumber(shown Cell, number string) Cell {
	text := strings.ReplaceAll(strings.TrimSpace(shown.Text), ",", "")
	if number == "" {
		number = text
	}
	n, err := strconv.ParseFloat(number, 64)
	if _, isNumber := strconv.ParseFloat(text, 64); err != nil || isNumber != nil {
		return shown
	}
	return finite(n, shown)
}

// webSpan reads how many rows or columns a cell takes.
func webSpan(s string) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, maxRows)
}

func webHidden(has map[string]string) bool {
	_, hidden := has["hidden"]
	return hidden || strings.Contains(strings.ToLower(strings.ReplaceAll(has["style"], " ", "")), "display:none")
}

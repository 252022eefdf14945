package marked

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The sender's worksheets are read and changed as they are written, tag by tag:
// what we know nothing of stays, and a sheet of 50,000 rows takes a moment.

// tag is a tag of a worksheet: its name without prefix, and its place in the text.
type tag struct {
	name       string
	prefix     string // "" or "x:"
	text       []byte // from < to >
	start, end int
	closing    bool // </c>
	empty      bool // <c/>
}

// eachTag visits the tags of a worksheet in order. Inside texts there is no <.
func eachTag(content []byte, visit func(tag)) {
	for at := 0; ; {
		next := bytes.IndexByte(content[at:], '<')
		if next < 0 {
			return
		}
		start := at + next
		length := bytes.IndexByte(content[start:], '>')
		if length < 0 {
			return
		}
		at = start + length + 1
		t := tag{text: content[start:at], start: start, end: at, closing: content[start+1] == '/', empty: content[at-2] == '/'}
		name := bytes.TrimLeft(t.text[1:len(t.text)-1], "/")
		if end := bytes.IndexAny(name, " \t\r\n/"); end >= 0 {
			name = name[:end]
		}
		if colon := bytes.IndexByte(name, ':'); colon >= 0 {
			t.prefix, name = string(name[:colon+1]), name[colon+1:]
		}
		t.name = string(name)
		visit(t)
	}
}

// attribute is the value of an attribute of a tag, "" for none.
func (t tag) attribute(name string) string {
	from, to := valueOf(t.text, name)
	return string(t.text[from:to])
}

// valueOf is where the value of an attribute stands in a tag: nowhere (0, 0) when
// the tag has none.
func valueOf(text []byte, name string) (from, to int) {
	for _, quote := range []string{`"`, `'`} {
		at := bytes.Index(text, []byte(" "+name+"="+quote))
		if at < 0 {
			continue
		}
		from = at + len(name) + 3
		if length := bytes.IndexByte(text[from:], quote[0]); length >= 0 {
			return from, from + length
		}
	}
	return 0, 0
}

func (t tag) number(name string) int {
	n, _ := strconv.Atoi(t.attribute(name)) // 0 where there is none
	return n
}

// place follows rows and cells through a worksheet: both may go without their
// addresses and are counted then.
type place struct{ row, column int }

func (p *place) at(t tag) {
	switch {
	case t.closing:
	case t.name == "row":
		p.column = 0
		if p.row++; t.number("r") > 0 {
			p.row = t.number("r")
		}
	case t.name == "c":
		p.column++
		if column, _, err := excelize.CellNameToCoordinates(t.attribute("r")); err == nil {
			p.column = column
		}
	}
}

// worksheet is what is known of a sender's sheet.
type worksheet struct {
	columns []columnWidth
	merged  []area
	rows    map[int]*sheetRow // those asked for
}

// columnWidth is a run of columns that are set alike.
type columnWidth struct {
	from, to, style int
	width           float64
	hidden          bool
}

// sheetRow is what a mark needs to know of a row.
type sheetRow struct {
	style  int     // of cells that are not written down
	height float64 // in points; 0: the usual
	first  int     // column of the first cell that holds something; 0: there is none
	cells  map[int]int
}

// scan reads what is to be known of some rows.
func scan(content []byte, wanted map[int]bool) *worksheet {
	s := &worksheet{rows: map[int]*sheetRow{}}
	var p place
	eachTag(content, func(t tag) {
		p.at(t)
		if t.closing {
			return
		}
		switch t.name {
		case "col":
			width, _ := strconv.ParseFloat(t.attribute("width"), 64)
			s.columns = append(s.columns, columnWidth{t.number("min"), t.number("max"), t.number("style"), width, isTrue(t.attribute("hidden"))})
		case "row":
			if wanted[p.row] {
				height, _ := strconv.ParseFloat(t.attribute("ht"), 64)
				s.rows[p.row] = &sheetRow{style: t.number("s"), height: height, cells: map[int]int{}}
			}
		case "c":
			if row := s.rows[p.row]; row != nil && wanted[p.row] {
				row.cells[p.column] = t.number("s")
				if row.first == 0 && !t.empty {
					row.first = p.column
				}
			}
		case "mergeCell":
			s.merge(t.attribute("ref"))
		}
	})
	return s
}

func isTrue(text string) bool { return text == "1" || text == "true" }

// mostMerged bounds the merged areas that are looked at; real sheets have dozens.
const mostMerged = 20_000

func (s *worksheet) merge(reference string) {
	from, to, _ := strings.Cut(reference, ":")
	left, top, err := excelize.CellNameToCoordinates(from)
	right, bottom, err2 := excelize.CellNameToCoordinates(to)
	if err == nil && err2 == nil && len(s.merged) < mostMerged {
		s.merged = append(s.merged, area{left, top, right, bottom})
	}
}

// styleOf is the style of a cell, whether it is written down or not.
func (s *worksheet) styleOf(row, column int) int {
	r := s.rows[row]
	if r != nil {
		if style, written := r.cells[column]; written {
			return style
		}
		if r.style > 0 {
			return r.style
		}
	}
	at := slices.IndexFunc(s.columns, func(c columnWidth) bool { return c.from <= column && column <= c.to })
	if at < 0 {
		return 0
	}
	return s.columns[at].style
}

// width is the width of a column (from 1) in pixels.
func (s *worksheet) width(column int) float64 {
	const usual = 64
	for _, c := range s.columns {
		switch {
		case column < c.from || c.to < column:
		case c.hidden:
			return 0
		case c.width > 0:
			return c.width*7 + 5
		}
	}
	return usual
}

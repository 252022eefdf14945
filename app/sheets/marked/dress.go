package marked

import (
	"bytes"
	"fmt"
	"maps"
	"slices"

	"github.com/xuri/excelize/v2"
)

// dress gives cells of a worksheet other styles, by row and column. A cell, or a
// row, that is not written down is put where it belongs.
func dress(content []byte, styles map[int]map[int]int) []byte {
	d := &dressing{content: content, styles: styles, rows: slices.Sorted(maps.Keys(styles))}
	eachTag(content, d.visit)
	d.out.Write(content[d.copied:])
	return d.out.Bytes()
}

// dressing is a worksheet while its cells are given styles.
type dressing struct {
	content []byte
	styles  map[int]map[int]int
	rows    []int // still to come
	out     bytes.Buffer
	copied  int // so far the content is in out
	at      place
	cells   []int // of the row at, still to come
}

func (d *dressing) visit(t tag) {
	d.at.at(t)
	switch {
	case t.name == "row" && !t.closing:
		d.row(t)
	case t.name == "row":
		d.upTo(t.start)
		d.missing(t.prefix, excelize.MaxColumns+1)
	case t.name == "c" && !t.closing && len(d.cells) > 0 && d.cells[0] <= d.at.column:
		d.upTo(t.start)
		d.missing(t.prefix, d.at.column)
		if len(d.cells) > 0 && d.cells[0] == d.at.column {
			d.out.Write(styled(t.text, d.styles[d.at.row][d.at.column]))
			d.copied, d.cells = t.end, d.cells[1:]
		}
	case t.name == "sheetData" && t.empty:
		d.upTo(t.start)
		fmt.Fprintf(&d.out, "<%ssheetData>", t.prefix)
		d.rowsBefore(t.prefix, excelize.TotalRows+1)
		fmt.Fprintf(&d.out, "</%ssheetData>", t.prefix)
		d.copied = t.end
	case t.name == "sheetData" && t.closing:
		d.upTo(t.start)
		d.rowsBefore(t.prefix, excelize.TotalRows+1)
	}
}

func (d *dressing) upTo(end int) {
	d.out.Write(d.content[d.copied:end])
	d.copied = end
}

// row begins a row that is written down.
func (d *dressing) row(t tag) {
	d.cells = nil
	if len(d.rows) == 0 || d.rows[0] > d.at.row {
		return
	}
	d.upTo(t.start)
	d.rowsBefore(t.prefix, d.at.row)
	if len(d.rows) == 0 || d.rows[0] != d.at.row {
		return
	}
	d.cells, d.rows = slices.Sorted(maps.Keys(d.styles[d.at.row])), d.rows[1:]
	if t.empty {
		d.out.Write(t.text[:len(t.text)-2])
		d.out.WriteByte('>')
		d.missing(t.prefix, excelize.MaxColumns+1)
		fmt.Fprintf(&d.out, "</%srow>", t.prefix)
		d.copied = t.end
	}
}

// rowsBefore writes the rows before one that are not written down.
func (d *dressing) rowsBefore(prefix string, row int) {
	for len(d.rows) > 0 && d.rows[0] < row {
		number := d.rows[0]
		d.rows = d.rows[1:]
		fmt.Fprintf(&d.out, `<%srow r="%d">`, prefix, number)
		for _, column := range slices.Sorted(maps.Keys(d.styles[number])) {
			d.cell(prefix, number, column)
		}
		fmt.Fprintf(&d.out, "</%srow>", prefix)
	}
}

// missing writes the cells of the row before a column that are not written down.
func (d *dressing) missing(prefix string, column int) {
	for len(d.cells) > 0 && d.cells[0] < column {
		d.cell(prefix, d.at.row, d.cells[0])
		d.cells = d.cells[1:]
	}
}

func (d *dressing) cell(prefix string, row, column int) {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err == nil { // a mark has a place, or it was left out
		fmt.Fprintf(&d.out, `<%sc r="%s" s="%d"/>`, prefix, name, d.styles[row][column])
	}
}

// styled is the tag of a cell with another style.
func styled(text []byte, style int) []byte {
	if from, to := valueOf(text, "s"); from > 0 {
		return fmt.Appendf(nil, `%s%d%s`, text[:from], style, text[to:])
	}
	end := len(text) - 1
	if text[end-1] == '/' {
		end--
	}
	return fmt.Appendf(nil, `%s s="%d"%s`, text[:end], style, text[end:])
}

package grid

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// readSheet reads the rows of a worksheet in one pass, then fills merged cells.
func (w *workbook) readSheet(l listed) (Sheet, error) {
	s := sheetReading{workbook: w, sheet: Sheet{Name: l.name}}
	if err := w.each(l.part, s.token); err != nil {
		return Sheet{}, err
	}
	if !s.ended {
		return Sheet{}, damaged(errors.New("sheets: sheet data do not end"))
	}
	return s.sheet, s.fill()
}

// sheetReading is a worksheet while it is read.
type sheetReading struct {
	*workbook
	sheet  Sheet
	row    Row // the row being read
	column int // the next cell's, when it does not say
	merged []area
	ended  bool
}

func (s *sheetReading) token(d *xml.Decoder, token xml.Token) error {
	switch e := token.(type) {
	case xml.StartElement:
		switch e.Name.Local {
		case "row":
			s.begin(attribute(e, "r"))
		case "c":
			return s.cell(d, e)
		case "mergeCell":
			s.merge(attribute(e, "ref"))
		}
	case xml.EndElement:
		switch e.Name.Local {
		case "row":
			return s.end()
		case "sheetData":
			s.ended = true
		case "worksheet":
			return io.EOF
		}
	}
	return nil
}

func (s *sheetReading) begin(number string) {
	n, err := strconv.Atoi(number)
	if err != nil || n <= s.row.Number {
		n = s.row.Number + 1
	}
	s.row, s.column = Row{Number: n}, 0
}

func (s *sheetReading) end() error {
	if len(s.row.Cells) == 0 {
		return nil
	}
	if s.kept += len(s.row.Cells); s.kept > maxCells || len(s.sheet.Rows) == maxRows {
		return tooLarge()
	}
	s.sheet.Rows = append(s.sheet.Rows, s.row)
	return nil
}

// cell reads one c element into the row.
func (s *sheetReading) cell(d *xml.Decoder, e xml.StartElement) error {
	if column, _, ok := position(attribute(e, "r")); ok {
		s.column = column
	}
	value, rich := "", false
	for open := true; open; {
		token, err := d.RawToken()
		if err != nil {
			return unexpected(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "v":
				value, err = readPlain(d, "v")
			case "is":
				value, err = readRich(d, "is")
				rich = true
			}
		case xml.EndElement:
			open = t.Name.Local != "c"
		}
		if err != nil {
			return err
		}
	}
	s.put(s.read(e, value, rich))
	return nil
}

// put sets the next cell and moves on.
func (s *sheetReading) put(c Cell) {
	column := s.column
	s.column++
	if c.Kind == Empty || column < 0 || column >= maxColumns {
		return
	}
	if s.row.Cells == nil {
		s.row.Cells = make([]Cell, 0, max(column+1, s.width()))
	}
	for len(s.row.Cells) <= column {
		s.row.Cells = append(s.row.Cells, Cell{})
	}
	s.row.Cells[column] = c
}

// width guesses how wide a row will be: as wide as the one before.
func (s *sheetReading) width() int {
	if n := len(s.sheet.Rows); n > 0 {
		return len(s.sheet.Rows[n-1].Cells)
	}
	return 16
}

// position reads a cell reference: B12 is column 1, row 12.
func position(reference string) (column, row int, ok bool) {
	letters := strings.TrimRight(reference, "0123456789")
	if letters == "" || len(letters) > 3 {
		return 0, 0, false
	}
	for _, r := range strings.ToUpper(letters) {
		if r < 'A' || r > 'Z' {
			return 0, 0, false
		}
		column = column*26 + int(r-'A') + 1
	}
	row, err := strconv.Atoi(reference[len(letters):])
	return column - 1, row, err == nil && row > 0
}

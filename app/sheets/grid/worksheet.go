package grid

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// readSheet reads the rows of a worksheet in one pass.
func (w *workbook) readSheet(l listed) (Sheet, error) {
	s := sheetReading{workbook: w, gathering: newGathering(l.name, &w.kept)}
	if err := w.each(l.part, s.token); err != nil {
		return Sheet{}, err
	}
	if !s.ended {
		return Sheet{}, damaged(errors.New("sheets: sheet data do not end"))
	}
	return s.sheet()
}

// sheetReading is a worksheet while it is read.
type sheetReading struct {
	*workbook
	*gathering
	row    int // the row being read
	column int // the next cell's, when it does not say
	ended  bool
}

func (s *sheetReading) token(d *tokens, token xml.Token) error {
	switch e := token.(type) {
	case xml.StartElement:
		switch e.Name.Local {
		case "row":
			s.begin(e)
		case "c":
			return s.cell(d, e)
		case "col":
			s.hide(e)
		case "mergeCell":
			s.mergeReference(attribute(e, "ref"))
		}
	case xml.EndElement:
		switch e.Name.Local {
		case "sheetData":
			s.ended = true
		case "worksheet":
			return io.EOF
		}
	}
	return nil
}

func (s *sheetReading) begin(e xml.StartElement) {
	n, err := strconv.Atoi(attribute(e, "r"))
	if err != nil || n <= s.row {
		n = s.row + 1
	}
	s.row, s.column = n, 0
	if isTrue(attribute(e, "hidden")) {
		s.hideRow(n)
	}
}

// hide notes the columns of a col element when it hides them.
func (s *sheetReading) hide(e xml.StartElement) {
	first, err := strconv.Atoi(attribute(e, "min"))
	last, err2 := strconv.Atoi(attribute(e, "max"))
	if isTrue(attribute(e, "hidden")) && err == nil && err2 == nil {
		s.hideColumns(first-1, last-1)
	}
}

// cell reads one c element into the row.
func (s *sheetReading) cell(d *tokens, e xml.StartElement) error {
	if column, _, ok := position(attribute(e, "r")); ok {
		s.column = column
	}
	value, rich, formula := "", false, false
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
			case "f":
				formula = true
			}
		case xml.EndElement:
			open = t.Name.Local != "c"
		}
		if err != nil {
			return err
		}
	}
	if formula && value == "" && attribute(e, "t") != "str" {
		s.omitted++
	}
	s.column++
	before := *s.gathering.kept
	err := s.put(s.row, s.column-1, s.read(e, value, rich))
	s.may.pay(*s.gathering.kept > before, tagsOfCell)
	return err
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

package grid

import (
	"bytes"
	"encoding/xml"
	"math"
	"strconv"
	"strings"
	"time"
)

// xmlBook is a workbook in one XML file (SpreadsheetML, as Excel 2003 and many
// web systems write it) while it is read.
type xmlBook struct {
	book    *Book
	kept    int
	may     *allowance
	formats map[string]showing // by the name of a style
	style   string             // the one being read
	sheet   *xmlSheet          // the one being read
}

// xmlSheet is one of its sheets while it is read.
type xmlSheet struct {
	*gathering
	row, column int // the next ones
	after       int // empty rows that the row stands for too
	hidden      bool
}

// readXMLBook reads the visible sheets of such a file.
func readXMLBook(b *Book, content []byte) error {
	text, err := decodeText(content)
	if err != nil {
		return damaged(err)
	}
	w := &xmlBook{book: b, may: newAllowance(), formats: map[string]showing{}}
	ended := false
	err = eachToken(bytes.NewReader(text), w.may, func(d *tokens, token xml.Token) error {
		switch e := token.(type) {
		case xml.StartElement:
			return w.begin(d, e)
		case xml.EndElement:
			ended = ended || e.Name.Local == "Workbook"
			return w.end(e.Name.Local)
		}
		return nil
	})
	if err == nil && !ended {
		return damaged(errCut)
	}
	return err
}

func (w *xmlBook) begin(d *tokens, e xml.StartElement) error {
	switch e.Name.Local {
	case "Style":
		w.style = attribute(e, "ID")
	case "NumberFormat":
		w.formats[w.style] = xmlShowing(attribute(e, "Format"))
	case "Worksheet":
		if len(w.book.Sheets)+len(w.book.Left) == maxSheets {
			return tooLarge()
		}
		w.sheet = &xmlSheet{gathering: newGathering(attribute(e, "Name"), &w.kept), row: 1}
	}
	if w.sheet == nil {
		return nil
	}
	return w.sheet.begin(w, d, e)
}

// begin takes in a tag inside a sheet.
func (s *xmlSheet) begin(w *xmlBook, d *tokens, e xml.StartElement) error {
	switch e.Name.Local {
	case "Table":
		s.column = 0
	case "Column":
		s.column = number(e, "Index", s.column+1) - 1
		next := s.column + 1 + number(e, "Span", 0)
		if isTrue(attribute(e, "Hidden")) {
			s.hideColumns(s.column, next-1)
		}
		s.column = next
	case "Row":
		s.row, s.column, s.after = number(e, "Index", s.row), 0, number(e, "Span", 0)
		if isTrue(attribute(e, "Hidden")) {
			s.hideRow(s.row)
		}
	case "Cell":
		return s.cell(w, d, e)
	case "Visible":
		text, err := readPlain(d, "Visible")
		s.hidden = strings.Contains(text, "Hidden")
		return err
	}
	return nil
}

// cell reads a Cell element whole.
func (s *xmlSheet) cell(w *xmlBook, d *tokens, e xml.StartElement) error {
	s.column = number(e, "Index", s.column+1) - 1
	column := s.column
	s.column += 1 + number(e, "MergeAcross", 0)
	if down := number(e, "MergeDown", 0); down > 0 {
		s.merge(area{column: column, first: s.row, last: s.row + down})
	}
	var cell Cell
	comment, holds := false, false
	for {
		token, err := d.RawToken()
		if err != nil {
			return unexpected(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			comment = comment || t.Name.Local == "Comment"
			if t.Name.Local == "Data" && !comment {
				text, err := readAll(d, "Data")
				if err != nil {
					return err
				}
				holds = true
				cell = xmlCell(text, attribute(t, "Type"), w.formats[attribute(e, "StyleID")])
			}
		case xml.EndElement:
			comment = comment && t.Name.Local != "Comment"
			if t.Name.Local == "Cell" {
				if attribute(e, "Formula") != "" && !holds {
					s.omitted++
				}
				before := *s.kept
				err := s.put(s.row, column, cell)
				w.may.pay(*s.kept > before, tagsOfCell)
				return err
			}
		}
	}
}

// end takes in the end of a tag.
func (w *xmlBook) end(tag string) error {
	switch {
	case w.sheet == nil:
	case tag == "Row":
		w.sheet.row += 1 + w.sheet.after
	case tag == "Worksheet":
		sheet, err := w.sheet.sheet()
		if w.sheet.hidden {
			w.book.Left = append(w.book.Left, sheet.Name)
		} else {
			w.book.Sheets = append(w.book.Sheets, sheet)
		}
		w.sheet = nil
		return err
	}
	return nil
}

// xmlCell makes a cell of a value by its type.
func xmlCell(value, kind string, how showing) Cell {
	switch kind {
	case "Number":
		n, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
		if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
			return TextCell(value)
		}
		b := shows{shown: []showing{how}}
		return b.show(n, 0)
	case "DateTime":
		day, _, _ := strings.Cut(strings.TrimSpace(value), "T")
		t, err := time.Parse(time.DateOnly, day)
		if err != nil {
			return TextCell(value)
		}
		n := t.Sub(serialDay0).Hours() / 24
		if text, ok := SerialDate(n, how.month); ok {
			return Cell{Text: text, Number: n, Kind: Date}
		}
		return TextCell(day)
	case "Boolean":
		return boolCell(isTrue(strings.TrimSpace(value)))
	case "Error":
		if fault := TextCell(value); fault.Kind == Text {
			return Cell{Text: fault.Text, Kind: Fault}
		}
	}
	return TextCell(value)
}

// xmlShowing reads the format of a style: a code, or the name of a usual one.
func xmlShowing(format string) showing {
	switch format {
	case "General Date", "Long Date", "Medium Date", "Short Date":
		return showing{date: true}
	case "Fixed", "Standard", "Percent", "Scientific", "Currency", "Euro Currency", "Yes/No", "True/False", "On/Off", "Long Time", "Medium Time", "Short Time":
		return showing{}
	}
	return showingOf(format)
}

// number reads an attribute that counts rows or columns; otherwise is what it
// is when it does not, or counts beyond every sheet.
func number(e xml.StartElement, name string, otherwise int) int {
	n, err := strconv.Atoi(attribute(e, name))
	if err != nil || n < 0 || n > maxLines {
		return otherwise
	}
	return n
}

// readAll reads the characters inside an element up to its end, those of its
// children included.
func readAll(d *tokens, until string) (string, error) {
	var b strings.Builder
	for {
		token, err := d.RawToken()
		if err != nil {
			return "", unexpected(err)
		}
		switch t := token.(type) {
		case xml.CharData:
			if b.Len() < 4*maxText {
				b.Write(t)
			}
		case xml.EndElement:
			if t.Name.Local == until {
				return b.String(), nil
			}
		}
	}
}

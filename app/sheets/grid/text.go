package grid

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
)

// Limits of a text. The CSV reader makes all fields of a line before we may look
// at the first.
const (
	maxFields    = 16_384     // of a line, as many as Excel has columns
	maxLine      = 4 << 20    // bytes
	maxLines     = 1 << 20    // as many as Excel has rows
	maxAllFields = 15_000_000 // empty ones included
)

// isText reports whether the content can be a CSV or TSV: no zero bytes,
// unless it says by its mark that it is UTF-16.
func isText(content []byte) bool {
	return isUTF16(content) || !bytes.ContainsRune(content, 0)
}

// readText reads a CSV or TSV into one sheet without a name.
func readText(b *Book, content []byte) error {
	text, err := decodeText(content)
	if err != nil {
		return damaged(err)
	}
	if endless(text) {
		return tooLarge()
	}
	sheet := Sheet{}
	cells := 0
	err = eachLine(text, func(line int, record []string) error {
		row := textRow(line, record)
		if cells += len(row.Cells); len(sheet.Rows) == maxRows || cells > maxCells {
			return tooLarge()
		}
		if len(row.Cells) > 0 {
			sheet.Rows = append(sheet.Rows, row)
		}
		return nil
	})
	b.Sheets = []Sheet{sheet}
	return err
}

// eachLine calls f with every record and the line it begins on. Quotation
// marks that do not pair would swallow the rest of the file as one cell; such a
// file is read line by line instead.
func eachLine(text []byte, f func(line int, record []string) error) error {
	separator := separatorOf(text)
	if wellQuoted(text, separator) {
		return records(text, separator, f)
	}
	number := 0
	for line := range bytes.Lines(text) {
		number++
		if err := f(number, looseFields(strings.TrimRight(string(line), "\r\n"), string(separator))); err != nil {
			return err
		}
	}
	return nil
}

// looseFields splits a line in which quotation marks may be missing.
func looseFields(line, separator string) []string {
	var all []string
	for {
		field, rest, more := strings.Cut(line, separator)
		if quoted, ok := strings.CutPrefix(line, `"`); ok {
			field, rest, more = strings.Cut(quoted, `"`+separator)
			if !more {
				field = strings.TrimSuffix(field, `"`)
			}
			field = strings.ReplaceAll(field, `""`, `"`)
		}
		all = append(all, field)
		if line = rest; !more {
			return all
		}
	}
}

func wellQuoted(text []byte, separator rune) bool {
	if bytes.IndexByte(text, '"') < 0 {
		return true
	}
	r := newCSV(text, separator)
	r.LazyQuotes = false
	for {
		if _, err := r.Read(); err != nil {
			return errors.Is(err, io.EOF)
		}
	}
}

func records(text []byte, separator rune, f func(line int, record []string) error) error {
	r := newCSV(text, separator)
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return damaged(err)
		}
		line, _ := r.FieldPos(0)
		if err := f(line, record); err != nil {
			return err
		}
	}
}

// textReader is a CSV reader that fails on a record longer than any can be, and
// not only after having gathered it.
type textReader struct {
	*csv.Reader
	from *counted
}

func newCSV(text []byte, separator rune) textReader {
	from := &counted{r: bytes.NewReader(text), may: newAllowance()}
	r := csv.NewReader(from)
	r.Comma, r.FieldsPerRecord, r.LazyQuotes, r.ReuseRecord = separator, -1, true, true
	return textReader{r, from}
}

// Read returns the next record; it is overwritten by the one after.
func (r textReader) Read() ([]string, error) {
	r.from.token = maxLine
	return r.Reader.Read()
}

// separatorOf tells comma, tab and semicolon by which stands most often in the
// first lines.
func separatorOf(text []byte) rune {
	head := text[:min(len(text), 8<<10)]
	best, most := ',', bytes.Count(head, []byte(","))
	for _, r := range "\t;" {
		// 06-gb18030 has a tab after each ID number, to keep Excel from
		// reading it as a number: commas are more, and win.
		if n := bytes.Count(head, []byte(string(r))); n > most {
			best, most = r, n
		}
	}
	return best
}

// endless reports whether the text has more lines or fields than a sheet, or a
// line longer than any.
func endless(text []byte) bool {
	lines, all := 0, 0
	for line := range bytes.Lines(text) {
		fields := bytes.Count(line, []byte(",")) + bytes.Count(line, []byte(";")) + bytes.Count(line, []byte("\t"))
		all += fields
		if lines++; lines > maxLines || len(line) > maxLine || fields >= maxFields || all > maxAllFields {
			return true
		}
	}
	return false
}

// textRow makes a row without the empty cells at its end.
func textRow(line int, record []string) Row {
	row := Row{Number: line}
	for i, field := range record[:min(len(record), maxColumns)] {
		if field = cellText(field); field == "" {
			continue
		}
		if row.Cells == nil {
			row.Cells = make([]Cell, 0, min(len(record), maxColumns))
		}
		for len(row.Cells) < i {
			row.Cells = append(row.Cells, Cell{})
		}
		row.Cells = append(row.Cells, Cell{Text: field, Kind: Text})
	}
	return row
}

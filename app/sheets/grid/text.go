package grid

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// maxFields is how many fields a line may have, as many as Excel has columns.
// The CSV reader makes them all before we may look at the first.
const maxFields = 16_384

// isText reports whether the content can be a CSV or TSV: no zero bytes,
// unless it says by its mark that it is UTF-16.
func isText(content []byte) bool {
	return isUTF16(content) || !bytes.ContainsRune(content, 0)
}

func isUTF16(content []byte) bool {
	return bytes.HasPrefix(content, []byte{0xFF, 0xFE}) || bytes.HasPrefix(content, []byte{0xFE, 0xFF})
}

// readText reads a CSV or TSV into one sheet without a name.
func readText(b *Book, content []byte) error {
	text, err := decodeText(content)
	if err != nil {
		return damaged(err)
	}
	if widestLine(text) > maxFields {
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

// decodeText finds the encoding: byte order mark, then UTF-8, then GB18030.
// The order matters: UTF-8 passes as GB18030 without an error (张三 becomes
// 寮犱笁), and GBK would lose the characters that need four bytes.
func decodeText(content []byte) (string, error) {
	var decoder *encoding.Decoder
	switch {
	case isUTF16(content):
		decoder = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()
	case utf8.Valid(content):
		return strings.TrimPrefix(string(content), "\ufeff"), nil
	default:
		decoder = simplifiedchinese.GB18030.NewDecoder()
	}
	decoded, err := decoder.Bytes(content)
	return string(decoded), err
}

// eachLine calls f with every record of a CSV and the line it begins on. Quotation
// marks that do not pair would swallow the rest of the file as one cell; such a
// file is read line by line instead.
func eachLine(text string, f func(line int, record []string) error) error {
	separator := separatorOf(text)
	if wellQuoted(text, separator) {
		return records(text, separator, 0, f)
	}
	for number, line := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		if err := records(line, separator, number, f); err != nil {
			return err
		}
	}
	return nil
}

func wellQuoted(text string, separator rune) bool {
	if !strings.Contains(text, `"`) {
		return true
	}
	r := newCSV(text, separator)
	r.LazyQuotes, r.ReuseRecord = false, true
	for {
		if _, err := r.Read(); err != nil {
			return errors.Is(err, io.EOF)
		}
	}
}

func records(text string, separator rune, before int, f func(line int, record []string) error) error {
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
		if err := f(before+line, record); err != nil {
			return err
		}
	}
}

func newCSV(text string, separator rune) *csv.Reader {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = separator, -1, true
	return r
}

// separatorOf tells comma, tab and semicolon by which stands most often in the
// first lines.
func separatorOf(text string) rune {
	head := text[:min(len(text), 8<<10)]
	best, most := ',', strings.Count(head, ",")
	for _, r := range "\t;" {
		// 06-gb18030 has a tab after each ID number, to keep Excel from
		// reading it as a number: commas are more, and win.
		if n := strings.Count(head, string(r)); n > most {
			best, most = r, n
		}
	}
	return best
}

// widestLine returns the most separators on one line.
func widestLine(text string) int {
	widest, n := 0, 0
	for i := range len(text) {
		switch text[i] {
		case ',', ';', '\t':
			n++
			widest = max(widest, n)
		case '\n':
			n = 0
		}
	}
	return widest
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

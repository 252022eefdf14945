package template

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"gongkao/app/sheets"
	"gongkao/app/sheets/grid"
	"gongkao/data"
)

// alone is what is said of a column that is not to be filled.
const alone = "-"

// layoutMark keeps layouts of templates apart from those of sheets that come in.
const layoutMark = "template-"

// headRows is how many rows tell a template from others.
const headRows = 15

// layoutID names the layout of a sheet for a kind of table by the words of its
// first rows. Figures do not matter: next year's title, and rows numbered
// beforehand, leave it the same.
func layoutID(kind string, sheet *grid.Sheet) string {
	var text strings.Builder
	text.WriteString(kind)
	for _, row := range sheet.Rows {
		if row.Number > headRows {
			break
		}
		for column, cell := range row.Cells {
			if words := strings.Map(wordsOnly, data.Squeeze(cell.Text)); words != "" {
				fmt.Fprintf(&text, "\n%s\t%s", grid.ColumnName(column), words)
			}
		}
	}
	sum := sha256.Sum256([]byte(text.String()))
	return layoutMark + hex.EncodeToString(sum[:8])
}

func wordsOnly(r rune) rune {
	if unicode.IsDigit(r) {
		return -1
	}
	return r
}

// Sheet is a sheet of a template as somebody has to see it who says what its
// columns are.
type Sheet struct {
	Name     string
	LayoutID string
	Row      int // where the heads stand, or might; 1 when nothing tells
}

// Choice returns the sheet that would be filled, for a clerk to say what its
// columns are: the one whose heads explain most, else the first.
func (t *Template) Choice(table *sheets.Table) (Sheet, error) {
	if len(t.book.Sheets) == 0 {
		return Sheet{}, data.Refuse("no-header", "", "模板“"+t.Name+"”里没有内容", "请检查是否选错了文件")
	}
	best, most := 0, 0
	row := likely(&t.book.Sheets[0])
	for i := range t.book.Sheets {
		if h, found := sheets.FindHead(t.book.Sheets[i], table); found && len(h.Columns) > most {
			best, most, row = i, len(h.Columns), h.Row
		}
	}
	s := &t.book.Sheets[best]
	return Sheet{s.Name, layoutID(table.Kind, s), row}, nil
}

// likely is the row that looks most like heads: that with most texts in the first
// rows, the upper of equals.
func likely(sheet *grid.Sheet) (row int) {
	row, most := 1, 0
	for _, r := range sheet.Rows {
		n := 0
		for _, cell := range r.Cells {
			if cell.Kind == grid.Text {
				n++
			}
		}
		if r.Number <= headRows && n > most {
			row, most = r.Number, n
		}
	}
	return row
}

// Heads returns the columns of a row of a sheet, from the left, with what each would
// be filled with.
func (t *Template) Heads(sheet string, table *sheets.Table, row int) (all []data.SheetColumn) {
	for i := range t.book.Sheets {
		s := &t.book.Sheets[i]
		if s.Name != sheet {
			continue
		}
		h := sheets.HeadAt(*s, table, row)
		for _, column := range slices.Sorted(maps.Keys(h.Heads)) {
			all = append(all, data.SheetColumn{Column: grid.ColumnName(column), Head: strings.Join(strings.Fields(h.Heads[column]), " "), Field: h.Columns[column]})
		}
	}
	return all
}

// Takes reports whether a template's column may be filled with that: a column of
// the table, a year of appraisal, or nothing.
func Takes(table *sheets.Table, key string) bool {
	year, ok := strings.CutPrefix(key, "appraisals.")
	return key == alone || table.ColumnByKey(key) >= 0 || table.Kind == sheets.People && ok && len(year) == 4 && data.Digits(year)
}

// Fields are the keys with which columns of a template can be filled, with their
// heads: name（姓名）.
func Fields(table *sheets.Table) (all []string) {
	for _, c := range table.Columns {
		all = append(all, c.Key+"（"+c.Head+"）")
	}
	return append(all, "-（空着）")
}

// KeyOf returns the key of what somebody has written for a column of a table: the
// key itself, or its head.
func KeyOf(table *sheets.Table, written string) string {
	for _, c := range table.Columns {
		if c.Head == written {
			return c.Key
		}
	}
	return written
}

package marked

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"

	"gongkao/app/sheets/grid"
)

// Widths of the columns of a sheet made anew, in digits.
const (
	leastWidth = 6
	mostWidth  = 44
	looked     = 2000 // rows whose texts are looked at for the widths
)

// fresh makes a workbook of the cells of a book: every cell where it stood, texts
// as texts whatever they begin with, numbers as numbers and dates as dates, so
// that it reads as the book did.
func fresh(book *grid.Book) (*excelize.File, error) {
	f := excelize.NewFile()
	looks, err := freshLooks(f)
	for i, s := range book.Sheets {
		if err != nil {
			break
		}
		name := sheetName(cmp.Or(s.Name, "名册"))
		if i == 0 {
			err = f.SetSheetName("Sheet1", name)
		} else {
			_, err = f.NewSheet(name)
		}
		if err == nil {
			err = (&freshSheet{f, name, s, looks}).write()
		}
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

var notInNames = regexp.MustCompile(`[\[\]:*?/\\]`)

// sheetName is a name that Excel takes.
func sheetName(name string) string {
	runes := []rune(strings.Trim(notInNames.ReplaceAllString(name, " "), "'"))
	return string(runes[:min(len(runes), 31)])
}

// freshLook are the ids of the styles of a sheet made anew.
type freshLook struct{ text, head, number, day, month, title int }

func freshLooks(f *excelize.File) (l freshLook, err error) {
	day, month, ruled := "yyyy-mm-dd", "yyyy-mm", ruled()
	plain, bold := &excelize.Font{Size: 11, Family: "宋体"}, &excelize.Font{Size: 11, Family: "宋体", Bold: true}
	middle := &excelize.Alignment{Vertical: "center"}
	for _, style := range []struct {
		id *int
		of excelize.Style
	}{
		{&l.text, excelize.Style{NumFmt: textFormat, Font: plain, Alignment: middle, Border: ruled}},
		{&l.head, excelize.Style{NumFmt: textFormat, Font: bold, Border: ruled, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}}},
		{&l.number, excelize.Style{Font: plain, Alignment: middle, Border: ruled}},
		{&l.day, excelize.Style{CustomNumFmt: &day, Font: plain, Alignment: middle, Border: ruled}},
		{&l.month, excelize.Style{CustomNumFmt: &month, Font: plain, Alignment: middle, Border: ruled}},
		{&l.title, excelize.Style{NumFmt: textFormat, Font: bold, Alignment: middle}},
	} {
		if *style.id, err = f.NewStyle(&style.of); err != nil {
			return l, err
		}
	}
	return l, nil
}

// freshSheet is a sheet being made anew.
type freshSheet struct {
	file  *excelize.File
	name  string
	sheet grid.Sheet
	look  freshLook
}

func (s *freshSheet) write() error {
	head := headRow(s.sheet)
	widths := map[int]int{}
	for i, row := range s.sheet.Rows {
		for column, cell := range row.Cells {
			if cell.Kind == grid.Empty || cell.Kind == grid.Fault {
				continue // #N/A as a text would be somebody's unit
			}
			if err := s.put(fmt.Sprintf("%s%d", grid.ColumnName(column), row.Number), cell, row.Number-head); err != nil {
				return err
			}
			if i < looked && row.Number >= head {
				widths[column] = max(widths[column], min(linesOf(cell.Text, 1), mostWidth))
			}
		}
	}
	for column, width := range widths {
		name := grid.ColumnName(column)
		if err := s.file.SetColWidth(s.name, name, name, float64(max(width, leastWidth)+3)); err != nil {
			return err
		}
	}
	return across(s.file, s.name)
}

// put writes a cell that stands so many rows below the head: below 0, above it.
func (s *freshSheet) put(at string, cell grid.Cell, below int) (err error) {
	style := s.look.text
	switch {
	case below == 0:
		style = s.look.head
	case below < 0:
		style = s.look.title
	case cell.Kind == grid.Number:
		style = s.look.number
	case cell.Kind == grid.Date && len(cell.Text) == len("1975-02"):
		style = s.look.month
	case cell.Kind == grid.Date:
		style = s.look.day
	}
	if cell.Kind == grid.Number || cell.Kind == grid.Date {
		err = s.file.SetCellFloat(s.name, at, cell.Number, -1, 64)
	} else {
		err = s.file.SetCellStr(s.name, at, cell.Text)
	}
	if err != nil {
		return err
	}
	return s.file.SetCellStyle(s.name, at, at, style)
}

// headRow is the row that looks like the head: among the first fifteen the first
// one of texts alone that is nearly as wide as the widest. 0: there is none.
func headRow(s grid.Sheet) int {
	const first, nearly = 15, 0.7
	widest := 0
	for _, row := range s.Rows[:min(first, len(s.Rows))] {
		widest = max(widest, filled(row))
	}
	for _, row := range s.Rows[:min(first, len(s.Rows))] {
		if n := filled(row); n > 1 && float64(n) >= nearly*float64(widest) {
			return row.Number
		}
	}
	return 0
}

// filled is how many cells of a row hold something.
func filled(r grid.Row) (n int) {
	for _, cell := range r.Cells {
		if cell.Kind != grid.Empty {
			n++
		}
	}
	return n
}

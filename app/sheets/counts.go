package sheets

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

// Counts is a table of figures to be written: words in the first columns, figures
// in the others, the total below.
type Counts struct {
	Name  string // of the sheet
	Heads []string
	Words int     // how many columns are words
	Rows  [][]any // texts, ints and data.Fen
	Total []any
}

// ExportCounts writes a table of figures. Figures are numbers, so that they can be
// reckoned with; money is in yuan with two decimals.
func ExportCounts(w io.Writer, c Counts, heading Heading) error {
	f := excelize.NewFile()
	defer f.Close()
	if err := writeCounts(f, c, heading); err != nil {
		return fmt.Errorf("sheets: writing counts: %w", err)
	}
	return f.Write(w)
}

// countStyles are the ids of the cell styles.
type countStyles struct{ title, line, head, word, number, money, totalWord, totalNumber, totalMoney int }

func writeCounts(f *excelize.File, c Counts, heading Heading) error {
	if err := f.SetSheetName("Sheet1", c.Name); err != nil {
		return err
	}
	styles, err := makeCountStyles(f)
	if err != nil {
		return err
	}
	last := grid.ColumnName(len(c.Heads) - 1)
	at := 0
	for _, line := range []struct {
		text  string
		style int
	}{{heading.Title, styles.title}, {heading.Line, styles.line}} {
		if line.text == "" {
			continue
		}
		at++
		first, end := fmt.Sprintf("A%d", at), fmt.Sprintf("%s%d", last, at)
		if err := join(f.SetCellValue(c.Name, first, line.text), f.MergeCell(c.Name, first, end), f.SetCellStyle(c.Name, first, end, line.style)); err != nil {
			return err
		}
	}
	at++
	for i, head := range c.Heads {
		cell := fmt.Sprintf("%s%d", grid.ColumnName(i), at)
		width := 14.0
		if i < c.Words {
			width = 34
		}
		if err := join(f.SetCellValue(c.Name, cell, head), f.SetCellStyle(c.Name, cell, cell, styles.head), f.SetColWidth(c.Name, grid.ColumnName(i), grid.ColumnName(i), width)); err != nil {
			return err
		}
	}
	below := fmt.Sprintf("A%d", at+1)
	if err := f.SetPanes(c.Name, &excelize.Panes{Freeze: true, YSplit: at, TopLeftCell: below, ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	for _, row := range c.Rows {
		at++
		if err := c.writeRow(f, at, row, styles.of); err != nil {
			return err
		}
	}
	return c.writeRow(f, at+1, c.Total, styles.ofTotal)
}

func (c Counts) writeRow(f *excelize.File, at int, row []any, style func(any) int) error {
	for i, value := range row {
		cell := fmt.Sprintf("%s%d", grid.ColumnName(i), at)
		id := style(value)
		if fen, money := value.(data.Fen); money {
			value = yuan(fen)
		}
		if err := join(f.SetCellValue(c.Name, cell, value), f.SetCellStyle(c.Name, cell, cell, id)); err != nil {
			return err
		}
	}
	return nil
}

// join returns the first error.
func join(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *countStyles) of(value any) int {
	switch value.(type) {
	case data.Fen:
		return s.money
	case string:
		return s.word
	}
	return s.number
}

func (s *countStyles) ofTotal(value any) int {
	switch value.(type) {
	case data.Fen:
		return s.totalMoney
	case string:
		return s.totalWord
	}
	return s.totalNumber
}

// Excel's number formats "#,##0" and "#,##0.00".
const (
	wholeFormat = 3
	moneyFormat = 4
)

func makeCountStyles(f *excelize.File) (s countStyles, err error) {
	grid := []excelize.Border{}
	for _, side := range []string{"left", "top", "right", "bottom"} {
		grid = append(grid, excelize.Border{Type: side, Color: "808080", Style: 1})
	}
	plain, bold := &excelize.Font{Size: 11, Family: "宋体"}, &excelize.Font{Size: 11, Family: "宋体", Bold: true}
	centre := &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
	left, right := &excelize.Alignment{Horizontal: "left", Vertical: "center"}, &excelize.Alignment{Horizontal: "right", Vertical: "center"}
	for _, want := range []struct {
		id    *int
		style excelize.Style
	}{
		{&s.title, excelize.Style{Font: &excelize.Font{Bold: true, Size: 16, Family: "宋体"}, Alignment: centre}},
		{&s.line, excelize.Style{Font: plain, Alignment: left}},
		{&s.head, excelize.Style{Font: bold, Alignment: centre, Border: grid, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7EDF3"}}}},
		{&s.word, excelize.Style{NumFmt: textFormat, Font: plain, Alignment: left, Border: grid}},
		{&s.number, excelize.Style{NumFmt: wholeFormat, Font: plain, Alignment: right, Border: grid}},
		{&s.money, excelize.Style{NumFmt: moneyFormat, Font: plain, Alignment: right, Border: grid}},
		{&s.totalWord, excelize.Style{NumFmt: textFormat, Font: bold, Alignment: left, Border: grid}},
		{&s.totalNumber, excelize.Style{NumFmt: wholeFormat, Font: bold, Alignment: right, Border: grid}},
		{&s.totalMoney, excelize.Style{NumFmt: moneyFormat, Font: bold, Alignment: right, Border: grid}},
	} {
		if *want.id, err = f.NewStyle(&want.style); err != nil {
			return s, err
		}
	}
	return s, nil
}

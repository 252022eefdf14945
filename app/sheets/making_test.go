package sheets

import (
	"fmt"
	"testing"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

// bookOf makes a book of one sheet: strings are texts, numbers numbers, nil an
// empty cell.
func bookOf(rows ...[]any) *grid.Book {
	return &grid.Book{File: "试表.xlsx", Sheets: []grid.Sheet{sheetOf("表一", rows...)}}
}

func sheetOf(name string, rows ...[]any) grid.Sheet {
	s := grid.Sheet{Name: name}
	for i, values := range rows {
		row := grid.Row{Number: i + 1}
		for _, v := range values {
			row.Cells = append(row.Cells, cellOf(v))
		}
		if len(row.Cells) > 0 {
			s.Rows = append(s.Rows, row)
		}
	}
	return s
}

func cellOf(v any) grid.Cell {
	switch v := v.(type) {
	case string:
		return grid.TextCell(v)
	case float64:
		return grid.NumberCell(v)
	case int:
		return cellOf(float64(v))
	case grid.Cell:
		return v
	}
	return grid.Cell{}
}

// understood reads a book with the knowledge of the kindergarten.
func understood(t *testing.T, book *grid.Book) SheetReading {
	t.Helper()
	reading, err := Understand(book, Knowledge{Codes: countyCodes{}, Units: kindergarten()})
	if err != nil {
		t.Fatal(err)
	}
	return reading.Sheets[0]
}

// codes lists problems as "row field code".
func codes(s SheetReading) []string {
	var all []string
	for _, p := range s.Problems {
		all = append(all, fmt.Sprintf("%d %s %s", p.Row, p.Field, p.Code))
	}
	return all
}

// person makes the cells of 姓名 身份证号 工作单位 申报工种 申报等级, for the nth
// invented person.
func person(n int) []any {
	return []any{"张伟", string(data.WithCheckDigit(fmt.Sprintf("41152119800101%03d", n))), "罗山县实验幼儿园", "护理员", "三级"}
}

var personHeads = []any{"姓名", "身份证号", "工作单位", "申报工种", "申报等级"}

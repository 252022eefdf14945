package sheets

import (
	"fmt"
	"io"
	"strconv"

	"github.com/xuri/excelize/v2"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

// BookLine is a book as a table of orders lists it.
type BookLine struct {
	Trade, Level, Title string
	Copies              int
	Price, Amount       data.Fen
}

// TextbookHeading is the heading of an office's table of the year's orders; unit
// is whose they are, "" the whole county.
func TextbookHeading(o data.Office, unit string) Heading {
	line := o.Name
	if unit != "" {
		line += "　" + unit
	}
	return Heading{Title: fmt.Sprintf("%d年机关事业单位工勤技能岗位等级考核教材征订汇总表", o.Year), Line: o.Marked(line)}
}

const textbookSheet = "教材征订"

// textbookColumns are the heads of the table and how wide they are, in hanzi.
var textbookColumns = []struct {
	head  string
	width float64
}{{"序号", 4}, {"工种", 10}, {"等级", 5}, {"书名", 24}, {"册数", 5}, {"单价（元）", 7}, {"金额（元）", 8}}

// ExportTextbooks writes orders by trade and level with their total. Copies and
// money are numbers, so that a spreadsheet sums them; the total is written, in
// figures and in capitals, and not left to a formula.
func ExportTextbooks(w io.Writer, lines []BookLine, heading Heading) error {
	f := excelize.NewFile()
	defer f.Close()
	t := textbookTable{file: f}
	for _, step := range []func() error{t.begin, func() error { return t.head(heading) }, func() error { return t.body(lines) }} {
		if err := step(); err != nil {
			return fmt.Errorf("sheets: writing textbooks: %w", err)
		}
	}
	return f.Write(w)
}

// textbookTable is the table while it is written.
type textbookTable struct {
	file   *excelize.File
	styles rosterStyles
	figure int // style of copies
	money  int
	at     int // the row last written
}

func (t *textbookTable) begin() error {
	if err := t.file.SetSheetName("Sheet1", textbookSheet); err != nil {
		return err
	}
	looks := roster{file: t.file}
	if err := looks.makeStyles(); err != nil {
		return err
	}
	t.styles = looks.styles
	for _, s := range []struct {
		id     *int
		format int
	}{{&t.figure, 1}, {&t.money, moneyFormat}} {
		style, err := t.file.GetStyle(t.styles.text)
		if err != nil {
			return err
		}
		style.NumFmt = s.format
		style.Alignment = &excelize.Alignment{Horizontal: "right", Vertical: "center"}
		if *s.id, err = t.file.NewStyle(style); err != nil {
			return err
		}
	}
	for i, c := range textbookColumns {
		name := grid.ColumnName(i)
		if err := t.file.SetColWidth(textbookSheet, name, name, c.width*2+3); err != nil {
			return err
		}
	}
	a4 := 9
	return t.file.SetPageLayout(textbookSheet, &excelize.PageLayoutOptions{Size: &a4})
}

func (t *textbookTable) head(heading Heading) error {
	for _, line := range []struct {
		text  string
		style int
	}{{heading.Title, t.styles.title}, {heading.Line, t.styles.line}} {
		if err := t.wide(line.text, line.style); err != nil {
			return err
		}
	}
	t.at++
	for i, c := range textbookColumns {
		if err := t.set(i, c.head, t.styles.head); err != nil {
			return err
		}
	}
	return nil
}

func (t *textbookTable) body(lines []BookLine) error {
	copies, amount := 0, data.Fen(0)
	for i, l := range lines {
		if err := t.line([]any{strconv.Itoa(i + 1), l.Trade, l.Level, l.Title, l.Copies, yuan(l.Price), yuan(l.Amount)}); err != nil {
			return err
		}
		copies, amount = copies+l.Copies, amount+l.Amount
	}
	if err := t.line([]any{"", "合计", "", "", copies, "", yuan(amount)}); err != nil {
		return err
	}
	return t.wide("金额合计（大写）："+amount.Capital(), t.styles.line)
}

// yuan is an amount as a spreadsheet holds it: the cell's format shows the two
// decimals, and nothing of ours is reckoned with it.
func yuan(f data.Fen) float64 { return float64(f) / 100 }

func (t *textbookTable) line(cells []any) error {
	t.at++
	for i, value := range cells {
		style := t.styles.text
		switch value.(type) {
		case int:
			style = t.figure
		case float64:
			style = t.money
		}
		if err := t.set(i, value, style); err != nil {
			return err
		}
	}
	return nil
}

// wide writes a line across the whole table.
func (t *textbookTable) wide(text string, style int) error {
	t.at++
	if err := t.set(0, text, style); err != nil {
		return err
	}
	return t.file.MergeCell(textbookSheet, fmt.Sprintf("A%d", t.at), fmt.Sprintf("%s%d", grid.ColumnName(len(textbookColumns)-1), t.at))
}

func (t *textbookTable) set(column int, value any, style int) error {
	cell := fmt.Sprintf("%s%d", grid.ColumnName(column), t.at)
	if err := t.file.SetCellValue(textbookSheet, cell, value); err != nil {
		return err
	}
	return t.file.SetCellStyle(textbookSheet, cell, cell, style)
}

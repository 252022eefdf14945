// Command cells makes a workbook of a table whose cells a file lists, a row a line, parted by tabs: ruled, lying, as wide as a page.
//
//	cells ROSTER.cells ROSTER.xlsx
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/xuri/excelize/v2"
)

func main() {
	if err := convert(os.Args[1], os.Args[2]); err != nil {
		log.Fatal(err)
	}
}

func convert(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	f := excelize.NewFile()
	defer f.Close()
	out, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	edge := func(side string) excelize.Border { return excelize.Border{Type: side, Style: 1, Color: "000000"} }
	ruled, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Family: "Noto Serif SC", Size: 8.5}, Border: []excelize.Border{edge("left"), edge("right"), edge("top"), edge("bottom")}})
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(in)
	for row := 1; lines.Scan(); row++ {
		var cells []any
		for _, text := range strings.Split(lines.Text(), "\t") {
			cells = append(cells, excelize.Cell{StyleID: ruled, Value: text})
		}
		if err := out.SetRow(fmt.Sprintf("A%d", row), cells); err != nil {
			return err
		}
	}
	if err := lines.Err(); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	lying, wide, high, a4, fit := "landscape", 1, 0, 9, true
	if err := f.SetPageLayout("Sheet1", &excelize.PageLayoutOptions{Orientation: &lying, FitToWidth: &wide, FitToHeight: &high, Size: &a4}); err != nil {
		return err
	}
	if err := f.SetSheetProps("Sheet1", &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	return f.SaveAs(to)
}

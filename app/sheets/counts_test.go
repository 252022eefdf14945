package sheets_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"gongkao/app/sheets"
	"gongkao/data"
)

func TestATableOfFiguresIsWrittenInNumbersWithItsTotal(t *testing.T) {
	var file bytes.Buffer
	counts := sheets.Counts{Name: "统计", Heads: []string{"等级", "人数", "应缴（元）"}, Words: 1, Rows: [][]any{{"五级", 1234, data.Fen(27550)}, {"=1+1", 0, data.Fen(0)}}, Total: []any{"合计", 1234, data.Fen(27550)}}
	if err := sheets.ExportCounts(&file, counts, sheets.Heading{Title: "统计表", Line: "罗山县"}); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("统计")
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, row := range rows {
		lines = append(lines, strings.Join(row, "|"))
	}
	if got := strings.Join(lines, " / "); got != "统计表 / 罗山县 / 等级|人数|应缴（元） / 五级|1,234|275.50 / =1+1|0|0.00 / 合计|1,234|275.50" {
		t.Errorf("%s", got)
	}
	if formula, err := f.GetCellFormula("统计", "A5"); err != nil || formula != "" {
		t.Errorf("a text that begins with = became the formula %q, %v", formula, err)
	}
}

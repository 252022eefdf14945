package template

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkao/app/sheets"
)

// libreOffice reads a template that LibreOffice has written.
func libreOffice(t *testing.T, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", name))
	must(t, err)
	return content
}

func TestARosterTemplateOfLibreOfficeIsFilledAndReadBack(t *testing.T) {
	f := fill(t, libreOffice(t, "roster-libreoffice.xlsx"), roster(5), nil)
	f.keeps(3)
	f.has(map[string]string{"B6": "张伟1", "H10": "1998年7月", "I10": "=2026-YEAR(H10)", "B11": "5", "I11": "=SUM(I6:I10)"})
	read := f.read()
	for _, row := range read.Rows {
		if row.Number == 7 && (row.At(1).Text != `=HYPERLINK("http://x","点")` || row.At(6).Text != string(people(2)[1].Person.IDNumber) || row.At(7).Text != "1998-07") {
			t.Errorf("row 7 is read back as %+v", row.Cells)
		}
	}
}

func TestASummaryTemplateOfLibreOfficeGetsFiguresAndSums(t *testing.T) {
	table := sheets.Table{Kind: sheets.Summary, Columns: []sheets.Column{sheets.SerialColumn, {Key: "unit", Head: "申报单位", Words: []string{"单位名称"}},
		{Key: "level5", Head: "五级"}, {Key: "level4", Head: "四级"}, {Key: "level1", Head: "一级"}, {Key: "people", Head: "合计"}, {Key: "due", Head: "应缴考核费", Words: []string{"应缴费用"}}},
		Rows:  [][]any{{"1", "罗山县实验幼儿园", 1, 0, 2, 3, yuan(365)}, {"2", "罗山县农业农村局", 0, 4, 0, 4, yuan(500)}, {"3", "罗山县城关镇", 0, 0, 1, 1, yuan(365)}},
		Total: []any{"", "合计", 1, 4, 3, 8, yuan(1230)}}
	f := fill(t, libreOffice(t, "summary-libreoffice.xlsx"), table, nil)
	f.has(map[string]string{"A1": "2026年度申报情况汇总表", "A2": "填报单位（盖章）：罗山县工考管理机构", "F2": "2026年4月2日",
		"B5": "罗山县实验幼儿园", "C5": "1", "G5": "2", "H7": "1", "I6": "500", "A8": "合计", "C8": "1", "D8": "4", "G8": "3", "H8": "8", "I8": "1230", "E8": "", "F9": "填表人："})
	if notes := strings.Join(f.done.Notes, ""); !strings.Contains(notes, "“三级”") || !strings.Contains(notes, "“备注”") {
		t.Errorf("notes %q", notes)
	}
	if merged, _ := f.GetMergeCells(f.done.Sheet); len(merged) != 12 {
		t.Errorf("%d merged areas, want 12", len(merged))
	}
}

package sheets

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"gongkao/data"
)

func TestATableOfTextbooksAddsUpInFiguresAndCapitals(t *testing.T) {
	var file bytes.Buffer
	lines := []BookLine{
		{"农艺工", "四级", "=农艺", 10, 3250, 32500},
		{"农艺工", "各级", "农艺（通用）", 2, 1005, 2010},
	}
	heading := TextbookHeading(data.Office{Name: "罗山县工考管理机构", Year: 2026, Practice: true}, "罗山县农业农村局")
	if err := Export(&file, TextbookTable(lines, heading)); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&file)
	if err != nil {
		t.Fatal(err)
	}
	for cell, want := range map[string]string{
		"A1": "2026年机关事业单位工勤技能岗位等级考核教材征订汇总表", "A2": "【演练】罗山县工考管理机构　罗山县农业农村局",
		"B3": "工种", "D4": "=农艺", "E4": "10", "F4": "32.50", "G4": "325.00", "C5": "各级", "B6": "合计", "E6": "12", "G6": "345.10",
		"A7": "金额合计（大写）：叁佰肆拾伍元壹角整",
	} {
		if got, err := f.GetCellValue(textbookSheet, cell); err != nil || got != want {
			t.Errorf("%s: %q, %v; want %q", cell, got, err, want)
		}
	}
}

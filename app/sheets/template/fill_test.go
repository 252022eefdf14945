package template

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"gongkao/app/sheets"
	"gongkao/data"
)

// cityForm is a template as a city's office lays one out: title, line, a head of
// two rows, numbered columns, three lines, sums and signatures; three lines ready.
func cityForm(t testing.TB, ready int) making {
	m := newTemplate(t)
	m.row(1, "{{年度}}年{{ 单位 }}申报人员一览表")
	m.merge("A1", "I1")
	m.row(2, "填报单位：｛｛办公室｝｝", nil, nil, nil, nil, nil, nil, "{{日期}} 共{{人数}}人 {{区划}}")
	m.row(3, "序号", "姓名", "现岗位情况", nil, "申报情况", nil, "公民身份号码", "参加工作年月", "年龄")
	m.row(4, nil, nil, "工种", "等级", "工种", "等级")
	for _, area := range [][2]string{{"A3", "A4"}, {"B3", "B4"}, {"C3", "D3"}, {"E3", "F3"}, {"G3", "G4"}, {"H3", "H4"}, {"I3", "I4"}} {
		m.merge(area[0], area[1])
	}
	m.look("A3", "I4", excelize.Style{Font: &excelize.Font{Bold: true}})
	m.row(5, 1, 2, 3, 4, 5, 6, 7, 8, 9)
	m.look("A5", "I5", excelize.Style{})
	last := 5 + ready
	end := func(column string) string { return column + itoa(last) }
	m.look("A6", end("I"), excelize.Style{Font: &excelize.Font{Size: 9}})
	months := `yyyy"年"m"月"`
	m.look("H6", end("H"), excelize.Style{CustomNumFmt: &months})
	for row := 6; row <= last; row++ {
		must(t, m.SetCellFormula(sheet, "I"+itoa(row), "2026-YEAR(H"+itoa(row)+")"))
		must(t, m.SetRowHeight(sheet, row, 24))
	}
	choice := excelize.NewDataValidation(true)
	choice.Sqref = "F6:" + end("F")
	must(t, choice.SetDropList([]string{"五级", "四级", "三级&其他"}))
	must(t, m.AddDataValidation(sheet, choice))
	red, err := m.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Color: "FF0000"}})
	must(t, err)
	must(t, m.SetConditionalFormat(sheet, "B6:"+end("B"), []excelize.ConditionalFormatOptions{{Type: "duplicate", Criteria: "=", Format: &red}}))
	m.row(last+1, "合计（人）", nil, nil, nil, nil, nil, nil, nil, nil)
	must(t, m.SetCellFormula(sheet, "I"+itoa(last+1), "SUM(I6:I"+itoa(last)+")"))
	m.row(last+2, "填表人：", nil, nil, "审核人：")
	m.merge("D"+itoa(last+2), "F"+itoa(last+2))
	must(t, m.SetRowHeight(sheet, last+2, 40))
	must(t, m.SetColWidth(sheet, "G", "G", 23.5))
	must(t, m.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: sheet, RefersTo: "'" + sheet + "'!$A$1:$I$" + itoa(last+2)}))
	must(t, m.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: sheet, RefersTo: "'" + sheet + "'!$3:$5"}))
	must(t, m.SetDefinedName(&excelize.DefinedName{Name: "名单", RefersTo: "'" + sheet + "'!$B$6:$B$" + itoa(last)}))
	return m
}

func itoa(n int) string { return strings.TrimPrefix(cellName(0, n), "A") }

func TestATemplateKeepsItsFormAroundMoreRowsThanItHas(t *testing.T) {
	for _, ready := range []int{1, 3} {
		f := fill(t, cityForm(t, ready).content(), roster(5), nil)
		f.has(map[string]string{
			"A1": "2026年罗山县工考管理机构申报人员一览表", "A2": "填报单位：罗山县工考管理机构", "H2": "2026年4月2日 共5人 {{区划}}",
			"A5": "1", "A6": "1", "B6": "张伟1", "C6": "汽车驾驶员", "D6": "四级", "E6": "护理员", "F6": "三级", "H6": "1998年7月", "I6": "=2026-YEAR(H6)",
			"B7": `=HYPERLINK("http://x","点")`, "A10": "5", "B10": "张伟5", "I8": "=2026-YEAR(H8)", "I10": "=2026-YEAR(H10)",
			"A11": "合计（人）", "B11": "5", "I11": "=SUM(I6:I10)", "A12": "填表人：", "D12": "审核人：", "B13": "",
		})
		if kind, _ := f.GetCellType(sheet, "B7"); kind != excelize.CellTypeSharedString {
			t.Errorf("%d ready: a name like a formula is of type %v", ready, kind)
		}
		for row, want := range map[int]float64{6: 24, 9: 24, 10: 24, 11: 15, 12: 40} {
			if got, _ := f.GetRowHeight(sheet, row); got != want {
				t.Errorf("%d ready: row %d is %v high, want %v", ready, row, got, want)
			}
		}
		f.keeps(ready)
	}
}

// keeps checks what lies around the rows of a city's form with five of them.
func (f filled) keeps(ready int) {
	f.t.Helper()
	choices, _ := f.GetDataValidations(sheet)
	if len(choices) != 1 || choices[0].Sqref != "F6:F10" || !strings.Contains(choices[0].Formula1, "三级&其他") {
		f.t.Errorf("%d ready: choices %+v", ready, choices)
	}
	conditions, _ := f.GetConditionalFormats(sheet)
	if rules := conditions["B6:B10"]; len(rules) != 1 || rules[0].Type != "duplicate" {
		f.t.Errorf("%d ready: conditions %+v", ready, conditions)
	}
	merged, _ := f.GetMergeCells(sheet)
	var areas []string
	for _, m := range merged {
		areas = append(areas, m.GetStartAxis()+":"+m.GetEndAxis())
	}
	if !slices.Contains(areas, "D12:F12") || !slices.Contains(areas, "A1:I1") || !slices.Contains(areas, "C3:D3") || len(areas) != 9 {
		f.t.Errorf("%d ready: merged %v", ready, areas)
	}
	names := map[string]string{}
	for _, n := range f.GetDefinedName() {
		names[n.Name] = strings.ReplaceAll(n.RefersTo, "'", "")
	}
	if names["_xlnm.Print_Area"] != sheet+"!$A$1:$I$12" || names["_xlnm.Print_Titles"] != sheet+"!$3:$5" || names["名单"] != sheet+"!$B$6:$B$10" {
		f.t.Errorf("%d ready: names %v", ready, names)
	}
	if width, _ := f.GetColWidth(sheet, "G"); width != 23.5 {
		f.t.Errorf("%d ready: column G is %v wide", ready, width)
	}
	if extent, _ := f.GetSheetDimension(sheet); extent != "A1:I12" {
		f.t.Errorf("%d ready: extent %s", ready, extent)
	}
	model, _ := f.GetCellStyle(sheet, "G6")
	for _, cell := range []string{"G8", "G10"} {
		if id, _ := f.GetCellStyle(sheet, cell); id != model {
			f.t.Errorf("%d ready: %s does not look like the first line", ready, cell)
		}
	}
	if style, _ := f.GetStyle(model); style.NumFmt != textFormat || style.Font.Size != 9 || len(style.Border) != 4 {
		f.t.Errorf("%d ready: the ID number's style is %+v", ready, style)
	}
}

func TestFewerRowsThanATemplateHasLeaveItsLinesEmpty(t *testing.T) {
	m := cityForm(t, 6)
	m.row(8, 3, "示例：李四", "护理员", "五级")
	f := fill(t, m.content(), roster(2), nil)
	f.has(map[string]string{"B6": "张伟1", "A7": "2", "A8": "", "B8": "", "C8": "", "I8": "=2026-YEAR(H8)", "I11": "=2026-YEAR(H11)", "A12": "合计（人）", "B12": "2", "A13": "填表人："})
}

func TestATemplateWithoutLinesTakesTheLookOfItsHead(t *testing.T) {
	m := newTemplate(t)
	m.row(1, "姓名", "身份证号", "单位", "等级", "婚否")
	m.look("A1", "E1", excelize.Style{Font: &excelize.Font{Bold: true, Size: 9}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFFF00"}}})
	m.row(2, "合计", nil, nil, nil, nil)
	f := fill(t, m.content(), roster(3), nil)
	f.has(map[string]string{"A2": "张伟1", "D4": "三级", "A5": "合计", "B5": ""})
	id, _ := f.GetCellStyle(sheet, "C4")
	style, err := f.GetStyle(id)
	if err != nil || style.Font.Bold || style.Font.Size != 9 || style.Fill.Pattern != 0 || len(style.Border) != 4 {
		t.Errorf("a line looks like %+v", style)
	}
	if len(f.done.Notes) != 1 || f.done.Notes[0] != "模板里 “婚否” 没有对应的内容，空着" {
		t.Errorf("notes %q", f.done.Notes)
	}
}

func TestLinesMergedAcrossAndSortableTablesGrow(t *testing.T) {
	m := newTemplate(t)
	m.row(1, "姓名", "身份证号码", nil, "工作单位")
	m.merge("B1", "C1")
	m.row(2, "例", "例", nil, "例")
	m.merge("B2", "C2")
	f := fill(t, m.content(), roster(3), nil)
	merged, _ := f.GetMergeCells(sheet)
	if len(merged) != 4 {
		t.Errorf("%d merged areas, want head and three lines", len(merged))
	}
	f.has(map[string]string{"A4": "张伟3", "D4": "罗山县实验幼儿园"})

	m = newTemplate(t)
	m.row(1, "姓名", "身份证号码", "工作单位")
	m.row(2, "例", "例", "例")
	must(t, m.AddTable(sheet, &excelize.Table{Range: "A1:C2", Name: "名单表"}))
	f = fill(t, m.content(), roster(4), nil)
	if tables, err := f.GetTables(sheet); err != nil || len(tables) != 1 || tables[0].Range != "A1:C5" {
		t.Errorf("tables %+v, %v", tables, err)
	}

	m = newTemplate(t)
	m.row(1, "姓名", "身份证号码", "工作单位")
	m.row(2, "例", "例", "例")
	must(t, m.AutoFilter(sheet, "A1:C2", nil))
	f = fill(t, m.content(), roster(4), nil)
	for _, n := range f.GetDefinedName() {
		if n.Name == filterName && strings.ReplaceAll(strings.ReplaceAll(n.RefersTo, "$", ""), "'", "") != sheet+"!A1:C5" {
			t.Errorf("the filter reaches over %s", n.RefersTo)
		}
	}
}

func TestSumsAreGivenWhereTheTemplateLeavesThemEmpty(t *testing.T) {
	m := newTemplate(t)
	m.row(1, "序号", "工种", "教材名称", "数量", "定价", "金额", "签收")
	m.row(2)
	m.look("A2", "G2", excelize.Style{})
	m.row(3, "合计")
	table := sheets.TextbookTable([]sheets.BookLine{{Trade: "农艺工", Level: "四级", Title: "=农艺", Copies: 10, Price: 3250, Amount: 32500},
		{Trade: "保育员", Level: "三级", Title: "保育", Copies: 2, Price: 1005, Amount: 2010}}, sheets.TextbookHeading(data.Office{}, ""))
	f := fill(t, m.content(), table, nil)
	f.has(map[string]string{"B2": "农艺工", "C2": "=农艺", "D3": "2", "E3": "10.05", "F2": "325", "A4": "合计", "D4": "12", "F4": "345.1", "E4": "", "G4": ""})
}

func TestWhatAClerkHasSaidOfATemplateWinsAndIsFoundAgain(t *testing.T) {
	form := func(year string) making {
		m := newTemplate(t)
		m.row(1, year+"年名册")
		m.row(3, "考生", "号码", "干啥的", "工种", "工种")
		m.row(4, 1)
		return m
	}
	table := roster(2)
	tpl, err := Open("模板.xlsx", form("2026").content())
	must(t, err)
	if _, err := tpl.Fill(Order{Table: table}); !data.HasCode(err, "no-header") {
		t.Errorf("got %v", err)
	}
	seen, err := tpl.Choice(&table)
	if err != nil || seen.Row != 3 || !strings.HasPrefix(seen.LayoutID, layoutMark) {
		t.Fatalf("%+v, %v", seen, err)
	}
	if heads := tpl.Heads(seen.Name, &table, 3); len(heads) != 5 || heads[0] != (data.SheetColumn{Column: "A", Head: "考生"}) {
		t.Errorf("heads %+v", heads)
	}
	said := Said{seen.LayoutID: {ID: seen.LayoutID, HeadRow: 3, Columns: map[string]string{"A": "name", "B": "id_number", "C": "post", "D": "current_trade", "E": "-"}}}
	for _, year := range []string{"2026", "2027"} {
		f := fill(t, form(year).content(), table, said)
		f.has(map[string]string{"A4": "张伟1", "A5": `=HYPERLINK("http://x","点")`, "C5": "-保育员", "D4": "汽车驾驶员", "E4": ""})
	}
	for column, key := range map[string]string{"A": "nobody", "9": "name"} {
		said[seen.LayoutID] = data.SheetLayout{HeadRow: 3, Columns: map[string]string{column: key}}
		tpl, err := Open("模板.xlsx", form("2026").content())
		must(t, err)
		if _, err := tpl.Fill(Order{Table: table, Said: said}); !data.HasCode(err, "column-unknown") {
			t.Errorf("%s=%s: got %v", column, key, err)
		}
	}
}

func TestATemplateThatCannotServeIsRefusedInWords(t *testing.T) {
	twice := newTemplate(t)
	twice.row(1, "姓名", "身份证号", "工种", "工种")
	twice.row(2, "例")
	fixed := cityForm(t, 3)
	must(t, fixed.ProtectSheet(sheet, &excelize.SheetProtectionOptions{SelectLockedCells: true}))
	macros := newTemplate(t)
	macros.row(1, "姓名", "身份证号")
	macros.Pkg.Store("xl/vbaProject.bin", []byte{1})
	for _, c := range []struct {
		name, code string
		content    []byte
	}{
		{"two heads alike", "header-twice", twice.content()}, {"protected", "template-protected", fixed.content()}, {"macros", "template-format", macros.content()},
		{"old Excel", "template-format", []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0}}, {"text", "template-format", []byte("姓名,身份证号\n")},
		{"damaged", "file-unreadable", []byte("PK\x03\x04nothing")}, {"large", "file-too-large", make([]byte, maxTemplate+1)},
	} {
		tpl, err := Open("模板.xlsx", c.content)
		if err == nil {
			_, err = tpl.Fill(Order{Table: roster(5)})
		}
		if r, ok := data.AsRefusal(err); !ok || r.Code != c.code || r.Hint == "" {
			t.Errorf("%s: got %v, want %s", c.name, err, c.code)
		}
	}
	tpl, err := Open("模板.xlsx", fixed.content())
	must(t, err)
	if _, err := tpl.Fill(Order{Table: roster(3)}); err != nil {
		t.Errorf("a protected sheet with lines enough: %v", err)
	}
	many := roster(1)
	many.Rows = make([][]any, maxFilled+1)
	if _, err := tpl.Fill(Order{Table: many}); !data.HasCode(err, "too-many-rows") {
		t.Errorf("got %v", err)
	}
}

func TestATemplateColouredToTheEndOfTheSheetIsFilledAllTheSame(t *testing.T) {
	m := newTemplate(t)
	m.row(1, "姓名", "身份证号", "工作单位")
	id := m.look("A1", "C1", excelize.Style{})
	must(t, m.SetColStyle(sheet, "A:XFD", id))
	must(t, m.SetSheetDimension(sheet, "A1:XFD1048576"))
	f := fill(t, m.content(), roster(3), nil)
	f.has(map[string]string{"A2": "张伟1", "A4": "张伟3", "A5": ""})
	if read := f.read(); len(read.Rows) != 4 {
		t.Errorf("%d rows", len(read.Rows))
	}
}

func TestNobodyLeavesATemplateEmpty(t *testing.T) {
	m := cityForm(t, 2)
	m.row(6, 1, "示例：李四")
	f := fill(t, m.content(), roster(0), nil)
	f.has(map[string]string{"A6": "", "B6": "", "I6": "=2026-YEAR(H6)", "B8": "0", "A9": "填表人："})
}

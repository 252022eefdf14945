package marked_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"gongkao/app/sheets/grid"
	"gongkao/app/sheets/marked"
	"gongkao/data"
)

// must is for making workbooks of a test's own.
func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func bytesOf(t testing.TB, f *excelize.File) []byte {
	t.Helper()
	var b bytes.Buffer
	must(t, f.Write(&b))
	return b.Bytes()
}

func opened(t testing.TB, content []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content))
	must(t, err)
	t.Cleanup(func() { f.Close() })
	return f
}

// dressed is a workbook with everything a sender may have set.
func dressed(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	money := `¥#,##0.00`
	style, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Italic: true, Size: 14, Family: "楷体", Color: "C00000"}, CustomNumFmt: &money,
		Border: []excelize.Border{{Type: "top", Color: "00B050", Style: 5}}, Alignment: &excelize.Alignment{Horizontal: "right", TextRotation: 20}, Protection: &excelize.Protection{Locked: false}})
	must(t, err)
	for row := 1; row <= 9; row++ {
		for column := 1; column <= 5; column++ {
			cell, _ := excelize.CoordinatesToCellName(column, row)
			must(t, f.SetCellStr("Sheet1", cell, fmt.Sprintf("%d-%d", row, column)))
		}
	}
	must(t, f.SetCellStyle("Sheet1", "B3", "C9", style))
	must(t, f.SetColWidth("Sheet1", "B", "B", 33))
	must(t, f.SetRowHeight("Sheet1", 3, 41))
	must(t, f.SetRowVisible("Sheet1", 8, false))
	must(t, f.MergeCell("Sheet1", "D4", "E6"))
	must(t, f.SetPanes("Sheet1", &excelize.Panes{Freeze: true, YSplit: 2, TopLeftCell: "A3", ActivePane: "bottomLeft"}))
	list := excelize.NewDataValidation(true)
	list.SetSqref("C3:C9")
	must(t, list.SetDropList([]string{"男", "女"}))
	must(t, f.AddDataValidation("Sheet1", list))
	landscape := "landscape"
	must(t, f.SetPageLayout("Sheet1", &excelize.PageLayoutOptions{Orientation: &landscape}))
	_, err = f.NewSheet("别的表")
	must(t, err)
	must(t, f.SetCellFormula("别的表", "A1", "1+1"))
	must(t, f.AddComment("Sheet1", excelize.Comment{Cell: "B3", Author: "李会计", Text: "站里的话"}))
	must(t, f.AddComment("Sheet1", excelize.Comment{Cell: "A9", Author: "李会计", Text: "别的话"}))
	return bytesOf(t, f)
}

func TestTheSendersFormattingStays(t *testing.T) {
	content, err := marked.Make(dressed(t), "名册.xlsx", []marked.Mark{
		{Sheet: "Sheet1", Cell: "B3", Row: 3, Digits: true, Text: "身份证号位数不对", Advice: "请补全"},
		{Sheet: "Sheet1", Cell: "C3", Row: 3, Warning: true, Text: "有疑问", Advice: "请核对"},
		{Sheet: "Sheet1", Cell: "E5", Row: 5, Text: "合并格里的问题", Advice: "请改"},
		{Sheet: "Sheet1", Row: 7, Text: "没有这一栏", Advice: "请加上"},
	})
	must(t, err)
	before, after := opened(t, dressed(t)), opened(t, content)
	for _, cell := range []string{"B3", "C3"} {
		was, is := styleAt(t, before, cell), styleAt(t, after, cell)
		if cell == "B3" {
			if is.NumFmt != 49 {
				t.Errorf("an ID number typed into B3 would not stay whole: format %d", is.NumFmt)
			}
			is.NumFmt, is.CustomNumFmt, is.DecimalPlaces, was.NumFmt, was.CustomNumFmt, was.DecimalPlaces = 0, nil, nil, 0, nil, nil
		}
		if len(is.Fill.Color) == 0 {
			t.Errorf("%s has no tint", cell)
		}
		is.Fill, was.Fill = excelize.Fill{}, excelize.Fill{}
		if diff := cmp.Diff(was, is); diff != "" {
			t.Errorf("%s has lost of its style:\n%s", cell, diff)
		}
	}
	if diff := cmp.Diff(settings(t, before), settings(t, after)); diff != "" {
		t.Errorf("the sheet is no longer set as it was:\n%s", diff)
	}
	comments, err := after.GetComments("Sheet1")
	must(t, err)
	said := map[string]string{}
	for _, c := range comments {
		text := c.Text
		for _, run := range c.Paragraph {
			text += run.Text
		}
		said[c.Cell] = c.Author + "：" + text
	}
	for cell, want := range map[string][]string{"B3": {"李会计", "站里的话", "【工考】必须改：身份证号位数不对"}, "A9": {"李会计：别的话"}, "C3": {"工考：【工考】请核对：有疑问\n怎么改：请核对"}, "D4": {"合并格里的问题"}, "A7": {"没有这一栏"}} {
		for _, w := range want {
			if !strings.Contains(said[cell], w) {
				t.Errorf("the comment at %s says %q; want %q in it", cell, said[cell], w)
			}
		}
	}
	if len(comments) != 5 {
		t.Errorf("%d comments: %v", len(comments), said)
	}
}

func styleAt(t testing.TB, f *excelize.File, cell string) *excelize.Style {
	t.Helper()
	id, err := f.GetCellStyle("Sheet1", cell)
	must(t, err)
	style, err := f.GetStyle(id)
	must(t, err)
	return style
}

// settings is what a sender has set of his sheet as a whole.
func settings(t testing.TB, f *excelize.File) []any {
	t.Helper()
	width, err := f.GetColWidth("Sheet1", "B")
	must(t, err)
	height, err := f.GetRowHeight("Sheet1", 3)
	must(t, err)
	shown, err := f.GetRowVisible("Sheet1", 8)
	must(t, err)
	merged, err := f.GetMergeCells("Sheet1")
	must(t, err)
	panes, err := f.GetPanes("Sheet1")
	must(t, err)
	validations, err := f.GetDataValidations("Sheet1")
	must(t, err)
	layout, err := f.GetPageLayout("Sheet1")
	must(t, err)
	formula, err := f.GetCellFormula("别的表", "A1")
	must(t, err)
	return []any{width, height, shown, merged, panes, validations, layout, formula, f.GetSheetList()[:2], f.GetActiveSheetIndex()}
}

func TestSeveralMarksOnACellAreOneComment(t *testing.T) {
	content, err := marked.Make(dressed(t), "名册.xlsx", []marked.Mark{
		{Sheet: "Sheet1", Cell: "B5", Row: 5, Warning: true, Text: "一", Advice: "甲"}, {Sheet: "Sheet1", Cell: "B5", Row: 5, Text: "二", Advice: "乙"}, {Sheet: "Sheet1", Cell: "B5", Row: 5, Warning: true, Text: "三", Advice: "丙"}})
	must(t, err)
	f := opened(t, content)
	comments, err := f.GetComments("Sheet1")
	must(t, err)
	if last := comments[len(comments)-1]; len(comments) != 3 || last.Paragraph[0].Text != "【工考】1. 请核对：一\n怎么改：甲\n2. 必须改：二\n怎么改：乙\n3. 请核对：三\n怎么改：丙" {
		t.Errorf("comments: %+v", comments)
	}
	if tint := styleAt(t, f, "B5").Fill.Color; len(tint) != 1 || tint[0] != "FFD4CF" {
		t.Errorf("what must be mended is tinted %v", tint)
	}
}

func TestMacrosAreLeftOut(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	must(t, f.SetCellStr("Sheet1", "A1", "姓名"))
	macro := append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), make([]byte, 600)...)
	must(t, f.AddVBAProject(macro))
	path := filepath.Join(t.TempDir(), "名册.xlsm")
	must(t, f.SaveAs(path))
	original, err := os.ReadFile(path)
	must(t, err)
	content, err := marked.Make(original, "名册.xlsm", []marked.Mark{{Sheet: "Sheet1", Cell: "A1", Row: 1, Text: "错", Advice: "改"}})
	must(t, err)
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	must(t, err)
	for _, part := range z.File {
		r, err := part.Open()
		must(t, err)
		var b bytes.Buffer
		_, err = b.ReadFrom(r)
		must(t, err)
		if strings.Contains(part.Name, "vba") || strings.Contains(b.String(), "macroEnabled") || strings.Contains(b.String(), "vbaProject.bin") {
			t.Errorf("%s still holds or names a macro", part.Name)
		}
	}
	if _, err := grid.Decode("退回.xlsx", content); err != nil {
		t.Error(err)
	}
}

func TestTextsOfACSVStayTexts(t *testing.T) {
	const text = "=1+1,+5,-3,@x,00123,411521199402030011,张𬱖"
	content, err := marked.Make([]byte("姓名,甲,乙,丙,丁,戊,己\n"+text+"\n"), "名册.csv", []marked.Mark{{Cell: "F2", Row: 2, Text: "错", Advice: "改"}})
	must(t, err)
	book, err := grid.Decode("退回.xlsx", content)
	must(t, err)
	var got []string
	for _, cell := range book.Sheets[0].Rows[1].Cells {
		if cell.Kind != grid.Text {
			t.Errorf("%q is no longer a text", cell.Text)
		}
		got = append(got, cell.Text)
	}
	if diff := cmp.Diff(strings.Split(text, ","), got); diff != "" {
		t.Error(diff)
	}
}

func TestTheSendersFileIsNeverWrittenOver(t *testing.T) {
	path, original := filepath.Join(t.TempDir(), "名册.xlsx"), dressed(t)
	must(t, os.WriteFile(path, original, 0o600))
	if err := marked.Write(path, original, "名册.xlsx", nil); !data.HasCode(err, "output-original") {
		t.Errorf("Write says %v", err)
	}
	if err := marked.Write(filepath.Join(t.TempDir(), "没有", "退回.xlsx"), original, "名册.xlsx", nil); err == nil {
		t.Error("a copy was written into no folder")
	} else if refusal, ok := data.AsRefusal(err); !ok || refusal.Hint == "" {
		t.Errorf("Write says %v", err)
	}
}

// BenchmarkMarkedCopy answers a roster of 50,000 rows and 20 columns in which every
// tenth row has something to mend.
func BenchmarkMarkedCopy(b *testing.B) {
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	must(b, err)
	var marks []marked.Mark
	for row := 1; row <= 50_000; row++ {
		cells := make([]any, 20)
		for i := range cells {
			cells[i] = fmt.Sprintf("第%d行第%d列", row, i)
		}
		must(b, w.SetRow(fmt.Sprintf("A%d", row), cells))
		if row%10 == 5 {
			marks = append(marks, marked.Mark{Sheet: "Sheet1", Cell: fmt.Sprintf("E%d", row), Row: row, Digits: true, Name: "张三", Text: "身份证号位数不对", Advice: "请对照身份证补全 18 位"})
		}
	}
	must(b, w.Flush())
	original := bytesOf(b, f)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := marked.Make(original, "名册.xlsx", marks); err != nil {
			b.Fatal(err)
		}
	}
}

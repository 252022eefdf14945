package grid

import (
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

func TestCellsAreWhatTheClerkSees(t *testing.T) {
	const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="000000000000"/></numFmts>` +
		`<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs></styleSheet>`
	const shared = `<sst><si><t>姓名</t></si><si><r><t>欧</t></r><r><t>阳</t></r><rPh><t>ouyang</t></rPh></si><si><t xml:space="preserve"> 张_x000D__x4E09_ </t></si></sst>`
	for cell, want := range map[string]Cell{
		`<c t="s"><v>0</v></c>`:                                   {Text: "姓名", Kind: Text},
		`<c t="s"><v>1</v></c>`:                                   {Text: "欧阳", Kind: Text},
		`<c t="s"><v>2</v></c>`:                                   {Text: " 张\r三 ", Kind: Text},
		`<c t="s"><v>99</v></c>`:                                  {},
		`<c t="inlineStr"><is><t>甲</t><t>乙</t></is></c>`:          {Text: "甲乙", Kind: Text},
		`<c t="str"><f>A1&amp;B1</f><v>公式的值</v></c>`:              {Text: "公式的值", Kind: Text},
		`<c><f>1+1</f></c>`:                                       {},
		`<c><v>1998.1199999999999</v></c>`:                        {Text: "1998.12", Number: 1998.1199999999999, Kind: Number},
		`<c><v>2001.1</v></c>`:                                    {Text: "2001.1", Number: 2001.1, Kind: Number},
		`<c><v>4.13028198311287E+17</v></c>`:                      {Text: "413028198311287000", Number: 413028198311287000, Kind: Number},
		`<c><v>13800000000</v></c>`:                               {Text: "13800000000", Number: 13800000000, Kind: Number},
		`<c s="1"><v>36008</v></c>`:                               {Text: "1998-08-01", Number: 36008, Kind: Date},
		`<c s="2"><v>36008</v></c>`:                               {Text: "1998-08", Number: 36008, Kind: Date},
		`<c s="3"><v>81659343726</v></c>`:                         {Text: "081659343726", Number: 81659343726, Kind: Number},
		`<c s="4"><v>0.5</v></c>`:                                 {Text: "0.5", Number: 0.5, Kind: Number},
		`<c s="1"><v>-3</v></c>`:                                  {Text: "-3", Number: -3, Kind: Number},
		`<c t="d"><v>1998-08-01T00:00:00</v></c>`:                 {Text: "1998-08-01", Kind: Date},
		`<c t="b"><v>1</v></c>`:                                   {Text: "是", Kind: Bool},
		`<c t="b"><v>0</v></c>`:                                   {Text: "否", Kind: Bool},
		`<c t="e"><f>VLOOKUP()</f><v>#N/A</v></c>`:                {Text: "#N/A", Kind: Fault},
		`<c t="inlineStr"><is><t>  </t></is></c>`:                 {},
		`<x:c xmlns:x="m" t="inlineStr"><is><t>前缀</t></is></x:c>`: {Text: "前缀", Kind: Text},
	} {
		content := workbookOf(t, `<worksheet><sheetData><row r="7">`+cell+`<c r="C7"><v>1</v></c></row></sheetData></worksheet>`,
			map[string]string{"xl/styles.xml": styles, "xl/sharedStrings.xml": shared})
		book, err := Decode("试.xlsx", content)
		if err != nil || len(book.Sheets) != 1 || len(book.Sheets[0].Rows) != 1 {
			t.Errorf("%s: %+v, %v", cell, book, err)
			continue
		}
		row := book.Sheets[0].Rows[0]
		if diff := cmp.Diff(want, row.At(0)); diff != "" || row.Number != 7 || row.At(2).Text != "1" {
			t.Errorf("%s in row %d: %s", cell, row.Number, diff)
		}
	}
}

func TestNumberFormats(t *testing.T) {
	for code, want := range map[string]showing{
		"General": {}, "G/通用格式": {}, "0.00E+00": {}, "@": {}, "#,##0.00": {}, "h:mm": {}, "[h]:mm:ss": {}, "mm:ss": {}, `0"天"`: {},
		"yyyy-mm-dd": {date: true}, "yyyy/m/d;@": {date: true}, `[$-804]yyyy"年"m"月"d"日";@`: {date: true}, "yyyy-mm-dd h:mm:ss": {date: true}, `m"月"d"日"`: {date: true},
		`yyyy"年"m"月"`: {date: true, month: true}, "yyyy.mm": {date: true, month: true}, "mmm-yy": {date: true, month: true}, `[DBNum1][$-804]yyyy"年"m"月"`: {date: true, month: true},
		"e/m/d": {date: true}, "000000": {digits: 6}, "0": {},
	} {
		if got := showingOf(code); got != want {
			t.Errorf("showingOf(%q) = %+v; want %+v", code, got, want)
		}
	}
}

func TestOtherEpochMovesDates(t *testing.T) {
	content := workbookOf(t, `<worksheet><sheetData><row><c s="0"><v>34546</v></c></row></sheetData></worksheet>`, map[string]string{
		"xl/styles.xml":   `<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>`,
		"xl/workbook.xml": `<workbook><workbookPr date1904="1"/><sheets><sheet name="表" id="s1"/></sheets></workbook>`,
	})
	book, err := Decode("苹果.xlsx", content)
	if err != nil || book.Sheets[0].Rows[0].At(0).Text != "1998-08-01" {
		t.Errorf("%+v, %v; want 1998-08-01", book, err)
	}
}

func TestMergedCellsAreFilledDownwardsOnly(t *testing.T) {
	content := workbookOf(t, `<worksheet><sheetData>`+
		`<row r="2"><c r="A2" t="inlineStr"><is><t>罗山县图书馆</t></is></c><c r="B2"><v>1</v></c></row>`+
		`<row r="3"><c r="B3"><v>2</v></c></row><row r="5"><c r="B5"><v>3</v></c></row>`+
		`<row r="6"><c r="A6" t="inlineStr"><is><t>注：略</t></is></c><c r="D6"><v>4</v></c></row></sheetData>`+
		`<mergeCells><mergeCell ref="A2:A5"/><mergeCell ref="A6:C6"/><mergeCell ref="坏"/><mergeCell ref="D9:D99"/></mergeCells></worksheet>`, nil)
	book, err := Decode("试.xlsx", content)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range book.Sheets[0].Rows {
		got = append(got, strconv.Itoa(row.Number)+row.At(0).Text+"|"+row.At(1).Text)
	}
	if diff := cmp.Diff([]string{"2罗山县图书馆|1", "3罗山县图书馆|2", "5罗山县图书馆|3", "6注：略|"}, got); diff != "" {
		t.Error(diff)
	}
}

// TestWhatIsHiddenIsReadAndTold: the hidden and the unread, and formulas that no
// program has worked out. Formatted rows without content are nothing.
func TestWhatIsHiddenIsReadAndTold(t *testing.T) {
	content := workbookOf(t, `<worksheet><cols><col min="2" max="16384" hidden="1"/></cols><sheetData>`+
		`<row r="1"><c><v>1</v></c><c><v>2</v></c></row><row r="2" hidden="1"><c><v>3</v></c><c><f>1+1</f></c><c t="str"><f>""</f><v></v></c></row>`+
		strings.Repeat(`<row hidden="1"><c s="1"/><c s="1"/></row>`, 50_000)+`</sheetData></worksheet>`, nil)
	book, err := Decode("试.xlsx", content)
	if err != nil {
		t.Fatal(err)
	}
	s := book.Sheets[0]
	got := []any{len(s.Rows), s.Rows[1].At(0).Text, s.HiddenRows, s.HiddenColumns, s.Uncalculated, book.Left}
	if diff := cmp.Diff([]any{2, "3", []int{2}, []int{1}, 1, []string{"藏着"}}, got); diff != "" {
		t.Error(diff)
	}
}

// TestReadsTheSameAsExcelize holds our one-pass reader against the library on
// every sample.
func TestReadsTheSameAsExcelize(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join(samples, "*.xlsx"))
	if err != nil || len(paths) < 7 {
		t.Fatalf("%d samples, %v", len(paths), err)
	}
	for _, path := range paths {
		book, err := Read(path)
		if err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, sheet := range book.Sheets {
			rows, err := f.GetRows(sheet.Name)
			if err != nil {
				t.Fatal(err)
			}
			compared := 0
			for _, row := range sheet.Rows {
				for column, want := range rows[row.Number-1] {
					if want == "" {
						continue // we fill merged cells, excelize does not
					}
					compared++
					if cell := row.At(column); !sameCell(cell, want) {
						t.Errorf("%s %s%d: %+v; excelize reads %q", path, ColumnName(column), row.Number, cell, want)
					}
				}
			}
			if compared < 100 {
				t.Errorf("%s: only %d cells compared", path, compared)
			}
		}
	}
}

func sameCell(c Cell, raw string) bool {
	if c.Kind == Number || c.Kind == Date {
		n, err := strconv.ParseFloat(raw, 64)
		return err == nil && n == c.Number
	}
	return c.Text == cellText(raw)
}

func TestColumnNames(t *testing.T) {
	for column, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 255: "IV", 701: "ZZ", 702: "AAA", 16383: "XFD"} {
		if got := ColumnName(column); got != want {
			t.Errorf("ColumnName(%d) = %s; want %s", column, got, want)
		}
		if back, row, ok := position(want + "12"); !ok || back != column || row != 12 {
			t.Errorf("position(%s12) = %d, %d, %v", want, back, row, ok)
		}
	}
	for _, reference := range []string{"", "12", "A", "A0", "甲1", "ABCD1", "A-1", "A99999999999999999999"} {
		if _, _, ok := position(reference); ok {
			t.Errorf("position(%q) is accepted", reference)
		}
	}
}

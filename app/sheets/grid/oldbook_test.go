package grid

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gongkao/data"
)

// formatsOfOld are the styles that the tests of .xls use: 0 general, 1 a day, 2
// a month, 3 six digits, 4 a built-in Chinese month.
var formatsOfOld = bytes.Join([][]byte{
	rec(recFormat, 164, `yyyy"年"m"月"`), rec(recFormat, 165, "000000"),
	rec(recXF, 0, 0), rec(recXF, 0, 14), rec(recXF, 0, 164), rec(recXF, 0, 165), rec(recXF, 0, 57),
}, nil)

// readOld reads an .xls of these records.
func readOld(t *testing.T, global, sheet []byte) *Book {
	t.Helper()
	stream := oldStream(append(bytes.Clone(formatsOfOld), global...), sheet)
	book, err := Decode("名册.xls", oldWorkbook(stream, len(stream)))
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func TestOldCellsAreWhatTheClerkSees(t *testing.T) {
	shared := rec(recSST, uint32(2), uint32(2), "姓名", "　")
	rich := append(oldString("王五")[:2], append([]byte{0x0D, 1, 0, 4, 0, 0, 0}, append(oldString("王五")[3:], make([]byte, 8)...)...)...)
	formula := func(result ...byte) []byte { return rec(recFormula, 6, 0, 0, result, 0, uint32(0), 0) }
	for name, c := range map[string]struct {
		records []byte
		want    Cell
	}{
		"shared text":          {rec(recLabelSST, 6, 0, 0, uint32(0)), Cell{Text: "姓名", Kind: Text}},
		"shared blank":         {rec(recLabelSST, 6, 0, 0, uint32(1)), Cell{}},
		"shared, out of range": {rec(recLabelSST, 6, 0, 0, uint32(4_000_000_000)), Cell{}},
		"text":                 {rec(recLabel, 6, 0, 0, "𬱖"), Cell{Text: "𬱖", Kind: Text}},
		"text, one byte each":  {rec(recLabel, 6, 0, 0, 3, byte(0), []byte("A\xb7B")), Cell{Text: "A·B", Kind: Text}},
		"rich text":            {rec(recRString, 6, 0, 0, rich), Cell{Text: "王五", Kind: Text}},
		"number":               {rec(recNumber, 6, 0, 0, 1998.1199999999999), Cell{Text: "1998.12", Number: 1998.1199999999999, Kind: Number}},
		"mangled ID number":    {rec(recNumber, 6, 0, 0, 413028198311287000.0), Cell{Text: "413028198311287000", Number: 413028198311287000, Kind: Number}},
		"day":                  {rec(recNumber, 6, 0, 1, 36008.0), Cell{Text: "1998-08-01", Number: 36008, Kind: Date}},
		"month":                {rec(recNumber, 6, 0, 2, 36008.0), Cell{Text: "1998-08", Number: 36008, Kind: Date}},
		"built-in month":       {rec(recRK, 6, 0, 4, uint32(36008<<2|2)), Cell{Text: "1998-08", Number: 36008, Kind: Date}},
		"six digits":           {rec(recRK, 6, 0, 3, uint32(4321<<2|2)), Cell{Text: "004321", Number: 4321, Kind: Number}},
		"unknown style":        {rec(recRK, 6, 0, 99, uint32(7<<2|2)), Cell{Text: "7", Number: 7, Kind: Number}},
		"hundredths":           {rec(recRK, 6, 0, 0, uint32(200110<<2|3)), Cell{Text: "2001.1", Number: 2001.1, Kind: Number}},
		"negative":             {rec(recRK, 6, 0, 0, uint32(0xFFFFFFFE)), Cell{Text: "-1", Number: -1, Kind: Number}},
		"upper half":           {rec(recRK, 6, 0, 0, uint32(0x3FF80000)), Cell{Text: "1.5", Number: 1.5, Kind: Number}},
		"true":                 {rec(recBoolErr, 6, 0, 0, []byte{1, 0}), Cell{Text: "是", Kind: Bool}},
		"error":                {rec(recBoolErr, 6, 0, 0, []byte{0x17, 1}), Cell{Text: "#REF!", Kind: Fault}},
		"formula, number":      {formula(0, 0, 0, 0, 0, 0, 0xF8, 0x3F), Cell{Text: "1.5", Number: 1.5, Kind: Number}},
		"formula, false":       {formula(1, 0, 0, 0, 0, 0, 0xFF, 0xFF), Cell{Text: "否", Kind: Bool}},
		"formula, error":       {formula(2, 0, 0x2A, 0, 0, 0, 0xFF, 0xFF), Cell{Text: "#N/A", Kind: Fault}},
		"formula, no text":     {formula(3, 0, 0, 0, 0, 0, 0xFF, 0xFF), Cell{}},
		"formula, shared, text": {append(append(formula(0, 0, 0, 0, 0, 0, 0xFF, 0xFF), rec(0x04BC, 0, 0, 0)...),
			rec(recString, "男")...), Cell{Text: "男", Kind: Text}},
		"text without formula": {rec(recString, "男"), Cell{}},
		"formatted and empty":  {rec(0x0201, 6, 0, 1), Cell{}},
		"beyond the columns":   {rec(recNumber, 6, 256, 0, 1.0), Cell{}},
		"no number":            {rec(recNumber, 6, 0, 0, []byte{0, 0, 0, 0, 0, 0, 0xF0, 0x7F}), Cell{}},
	} {
		book := readOld(t, shared, append(c.records, rec(recRK, 6, 2, 0, uint32(1<<2|2))...))
		if len(book.Sheets) != 1 || len(book.Sheets[0].Rows) != 1 {
			t.Errorf("%s: %+v", name, book)
			continue
		}
		row := book.Sheets[0].Rows[0]
		if diff := cmp.Diff(c.want, row.At(0)); diff != "" || row.Number != 7 || row.At(2).Text != "1" {
			t.Errorf("%s in row %d: %s", name, row.Number, diff)
		}
	}
}

func TestManyNumbersOfARowEachHaveTheirStyle(t *testing.T) {
	book := readOld(t, nil, rec(recMulRK, 0, 1, 1, uint32(36008<<2|2), 0, uint32(7<<2|2), 3, uint32(7<<2|2), 3))
	if diff := cmp.Diff([]string{"1 |1998-08-01|7|000007"}, lines(book)); diff != "" {
		t.Error(diff)
	}
}

// TestSharedTextsGoOnInTheNextRecord splits texts at every place, in two
// encodings, with what follows the characters split as well.
func TestSharedTextsGoOnInTheNextRecord(t *testing.T) {
	whole := bytes.Join([][]byte{
		{4, 0, 0, 'a', 'b', 'c', 'd'},
		oldString("罗山县实验幼儿园"),
		append([]byte{2, 0, 0x0D, 1, 0, 3, 0, 0, 0}, append(wide([]uint16{0x738B, 0x4E94}), 0, 0, 0, 0, 9, 9, 9)...), // rich, with a guide
		oldString("尾"),
	}, nil)
	want := []string{"1 abcd|罗山县实验幼儿园|王五|尾"}
	cells := bytes.Join([][]byte{rec(recLabelSST, 0, 0, 0, uint32(0)), rec(recLabelSST, 0, 1, 0, uint32(1)), rec(recLabelSST, 0, 2, 0, uint32(2)), rec(recLabelSST, 0, 3, 0, uint32(3))}, nil)
	for at := 1; at < len(whole); at++ {
		flag, split := splitAt(at)
		if !split {
			continue
		}
		head := append([]byte{4, 0, 0, 0, 4, 0, 0, 0}, whole[:at]...)
		shared := append(rec(recSST, head), rec(recContinue, append(flag, whole[at:]...))...)
		if diff := cmp.Diff(want, lines(readOld(t, shared, cells))); diff != "" {
			t.Errorf("split at %d: %s", at, diff)
		}
	}
}

// splitAt says how TestSharedTextsGoOnInTheNextRecord goes on after a split at a
// byte: among characters with a byte that says how wide they are, elsewhere
// without; in the middle of a character not at all.
func splitAt(at int) (flag []byte, split bool) {
	for _, c := range []struct{ from, to, width int }{{3, 7, 1}, {10, 26, 2}, {35, 39, 2}, {49, 51, 2}} {
		if at >= c.from && at < c.to {
			return []byte{byte(c.width - 1)}, (at-c.from)%c.width == 0
		}
	}
	return nil, true
}

// TestEncodingChangesWhereATextGoesOn has a text begin in one byte a character
// and go on in two, as Excel writes it.
func TestEncodingChangesWhereATextGoesOn(t *testing.T) {
	shared := append(rec(recSST, uint32(1), uint32(1), 5, byte(0), []byte("No.")), rec(recContinue, byte(1), wide([]uint16{0x7532, 0x4E59}))...)
	book := readOld(t, shared, rec(recLabelSST, 0, 0, 0, uint32(0)))
	if diff := cmp.Diff([]string{"1 No.甲乙"}, lines(book)); diff != "" {
		t.Error(diff)
	}
}

func TestOldSheetsTellWhatTheyHide(t *testing.T) {
	cells := bytes.Join([][]byte{
		rec(recColumns, 1, 200, 0, 0, 1, 0),
		rec(recRow, 1, 0, 2, 0, 0, 0, 0x20, 0), rec(recRow, 9, 0, 2, 0, 0, 0, 0x20, 0),
		rec(recLabel, 0, 0, 0, "单位"), rec(recLabel, 0, 1, 0, "姓名"),
		rec(recLabel, 1, 0, 0, "图书馆"), rec(recLabel, 1, 1, 0, "张三"), rec(recLabel, 2, 1, 0, "李四"),
		rec(recMerged, 1, 1, 2, 0, 0),
		rec(recBOF, biff8, 0x20), rec(recLabel, 0, 0, 0, "图里"), rec(recEOF),
	}, nil)
	stream := oldSheets(nil, []string{"名册", "-藏着", "+图表"}, cells)
	book, err := Decode("名册.xls", oldWorkbook(stream, len(stream)))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"1 单位|姓名", "2 图书馆|张三", "3 图书馆|李四"}, lines(book)); diff != "" {
		t.Error(diff)
	}
	s := book.Sheets[0]
	got := []any{len(book.Sheets), s.Name, s.HiddenRows, s.HiddenColumns, book.Left}
	if diff := cmp.Diff([]any{1, "名册", []int{2}, []int{1}, []string{"-藏着", "+图表"}}, got); diff != "" {
		t.Error(diff)
	}
}

func TestCellsInAnyOrderStandInTheirRows(t *testing.T) {
	var cells []byte
	for column, texts := range [][]string{{"甲", "乙", "丙"}, {"一", "二", "三"}} {
		for row := len(texts) - 1; row >= 0; row-- {
			cells = append(cells, rec(recLabel, row, column, 0, texts[row])...)
		}
	}
	if diff := cmp.Diff([]string{"1 甲|一", "2 乙|二", "3 丙|三"}, lines(readOld(t, nil, cells))); diff != "" {
		t.Error(diff)
	}
}

func TestOldDatesOfTheOtherEpoch(t *testing.T) {
	book := readOld(t, rec(rec1904, 1), rec(recNumber, 0, 0, 1, 34546.0))
	if diff := cmp.Diff([]string{"1 1998-08-01"}, lines(book)); diff != "" {
		t.Error(diff)
	}
}

// TestSampleCutAnywhereIsRefused cuts the sample at every sixteenth: what is
// read of it is whole, or nothing.
func TestSampleCutAnywhereIsRefused(t *testing.T) {
	for _, name := range []string{"05-two-sheets.xls", "01-clean.xlsx"} {
		content, err := os.ReadFile(filepath.Join(samples, name))
		if err != nil {
			t.Fatal(err)
		}
		for i := 1; i < 16; i++ {
			book, err := Decode(name, content[:len(content)*i/16])
			if !data.HasCode(err, "file-unreadable") {
				t.Errorf("%s cut at %d/16: %v, %v; want file-unreadable", name, i, book, err)
			}
		}
	}
}

func TestOldFilesThatCannotBeReadSayWhy(t *testing.T) {
	stream := oldStream(nil, rec(recNumber, 0, 0, 0, 1.0))
	folder := func(name string) []byte {
		m := &compoundMaker{shift: 9}
		first := m.add(make([]byte, 4096))
		return m.file(m.add(append(dirEntry("Root Entry", 5, 1, chainEnd, 0), dirEntry(name, 2, noSector, first, 4096)...)))
	}
	locked := oldStream(rec(recFilePass, 1, 1, 1), rec(recNumber, 0, 0, 0, 1.0))
	old := bytes.Clone(stream)
	old[5] = 5
	for name, c := range map[string]struct {
		content       []byte
		code, message string
	}{
		"password":                {oldWorkbook(locked, len(locked)), "file-encrypted", "密码"},
		"password of .xlsx":       {folder("EncryptedPackage"), "file-encrypted", "密码"},
		"Excel 95 by its records": {oldWorkbook(old, len(old)), "file-unreadable", "Excel 95"},
		"Excel 95 by its name":    {folder("Book"), "file-unreadable", "Excel 95"},
		"Excel 4 without folder":  {[]byte("\x09\x04\x06\x00\x00\x00\x10\x00\x00\x00"), "file-unreadable", "Excel 95"},
		"Word":                    {folder("WordDocument"), "file-unreadable", "Word"},
		"something else":          {folder("Contents"), "file-unreadable", "没有 Excel 工作簿"},
		"stream beyond the file":  {oldWorkbook(stream, 1<<30), "file-unreadable", "损坏"},
		"no end":                  {oldWorkbook(stream[:len(stream)-4], len(stream)-4), "file-unreadable", "损坏"},
		"sheet begins nowhere":    {oldWorkbook(append(bytes.Clone(beginBook), append(rec(recSheet, uint32(2), byte(0), byte(0), byte(1), byte(0), byte('A')), endOfPart...)...), 0), "file-unreadable", "损坏"},
		"head alone":              {compoundMark, "file-unreadable", "损坏"},
	} {
		book, err := Decode("名册.xls", c.content)
		refusal, ok := data.AsRefusal(err)
		if !ok || refusal.Code != c.code || !strings.Contains(refusal.Message, c.message) || refusal.Hint == "" {
			t.Errorf("%s: %v, %v; want %s with %s", name, book, err, c.code, c.message)
		}
	}
}

func TestRecordsWithoutACompoundFileAreRead(t *testing.T) {
	book, err := Decode("名册.xls", oldStream(nil, rec(recLabel, 0, 0, 0, "姓名")))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"1 姓名"}, lines(book)); diff != "" {
		t.Error(diff)
	}
}

package grid

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"gongkao/data"
)

func TestWhatIsNoSheetIsRefused(t *testing.T) {
	clean, err := os.ReadFile(filepath.Join(samples, "01-clean.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	var locked bytes.Buffer
	f := excelize.NewFile()
	if err := f.Write(&locked, excelize.Options{Password: "密码"}); err != nil {
		t.Fatal(err)
	}
	row := `<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>姓名</t></is></c></row>`
	for name, c := range map[string]struct {
		content []byte
		code    string
	}{
		"empty file":              {nil, "file-unreadable"},
		"blanks alone":            {[]byte(" \r\n\t\n"), "file-unreadable"},
		"cut in the middle":       {clean[:len(clean)/2], "file-unreadable"},
		"cut at the end":          {clean[:len(clean)-30], "file-unreadable"},
		"head of a zip alone":     {clean[:200], "file-unreadable"},
		"flipped inside":          {flipped(clean), "file-unreadable"},
		"sheet that stops":        {workbookOf(t, row, nil), "file-unreadable"},
		"cell that stops":         {workbookOf(t, `<worksheet><sheetData><row><c><v>1`, nil), "file-unreadable"},
		"no XML":                  {workbookOf(t, `姓名`, nil), "file-unreadable"},
		"workbook part missing":   {workbookOf(t, row, map[string]string{"_rels/.rels": `<Relationships/>`, "xl/workbook.xml": `<document/>`}), "file-unreadable"},
		"binary workbook":         {workbookOf(t, row, map[string]string{"xl/workbook.bin": "x"}), "file-unreadable"},
		"Word document":           {zipOf(t, map[string]string{"word/document.xml": "<document/>"}), "file-unreadable"},
		"OpenDocument":            {zipOf(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}), "file-unreadable"},
		"PDF":                     {[]byte("%PDF-1.4\n%"), "file-unreadable"},
		"archive of another kind": {[]byte("Rar!\x1a\x07\x01\x00"), "file-unreadable"},
		"password":                {locked.Bytes(), "file-encrypted"},
		"old Excel":               {append(bytes.Clone(compoundMark), make([]byte, 600)...), "file-unreadable"},
		"web page without table":  {[]byte("\xef\xbb\xbf\r\n<html><p>姓名</p></html>"), "file-unreadable"},
		"picture":                 {[]byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01"), "file-unreadable"},
		"larger than we read":     {make([]byte, maxFile+1), "file-too-large"},
		"line of a million tabs":  {bytes.Repeat([]byte("\t"), 1_000_000), "file-unreadable"},
		"line of endless commas":  {append([]byte("姓名"), bytes.Repeat([]byte(","), 1_000_000)...), "file-too-large"},
	} {
		book, err := Decode("名册.xlsx", c.content)
		refusal, ok := data.AsRefusal(err)
		if !ok || refusal.Code != c.code || refusal.Message == "" || refusal.Hint == "" {
			t.Errorf("%s: %v, %v; want %s with the next step", name, book, err, c.code)
		}
	}
}

// flipped damages the compressed content of the largest part.
func flipped(content []byte) []byte {
	content = bytes.Clone(content)
	for i := len(content) / 2; i < len(content)/2+64; i++ {
		content[i] ^= 0x55
	}
	return content
}

func TestPathThatCannotBeReadIsRefused(t *testing.T) {
	folder := t.TempDir()
	for _, path := range []string{folder, filepath.Join(folder, "没有.xlsx")} {
		if _, err := Read(path); !data.HasCode(err, "file-unreadable") {
			t.Errorf("Read(%s) = %v; want file-unreadable", path, err)
		}
	}
}

func TestContentDecidesAndNotTheEnding(t *testing.T) {
	content, err := os.ReadFile(filepath.Join(samples, "01-clean.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "名册.csv")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	book, err := Read(path)
	if err != nil || len(book.Sheets) != 1 || book.Sheets[0].Name != "花名册" || len(book.Sheets[0].Rows) != 31 {
		t.Errorf("Read = %v, %v; want the workbook", book, err)
	}
	if book.File != "名册.csv" || len(book.SHA256) != 64 {
		t.Errorf("file %q, hash %q", book.File, book.SHA256)
	}
}

// TestBombsAndEndlessSheetsStayCheap gives each a second, where an honest sheet
// of the same size on disk takes some milliseconds.
func TestBombsAndEndlessSheetsStayCheap(t *testing.T) {
	wide := `<row r="1">` + strings.Repeat(`<c s="1"/>`, 16_000) + `<c r="XFD1" t="inlineStr"><is><t>边上</t></is></c></row>`
	far := strings.Repeat(`<row><c r="IV1"><v>1</v></c></row>`, 30_000)
	for name, c := range map[string]struct {
		content []byte
		code    string
	}{
		"bomb of blanks":         {workbookOf(t, strings.Repeat(" ", 64<<20), nil), "file-too-large"},
		"bomb of shared strings": {workbookOf(t, ``, map[string]string{"xl/sharedStrings.xml": strings.Repeat("<si/>", 4<<20)}), "file-too-large"},
		"30,000 rows at IV":      {workbookOf(t, `<worksheet><sheetData>`+far+`</sheetData></worksheet>`, nil), "file-too-large"},
		"16,384 columns":         {workbookOf(t, `<worksheet><sheetData>`+wide+`</sheetData></worksheet>`, nil), ""},
		"120,001 lines":          {[]byte(strings.Repeat("张\n", 120_001)), "file-too-large"},
	} {
		begun := time.Now()
		_, err := Decode("名册.xlsx", c.content)
		if refusal, _ := data.AsRefusal(err); (err == nil) != (c.code == "") || err != nil && refusal.Code != c.code {
			t.Errorf("%s: %v; want code %q", name, err, c.code)
		}
		if took := time.Since(begun); took > 3*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}

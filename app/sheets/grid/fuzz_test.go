package grid

import (
	"os"
	"path/filepath"
	"testing"

	"gongkao/data"
)

func refusedProperly(t *testing.T, err error) {
	t.Helper()
	if r, ok := data.AsRefusal(err); !ok || r.Message == "" || r.Hint == "" {
		t.Fatalf("reading fails with %v; want a refusal", err)
	}
}

// soundBook checks what holds of every book: rows in order, within the limits,
// each with something in it, and what is hidden names what is there.
func soundBook(t *testing.T, book *Book, err error) {
	t.Helper()
	if err != nil {
		refusedProperly(t, err)
		return
	}
	cells := 0
	for _, s := range book.Sheets {
		last := 0
		numbers := map[int]bool{}
		for _, row := range s.Rows {
			if row.Number <= last || len(row.Cells) == 0 || len(row.Cells) > maxColumns {
				t.Fatalf("row %d after %d with %d cells", row.Number, last, len(row.Cells))
			}
			last, numbers[row.Number] = row.Number, true
			for _, c := range row.Cells {
				cells++
				if (c.Kind == Empty) != (c.Text == "") {
					t.Fatalf("row %d: %+v", row.Number, c)
				}
			}
		}
		for _, n := range s.HiddenRows {
			if !numbers[n] {
				t.Fatalf("row %d is hidden and not there", n)
			}
		}
	}
	if len(book.Sheets) > maxSheets || cells > maxCells {
		t.Fatalf("%d sheets, %d cells", len(book.Sheets), cells)
	}
}

// FuzzDecode feeds any bytes as a file.
func FuzzDecode(f *testing.F) {
	for _, name := range []string{"05-two-sheets.xls", "06-gb18030.csv", "06-utf8.csv", "01-clean.xlsx"} {
		content, err := os.ReadFile(filepath.Join(samples, name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
	}
	stream := oldStream(formatsOfOld, rec(recLabel, 0, 0, 0, "姓名"))
	f.Add(oldWorkbook(stream, len(stream)))
	f.Add(stream)
	f.Add([]byte("<table><tr><td>姓名"))
	f.Add([]byte(xmlBookHead + `<Worksheet><Table><Row><Cell><Data>甲</Data></Cell></Row></Table></Worksheet></Workbook>`))
	f.Add([]byte("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<table><tr><td>x\n--x--"))
	f.Add([]byte("\xff\xfe\x00"))
	f.Add([]byte("%PDF"))
	f.Fuzz(func(t *testing.T, content []byte) {
		book, err := Decode("任意", content)
		soundBook(t, book, err)
	})
}

// FuzzWorksheet feeds any XML as the worksheet of a sound .xlsx: behind the zip
// and its checksums, where FuzzDecode rarely comes.
func FuzzWorksheet(f *testing.F) {
	f.Add(`<worksheet><cols><col min="1" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><t>身份证号</t></is></c></row>`+
		`<row r="2" hidden="1"><c r="A2" t="s"><v>0</v></c><c r="B2"><f>A1</f><v>4.1E+17</v></c></row></sheetData><mergeCells><mergeCell ref="A2:A9"/></mergeCells></worksheet>`,
		`<sst><si><r><t>张</t></r><rPh><t>z</t></rPh></si></sst>`)
	f.Fuzz(func(t *testing.T, worksheet, shared string) {
		book, err := Decode("任意", workbookOf(t, worksheet, map[string]string{"xl/sharedStrings.xml": shared}))
		soundBook(t, book, err)
	})
}

// FuzzWorkstream feeds any bytes as the records of an .xls, behind the compound
// file.
func FuzzWorkstream(f *testing.F) {
	f.Add(oldStream(append(formatsOfOld, rec(recSST, uint32(1), uint32(1), "姓名")...),
		append(rec(recLabelSST, 0, 0, 0, uint32(0)), append(rec(recMerged, 1, 0, 2, 0, 0), rec(recMulRK, 1, 1, 1, uint32(6), 0, uint32(7), 2)...)...)))
	f.Add(oldSheets(nil, []string{"甲", "-乙"}, append(rec(recFormula, 0, 0, 0, []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}), rec(recString, "男")...)))
	f.Add(oldStream(append(rec(recSST, uint32(1), uint32(1), 5, byte(0), []byte("No.")), rec(recContinue, byte(1), wideText("甲乙"))...), rec(recLabelSST, 0, 0, 0, uint32(0))))
	f.Fuzz(func(t *testing.T, stream []byte) {
		book := &Book{}
		soundBook(t, book, readOldBook(book, stream))
	})
}

// FuzzWebPage feeds any bytes as a page, or as an XML workbook.
func FuzzWebPage(f *testing.F) {
	f.Add([]byte(`<table><caption>名册</caption><col span=2 style="display:none"><tr><td rowspan=3>馆<td colspan=2 x:num="1">1<table><tr><td>乙</table>丙</tr></table><p>注`))
	f.Add([]byte(xmlBookHead + `<Worksheet ss:Name="名册"><Table><Column ss:Hidden="1"/><Row ss:Index="3" ss:Span="1"><Cell ss:Index="2" ss:MergeDown="1" ss:MergeAcross="1"><Data ss:Type="Number">2001.1</Data></Cell></Row></Table></Worksheet></Workbook>`))
	f.Fuzz(func(t *testing.T, page []byte) {
		for _, read := range []func(*Book, []byte) error{readWebPage, readXMLBook} {
			book := &Book{}
			soundBook(t, book, read(book, page))
		}
	})
}

// FuzzText feeds any bytes as a CSV.
func FuzzText(f *testing.F) {
	for _, s := range []string{"姓名,备注\r\n李𬱖,\"甲,乙\"\n", "姓名\t\"没有收尾\n5\"管", "\xd5\xc5\xc8\xfd;1", "\xff\xfe\x20\x5f"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		book := &Book{}
		soundBook(t, book, readText(book, text))
	})
}

package grid

import (
	"testing"

	"gongkao/data"
)

func refusedProperly(t *testing.T, err error) {
	t.Helper()
	if r, ok := data.AsRefusal(err); !ok || r.Message == "" || r.Hint == "" {
		t.Fatalf("reading fails with %v; want a refusal", err)
	}
}

// FuzzWorksheet feeds any XML as the worksheet of a sound .xlsx: behind the zip
// and its checksums, where FuzzDecode rarely comes.
func FuzzWorksheet(f *testing.F) {
	f.Add(`<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><t>身份证号</t></is></c></row>`+
		`<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>4.1E+17</v></c></row></sheetData><mergeCells><mergeCell ref="A2:A9"/></mergeCells></worksheet>`,
		`<sst><si><r><t>张</t></r><rPh><t>z</t></rPh></si></sst>`)
	f.Fuzz(func(t *testing.T, worksheet, shared string) {
		if _, err := Decode("任意", workbookOf(t, worksheet, map[string]string{"xl/sharedStrings.xml": shared})); err != nil {
			refusedProperly(t, err)
		}
	})
}

package marked

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCellsGetTheirStylesWhereTheyBelong(t *testing.T) {
	for name, c := range map[string]struct{ sheet, want string }{
		"styled, unstyled, empty": {`<sheetData><row r="2"><c r="B2" s="1" t="s"><v>3</v></c><c r="C2"><v>4</v></c><c r="D2"/></row></sheetData>`,
			`<sheetData><row r="2"><c r="B2" s="7" t="s"><v>3</v></c><c r="C2" s="8"><v>4</v></c><c r="D2" s="9"/></row></sheetData>`},
		"before, between, behind": {`<sheetData><row r="2" spans="1:9"><c r="A2"/><c r="E2"/></row></sheetData>`,
			`<sheetData><row r="2" spans="1:9"><c r="A2"/><c r="B2" s="7"/><c r="C2" s="8"/><c r="D2" s="9"/><c r="E2"/></row></sheetData>`},
		"at the end of a row": {`<sheetData><row r="2"><c r="A2"/></row></sheetData>`, `<sheetData><row r="2"><c r="A2"/><c r="B2" s="7"/><c r="C2" s="8"/><c r="D2" s="9"/></row></sheetData>`},
		"an empty row":        {`<sheetData><row r="2" ht="20"/></sheetData>`, `<sheetData><row r="2" ht="20"><c r="B2" s="7"/><c r="C2" s="8"/><c r="D2" s="9"/></row></sheetData>`},
		"no row":              {`<sheetData><row r="1"><c/></row><row r="9"/></sheetData>`, `<sheetData><row r="1"><c/></row><row r="2"><c r="B2" s="7"/><c r="C2" s="8"/><c r="D2" s="9"/></row><row r="9"/></sheetData>`},
		"no rows":             {`<a/><sheetData/><b/>`, `<a/><sheetData><row r="2"><c r="B2" s="7"/><c r="C2" s="8"/><c r="D2" s="9"/></row></sheetData><b/>`},
		"no addresses":        {`<sheetData><row/><row><c/><c t="str"><v>x</v></c><c/><c/></row></sheetData>`, `<sheetData><row/><row><c/><c t="str" s="7"><v>x</v></c><c s="8"/><c s="9"/></row></sheetData>`},
		"a prefix":            {`<x:sheetData><x:row r="2"><x:c r="B2" s="1"/></x:row></x:sheetData>`, `<x:sheetData><x:row r="2"><x:c r="B2" s="7"/><x:c r="C2" s="8"/><x:c r="D2" s="9"/></x:row></x:sheetData>`},
		"single quotes":       {`<sheetData><row r='2'><c r='B2' s='1'/><c r='C2'/><c r='D2'/></row></sheetData>`, `<sheetData><row r='2'><c r='B2' s='7'/><c r='C2' s="8"/><c r='D2' s="9"/></row></sheetData>`},
	} {
		got := dress([]byte(c.sheet), map[int]map[int]int{2: {2: 7, 3: 8, 4: 9}})
		if diff := cmp.Diff(c.want, string(got)); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

func FuzzWorksheet(f *testing.F) {
	f.Add(`<sheetData><row r="2"><c r="B2" s="1"><v>3</v></c></row></sheetData><mergeCell ref="A1:B2"/><col min="1" max="3"/>`)
	f.Add(`<row r="-1"<c r="ZZZZ99" s=">`)
	f.Fuzz(func(t *testing.T, sheet string) {
		known := scan([]byte(sheet), map[int]bool{1: true, 2: true})
		known.styleOf(2, 2)
		dress([]byte(sheet), map[int]map[int]int{1: {1: 3}, 2: {2: 7, 40: 8}})
	})
}

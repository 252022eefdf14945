package sheets

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"gongkao/app/sheets/grid"
	"gongkao/app/units"
	"gongkao/data"
)

// Again reads rows that wait again, outside their book: as they were written, or
// with what a clerk has put instead. It remembers the units it has looked for, and
// is made for one goroutine.
type Again struct {
	know    Knowledge
	matches map[string]units.Match
}

// NewAgain returns an Again that knows what the office knows. Who is registered or
// stands in another row is not its business: it looks at one row.
func NewAgain(know Knowledge) *Again {
	know.Registered = func(data.IDNumber) bool { return false }
	return &Again{know: know, matches: map[string]units.Match{}}
}

// Person reads a row of People; numbers are the keys of the cells that held a
// number.
func (g *Again) Person(texts map[string]string, numbers []string) (data.Applicant, []Problem) {
	g.know.Seen = Seen{}
	h, row := laid(People, texts, numbers)
	d := newDesk(&grid.Book{}, grid.Sheet{Rows: []grid.Row{row}}, h, g.know, newUnits{})
	d.matches = g.matches
	r := &entry{desk: d, row: row}
	r.read()
	return r.a, r.problems
}

// Ledger says what is wrong with a row of the year's books whatever the register
// says, and takes out of it what cannot be read.
func (g *Again) Ledger(kind string, r *LedgerRow, numbers []string) []Problem {
	h, row := laid(kind, r.Texts, numbers)
	d := &ledgerDesk{header: h, know: g.know, letters: map[string]string{}}
	return d.check(row, r)
}

// laid lays texts side by side as the cells of a row under a head of their keys.
func laid(kind string, texts map[string]string, numbers []string) (header, grid.Row) {
	h := header{kind: kind, columns: map[string]int{}, years: map[int]int{}, heads: map[int]string{}}
	row := grid.Row{}
	for column, key := range slices.Sorted(maps.Keys(texts)) {
		cell := grid.TextCell(texts[key])
		if n, err := strconv.ParseFloat(texts[key], 64); err == nil && slices.Contains(numbers, key) {
			cell = grid.Cell{Text: texts[key], Number: n, Kind: grid.Number}
		}
		row.Cells = append(row.Cells, cell)
		if year, found := strings.CutPrefix(key, "appraisals."); found {
			h.years[int(whole(year))] = column
			continue
		}
		h.columns[key] = column
	}
	return h, row
}

// Keys are the fields that a row of a kind of sheet can have, besides the one of
// each year's appraisal, in the order of forms.
func Keys(kind string) (keys []string) {
	switch kind {
	case People:
		for _, f := range data.Fields {
			keys = append(keys, f.Key)
		}
		return keys
	case Units:
		return []string{"unit", "short", "former", "supervising_unit", "kind", "contact", "phone"}
	}
	keys = slices.Sorted(maps.Keys(common))
	for _, k := range ledgerKinds {
		if k.kind == kind {
			return append(keys, k.keys...)
		}
	}
	return keys
}

// unitLabels are the words for what only sheets of units have.
var unitLabels = map[string]string{"short": "简称", "former": "曾用名", "kind": "单位性质", "contact": "联系人"}

// Label names a field that a ledger or a unit has and a person has not; the key
// itself where nothing does.
func Label(key string) string {
	if label, known := unitLabels[key]; known {
		return label
	}
	for _, w := range ledgerWords {
		if w.key == key {
			return w.label
		}
	}
	return key
}

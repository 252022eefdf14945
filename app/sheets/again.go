package sheets

import (
	"maps"
	"slices"

	"gongkao/app/sheets/grid"
	"gongkao/app/units"
	"gongkao/data"
)

// Again reads rows that wait again, one after the other, outside their book: as
// they were written, or with what a clerk has put instead. It remembers the units
// it has looked for, and is made for one goroutine.
type Again struct{ know Knowledge }

// NewAgain returns an Again that knows what the office knows. Who is registered or
// stands in another row is not its business: it looks at one row.
func NewAgain(know Knowledge) *Again {
	know.Registered, know.Seen, know.matches = nil, nil, map[string]units.Match{}
	return &Again{know}
}

// Person is ReadTexts.
func (g *Again) Person(texts map[string]string, numbers []string) (data.Applicant, []Problem) {
	return ReadTexts(texts, numbers, g.know)
}

// Ledger says what is wrong with a row of the year's books whatever the register
// says, and takes out of it what cannot be read. numbers are the keys of the cells
// that held a number.
func (g *Again) Ledger(kind string, r *LedgerRow, numbers []string) []Problem {
	h, row := header{kind: kind, columns: map[string]int{}}, grid.Row{}
	for column, key := range slices.Sorted(maps.Keys(r.Texts)) {
		h.columns[key] = column
		row.Cells = append(row.Cells, writtenCell(r.Texts[key], slices.Contains(numbers, key)))
	}
	d := &ledgerDesk{table: table{header: h}, know: g.know}
	return d.check(row, r)
}

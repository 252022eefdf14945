package sheets

import (
	"maps"
	"slices"
	"strconv"

	"gongkao/app/sheets/grid"
	"gongkao/app/units"
	"gongkao/data"
)

// ReadTexts reads one row of People again, outside any book: what was written, or
// what a clerk has put in its place, by field key (years as appraisals.2025).
// numbers are the keys of the cells that held a number; what a clerk has typed is
// text: 2001.1 is January then. Of Seen it asks whether the person stands
// elsewhere, and notes nothing there. Problems have no row and no cell: the caller
// knows them. A unit that CreateUnits takes as a new one has no id yet.
func ReadTexts(texts map[string]string, numbers []string, know Knowledge) (data.Applicant, []Problem) {
	h := header{kind: People, columns: map[string]int{}, years: map[int]int{}, heads: map[int]string{}}
	row := grid.Row{}
	for column, key := range slices.Sorted(maps.Keys(texts)) {
		if year := yearOfKey(key); year != 0 {
			h.years[year] = column
		} else {
			h.columns[key] = column
		}
		row.Cells = append(row.Cells, writtenCell(texts[key], slices.Contains(numbers, key)))
	}
	d := &desk{table: table{header: h}, book: &grid.Book{}, know: know.complete(), matches: know.matches, new: newUnits{}}
	if d.matches == nil {
		d.matches = map[string]units.Match{}
	}
	r := &entry{row: row, outside: true, desk: d}
	r.read()
	for i := range r.problems {
		r.problems[i].Row, r.problems[i].Cell = 0, ""
	}
	return r.a, r.problems
}

// writtenCell makes a cell of a text that stood in one.
func writtenCell(text string, number bool) grid.Cell {
	if n, err := strconv.ParseFloat(text, 64); number && err == nil {
		return grid.Cell{Text: text, Number: n, Kind: grid.Number}
	}
	return grid.TextCell(text)
}

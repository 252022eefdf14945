package sheets

import (
	"slices"
	"strconv"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

// waiting keeps the whole row as it was written.
func (r *entry) waiting() WaitingRow {
	w := WaitingRow{Row: r.row.Number, Texts: map[string]string{}, Cells: map[string]string{}, Problems: r.problems}
	take := func(key string, column int, cell grid.Cell) {
		w.Cells[key] = address(column, r.row.Number)
		if cell.Kind != grid.Empty {
			w.Texts[key] = cell.Text
		}
		if cell.Kind == grid.Number {
			w.Numbers = append(w.Numbers, key)
		}
	}
	for key, column := range r.header.columns {
		take(key, column, r.part(r.row, key))
	}
	if text, ok := r.yearsNamed(); ok {
		w.Texts["appraisals"] = text
	}
	for year, column := range r.header.years {
		take(yearKey(year), column, r.row.At(column))
	}
	slices.Sort(w.Numbers)
	if w.Texts["unit"] == "" && r.namedUnit() != "" {
		w.Texts["unit"] = r.namedUnit()
	}
	if len(r.header.unknown) > 0 {
		w.Other = map[string]string{}
	}
	for _, column := range r.header.unknown {
		if cell := r.row.At(column); cell.Kind != grid.Empty {
			w.Other[r.header.otherName(column)] = cell.Text
		}
	}
	return w
}

// otherName names a column that nobody claims by its head; of several that have
// the same head, by its letters as well.
func (h header) otherName(column int) string {
	name := data.Squeeze(h.heads[column])
	for _, other := range h.unknown {
		if other < column && data.Squeeze(h.heads[other]) == name {
			return name + "(" + grid.ColumnName(column) + ")"
		}
	}
	return name
}

// address names a cell: E42.
func address(column, row int) string { return grid.ColumnName(column) + strconv.Itoa(row) }

// Registered reports whether the row waits because the person has an
// application already: nothing is to be mended, and nothing enters twice.
func (w WaitingRow) Registered() bool {
	return slices.ContainsFunc(w.Problems, func(p Problem) bool { return p.Code == "id-duplicate-register" })
}

package sheets

import (
	"slices"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

// waiting keeps the whole row as it was written.
func (r *entry) waiting() WaitingRow {
	w := WaitingRow{Row: r.row.Number, Texts: map[string]string{}, Problems: r.problems}
	for key, column := range r.header.columns {
		r.keep(w.Texts, key, column)
	}
	for year, column := range r.header.years {
		r.keep(w.Texts, yearKey(year), column)
	}
	if w.Texts["unit"] == "" && r.namedUnit() != "" {
		w.Texts["unit"] = r.namedUnit()
	}
	if len(r.header.unknown) > 0 {
		w.Other = map[string]string{}
	}
	for _, column := range r.header.unknown {
		r.keep(w.Other, data.Squeeze(r.header.heads[column]), column)
	}
	return w
}

func (r *entry) keep(into map[string]string, key string, column int) {
	if cell := r.row.At(column); cell.Kind != grid.Empty {
		into[key] = cell.Text
	}
}

// Registered reports whether the row waits because the person has an
// application already: nothing is to be mended, and nothing enters twice.
func (w WaitingRow) Registered() bool {
	return slices.ContainsFunc(w.Problems, func(p Problem) bool { return p.Code == "id-duplicate-register" })
}

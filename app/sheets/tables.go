package sheets

import (
	"fmt"
	"maps"

	"gongkao/app/sheets/grid"
)

// table is one table of a sheet.
type table struct {
	sheet  grid.Sheet   // with the rows that are its own: from its head, of the first from the top, to the next head
	header header       // its place is that in sheet
	above  []grid.Row   // the rows over its head, back to the rows of the table before
	again  map[int]bool // numbers of the rows on which its head stands once more
}

// tablesOf finds the tables of a sheet, one below the other. A head of which
// nobody stands below before the next is none: some lines above a roster look like
// one.
func tablesOf(sheet grid.Sheet, know Knowledge) []table {
	heads := headersOf(sheet)
	for i := len(heads) - 1; i >= 0 && len(heads) > 1; i-- {
		end := len(sheet.Rows)
		if i+1 < len(heads) {
			end = heads[i+1].top
		}
		if !occupied(sheet.Rows[heads[i].at+1:end], heads[i], know) {
			heads = append(heads[:i:i], heads[i+1:]...)
		}
	}
	var all []table
	for i, h := range heads {
		for h.top > 0 && (i == 0 || h.top > heads[i-1].at+1) && h.above(sheet.Rows[h.top-1]) {
			h.top--
		}
		if n := len(all); n > 0 && all[n-1].header.same(h) {
			for _, row := range sheet.Rows[h.top : h.at+1] {
				all[n-1].again[row.Number] = true
			}
			continue
		}
		all = append(all, table{header: h, again: map[int]bool{}})
	}
	for i := range all {
		all[i].cut(sheet, i, all)
	}
	return all
}

// cut gives a table its rows.
func (t *table) cut(sheet grid.Sheet, i int, all []table) {
	from, end := 0, len(sheet.Rows)
	if i > 0 {
		from = t.header.top
	}
	if i+1 < len(all) {
		end = all[i+1].header.top
	}
	t.sheet, t.above = sheet, sheet.Rows[:t.header.top]
	t.sheet.Rows = sheet.Rows[from:end]
	t.header.top, t.header.at = t.header.top-from, t.header.at-from
	if len(all) > 1 {
		t.header.notes = append(t.header.notes, fmt.Sprintf("这张工作表里有 %d 张表，这是第 %d 张", len(all), i+1))
	}
}

// headersOf finds all heads of a sheet, in order: the strongest of the first rows,
// and every row that names people.
func headersOf(sheet grid.Sheet) (all []header) {
	first, found := findHeader(sheet)
	if !found {
		return nil // a header that stands too far down is none
	}
	from := 0
	for i := 0; i < len(sheet.Rows); i++ {
		h, ok := first, i == first.top
		if !ok && mayBeHeader(sheet.Rows[i]) {
			h, ok = bestHeader(sheet.Rows, max(from, i-highestHead+1), headsEnd(sheet.Rows, i))
		}
		if ok {
			all = append(all, h)
			from = h.at + 1
			i = h.at
		}
	}
	return all
}

// headsEnd is the row before which a head must have ended that has begun in a row
// at the latest: nobody stands among the rows of a head.
func headsEnd(rows []grid.Row, at int) int {
	end := at
	for end < len(rows) && end < at+highestHead && !speaksOfSomebody(rows[end]) {
		end++
	}
	return end
}

// same reports whether another head says the same of the same columns.
func (h header) same(other header) bool {
	return h.kind == other.kind && maps.Equal(h.columns, other.columns) && maps.Equal(h.years, other.years)
}

// occupied reports whether a row that is somebody, or something, stands under a
// head.
func occupied(rows []grid.Row, h header, know Knowledge) bool {
	people, ledger := &desk{table: table{header: h}, know: know}, &ledgerDesk{table: table{header: h}, know: know}
	for _, row := range rows {
		switch {
		case h.kind == Units:
			return true
		case h.kind == People && people.nobody(row) == "", h.kind != People && ledger.nobody(row) == "":
			return true
		}
	}
	return false
}

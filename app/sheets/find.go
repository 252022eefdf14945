package sheets

import (
	"strings"

	"gongkao/app/sheets/grid"
)

// headerWithin is the row by which the header of the first table must have ended.
const headerWithin = 15

// highestHead is how many rows a head has at most.
const highestHead = 3

// findHeader looks for the header that explains most among the first rows.
func findHeader(sheet grid.Sheet) (best header, found bool) {
	n := 0
	for n < len(sheet.Rows) && sheet.Rows[n].Number <= headerWithin {
		n++
	}
	return bestHeader(sheet.Rows, 0, n)
}

// above reports whether a row says of two columns and more what the head says of
// them: cells that are merged over further rows than the head needed.
func (h header) above(row grid.Row) bool {
	same := 0
	for column, cell := range row.Cells {
		if cell.Kind != grid.Empty && h.heads[column] != "" && squeeze(cell.Text) == squeeze(h.heads[column]) {
			same++
		}
	}
	return same > 1
}

// bestHeader tries each row from one to before another as a header, alone and as
// the lowest of two and three rows, and takes the one that explains most; of
// equals, the one of fewer rows. found is false when none names people, units or
// what the year's books hold.
func bestHeader(rows []grid.Row, from, before int) (best header, found bool) {
	for i := from; i < before; i++ {
		for height := 1; height <= highestHead && i-height+1 >= from; height++ {
			top := i - height + 1
			if speaksOfSomebody(rows[top]) {
				break
			}
			for _, h := range headers(overOf(rows[top:i], len(rows[i].Cells)), rows[i], height) {
				if h.top, h.at = top, i; h.names() && h.strength() > best.strength() {
					best, found = h, true
				}
			}
		}
	}
	return best, found
}

// headers are what a row can be the header of: of a ledger when that is what it
// says, else of a roster; alone, of units as well.
func headers(above over, row grid.Row, height int) (all []header) {
	if h, ok := ledgerHeader(above, row); ok {
		all = append(all, h)
	} else {
		all = append(all, peopleHeader(above, row))
	}
	if height == 1 {
		all = append(all, unitHeader(row))
	}
	return all
}

// speaksOfSomebody reports whether a row has an ID number in it: it is somebody's
// and no header's.
func speaksOfSomebody(row grid.Row) bool {
	for _, cell := range row.Cells {
		if cell.Kind != grid.Empty && len(cell.Text) >= 14 && len(cell.Text) < 40 && idShaped(cell.Text) {
			return true
		}
	}
	return false
}

// mayBeHeader reports whether a row names people: a further table begins with
// such a row. It is asked of every row of a sheet, and looks at few cells closely.
func mayBeHeader(row grid.Row) bool {
	for _, cell := range row.Cells {
		if cell.Kind != grid.Text || len(cell.Text) > 60 || !strings.ContainsAny(cell.Text, "名证人") {
			continue
		}
		for _, heads := range []map[string]claim{peopleHeads, ledgerHeads} {
			if c, ok := claimOf(heads, cell.Text); ok && (c.key == "name" || c.key == "id_number") {
				return true
			}
		}
	}
	return false
}

package sheets

import (
	"slices"
	"strings"

	"gongkao/app/sheets/grid"
)

// TableHead is where the heads for a table stand on somebody's sheet, and which of
// its columns each asks for.
type TableHead struct {
	Row     int            // the last row of the head, from 1
	Columns map[int]string // column (from 0) → key of the table's column
	Heads   map[int]string // every head, as it is written
	Twice   []Problem      // heads that could mean the same column
}

// FindHead finds the heads for a table within the first rows of a sheet, alone or
// as the lower of two rows, by the words by which sheets are read; the row that
// explains most wins. found is false when none asks for two of its columns, of a
// roster the name or the ID number among them.
func FindHead(sheet grid.Sheet, t *Table) (best TableHead, found bool) {
	for i, row := range sheet.Rows {
		if row.Number > headerWithin {
			break
		}
		if h := headFor(sheet, i, t); h.serves(t) && len(h.Columns) > len(best.Columns) {
			best, found = h, true
		}
	}
	return best, found
}

// HeadAt reads a row of a sheet as the head for a table, whatever it asks for; a
// row that is empty has no heads.
func HeadAt(sheet grid.Sheet, t *Table, row int) TableHead {
	i := slices.IndexFunc(sheet.Rows, func(r grid.Row) bool { return r.Number == row })
	if i < 0 {
		return TableHead{Row: row, Columns: map[int]string{}, Heads: map[int]string{}}
	}
	return headFor(sheet, i, t)
}

// headFor reads a row as the head for a table: alone, or under the rows right above
// it where that explains more.
func headFor(sheet grid.Sheet, at int, t *Table) (best TableHead) {
	read := headOfTable
	if t.Kind == People {
		read = headOfRoster
	}
	row := sheet.Rows[at]
	for above := 0; above <= min(at, mostAbove) && sheet.Rows[at-above].Number == row.Number-above; above++ {
		h := read(overOf(sheet.Rows[at-above:at], len(row.Cells)), row, t)
		if above == 0 || len(h.Columns) > len(best.Columns) {
			best = h
		}
	}
	best.Row = row.Number
	return best
}

// mostAbove is how many rows of a head may stand over its lowest.
const mostAbove = highestHead - 1

// serves reports whether the head is one for the table.
func (h TableHead) serves(t *Table) bool {
	asked := map[string]bool{}
	for _, key := range h.Columns {
		asked[key] = key != SerialColumn.Key
	}
	n := 0
	for _, yes := range asked {
		if yes {
			n++
		}
	}
	return n >= 2 && (t.Kind != People || asked["name"] || asked["id_number"])
}

// headOfRoster reads a row as the head of a roster is read when it comes in.
func headOfRoster(above over, row grid.Row, _ *Table) TableHead {
	in := peopleHeader(above, row)
	h := TableHead{Columns: map[int]string{}, Heads: in.heads, Twice: in.twice}
	for key, column := range in.columns {
		h.Columns[column] = key
	}
	for year, column := range in.years {
		h.Columns[column] = yearKey(year)
	}
	h.serial()
	return h
}

// headOfTable reads a row as the head of any other table: each column goes to the
// head that names it best, and of equals to none.
func headOfTable(above over, row grid.Row, t *Table) TableHead {
	var all []words
	for _, c := range t.Columns {
		all = append(all, words{c.Key, c.Head, c.Words})
	}
	known := headsOf(all)
	h := TableHead{Columns: map[int]string{}, Heads: map[int]string{}}
	claims := map[string][]ranked{}
	above.eachHead(row, func(column int, group, head string) {
		h.Heads[column] = head
		c, ok := claimOf(known, group+head)
		if !ok {
			c, ok = claimOf(known, head)
		}
		if ok {
			claims[c.key] = append(claims[c.key], ranked{column, c.rank})
		}
	})
	for key, all := range claims {
		slices.SortStableFunc(all, func(a, b ranked) int { return a.rank - b.rank })
		if len(all) > 1 && all[0].rank == all[1].rank {
			h.Twice = append(h.Twice, twiceHead(key, h.Heads[all[0].column], all[1].column))
			continue
		}
		h.Columns[all[0].column] = key
	}
	slices.SortFunc(h.Twice, func(a, b Problem) int { return strings.Compare(a.Field, b.Field) })
	h.serial()
	return h
}

// serial gives the running number its column.
func (h *TableHead) serial() {
	for column, head := range h.Heads {
		if _, taken := h.Columns[column]; !taken && serialHeads[squeeze(head)] {
			h.Columns[column] = SerialColumn.Key
		}
	}
}

// IsNobody reports whether a row under the heads is none of the table's: a sum, a
// note, a signature.
func IsNobody(row grid.Row) bool {
	first := firstText(row)
	return lineOf(first) != "" || loneText(row) && isSentence(first)
}

// IsSum reports whether a row under the heads is one of sums.
func IsSum(row grid.Row) bool { return lineOf(firstText(row)) == sumRow }

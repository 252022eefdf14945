package sheets

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"gongkao/app/sheets/grid"
)

// headerWithin is the row by which the header must have ended.
const headerWithin = 15

// header is the head of a table: which column holds which field.
type header struct {
	kind    string
	layout  string         // id of the head as it was met
	top     int            // index in Sheet.Rows of its first row
	at      int            // and of its last one
	columns map[string]int // field key → column from 0
	years   map[int]int    // 年度考核: year → column
	heads   map[int]string // all heads by column, for messages
	groups  map[int]string // the heads above them, where there are such
	alone   []int          // columns that hold nothing to be taken in: 序号, and what a clerk has put aside
	unknown []int          // columns nobody claims
	more    int            // of them, columns of fields that this kind of sheet does not take in
	twice   []Problem      // heads that could mean the same field
	notes   []string       // what else is to be said of the columns
}

// strength counts what a header explains; the strongest candidate wins.
func (h header) strength() int { return len(h.columns) + len(h.years) + h.more }

// findHeader tries each of the first rows as a header, alone and as the lower
// of two rows, and takes the one that explains most. found is false when none
// names people, units or what the year's books hold.
func findHeader(sheet grid.Sheet) (best header, found bool) {
	for i, row := range sheet.Rows {
		if row.Number > headerWithin {
			break
		}
		candidates := append(headers(grid.Row{}, row), unitHeader(row))
		single := len(candidates)
		if i > 0 {
			candidates = append(candidates, headers(sheet.Rows[i-1], row)...)
		}
		for k, h := range candidates {
			h.top, h.at = i, i
			if k >= single {
				h.top--
			}
			if h.names() && h.strength() > best.strength() {
				best, found = h, true
			}
		}
	}
	return best, found
}

// headers are what a row can be the header of, besides one of units: of a ledger
// when that is what it says, else of a roster.
func headers(above, row grid.Row) []header {
	if h, ok := ledgerHeader(above, row); ok {
		return []header{h}
	}
	return []header{peopleHeader(above, row)}
}

// names reports whether the header is one: a person's name or ID number and
// something else; a unit's name and something only a unit has. A ledger's has
// been asked already.
func (h header) names() bool {
	switch h.kind {
	case Units:
		return h.has("unit") && (h.has("short") || h.has("former") || h.has("supervising_unit") || h.has("kind") || h.has("into"))
	case Payments, Scores, Textbooks:
		return true
	}
	return (h.has("name") || h.has("id_number")) && len(h.columns) >= 2
}

func (h header) has(key string) bool {
	_, ok := h.columns[key]
	return ok
}

// only reports whether the header has one of the keys and no more.
func (h header) only(keys []string) bool {
	n := 0
	for _, key := range keys {
		if h.has(key) {
			n++
		}
	}
	return n == 1
}

// unitHeader reads a row as the head of a unit sheet. A head that speaks of
// persons' ID numbers is a roster's.
func unitHeader(row grid.Row) header {
	h := header{kind: Units, columns: map[string]int{}, heads: map[int]string{}}
	for column, cell := range row.Cells {
		if cell.Kind == grid.Empty {
			continue
		}
		h.heads[column] = cell.Text
		if c, ok := claimOf(peopleHeads, cell.Text); ok && (c.key == "id_number" || c.key == "name") {
			return header{kind: Units}
		}
		c, ok := claimOf(unitHeads, cell.Text)
		switch {
		case ok && !h.has(c.key):
			h.columns[c.key] = column
		case serialHeads[squeeze(cell.Text)]:
			h.alone = append(h.alone, column)
		default:
			h.unknown = append(h.unknown, column)
		}
	}
	return h
}

// peopleHeader reads a row as the head of a roster; above is the row of group
// heads over it, or empty.
func peopleHeader(above, row grid.Row) header {
	h := header{kind: People, columns: map[string]int{}, years: map[int]int{}, heads: map[int]string{}, groups: map[int]string{}}
	rivals := map[string][]rival{}
	eachHead(above, row, func(column int, group, head string) {
		h.heads[column], h.groups[column] = head, group
		h.claim(column, group, head, rivals)
	})
	h.settle(rivals)
	h.order()
	return h
}

// order lists what nobody claims, and what is claimed twice, always alike.
func (h *header) order() {
	sort.Ints(h.unknown)
	sort.Slice(h.twice, func(i, j int) bool { return h.twice[i].Field < h.twice[j].Field })
}

// eachHead calls f with every head of a row and the group that stands over it in
// the row above; where a column has no head, the one above is it.
func eachHead(above, row grid.Row, f func(column int, group, head string)) {
	groups := spread(above, len(row.Cells))
	for column := range max(len(row.Cells), len(above.Cells)) {
		head, group := row.At(column).Text, ""
		if column < len(groups) {
			group = groups[column]
		}
		if head == "" {
			head, group = above.At(column).Text, ""
		}
		if head != "" {
			f(column, group, head)
		}
	}
}

// longestGroup bounds a group head; what is longer, or has a colon, is a title
// or the line with the unit's name.
const longestGroup = 12

// spread gives every column the group head that stands over it: its own or the
// nearest to the left.
func spread(above grid.Row, width int) []string {
	all := make([]string, width)
	current := ""
	for column := range all {
		if text := squeeze(above.At(column).Text); text != "" {
			current = text
			if strings.Contains(text, ":") || utf8.RuneCountInString(text) > longestGroup {
				current = ""
			}
		}
		all[column] = current
	}
	return all
}

// rival is a column that claims a field.
type rival struct {
	column  int
	strong  bool // by the field's label, or by its group
	present bool // the bare 等级 or 工种, which may also mean the present ones
}

// bare heads mean what is applied for, or what is held now when another column
// already says what is applied for.
var bare = map[string]string{"等级": "current_level", "工种": "current_trade"}

// claim notes what a head may mean: a year of appraisal, a field, or nothing.
func (h *header) claim(column int, group, head string, rivals map[string][]rival) {
	if year := appraisalYear(group, head); year != 0 {
		if _, taken := h.years[year]; !taken {
			h.years[year] = column
		}
		return
	}
	c, byGroup, ok := claimUnder(group, head)
	switch {
	case ok:
		rivals[c.key] = append(rivals[c.key], rival{column, c.label || byGroup, bare[squeeze(head)] != "" && !byGroup})
	case serialHeads[squeeze(head)]:
		h.alone = append(h.alone, column)
	default:
		h.unknown = append(h.unknown, column)
	}
}

// settle gives each field to its strongest column, the leftmost of equals. A
// bare 工种 that loses against 申报工种 is the present one. Two bare ones are
// nobody's: which is which would be a guess.
func (h *header) settle(rivals map[string][]rival) {
	for key, all := range rivals {
		sort.SliceStable(all, func(i, j int) bool { return all[i].strong && !all[j].strong })
		first := all[0]
		if len(all) > 1 && first.present && all[1].present {
			h.undecided(key, all)
			continue
		}
		h.columns[key] = first.column
	}
	for key, all := range rivals {
		for _, r := range all {
			if column, decided := h.columns[key]; !decided || column == r.column {
				continue // undecided heads are unknown already, winners are placed
			}
			present := bare[squeeze(h.heads[r.column])]
			if r.present && !h.has(present) && len(rivals[present]) == 0 {
				h.columns[present] = r.column
				continue
			}
			h.unknown = append(h.unknown, r.column)
		}
	}
}

// undecided leaves a field without a column and says so.
func (h *header) undecided(key string, all []rival) {
	head := h.heads[all[0].column]
	p := note("header-twice", fmt.Sprintf("表头里有两个“%s”，分不清哪一列是现有的、哪一列是申报的", head), fmt.Sprintf("请把表头改成“现%s”和“申报%s”再导入", head, head))
	p.Field, p.Value, p.Cell = key, head, grid.ColumnName(all[1].column)
	h.twice = append(h.twice, p)
	for _, r := range all {
		h.unknown = append(h.unknown, r.column)
	}
}

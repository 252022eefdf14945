package sheets

import (
	"fmt"
	"slices"
	"strings"

	"gongkao/app/sheets/grid"
)

// header is the head of a table: which column holds which field.
type header struct {
	kind    string
	layout  string            // id of the head as it was met
	top     int               // index in Sheet.Rows of its first row
	at      int               // and of its last one
	columns map[string]int    // field key → column from 0
	years   map[int]int       // 年度考核: year → column
	heads   map[int]string    // all heads by column, for messages
	groups  map[int]string    // the heads above them, where there are such
	pairs   map[int][2]string // columns in which two fields stand together
	alone   []int             // columns that hold nothing to be taken in: 序号, and what a clerk has put aside
	unknown []int             // columns nobody claims
	more    int               // of them, columns of fields that this kind of sheet does not take in
	twice   []Problem         // heads that could mean the same field
	notes   []string          // what else is to be said of the columns
}

// strength counts what a header explains; the strongest candidate wins.
func (h header) strength() int { return len(h.columns) + len(h.years) + h.more }

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

// peopleHeader reads a row as the head of a roster, under the heads above it.
func peopleHeader(above over, row grid.Row) header {
	h := header{kind: People, columns: map[string]int{}, years: map[int]int{}, heads: map[int]string{}, groups: map[int]string{}, pairs: map[int][2]string{}}
	rivals := map[string][]rival{}
	above.eachHead(row, func(column int, group, head string) {
		h.heads[column], h.groups[column] = head, group
		h.claim(column, group, head, rivals)
	})
	h.settle(rivals)
	h.order()
	return h
}

// order lists what nobody claims, and what is claimed twice, always alike.
func (h *header) order() {
	slices.Sort(h.unknown)
	slices.SortFunc(h.twice, func(a, b Problem) int { return strings.Compare(a.Field, b.Field) })
}

// rival is a column that claims a field.
type rival struct {
	column  int
	strong  bool // by the field's label, or by its group
	present bool // a bare 等级 or 工种, which may also mean the present ones
	shared  bool // the column holds another field as well
}

// weakness orders rivals: the label, any other word, a bare one, one that says two
// things at once.
func (r rival) weakness() int {
	switch {
	case r.shared:
		return 3
	case r.strong:
		return 0
	case !r.present:
		return 1
	}
	return 2
}

// bare heads mean what is applied for, or what is held now when another column
// already says what is applied for.
var bare = map[string]string{"等级": "current_level", "工种": "current_trade", "工种名称": "current_trade", "职业(工种)": "current_trade", "职业工种": "current_trade"}

// claim notes what a head may mean: a year of appraisal, a field, or nothing.
func (h *header) claim(column int, group, head string, rivals map[string][]rival) {
	if year := appraisalYear(group, head); year != 0 {
		if _, taken := h.years[year]; taken {
			h.unknown = append(h.unknown, column)
			return
		}
		h.years[year] = column
		return
	}
	c, byGroup, ok := claimUnder(group, head)
	switch {
	case ok:
		rivals[c.key] = append(rivals[c.key], rival{column: column, strong: c.label || byGroup, present: bare[squeeze(head)] != "" && !byGroup})
	case serialHeads[squeeze(head)]:
		h.alone = append(h.alone, column)
	default:
		h.claimPair(column, group, head, rivals)
	}
}

// claimPair notes a head that says two things at once, or nothing.
func (h *header) claimPair(column int, group, head string, rivals map[string][]rival) {
	keys, ok := pairUnder(group, head)
	if !ok {
		h.unknown = append(h.unknown, column)
		return
	}
	h.pairs[column] = keys
	for _, key := range keys {
		rivals[key] = append(rivals[key], rival{column: column, shared: true})
	}
}

// settle gives each field to its strongest column, the leftmost of equals. A
// bare 工种 that loses against 申报工种 is the present one. Two bare ones are
// nobody's: which is which would be a guess.
func (h *header) settle(rivals map[string][]rival) {
	for key, all := range rivals {
		slices.SortStableFunc(all, func(a, b rival) int { return a.weakness() - b.weakness() })
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
			if r.shared {
				h.lose(r.column)
				continue
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

// lose takes a column that says two things for one of no field when both have a
// column of their own.
func (h *header) lose(column int) {
	for _, key := range h.pairs[column] {
		if h.columns[key] == column && h.has(key) {
			return
		}
	}
	if !slices.Contains(h.unknown, column) {
		h.unknown = append(h.unknown, column)
	}
}

// undecided leaves a field without a column and says so.
func (h *header) undecided(key string, all []rival) {
	head, other := h.heads[all[0].column], h.heads[all[1].column]
	message := fmt.Sprintf("表头里有两个“%s”，分不清哪一列是现有的、哪一列是申报的", head)
	if squeeze(head) != squeeze(other) {
		message = fmt.Sprintf("表头里的“%s”和“%s”，分不清哪一列是现有的、哪一列是申报的", head, other)
	}
	p := note("header-twice", message, fmt.Sprintf("请把表头改成“现%s”和“申报%s”再导入", head, head))
	p.Field, p.Value, p.Cell = key, head, grid.ColumnName(all[1].column)
	h.twice = append(h.twice, p)
	for _, r := range all {
		h.unknown = append(h.unknown, r.column)
	}
}

package sheets

import "gongkao/data"

// Heading is what stands above a table. Empty lines are left out; the heads then
// move up.
type Heading struct {
	Title string // 2026年…申报人员花名册
	Line  string // one line under the title: office, unit, date
}

// The kinds of tables that are given out, besides People and Textbooks.
const (
	Summary = "summary"
	Tray    = "tray"
)

// Table is a table that the office gives out, before it has a look: its own
// (Export) or that of the office's template (package template).
type Table struct {
	Kind    string // People, Summary, Textbooks or Tray
	Name    string // of the sheet
	Heading Heading
	Columns []Column
	Rows    [][]any // texts, ints and data.Fen, a cell a column
	Total   []any   // the line of sums; nil: there is none
	Foot    string  // a line under everything; "": there is none
}

// Column is a column of such a table.
type Column struct {
	Key   string // as a template's columns are named by: id_number, due
	Head  string
	Width int      // in hanzi
	Words []string // other heads under which templates want it; a roster's are the fields'
	Aside bool     // only for templates that ask for it: our own look leaves it out
}

// ColumnByKey returns the place of a column, -1 when there is none of that key.
func (t *Table) ColumnByKey(key string) int {
	for i, c := range t.Columns {
		if c.Key == key {
			return i
		}
	}
	return -1
}

// shown are the places of the columns of our own look.
func (t *Table) shown() (all []int) {
	for i, c := range t.Columns {
		if !c.Aside {
			all = append(all, i)
		}
	}
	return all
}

// SerialColumn numbers the rows of a table.
var SerialColumn = Column{Key: "serial", Head: "序号", Width: 3}

// yuan is an amount as a spreadsheet holds it: the cell's format shows the two
// decimals, nothing of ours is reckoned with it, and it is exact to the fen below
// 90 万亿.
func yuan(f data.Fen) float64 { return float64(f) / 100 }

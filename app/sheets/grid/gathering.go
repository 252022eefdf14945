package grid

import (
	"cmp"
	"slices"
)

// gathering is a sheet while its cells come in, whatever the format and in
// whatever order: programs that write .xls column by column exist.
type gathering struct {
	name    string
	kept    *int // cells kept so far, all sheets of the book
	rows    []Row
	at      int         // the row of the last cell, in rows
	index   map[int]int // where a row stands in rows, by its number
	merged  []area
	hidden  hidden
	omitted int // formulas without a value
}

// hidden are the rows and columns that a sheet hides, whether or not they hold
// anything.
type hidden struct {
	rows    map[int]bool
	columns [maxColumns]bool
}

func newGathering(name string, kept *int) *gathering {
	return &gathering{name: name, kept: kept, index: map[int]int{}, hidden: hidden{rows: map[int]bool{}}}
}

// put sets a cell; rows count from 1, columns from 0. Empty cells cost nothing,
// so that thousands of formatted rows do not.
func (g *gathering) put(row, column int, c Cell) error {
	if c.Kind == Empty || row < 1 || column < 0 || column >= maxColumns {
		return nil
	}
	if g.at >= len(g.rows) || g.rows[g.at].Number != row {
		if err := g.turn(row); err != nil {
			return err
		}
	}
	return g.set(g.at, column, c)
}

// turn makes a row the one that cells go into.
func (g *gathering) turn(row int) error {
	if i, ok := g.index[row]; ok {
		g.at = i
		return nil
	}
	if len(g.rows) == maxRows {
		return tooLarge()
	}
	width := 16
	if n := len(g.rows); n > 0 {
		last := &g.rows[n-1]
		if width = len(last.Cells); cap(last.Cells) > 2*width {
			last.Cells = slices.Clone(last.Cells)
		}
	}
	g.at, g.index[row] = len(g.rows), len(g.rows)
	g.rows = append(g.rows, Row{Number: row, Cells: make([]Cell, 0, width)})
	return nil
}

// set sets a cell of a row that is there.
func (g *gathering) set(i, column int, c Cell) error {
	row := &g.rows[i]
	if missing := column + 1 - len(row.Cells); missing > 0 {
		if *g.kept += missing; *g.kept > maxCells {
			return tooLarge()
		}
		row.Cells = slices.Grow(row.Cells, missing)[:column+1]
	}
	row.Cells[column] = c
	return nil
}

// hideRow notes that a row is hidden.
func (g *gathering) hideRow(row int) {
	if len(g.hidden.rows) < maxRows {
		g.hidden.rows[row] = true
	}
}

// hideColumns notes that the columns from first to last are hidden.
func (g *gathering) hideColumns(first, last int) {
	for c := max(first, 0); c <= min(last, maxColumns-1); c++ {
		g.hidden.columns[c] = true
	}
}

// sheet ends the gathering: rows in order, merged cells filled, and those
// hidden rows and columns named that hold something.
func (g *gathering) sheet() (Sheet, error) {
	slices.SortFunc(g.rows, func(a, b Row) int { return cmp.Compare(a.Number, b.Number) })
	clear(g.index)
	if err := g.fill(); err != nil {
		return Sheet{}, err
	}
	s := Sheet{Name: g.name, Rows: g.rows, Uncalculated: g.omitted}
	var used [maxColumns]bool
	for _, row := range g.rows {
		if g.hidden.rows[row.Number] {
			s.HiddenRows = append(s.HiddenRows, row.Number)
		}
		for i, c := range row.Cells {
			used[i] = used[i] || c.Kind != Empty
		}
	}
	for i, hides := range g.hidden.columns {
		if hides && used[i] {
			s.HiddenColumns = append(s.HiddenColumns, i)
		}
	}
	return s, nil
}

package template

import (
	"maps"
	"slices"

	"github.com/xuri/excelize/v2"

	"gongkao/app/sheets"
	"gongkao/app/sheets/grid"
)

// room is where the rows go.
type room struct {
	first int // row of the first, from 1
	ready int // rows that the template has ready from there, maybe 0
	width int // columns that count, from A
}

// area is a rectangle of cells, from 1, its borders included.
type area struct{ left, top, right, bottom int }

func (a area) wide() int { return a.right - a.left + 1 }

// mergesOf are the merged areas of a sheet.
func (f *filling) readMerges() error {
	merged, err := f.file.GetMergeCells(f.sheet, true)
	for _, m := range merged {
		left, top, err := excelize.CellNameToCoordinates(m.GetStartAxis())
		if err != nil {
			return err
		}
		right, bottom, err := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err != nil {
			return err
		}
		f.merges = append(f.merges, area{left, top, right, bottom})
	}
	return err
}

// headEnd is the last row of the head: heads merged downwards reach as far as they
// reach, and a row that numbers the columns (1 2 3 …) belongs to it.
func (f *filling) headEnd() int {
	end := f.head.Row
	for _, m := range f.merges {
		if _, asked := f.head.Columns[m.left-1]; asked && m.top <= f.head.Row && m.bottom > end {
			end = m.bottom
		}
	}
	if row, ok := f.rowAt(end + 1); ok && numbersColumns(row) {
		end++
	}
	return end
}

// numbersColumns reports whether a row counts its cells: 1 2 3 4.
func numbersColumns(row grid.Row) bool {
	n := 0.0
	for _, cell := range row.Cells {
		if cell.Kind == grid.Empty {
			continue
		}
		if n++; cell.Text != grid.NumberCell(n).Text {
			return false
		}
	}
	return n >= 3
}

func (f *filling) rowAt(number int) (grid.Row, bool) {
	i, found := slices.BinarySearchFunc(f.grid.Rows, number, func(r grid.Row, n int) int { return r.Number - n })
	if !found {
		return grid.Row{}, false
	}
	return f.grid.Rows[i], true
}

// measure finds where the rows go: from under the head to before the first line
// that is no row of the table, as far as the template has lines for them.
func (f *filling) measure() error {
	if err := f.readMerges(); err != nil {
		return err
	}
	f.room.first = f.headEnd() + 1
	f.room.width = slices.Max(slices.Collect(maps.Keys(f.head.Heads))) + 1
	for column := range f.head.Columns {
		f.room.width = max(f.room.width, column+1)
	}
	for _, m := range f.merges {
		if m.top <= f.head.Row && m.bottom >= f.head.Row {
			f.room.width = max(f.room.width, m.right)
		}
	}
	for row := f.room.first; !f.beneath(row); row++ {
		if ready, err := f.ready(row); err != nil || !ready {
			return err
		}
		f.room.ready++
	}
	return nil
}

// beneath reports whether a row is one of those under the table: a sum, a note, a
// signature, or one with a cell merged over many columns.
func (f *filling) beneath(row int) bool {
	if content, ok := f.rowAt(row); ok && sheets.IsNobody(content) {
		return true
	}
	for _, m := range f.merges {
		if m.top == row && m.wide() > max(3, f.room.width/2) {
			return true
		}
	}
	return false
}

// ready reports whether the template has a line there: something written, or a
// cell with a frame, or with the look of the first line.
func (f *filling) ready(row int) (bool, error) {
	if row > f.bottom {
		return false, nil
	}
	if _, written := f.rowAt(row); written {
		return true, nil
	}
	for column := range f.head.Columns {
		id, err := f.file.GetCellStyle(f.sheet, cellName(column, row))
		if err != nil {
			return false, err
		}
		if framed, err := f.framed(id); err != nil || framed {
			return framed, err
		}
		first, err := f.file.GetCellStyle(f.sheet, cellName(column, f.room.first))
		if err != nil || id != 0 && id == first {
			return err == nil, err
		}
	}
	return false, nil
}

// framed reports whether a style draws a line around a cell.
func (f *filling) framed(id int) (bool, error) {
	if framed, known := f.frames[id]; known {
		return framed, nil
	}
	style, err := f.file.GetStyle(id)
	if err != nil {
		return false, err
	}
	f.frames[id] = slices.ContainsFunc(style.Border, func(b excelize.Border) bool { return b.Style != 0 })
	return f.frames[id], nil
}

// cellName names a cell by its column, from 0, and row.
func cellName(column, row int) string {
	name, _ := excelize.CoordinatesToCellName(column+1, row)
	return name
}

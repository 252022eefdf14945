package grid

import (
	"slices"
	"strings"
)

// maxMerged bounds the merged areas looked at; real sheets have dozens.
const maxMerged = 20_000

// area is a merged area that spans rows of one column: the column that its
// content stands in. Spreading to the right is not wanted: a note merged across
// the table would become a name, a number and a unit. Heads spread to the right
// in understanding the header.
type area struct {
	column, first, last int // rows as the sheet numbers them
}

// merge notes a merged area such as A3:A14.
func (s *sheetReading) merge(reference string) {
	from, to, _ := strings.Cut(reference, ":")
	column, first, ok := position(from)
	_, last, ok2 := position(to)
	if ok && ok2 && last > first && column < maxColumns && len(s.merged) < maxMerged {
		s.merged = append(s.merged, area{column, first, last})
	}
}

// fill copies the content of merged cells downwards, into the rows that hold
// something.
func (s *sheetReading) fill() error {
	steps := 0
	for _, a := range s.merged {
		i, found := slices.BinarySearchFunc(s.sheet.Rows, a.first, func(r Row, n int) int { return r.Number - n })
		if !found {
			continue
		}
		top := s.sheet.Rows[i].At(a.column)
		if top.Kind == Empty {
			continue
		}
		for i++; i < len(s.sheet.Rows) && s.sheet.Rows[i].Number <= a.last; i++ {
			if steps++; steps > maxCells || s.kept > maxCells {
				return tooLarge()
			}
			row := &s.sheet.Rows[i]
			if missing := a.column + 1 - len(row.Cells); missing > 0 {
				row.Cells = append(row.Cells, make([]Cell, missing)...)
				s.kept += missing
			}
			if row.Cells[a.column].Kind == Empty {
				row.Cells[a.column] = top
			}
		}
	}
	return nil
}

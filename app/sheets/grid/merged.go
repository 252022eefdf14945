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

// mergeReference notes a merged area such as A3:A14.
func (g *gathering) mergeReference(reference string) {
	from, to, _ := strings.Cut(reference, ":")
	column, first, ok := position(from)
	_, last, ok2 := position(to)
	if ok && ok2 {
		g.merge(area{column, first, last})
	}
}

// merge notes a merged area.
func (g *gathering) merge(a area) {
	if a.last > a.first && a.column < maxColumns && len(g.merged) < maxMerged {
		g.merged = append(g.merged, a)
	}
}

// fill copies the content of merged cells downwards, into the rows that hold
// something.
func (g *gathering) fill() error {
	steps := 0
	for _, a := range g.merged {
		i, found := slices.BinarySearchFunc(g.rows, a.first, func(r Row, n int) int { return r.Number - n })
		if !found {
			continue
		}
		top := g.rows[i].At(a.column)
		if top.Kind == Empty {
			continue
		}
		for i++; i < len(g.rows) && g.rows[i].Number <= a.last; i++ {
			if steps++; steps > maxCells {
				return tooLarge()
			}
			if g.rows[i].At(a.column).Kind != Empty {
				continue
			}
			if err := g.set(i, a.column, top); err != nil {
				return err
			}
		}
	}
	return nil
}

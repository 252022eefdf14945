package sheets

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"gongkao/app/sheets/grid"
)

// sidesOf parts a sheet whose table stands in it twice or more, side by side with
// the same heads, into a sheet for each; columns keep their letters. Two different
// tables side by side are not parted: the one to the right is said not to be read.
func sidesOf(sheet grid.Sheet) []grid.Sheet {
	h, found := findHeader(sheet)
	if !found || h.kind == Units {
		return []grid.Sheet{sheet}
	}
	left, width := h.period()
	if width == 0 {
		return []grid.Sheet{sheet}
	}
	var sides []grid.Sheet
	last := slices.Max(slices.Collect(maps.Keys(h.heads)))
	for from := left; from <= last; from += width {
		sides = append(sides, side(sheet, h, from, width))
	}
	return sides
}

// period finds the columns whose heads are repeated to the right: the first of
// them and how many they are; width 0 when they are not.
func (h header) period() (left, width int) {
	columns := slices.Sorted(maps.Keys(h.heads))
	left = columns[0]
	for _, column := range columns[1:] {
		if squeeze(h.heads[column]) != squeeze(h.heads[left]) {
			continue
		}
		if width = column - left; h.repeatsBy(columns, width) && h.namesWithin(left, width) {
			return left, width
		}
	}
	return left, 0
}

func (h header) repeatsBy(columns []int, width int) bool {
	left, parts, first := columns[0], 1, 0
	for _, column := range columns {
		if squeeze(h.heads[column]) != squeeze(h.heads[left+(column-left)%width]) {
			return false
		}
		if parts = (column-left)/width + 1; parts == 1 {
			first++
		}
	}
	return parts > 1 && len(columns) == parts*first
}

// namesWithin reports whether a person is named in the first of the parts.
func (h header) namesWithin(left, width int) bool {
	for column := left; column < left+width; column++ {
		if claims(h.heads[column], "name") || claims(h.heads[column], "id_number") {
			return true
		}
	}
	return false
}

// side keeps of every row from the head on the columns of one part. Lines above
// the head are every part's.
func side(sheet grid.Sheet, h header, from, width int) grid.Sheet {
	part := sheet
	part.Rows = slices.Clone(sheet.Rows[:h.top])
	for _, row := range sheet.Rows[h.top:] {
		end := min(from+width, len(row.Cells))
		if end <= from {
			continue
		}
		kept := grid.Row{Number: row.Number, Cells: make([]grid.Cell, end)}
		copy(kept.Cells[from:], row.Cells[from:end])
		if firstText(kept) != "" {
			part.Rows = append(part.Rows, kept)
		}
	}
	return part
}

// besides notes that somebody's columns stand in the sheet twice and only the
// first are read.
func (h header) besides() []string {
	var twice []string
	for _, column := range h.unknown {
		if claims(h.heads[column], "id_number") {
			twice = append(twice, grid.ColumnName(column))
		}
	}
	if len(twice) == 0 || !h.has("id_number") {
		return nil
	}
	return []string{fmt.Sprintf("表里还有别的身份证号列（%s 列），没有读；如果那边也是人员，请分成上下两张表", strings.Join(twice, "、"))}
}

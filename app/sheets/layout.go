package sheets

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

// leftAlone is what a layout says of a column that is not to be taken in.
const leftAlone = "-"

// id names the head as the sender wrote it: its kind, and column by column what
// stands there. Blanks, line breaks and the row on which it stands do not matter;
// a column that has moved does.
func (h header) id() string {
	if len(h.heads) == 0 {
		return ""
	}
	var text strings.Builder
	text.WriteString(h.kind)
	for _, column := range slices.Sorted(maps.Keys(h.heads)) {
		fmt.Fprintf(&text, "\n%s\t%s\t%s", grid.ColumnName(column), squeeze(h.groups[column]), squeeze(h.heads[column]))
	}
	sum := sha256.Sum256([]byte(text.String()))
	return hex.EncodeToString(sum[:8])
}

// listed lists the columns that have a head, or that a clerk has given a field,
// from the left.
func (h header) listed() []data.SheetColumn {
	fields := map[int]string{}
	for column := range h.heads {
		fields[column] = ""
	}
	for _, column := range h.alone {
		fields[column] = leftAlone
	}
	for _, key := range slices.Backward(slices.Sorted(maps.Keys(h.columns))) {
		fields[h.columns[key]] = key
	}
	for column, keys := range h.pairs {
		if h.columns[keys[0]] == column && h.has(keys[0]) {
			fields[column] = keys[0]
		}
	}
	for year, column := range h.years {
		fields[column] = yearKey(year)
	}
	var all []data.SheetColumn
	for _, column := range slices.Sorted(maps.Keys(fields)) {
		all = append(all, data.SheetColumn{Column: grid.ColumnName(column), Head: h.headOf(column), Field: fields[column]})
	}
	return all
}

// headOf is a column's head in one line, below the one above it: 现岗位情况 工种.
func (h header) headOf(column int) string {
	return strings.TrimSpace(oneLine(h.groups[column]) + " " + oneLine(h.heads[column]))
}

func oneLine(text string) string { return strings.Join(strings.Fields(tidy(text, "")), " ") }

// follow takes over what a clerk has said of the columns: it wins over the heads.
// What cannot be followed is said, and left. A layout that leaves a roster
// without name and ID number is not followed at all: nobody could be told.
func (h *header) follow(layout data.SheetLayout, sheet grid.Sheet) {
	before := h.clone()
	given := h.given(layout, widest(sheet))
	for column := range given {
		h.free(column)
	}
	columns := map[string][]int{}
	for _, column := range slices.Sorted(maps.Keys(given)) {
		columns[given[column]] = append(columns[given[column]], column)
	}
	for _, key := range slices.Sorted(maps.Keys(columns)) {
		h.give(key, columns[key])
	}
	h.twice = slices.DeleteFunc(h.twice, func(p Problem) bool { return h.has(p.Field) })
	if !h.names() {
		before.notes = append(before.notes, "记住的栏目对应里没有姓名和身份证号这样的主要栏目，没有照它读")
		*h = before
	}
	h.order()
}

// widest is how many columns the rows of a sheet have at most.
func widest(sheet grid.Sheet) (width int) {
	for _, row := range sheet.Rows {
		width = max(width, len(row.Cells))
	}
	return width
}

// clone copies what follow changes.
func (h *header) clone() header {
	c := *h
	c.columns, c.years, c.pairs = maps.Clone(h.columns), maps.Clone(h.years), maps.Clone(h.pairs)
	c.unknown, c.alone, c.twice, c.notes = slices.Clone(h.unknown), slices.Clone(h.alone), slices.Clone(h.twice), slices.Clone(h.notes)
	return c
}

// given reads a layout: which column is to be which field. What the sheet or the
// program does not have is noted.
func (h *header) given(layout data.SheetLayout, width int) map[int]string {
	all := map[int]string{}
	for _, letters := range slices.Sorted(maps.Keys(layout.Columns)) {
		key := layout.Columns[letters]
		column, ok := columnOf(letters)
		switch {
		case !ok || column >= width:
			h.notes = append(h.notes, fmt.Sprintf("记住的栏目对应里有 %s 列，这张表没有这一列，没有理会", letters))
		case key != leftAlone && Label(h.kind, key) == "":
			h.notes = append(h.notes, fmt.Sprintf("记住的栏目对应里，%s 列对应的“%s”不是%s的栏目，没有理会", letters, key, KindName(h.kind)))
		default:
			all[column] = key
		}
	}
	return all
}

// free takes a column out of whatever it is.
func (h *header) free(column int) {
	is := func(c int) bool { return c == column }
	maps.DeleteFunc(h.columns, func(_ string, c int) bool { return is(c) })
	maps.DeleteFunc(h.years, func(_, c int) bool { return is(c) })
	delete(h.pairs, column)
	h.unknown, h.alone = slices.DeleteFunc(h.unknown, is), slices.DeleteFunc(h.alone, is)
}

// give makes columns what a clerk has said. One field cannot be read from two
// columns: then it is read from none, and that is said.
func (h *header) give(key string, columns []int) {
	if key == leftAlone {
		h.alone = append(h.alone, columns...)
		return
	}
	if year := yearOfKey(key); year != 0 {
		if column, taken := h.years[year]; taken {
			h.free(column)
			h.unknown = append(h.unknown, column)
		}
	} else if column, taken := h.columns[key]; taken {
		h.free(column)
		h.unknown = append(h.unknown, column)
	}
	if len(columns) > 1 {
		h.unknown = append(h.unknown, columns...)
		h.twice = append(h.twice, givenTwice(Label(h.kind, key), key, columns))
		return
	}
	if year := yearOfKey(key); year != 0 {
		h.years[year] = columns[0]
		return
	}
	h.columns[key] = columns[0]
}

func givenTwice(label, key string, columns []int) Problem {
	first, second := grid.ColumnName(columns[0]), grid.ColumnName(columns[1])
	p := note("header-twice", fmt.Sprintf("记住的栏目对应把 %s 列和 %s 列都当作“%s”，分不清用哪一列", first, second, label), "请在栏目对应里只留一列")
	p.Field, p.Value, p.Cell = key, label, second
	return p
}

package sheets

import (
	"strings"
	"unicode/utf8"

	"gongkao/app/sheets/grid"
)

// over is what stands over the lowest row of a head, column by column.
type over struct {
	groups []string // what the rows above say of a column, spread to the right and squeezed
	own    []string // what stands in the column itself, of the row nearest to the head
	above  []string // what groups said before that row
}

// overOf reads the rows above the lowest row of a head, from the top.
func overOf(rows []grid.Row, width int) over {
	for _, row := range rows {
		width = max(width, len(row.Cells))
	}
	o := over{make([]string, width), make([]string, width), make([]string, width)}
	for i, row := range rows {
		if loneText(row) {
			continue // a title says nothing of its columns
		}
		o.add(row, i > 0)
	}
	return o
}

// longestGroup bounds a group head; what is longer, or has a colon, is a title
// or the line with the unit's name.
const longestGroup = 12

// add takes a further row in: every column gets the head that stands over it, its
// own or the nearest to the left under the same head of the row above.
func (o over) add(row grid.Row, below bool) {
	current, under := "", ""
	for column := range o.groups {
		if o.groups[column] != under && below {
			current, under = "", o.groups[column]
		}
		if text := squeeze(row.At(column).Text); text != "" {
			o.own[column], o.above[column] = row.At(column).Text, o.groups[column]
			current = text
			if strings.Contains(text, ":") || utf8.RuneCountInString(text) > longestGroup {
				current = ""
			}
		}
		if current != o.groups[column] {
			o.groups[column] += current
		}
	}
}

// eachHead calls f with every head of a row and the group that stands over it;
// where a column has no head, the one above is it.
func (o over) eachHead(row grid.Row, f func(column int, group, head string)) {
	for column := range max(len(row.Cells), len(o.own)) {
		head, group := row.At(column).Text, ""
		if column < len(o.groups) {
			group = o.groups[column]
		}
		if head == "" && column < len(o.own) {
			head, group = o.own[column], o.above[column]
		}
		if squeeze(group) == squeeze(head) {
			group = "" // one cell merged over both rows
		}
		if head != "" {
			f(column, group, head)
		}
	}
}

package marked

import (
	"fmt"
	"strings"
)

// note is what is said of one cell in its comment.
type note struct {
	sheet       string
	cell        string
	row, column int // from 1
	text        string
	box         box
}

// box is where a comment unfolds, as columns and rows from 0 with pixels into
// them: beside its cell and below its upper edge, so that it covers neither the
// cell nor its head.
type box struct{ left, leftBy, top, topBy, right, rightBy, bottom, bottomBy int }

// begins stands before our words in a comment, his or ours: by it they are found
// again.
const begins = "【工考】"

// The measures of a comment, in pixels and digits.
const (
	noteWidth  = 300
	noteDigits = 44 // that stand on one line
	lineHeight = 17
	noteMargin = 14
)

// notes gathers the marks of each cell in one comment.
func (c *copying) notes(all []placed) (notes []note) {
	for i := 0; i < len(all); {
		end := i + 1
		for end < len(all) && all[end].Sheet == all[i].Sheet && all[end].Cell == all[i].Cell {
			end++
		}
		n := note{sheet: all[i].Sheet, cell: all[i].Cell, row: all[i].row, column: all[i].column, text: words(all[i:end])}
		n.box = boxOf(n, c.sheets[n.sheet])
		notes = append(notes, n)
		i = end
	}
	return notes
}

// words are what a comment says of a cell's marks.
func words(marks []placed) string {
	var lines []string
	for i, m := range marks {
		number := ""
		if len(marks) > 1 {
			number = fmt.Sprintf("%d. ", i+1)
		}
		lines = append(lines, number+demand(m.Mark)+"："+m.Text, "怎么改："+m.advice())
	}
	return begins + strings.Join(lines, "\n")
}

// advice is what to do, and of an ID number that it may be typed there and then.
func (m Mark) advice() string {
	if !m.Digits {
		return m.Advice
	}
	return strings.TrimRight(m.Advice, "。") + "。这一格已设成文本，直接输入号码即可"
}

// boxOf finds room for a comment from the column right of its cell on. The rows
// below are taken to be as high as its own.
func boxOf(n note, sheet *worksheet) box {
	height := 20.0
	if row := sheet.rows[n.row]; row != nil && row.height > 0 {
		height = max(row.height*4/3, 8)
	}
	b := box{left: n.column, leftBy: 12, top: max(0, n.row-2), topBy: 8}
	b.right, b.rightBy = span(b.left, b.leftBy+noteWidth, func(i int) float64 { return sheet.width(i + 1) })
	tall := linesOf(n.text, noteDigits)*lineHeight + noteMargin
	b.bottom, b.bottomBy = span(b.top, b.topBy+tall, func(int) float64 { return height })
	return b
}

// span goes so many pixels on from a column or row.
func span(from, pixels int, of func(int) float64) (to, by int) {
	const most = 200 // hidden ones are no pixel wide
	left := float64(pixels)
	for to = from; to < from+most; to++ {
		size := of(to)
		if left < size {
			break
		}
		left -= size
	}
	return to, int(max(0, left))
}

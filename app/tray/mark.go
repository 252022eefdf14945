package tray

import (
	"strings"

	"gongkao/app/sheets"
	"gongkao/data"
)

// Mark is what the sender is told at a cell of his own sheet.
type Mark struct {
	File, Sheet string
	Cell        string // E42; "" where the row has no such cell, or its place was not noted
	Row         int
	Warning     bool
	Text        string // what is wrong and what to do
}

// Marks returns what is to be told of the rows that would not enter as they stand
// and of those sent back, in the order of the rows; the clerk's own reason with the
// latter.
func (t *Tray) Marks() (marks []Mark) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for i := range t.rows {
		problems := t.problems(i)
		if t.rows[i].answer.State == data.TraySentBack {
			problems = t.toldBack(i)
		}
		w := &t.batch.Tray[i]
		for _, p := range problems {
			marks = append(marks, Mark{File: w.File, Sheet: w.Sheet, Cell: p.Cell, Row: w.Row, Warning: p.Warning(), Text: asked([]sheets.Problem{p})})
		}
	}
	return marks
}

// toldBack is what is told of a row that was sent back: what is wrong with it, and
// why it was sent where that says something else.
func (t *Tray) toldBack(i int) []sheets.Problem {
	r := &t.rows[i]
	if r.answer.Why == "" || r.answer.Why == asked(r.found) {
		return r.found
	}
	return append([]sheets.Problem{{Code: "sent-back", Message: r.answer.Why}}, r.found...)
}

// asked puts problems into words for the sender.
func asked(problems []sheets.Problem) string {
	var all []string
	for _, p := range problems {
		words := p.Message
		if p.Hint != "" {
			words += "。" + p.Hint
		}
		all = append(all, words)
	}
	return strings.Join(all, "；")
}

// Package tray is the page 导入待处理: the rows of a sender's sheet that could not
// enter, gathered by what is wrong with them, mended in place or sent back. Model
// holds what is shown and does what is asked, and knows no widgets; Screen draws
// it. Mapping is the sheet on which columns are told apart.
//
// Every answer is on record at once (app/tray): closing the window loses nothing.
// What was half typed in a field is kept when the field is left, also when it
// means nothing yet.
package tray

import (
	"context"
	"maps"
	"slices"

	"gongkao/app/registration"
	"gongkao/app/sheets"
	trays "gongkao/app/tray"
	"gongkao/data"
)

// Model is the page on the screen.
type Model struct {
	desk  *registration.Desk
	waits []trays.Waits
	tray  *trays.Tray // nil: nothing waits

	groups  []trays.Group
	lines   []line
	at      int               // place in lines
	last    map[int]string    // field that was answered last, by row
	singly  map[string]bool   // groups whose one question is answered row by row, by their key
	reasons map[string]string // why rows of a group are sent back, likewise

	gathered map[alike]company // nil: to be gathered anew
}

// line is a line of the list: the head of a group, or one of its rows.
type line struct{ group, row int }

// keyOf tells groups apart, also when they are listed anew.
func keyOf(g trays.Group) string { return g.Code + " " + g.Field + " " + g.Column }

// head marks a line that is a group's head.
const head = -1

// alike is what rows have in common that are answered by one answer.
type alike struct{ field, written string }

// company are the rows written alike: the first of them, and how many there are.
type company struct{ first, rows int }

// New returns an empty page.
func New(desk *registration.Desk) *Model {
	m := &Model{desk: desk}
	m.begin()
	return m
}

// begin forgets what belonged to the batch shown before.
func (m *Model) begin() {
	m.last, m.singly, m.reasons = map[int]string{}, map[string]bool{}, map[string]string{}
	m.groups, m.lines, m.at = nil, nil, 0
}

// Opened is a batch with what else waits.
type Opened struct {
	Waits []trays.Waits
	Tray  *trays.Tray
}

// Open returns the work of opening a batch; "" is the newest that waits. Hand the
// answer to Show.
func (m *Model) Open(id data.BatchID) func(context.Context) (Opened, error) {
	return func(ctx context.Context) (o Opened, err error) {
		if o.Waits, err = trays.Waiting(ctx, m.desk); err != nil {
			return o, err
		}
		if id == "" && len(o.Waits) > 0 {
			id = o.Waits[0].Batch.ID
		}
		if id != "" {
			o.Tray, err = trays.Open(ctx, m.desk, id)
		}
		return o, err
	}
}

// Show takes what was opened. The same batch opened again stays where it was.
func (m *Model) Show(o Opened) {
	same := m.tray != nil && o.Tray != nil && m.tray.Batch().ID == o.Tray.Batch().ID
	where, known := m.current()
	m.waits, m.tray = o.Waits, o.Tray
	if !same {
		m.begin()
	}
	m.arrange()
	if !same || !known || !m.goToRow(where.row) {
		m.at = m.first()
	}
}

// Batch is the import shown; "" when nothing waits.
func (m *Model) Batch() data.BatchID {
	if m.tray == nil {
		return ""
	}
	return m.tray.Batch().ID
}

// arrange lists the groups and their rows anew. The row one is at stays current;
// where it is gone, the one in its place is.
func (m *Model) arrange() {
	was, known := m.current()
	m.groups, m.lines, m.gathered = nil, nil, nil
	if m.tray == nil {
		m.at = 0
		return
	}
	m.groups = m.tray.Groups()
	for g, group := range m.groups {
		m.lines = append(m.lines, line{g, head})
		for _, row := range group.Rows {
			m.lines = append(m.lines, line{g, row})
		}
	}
	if known && was.row != head && m.goToRow(was.row) {
		return
	}
	m.at = max(0, min(m.at, len(m.lines)-1))
	if len(m.lines) > 0 && m.lines[m.at].row == head && !m.asksOnce(m.lines[m.at].group) {
		m.at = min(m.at+1, len(m.lines)-1)
	}
}

// current is the line one is at.
func (m *Model) current() (l line, ok bool) {
	if m.at < 0 || m.at >= len(m.lines) {
		return line{}, false
	}
	return m.lines[m.at], true
}

// goToRow makes a row current; false when it is not among the lines.
func (m *Model) goToRow(row int) bool {
	at := slices.IndexFunc(m.lines, func(l line) bool { return l.row == row && row != head })
	if at < 0 {
		return false
	}
	m.at = at
	return true
}

// first is the line to begin with: the first that is still to be answered.
func (m *Model) first() int {
	for at := range m.lines {
		if m.unanswered(at) {
			return at
		}
	}
	return min(1, max(0, len(m.lines)-1))
}

// unanswered reports whether a line waits for an answer: a row that is not ready,
// the head of a group that is answered as a whole.
func (m *Model) unanswered(at int) bool {
	l := m.lines[at]
	if l.row != head {
		return !m.tray.Row(l.row).Ready && !m.asksOnce(l.group)
	}
	return m.asksOnce(l.group)
}

// asksOnce reports whether a group's rows are answered by one answer on its head,
// and still wait for it.
func (m *Model) asksOnce(group int) bool {
	g := m.groups[group]
	return g.Ask == trays.AskMonth && !m.singly[keyOf(g)] && slices.ContainsFunc(g.Rows, func(row int) bool { return !m.tray.Row(row).Ready })
}

// Move goes to another line, by steps; group heads are passed by unless they ask.
func (m *Model) Move(by int) {
	step := 1
	if by < 0 {
		step = -1
	}
	for at := m.at + step; by != 0 && at >= 0 && at < len(m.lines); at += step {
		if m.lines[at].row == head && !m.asksOnce(m.lines[at].group) {
			continue
		}
		m.at = at
		by -= step
	}
}

// GoTo makes a line current.
func (m *Model) GoTo(at int) {
	if at >= 0 && at < len(m.lines) {
		m.at = at
		if m.lines[at].row == head && !m.asksOnce(m.lines[at].group) {
			m.Move(1)
		}
	}
}

// Next goes to the next line that waits for an answer, round the end, or back;
// false when none does.
func (m *Model) Next(back bool) bool {
	n := len(m.lines)
	for by := 1; by < n; by++ {
		at := (m.at + by) % n
		if back {
			at = (m.at - by + n) % n
		}
		if m.unanswered(at) {
			m.at = at
			return true
		}
	}
	return false
}

// asked is the field that a row is asked of: the first problem that keeps it out,
// or where there is none left, what was answered last.
func (m *Model) asked(r trays.Row) (field string, problem sheets.Problem, open bool) {
	for _, p := range r.Problems {
		if !p.Warning() {
			return p.Field, p, true
		}
	}
	if field = m.last[r.Index]; field != "" {
		return field, sheets.Problem{Field: field}, false
	}
	for _, key := range slices.Sorted(maps.Keys(r.Mended)) {
		return key, sheets.Problem{Field: key}, false
	}
	return "", sheets.Problem{}, false
}

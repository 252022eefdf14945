package tray

import (
	"slices"

	"gongkao/app/intake"
	"gongkao/app/sheets"
	"gongkao/app/sheets/marked"
	"gongkao/data"
)

// Told is one thing that a sender is told about a row of his file.
type Told struct {
	marked.Mark
	File  string
	Unit  string // as the row names it now; "" when it names none
	Field string // field key; "" of what concerns the row
	Value string // as it was written
}

// Told lists what senders are told: what is wrong now with rows that would not
// enter, and with rows sent back; the clerk's own reason with those. Of a cell that
// has been mended since nothing is said.
func (t *Tray) Told() (all []Told) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for i := range t.rows {
		problems := t.problems(i)
		if t.rows[i].answer.State == data.TraySentBack {
			problems = t.toldBack(i)
		} else if !slices.ContainsFunc(problems, holdsBack) {
			continue
		}
		for _, p := range problems {
			all = append(all, t.told(i, p))
		}
	}
	return all
}

func (t *Tray) told(i int, p sheets.Problem) Told {
	w := &t.batch.Tray[i]
	p.Row = w.Row
	return Told{Mark: intake.Mark(w.Sheet, t.name(i), p), File: w.File, Unit: t.rows[i].texts["unit"], Field: p.Field, Value: w.Texts[p.Field]}
}

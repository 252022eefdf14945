package tray

import (
	"context"
	"slices"
	"strings"

	"gongkao/app/intake"
	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/app/sheets/marked"
	"gongkao/data"
	"gongkao/data/store"
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
		} else if !slices.ContainsFunc(problems, func(p sheets.Problem) bool { return t.holds(i, p) }) {
			continue
		}
		problems = t.asSent(i, problems)
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

// toldBack is what is told of a row that was sent back: what is wrong with it, and
// with the first of that why it was sent, where that says something else.
func (t *Tray) toldBack(i int) []sheets.Problem {
	r := &t.rows[i]
	if r.answer.Why == "" || r.answer.Why == asked(r.found) {
		return r.found
	}
	if len(r.found) == 0 {
		return []sheets.Problem{{Code: "sent-back", Message: r.answer.Why}}
	}
	told := slices.Clone(r.found)
	told[0].Message += "；退回说明：" + r.answer.Why
	return told
}

// asSent puts in the place of what a clerk has begun to write in a cell, and what
// still means nothing, what was wrong with the cell as it was sent.
func (t *Tray) asSent(i int, problems []sheets.Problem) (all []sheets.Problem) {
	r, w := &t.rows[i], &t.batch.Tray[i]
	if len(r.answer.Texts) == 0 || r.kind != sheets.People {
		return problems
	}
	_, sent := t.again.Person(w.Texts, w.Numbers)
	told := map[string]bool{}
	for _, p := range problems {
		if _, begun := r.answer.Texts[p.Field]; !begun {
			all = append(all, p)
			continue
		}
		if told[p.Field] {
			continue
		}
		told[p.Field] = true
		for _, was := range sent {
			if was.Field == p.Field {
				was.Row, was.Cell, was.Value = p.Row, p.Cell, w.Texts[p.Field]
				all = append(all, was)
			}
		}
	}
	return all
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

// Answerable returns this year's imports whose senders may have something to be
// told, newest first: rows of them wait, or were sent back.
func Answerable(ctx context.Context, d *registration.Desk) (ids []data.BatchID, err error) {
	err = d.Office.Store.View(ctx, func(r *store.Reader) error {
		all, err := thisYears(r, d)
		for _, b := range slices.Backward(all) {
			if err != nil {
				return err
			}
			if b.Void != "" || len(b.Tray) == 0 {
				continue
			}
			var answers map[int]data.TrayAnswer
			if answers, err = r.TrayAnswers(b.ID); err == nil && (b.Waiting > 0 || anySentBack(answers)) {
				ids = append(ids, b.ID)
			}
		}
		return err
	})
	return ids, err
}

func anySentBack(answers map[int]data.TrayAnswer) bool {
	for _, a := range answers {
		if a.State == data.TraySentBack {
			return true
		}
	}
	return false
}

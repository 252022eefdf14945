package tray

import (
	"maps"
	"slices"

	"gongkao/app/intake"
	"gongkao/app/sheets"
	"gongkao/app/units"
	"gongkao/data"
	"gongkao/data/spread"
)

// judgeAll judges every open row, and by themselves those that were sent back: the
// sender is told of both.
func (t *Tray) judgeAll() error {
	t.claims = map[data.IDNumber][]int{}
	var open, sent []int
	for i := range t.rows {
		switch t.rows[i].answer.State {
		case data.TrayOpen:
			open = append(open, i)
		case data.TraySentBack:
			sent = append(sent, i)
		}
	}
	if err := t.judge(open); err != nil {
		return err
	}
	return t.judge(sent)
}

// judge finds what is wrong with rows by themselves; rows of one kind of
// ledger are judged together, in their order.
func (t *Tray) judge(at []int) error {
	ledgers := map[string][]int{}
	t.judgePeople(at)
	for _, i := range at {
		switch t.rows[i].kind {
		case sheets.People:
		case sheets.Units:
			t.judgeUnit(i)
		default:
			ledgers[t.rows[i].kind] = append(ledgers[t.rows[i].kind], i)
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(ledgers)) {
		if _, err := t.judgeLedger(kind, ledgers[kind]); err != nil {
			return err
		}
	}
	for _, i := range at {
		if code := t.firstError(i); code != "" {
			t.rows[i].home, t.rows[i].asked = code, t.monthAsked(i)
		}
	}
	return nil
}

// fewPeople is up to how many rows of people are read by one processor: it knows
// the units that it has looked for before.
const fewPeople = 200

// judgePeople reads the rows of people, thousands on all processors.
func (t *Tray) judgePeople(at []int) {
	at = slices.DeleteFunc(slices.Clone(at), func(i int) bool { return t.rows[i].kind != sheets.People })
	for _, i := range at {
		t.unclaim(i)
	}
	if len(at) <= fewPeople {
		t.readPeople(at, t.again)
	} else {
		spread.Over(len(at), func(from, to int) any {
			t.readPeople(at[from:to], sheets.NewAgain(t.knowledge()))
			return nil
		})
	}
	for _, i := range at {
		t.claim(i)
	}
}

func (t *Tray) readPeople(at []int, again *sheets.Again) {
	for _, i := range at {
		r := &t.rows[i]
		r.person, r.found = again.Person(r.texts, t.numbers(i))
		t.place(i)
	}
}

// knowledge is what the office knows of the rows themselves.
func (t *Tray) knowledge() sheets.Knowledge {
	return sheets.Knowledge{Codes: t.desk.Office.Codes, Units: t.desk.Units()}
}

// judgeUnit judges a line of a unit sheet by itself. That the sheet has the unit
// twice holds until the row names another.
func (t *Tray) judgeUnit(i int) {
	r, w := &t.rows[i], &t.batch.Tray[i]
	r.found = nil
	if r.texts["unit"] == "" {
		r.found = []sheets.Problem{{Field: "unit", Code: "required-missing", Message: "没有填单位全称", Hint: "请补上单位全称，与公章一致"}}
	} else if slices.Contains(w.Problems, "unit-duplicate") && r.texts["unit"] == w.Texts["unit"] {
		r.found = []sheets.Problem{{Field: "unit", Code: "unit-duplicate", Message: "单位“" + r.texts["unit"] + "”在表里出现了两次", Hint: "请只保留一行：这一行不要，或改成另一个单位"}}
	}
	plan := t.plan([]int{i})
	for _, refused := range plan.Refused {
		if len(r.found) == 0 {
			r.found = append(r.found, problemOf(refused.Err))
		}
	}
	if len(plan.Merged) > 0 && len(r.found) == 0 {
		r.found = []sheets.Problem{{Field: "into", Code: "unit-merge", Message: "这一行是撤并：“" + r.texts["unit"] + "”并入“" + r.texts["into"] + "”", Hint: "撤并要有依据，请在“单位”里办；这一行不要"}}
	}
	t.place(i)
}

// plan is what rows of unit sheets would change in the register.
func (t *Tray) plan(at []int) units.Plan {
	lines := make([]units.Line, 0, len(at))
	for _, i := range at {
		texts := t.rows[i].texts
		lines = append(lines, units.Line{Row: t.batch.Tray[i].Row, Name: units.Trim(texts["unit"]), Short: units.Trim(texts["short"]), Former: units.ReadFormer(texts["former"]),
			Supervising: units.Trim(texts["supervising_unit"]), Kind: texts["kind"], Contact: texts["contact"], Phone: texts["phone"],
			Into: units.Trim(texts["into"]), Change: texts["change"]})
	}
	return units.Register(t.desk.EveryUnit(), lines, func() data.UnitID { return data.UnitID(t.desk.Office.Store.NewID()) })
}

// isLine reports whether a line of a plan is that of a row.
func (t *Tray) isLine(i int, line units.Line) bool {
	return t.batch.Tray[i].Row == line.Row && units.Trim(t.rows[i].texts["unit"]) == line.Name
}

// judgeLedger judges rows of one kind with a fresh ledger, and returns it: it holds
// those that may enter.
func (t *Tray) judgeLedger(kind string, at []int) (intake.Ledger, error) {
	ledger, err := intake.OpenLedger(t.desk, kind)
	if err != nil {
		return nil, err
	}
	var sorted []int
	var lines []sheets.LedgerRow
	for _, i := range at {
		w := &t.batch.Tray[i]
		line := sheets.LedgerRow{Row: w.Row, Texts: maps.Clone(t.rows[i].texts), Cells: w.Cells, Other: w.Other}
		t.rows[i].found = t.again.Ledger(kind, &line, t.numbers(i))
		if !slices.ContainsFunc(t.rows[i].found, func(p sheets.Problem) bool { return t.holds(i, p) }) {
			sorted, lines = append(sorted, i), append(lines, line)
		}
	}
	for n, more := range ledger.Sort(lines) {
		t.rows[sorted[n]].found = append(t.rows[sorted[n]].found, more...)
	}
	for _, i := range at {
		t.place(i)
	}
	return ledger, nil
}

// place gives the problems of a row their place in the sender's sheet.
func (t *Tray) place(i int) {
	w, r := &t.batch.Tray[i], &t.rows[i]
	for n := range r.found {
		p := &r.found[n]
		p.Row, p.Cell = w.Row, w.Cells[p.Field]
		if text, there := r.texts[p.Field]; there {
			p.Value = text
		}
	}
}

// holds reports whether a problem holds a row back: one that is more than a warning,
// and a word of the clerk's own that means nothing. What a sender wrote so is left
// out; what is written in its place has to be right.
func (t *Tray) holds(i int, p sheets.Problem) bool {
	_, answered := t.rows[i].answer.Texts[p.Field]
	return unanswerable(p, answered)
}

func unanswerable(p sheets.Problem, answered bool) bool {
	return !p.Warning() || answered && p.Code == "value-unknown"
}

func problemOf(err error) sheets.Problem {
	refusal, ok := data.AsRefusal(err)
	if !ok {
		return sheets.Problem{Code: "value-unknown", Message: err.Error(), Hint: "请核对这一行"}
	}
	return sheets.Problem{Field: refusal.Field, Code: refusal.Code, Message: refusal.Message, Hint: refusal.Hint}
}

// problems returns what is wrong with an open row now.
func (t *Tray) problems(i int) []sheets.Problem {
	r := &t.rows[i]
	if !r.open() {
		return nil
	}
	all := slices.Clone(r.found)
	if elsewhere, found := t.elsewhere(i); found {
		all = append(all, elsewhere)
	}
	return all
}

// firstError returns the code of the first problem that holds a row back, "" when
// none does.
func (t *Tray) firstError(i int) string {
	at := slices.IndexFunc(t.rows[i].found, func(p sheets.Problem) bool { return t.holds(i, p) })
	if at >= 0 {
		return t.rows[i].found[at].Code
	}
	return t.double(i)
}

// ready reports whether a row would enter.
func (t *Tray) ready(i int) bool { return t.rows[i].open() && t.firstError(i) == "" }

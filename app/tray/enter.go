package tray

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"gongkao/app/intake"
	"gongkao/app/sheets"
	"gongkao/app/units"
	"gongkao/data"
	"gongkao/data/store"
)

// Entered says what Enter put in.
type Entered struct {
	People int
	Rows   int // people, and lines of units and of the year's books
	Batch  data.BatchID
}

// Enter puts every row in with which nothing is wrong any more, as one Update of
// the import's own batch: with it they are taken back. People are handed in as
// those of the import were. progress, which may be nil, is told how many of how
// many are written; cancelled, nothing has entered. It refuses when no row is
// ready (tray-nothing).
func (t *Tray) Enter(ctx context.Context, progress func(done, total int)) (Entered, error) {
	defer t.changing()()
	if err := t.judgeAll(); err != nil { // the register may have changed by other doors
		return Entered{}, err
	}
	e := entering{tray: t, became: map[int]data.ApplicationID{}, progress: progress}
	if err := e.choose(); err != nil {
		return Entered{}, err
	}
	if len(e.at) == 0 {
		return Entered{}, data.Refuse("tray-nothing", "", "还没有改好的行", "请先把有问题的格子改好，再放入")
	}
	_, err := t.answer(ctx, answering{why: fmt.Sprintf("放入改好的 %d 行", len(e.at)), at: e.at, along: e.write,
		set: func(i int, a *data.TrayAnswer) { a.State, a.Why, a.Application = data.TrayEntered, "", e.became[i] }})
	if err != nil {
		return Entered{}, err
	}
	t.forget(e.at)
	after := context.WithoutCancel(ctx) // what has entered must be seen
	if err := t.renew(after, &e); err != nil {
		return Entered{}, err
	}
	return Entered{People: len(e.people), Rows: len(e.at), Batch: t.batch.ID}, t.judgeAll()
}

// entering is what goes in, by kind.
type entering struct {
	tray     *Tray
	at       []int // all rows, in order
	people   []int
	units    []int
	plan     units.Plan
	ledgers  map[string]intake.Ledger
	became   map[int]data.ApplicationID
	touched  []data.ApplicationID
	progress func(done, total int)
}

// choose gathers the rows that are ready. Lines of units and of a ledger are judged
// once more as they will enter, together: those before may have shut out a row
// behind them.
func (e *entering) choose() error {
	t, ledgers := e.tray, map[string][]int{}
	for i := range t.rows {
		if !t.ready(i) {
			continue
		}
		switch kind := t.rows[i].kind; kind {
		case sheets.People:
			e.people = append(e.people, i)
		case sheets.Units:
			e.units = append(e.units, i)
		default:
			ledgers[kind] = append(ledgers[kind], i)
		}
	}
	e.plan = t.plan(e.units)
	for _, refused := range e.plan.Refused {
		i := e.units[slices.IndexFunc(e.units, func(i int) bool { return t.isLine(i, refused.Line) })]
		t.rows[i].found = []sheets.Problem{problemOf(refused.Err)}
		t.place(i)
		e.units = slices.DeleteFunc(e.units, func(at int) bool { return at == i })
	}
	e.at, e.ledgers = merge(e.people, e.units), map[string]intake.Ledger{}
	for _, kind := range slices.Sorted(maps.Keys(ledgers)) {
		ledger, err := t.judgeLedger(kind, ledgers[kind])
		if err != nil {
			return err
		}
		passed := slices.DeleteFunc(ledgers[kind], func(i int) bool { return !t.ready(i) })
		if len(passed) > 0 {
			e.ledgers[kind], e.at = ledger, merge(e.at, passed)
		}
	}
	return nil
}

// write writes the rows themselves.
func (e *entering) write(ctx context.Context, tx *store.Tx) error {
	if len(e.units) > 0 {
		file := e.tray.batch.Tray[e.units[0]].File
		if err := intake.PutUnits(tx, e.tray.desk, &e.plan, "导入的单位册“"+file+"”"); err != nil {
			return err
		}
	}
	for n, i := range e.people {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := e.writePerson(tx, i); err != nil {
			return err
		}
		if e.progress != nil {
			e.progress(n+1, len(e.at))
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(e.ledgers)) {
		touched, err := e.ledgers[kind].Put(tx, e.tray.batch.ID)
		if err != nil {
			return err
		}
		e.touched = append(e.touched, touched...)
	}
	return nil
}

func (e *entering) writePerson(tx *store.Tx, i int) error {
	a := e.tray.rows[i].person
	a.Application.Batch, a.Application.Status = e.tray.batch.ID, data.Submitted
	if err := e.tray.desk.Put(tx, &a); err != nil {
		return err
	}
	e.became[i] = a.Application.ID
	e.touched = append(e.touched, a.Application.ID)
	return nil
}

// renew reads again what has changed.
func (t *Tray) renew(ctx context.Context, e *entering) error {
	if len(e.units) > 0 {
		if err := t.learn(ctx); err != nil {
			return err
		}
	}
	return t.aside(func() error { return t.desk.RenewAll(ctx, e.touched) })
}

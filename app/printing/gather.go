package printing

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"gongkao/app/eligibility"
	"gongkao/app/paper"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// gathering is what a paper needs, being gathered.
type gathering struct {
	desk  *registration.Desk
	kind  kind
	order Order
	found []*data.Applicant // whom the order is about, in the order of the paper
	job   paper.Job
	// people are whose records the print is about; those found, unless the paper
	// says otherwise.
	people   []data.ApplicationID
	skipped  []Skipped       // who is in the scope and not printed
	warnings []paper.Warning // besides those of the paper
	// abouts say whom each sheet is about, where that is neither a person each nor
	// everybody on one.
	abouts []data.SheetAbout
}

// gather gathers what the paper needs. It refuses a scope without anybody
// (nobody).
func gather(ctx context.Context, d *registration.Desk, order Order) (*gathering, error) {
	o := d.Office
	g := &gathering{desk: d, kind: kindOf(order.Paper), order: order}
	g.job = paper.Job{Paper: order.Paper, Office: o.Profile, Unit: order.Query.Unit, Scope: scopeWords(d, order.Query), Whose: whose(d, order.Query), By: o.Clerk, Now: o.Now(), Code: o.Store.CheckCode}
	if err := g.kind.allows(order); err != nil {
		return nil, err
	}
	if err := g.find(ctx); err != nil {
		return nil, err
	}
	err := o.Store.View(ctx, func(r *store.Reader) (err error) {
		g.job.AuditHead, err = r.RecordHead()
		return err
	})
	if err == nil {
		err = g.kind.gather(ctx, g)
	}
	switch {
	case err != nil || !g.empty():
		return g, err
	case order.Changed || order.From > 1: // there are people, but none of them again
		return g, kind{}.refusal()
	case !g.kind.byHand:
		return g, g.kind.refusal()
	}
	g.job.ByHand = true
	if order.Query.Unit == "" {
		g.job.Whose = "主管部门："
	}
	g.warnings = []paper.Warning{{Code: paper.NobodyYet, Message: g.kind.nobody[0] + "，印的是一张空表，手工填写用"}}
	return g, nil
}

// find finds whom the order is about.
func (g *gathering) find(ctx context.Context) error {
	if g.order.only != nil {
		g.found = g.ordered(g.order.only)
		return nil
	}
	q := g.order.Query
	if len(q.Statuses) == 0 {
		q.Statuses = g.kind.statuses
	}
	g.found = registration.WithoutCarried(g.desk.Register.Find(q))
	g.left()
	if err := g.keepPart(); err != nil {
		return err
	}
	if g.kind.byUnit || g.order.ByUnit {
		g.found = byUnit(g.desk, g.found)
	}
	if !g.order.ByUnit { // a batch is in the order of its files
		g.found = g.ordered(g.found)
	}
	return g.narrow(ctx)
}

func (g *gathering) empty() bool {
	return len(g.job.Entries)+len(g.job.Administrators)+len(g.job.Tables)+len(g.job.Letters)+len(g.job.Slips)+len(g.job.Changes) == 0
}

// about notes whose records the print is about.
func (g *gathering) about(people []*data.Applicant) {
	for _, a := range people {
		g.people = append(g.people, a.Application.ID)
	}
}

// records is how many records a print is about, of which the paper says it has
// printed so many.
func (g *gathering) records(printed int) int {
	if g.kind.counts {
		return len(g.people)
	}
	return printed
}

// entries are the people found, as papers print them.
func entries(_ context.Context, g *gathering) error {
	add, err := g.kind.adding(g.desk)
	if err != nil {
		return err
	}
	for _, a := range g.found {
		e := entry(g.desk, a)
		add(&e)
		g.job.Entries = append(g.job.Entries, e)
	}
	g.about(g.found)
	return nil
}

// withPhotos are the people found with their photos.
func withPhotos(ctx context.Context, g *gathering) error {
	if err := entries(ctx, g); err != nil {
		return err
	}
	return g.desk.Office.Store.View(ctx, func(r *store.Reader) (err error) {
		for i := range g.job.Entries {
			e := &g.job.Entries[i]
			if e.Photo, err = r.Photo(e.Person.ID); err != nil {
				return err
			}
		}
		return nil
	})
}

// entry is an applicant with what the rules found about him, as papers print
// it.
func entry(d *registration.Desk, a *data.Applicant) paper.Entry {
	o := d.Office
	verdict := eligibility.Judge(eligibility.Question{Applicant: a, Policy: o.Policy, Codes: o.Codes, AsOf: o.Today()})
	e := paper.Entry{Applicant: a, RetirementMonth: verdict.RetirementMonth, AgeThisYear: verdict.RetirementMonth.Year == o.Profile.Year}
	if a.Application.Commitment {
		e.CommitmentNote = owed(d, a)
	}
	e.Fee = feeOf(d, a)
	e.Promise = promiseOf(d, a)
	return e
}

// feeOf is what somebody is to pay now: the first step of his level, and once he
// has entered the evaluation, the second.
func feeOf(d *registration.Desk, a *data.Applicant) (f paper.Fee) {
	for _, fee := range d.Office.Policy.Fee(a.Application.Level) {
		switch {
		case fee.Step == 1 || a.Ledger.Evaluation.Admitted():
			f = paper.Fee{Step: fee.Step, Fen: fee.Fen, Collector: fee.Collector}
		default:
			f.Later = fee.Fen
		}
	}
	return f
}

// owed says what a commitment covers and until when.
func owed(d *registration.Desk, a *data.Applicant) string {
	var years []string
	for _, year := range unrecordedYears(a) {
		years = append(years, fmt.Sprint(year))
	}
	what := "年度考核"
	if len(years) > 0 {
		what = strings.Join(years, "、") + "年度考核"
	}
	due, ok := d.Office.Policy.Deadline("commitment-due")
	if !ok {
		return what
	}
	return what + "，" + due.To.Chinese() + "前补交"
}

// byUnit orders people as a roster shows them: by supervising unit, then unit,
// as the unit register has them, and as they were entered within a unit.
func byUnit(d *registration.Desk, found []*data.Applicant) []*data.Applicant {
	place := map[string]int{}
	for i, u := range d.AllUnits() {
		place[u.Name] = i
	}
	ordered := slices.Clone(found)
	slices.SortStableFunc(ordered, func(a, b *data.Applicant) int {
		if c := place[a.Supervising] - place[b.Supervising]; c != 0 {
			return c
		}
		return place[a.Unit] - place[b.Unit]
	})
	return ordered
}

// administratorForms are the account administrators of the unit asked for, or of
// all supervising units. A supervising unit without one gets the form with its
// name alone, to be filled in by hand.
func administratorForms(ctx context.Context, g *gathering) error {
	byUnit := map[data.UnitID]data.Administrator{}
	err := g.desk.Office.Store.View(ctx, func(r *store.Reader) error {
		known, err := r.Administrators()
		for _, a := range known {
			byUnit[a.Unit] = a
		}
		return err
	})
	unit := g.order.Query.Unit
	for _, u := range g.desk.AllUnits() {
		if u.Name == unit || unit == "" && u.Supervising == u.ID {
			a := byUnit[u.ID]
			a.Unit = u.ID
			g.job.Administrators = append(g.job.Administrators, paper.AdministratorEntry{Administrator: a, Unit: u.Name})
			g.abouts = append(g.abouts, data.SheetAbout{Unit: u.ID})
		}
	}
	return err
}

// scopeWords says for whom a print is, in words.
func scopeWords(d *registration.Desk, q registration.Query) string {
	var words []string
	if q.Unit != "" {
		words = append(words, q.Unit)
	}
	if q.Level != 0 {
		words = append(words, q.Level.String())
	}
	for _, n := range q.Numbers {
		if a, ok := d.Register.ByNumber(n); ok {
			words = append(words, a.Person.Name)
		}
	}
	if len(words) == 0 {
		return cmp.Or(d.Office.Profile.County, d.Office.Profile.Name)
	}
	return strings.Join(words, "，")
}

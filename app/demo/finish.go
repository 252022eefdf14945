package demo

import (
	"context"
	"fmt"
	"slices"
	"time"

	"gongkao/app/dossier"
	"gongkao/app/eligibility"
	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/app/results"
	"gongkao/app/review"
	"gongkao/data"
)

// ending is the season's end while it is told: everybody decided, promises kept,
// then the examinations and what comes of them, by the doors that clerks use. A
// large county has more people, not more stories (mostDecisions).
type ending struct {
	*season
	ctx   context.Context
	desk  *registration.Desk
	books *results.Books
}

// finish tells the season from the middle of April to December.
func (s *season) finish(ctx context.Context) error {
	desk, err := registration.NewDesk(ctx, s.office)
	if err != nil {
		return err
	}
	books, err := results.New(desk)
	if err != nil {
		return err
	}
	e := &ending{s, ctx, desk, books}
	for _, act := range []struct {
		month time.Month
		day   int
		do    func() error
	}{
		{time.April, 14, e.decideRest}, {time.April, 22, e.payRest}, {time.August, 20, e.keepPromises}, {time.September, 28, e.examine}, {time.October, 12, e.admit}, {time.October, 19, e.payRest}, {time.November, 6, e.evaluate},
		{time.November, 16, e.issue}, {time.November, 25, e.collect}, {time.December, 7, e.file},
	} {
		s.until(act.month, act.day)
		if err := act.do(); err != nil {
			return err
		}
	}
	return nil
}

// until lets the time pass to the morning of a day, if that has not come yet.
func (c *chance) until(month time.Month, day int) {
	if then := time.Date(c.clock.Year(), month, day, 8, 30, 0, 0, c.clock.Location()); then.After(c.clock) {
		c.clock = then
	}
}

// approved are the people a chapter is about.
func (e *ending) approved() []*data.Applicant {
	all := slices.DeleteFunc(e.desk.Register.Find(registration.Query{Statuses: []data.Status{data.Approved}}), func(a *data.Applicant) bool {
		return review.Standing(e.desk, a) == data.Lapsed
	})
	return all[:min(len(all), mostDecisions)]
}

// decideRest concludes who still waits when the review ends.
func (e *ending) decideRest() error {
	waiting := e.desk.Register.Find(registration.Query{Statuses: []data.Status{data.Submitted}})
	for _, a := range waiting[:min(len(waiting), mostDecisions)] {
		e.tick(time.Minute)
		verdict := eligibility.Judge(eligibility.Question{Applicant: a, Policy: e.office.Policy, Codes: e.office.Codes, AsOf: e.office.Today()})
		ruling := review.Ruling{Decision: review.Approve}
		if verdict.Outcome == eligibility.Fail {
			ruling = review.Ruling{Decision: review.Reject, Reasons: []string{blocking(verdict)}}
		}
		if _, err := review.Decide(e.ctx, e.desk, a, ruling); err != nil {
			return err
		}
	}
	return nil
}

// keepPromises brings what was promised, all but the last: that one lapses at the
// end of September.
func (e *ending) keepPromises() error {
	kept, err := dossier.New(e.desk)
	if err != nil {
		return err
	}
	var open []data.CommitmentID
	for _, a := range e.approved() {
		for _, c := range a.Dossier.Commitments {
			if c.Open() {
				open = append(open, c.ID)
			}
		}
	}
	for _, id := range open[:max(0, len(open)-1)] {
		e.tick(20 * time.Minute)
		if err := kept.Fulfil(e.ctx, id, fmt.Sprintf("%d 年度考核登记表", policyYear-1)); err != nil {
			return err
		}
	}
	return nil
}

// examine enters the scores of the computer examination and of level 1's theory;
// the last is left for whoever practises.
func (e *ending) examine() error {
	people := e.approved()
	for _, a := range people[:max(0, len(people)-3)] {
		if err := e.score(a, ""); err != nil {
			return err
		}
	}
	return nil
}

func (e *ending) score(a *data.Applicant, subject string) error {
	e.tick(time.Minute)
	mark := data.Points(e.between(520, 965)).String()
	if e.percent(4) {
		mark = results.Absent.String()
	}
	_, err := e.books.Score(e.ctx, results.Entry{Application: a.Application.ID, Subject: subject, Mark: mark})
	return err
}

// having are the people of a chapter of whom something is so.
func (e *ending) having(so func(*data.Applicant, results.Result) bool) (ids []data.ApplicationID) {
	for _, a := range e.approved() {
		if so(a, results.Of(e.office.Policy, a)) {
			ids = append(ids, a.Application.ID)
		}
	}
	return ids
}

// admit lets into the evaluation whoever has passed the theory.
func (e *ending) admit() error {
	ids := e.having(func(a *data.Applicant, r results.Result) bool {
		theory, ok := r.Subject(policy.SubjectTheory)
		return ok && theory.Outcome == results.Passed
	})
	if len(ids) == 0 {
		return nil
	}
	return e.books.Admit(e.ctx, ids)
}

func (e *ending) evaluate() error {
	for _, id := range e.having(func(a *data.Applicant, _ results.Result) bool { return a.Ledger.Evaluation.Admitted() }) {
		a, _ := e.desk.Register.ByID(id)
		if err := e.score(a, policy.SubjectEvaluation); err != nil {
			return err
		}
	}
	return nil
}

// issue gives certificates to who passed, level by level, each with a series of its
// own.
func (e *ending) issue() error {
	for _, level := range data.Levels() {
		ids := e.having(func(a *data.Applicant, r results.Result) bool {
			return a.Application.Level == level && r.Outcome == results.Passed
		})
		numbers, _ := results.Series(fmt.Sprintf("LS%d%d0001", policyYear, level), len(ids))
		var list []results.Numbered
		for i, id := range ids {
			list = append(list, results.Numbered{Application: id, Number: numbers[i]})
		}
		if len(list) == 0 {
			continue
		}
		e.tick(time.Hour)
		if err := e.books.Issue(e.ctx, e.office.Today(), list); err != nil {
			return err
		}
	}
	return nil
}

// collect hands the certificates out, unit by unit; every fifth unit has not come
// yet.
func (e *ending) collect() error {
	byUnit, units := map[string][]data.ApplicationID{}, []string{}
	for _, a := range e.approved() {
		if _, ok := results.CertificateOf(a); !ok {
			continue
		}
		if byUnit[a.Supervising] == nil {
			units = append(units, a.Supervising)
		}
		byUnit[a.Supervising] = append(byUnit[a.Supervising], a.Application.ID)
	}
	for i, unit := range units {
		if i%5 == 4 {
			continue
		}
		e.tick(time.Hour)
		if err := e.books.Collect(e.ctx, byUnit[unit], e.office.Today(), "单位经办人"); err != nil {
			return err
		}
	}
	return nil
}

// file closes the archives of whose certificates are out.
func (e *ending) file() error {
	var list []results.Filing
	for _, a := range e.approved() {
		c, ok := results.CertificateOf(a)
		if !ok || c.Collected.IsZero() {
			continue
		}
		list = append(list, results.Filing{Application: a.Application.ID, Items: e.books.All(a), Box: fmt.Sprintf("%d-%02d", policyYear, len(list)/30+1), Close: true})
	}
	if len(list) == 0 {
		return nil
	}
	return e.books.File(e.ctx, list)
}

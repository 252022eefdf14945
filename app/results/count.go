package results

import (
	"cmp"
	"slices"

	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/app/review"
	"gongkao/data"
)

// Total is what many applications have come to. Pending, Passed, Failed and
// Absent add up to People.
type Total struct {
	People                          int // who are examined (应考)
	Scored                          int // of them with a score in the first subject, or absent (已录)
	Pending, Passed, Failed, Absent int

	Admitted  int // into the evaluation
	Issued    int // certificates that count
	Collected int // of them
	Revoked   int // of them, for a violation
	Filed     int // archives closed
}

// Count sums the results of people.
func Count(p *policy.Policy, people []*data.Applicant) (t Total) {
	for _, a := range people {
		t.add(p, a)
	}
	return t
}

// Plus returns the sum of both.
func (t Total) Plus(o Total) Total {
	t.People, t.Scored = t.People+o.People, t.Scored+o.Scored
	t.Pending, t.Passed, t.Failed, t.Absent = t.Pending+o.Pending, t.Passed+o.Passed, t.Failed+o.Failed, t.Absent+o.Absent
	t.Admitted, t.Issued, t.Collected = t.Admitted+o.Admitted, t.Issued+o.Issued, t.Collected+o.Collected
	t.Revoked, t.Filed = t.Revoked+o.Revoked, t.Filed+o.Filed
	return t
}

func (t *Total) add(p *policy.Policy, a *data.Applicant) {
	if c, ok := issued(a); ok {
		t.Issued++
		if !c.Collected.IsZero() {
			t.Collected++
		}
		if Revoked(a, c.Number) {
			t.Revoked++
		}
	}
	if !Sits(a) {
		return
	}
	r := Of(p, a)
	t.People++
	if len(r.Subjects) > 0 && r.Subjects[0].Score != nil {
		t.Scored++
	}
	switch r.Outcome {
	case Passed:
		t.Passed++
	case Failed:
		t.Failed++
	case Absent:
		t.Absent++
	default:
		t.Pending++
	}
	if a.Ledger.Evaluation.Admitted() {
		t.Admitted++
	}
	if filed(a) {
		t.Filed++
	}
}

// Passes reports whether somebody passed and has not lapsed by rule since.
func Passes(d *registration.Desk, a *data.Applicant) bool {
	r := Of(d.Office.Policy, a)
	return r.Outcome == Passed && review.Standing(d, a) != data.Lapsed
}

// PassList returns who passed and has not lapsed by rule since (合格名单), by unit,
// level from the highest, and trade.
func PassList(d *registration.Desk, people []*data.Applicant) []*data.Applicant {
	passed := slices.DeleteFunc(slices.Clone(people), func(a *data.Applicant) bool { return !Passes(d, a) })
	slices.SortStableFunc(passed, func(x, y *data.Applicant) int {
		return cmp.Or(cmp.Compare(x.Supervising, y.Supervising), cmp.Compare(x.Unit, y.Unit), cmp.Compare(x.Application.Level, y.Application.Level), cmp.Compare(x.Application.Trade, y.Application.Trade))
	})
	return passed
}

// Waiting counts what waits for a clerk on a day: people without a score once the
// days of the examinations are over, and certificates that nobody has collected.
func Waiting(p *policy.Policy, people []*data.Applicant, today data.Date) (n int) {
	exams, known := p.Deadline("exams")
	over := known && today.After(exams.To)
	for _, a := range people {
		if c, ok := CertificateOf(a); ok && c.Collected.IsZero() {
			n++
			continue
		}
		if over && Sits(a) {
			if r := Of(p, a); len(r.Subjects) > 0 && r.Subjects[0].Score == nil {
				n++
			}
		}
	}
	return n
}

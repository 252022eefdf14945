// Package seasontest lets tests hold totals against the people. ByHand sums a
// county from the records on the disk up, with loops of its own: it asks none of
// the packages whose sums it is held against. Season is a county in which anything
// happens in any order, through the doors that clerks use.
package seasontest

import (
	"context"
	"slices"
	"testing"

	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Sums is what people come to.
type Sums struct {
	People, Approved int
	Due, Paid        data.Fen

	Copies int // of textbooks; in County those that units order for themselves too
	Amount data.Fen

	Pending, Passed, Failed, Absent int // of those approved
	Certificates                    int // in force
}

// County is a county summed from the people up.
type County struct {
	All     Sums // everybody on record
	Running Sums // whom the roster lists
	Applied Sums // whom statistics count
	Levels  map[data.Level]Sums
	Units   map[data.UnitID]Sums // of those applied, by unit; their own orders are in Own
	Own     Sums                 // what units order for themselves
	Handed  data.Fen             // money for books handed up
}

// ByHand sums a county as it lies on the disk.
func ByHand(t testing.TB, d *registration.Desk) County {
	t.Helper()
	p := d.Office.Policy
	c := County{Levels: map[data.Level]Sums{}, Units: map[data.UnitID]Sums{}}
	err := d.Office.Store.View(context.Background(), func(r *store.Reader) error {
		people, err := r.Applicants(p.Year)
		if err != nil {
			return err
		}
		for _, a := range people {
			c.take(p, a)
		}
		return c.books(r, p.Year)
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func (c *County) take(p *policy.Policy, a *data.Applicant) {
	one := sumsOf(p, a)
	c.All.add(one)
	switch a.Application.Status {
	case data.Carried, data.Withdrawn:
		return
	case data.Rejected, data.Cancelled, data.Lapsed:
	default:
		c.Running.add(one)
	}
	c.Applied.add(one)
	level, unit := c.Levels[a.Application.Level], c.Units[a.Application.Unit]
	level.add(one)
	unit.add(one)
	c.Levels[a.Application.Level], c.Units[a.Application.Unit] = level, unit
}

// books takes in what belongs to no person.
func (c *County) books(r *store.Reader, year int) error {
	orders, err := r.BookOrders(year)
	if err != nil {
		return err
	}
	for _, o := range orders {
		if o.Application == "" && o.Void == "" {
			c.Own.Copies += o.Copies
			c.Own.Amount += data.Fen(o.Copies) * o.Price
		}
	}
	slips, err := r.BookSlips(year)
	for _, s := range slips {
		if s.Void == "" {
			c.Handed += s.Money
		}
	}
	return err
}

func (s *Sums) add(o Sums) {
	s.People, s.Approved, s.Due, s.Paid = s.People+o.People, s.Approved+o.Approved, s.Due+o.Due, s.Paid+o.Paid
	s.Copies, s.Amount, s.Certificates = s.Copies+o.Copies, s.Amount+o.Amount, s.Certificates+o.Certificates
	s.Pending, s.Passed, s.Failed, s.Absent = s.Pending+o.Pending, s.Passed+o.Passed, s.Failed+o.Failed, s.Absent+o.Absent
}

// sumsOf is what one person comes to.
func sumsOf(p *policy.Policy, a *data.Applicant) Sums {
	s := Sums{People: 1}
	for _, pay := range a.Ledger.Payments {
		if pay.Void == "" {
			s.Paid += pay.Fen
		}
	}
	for _, o := range a.Ledger.Orders {
		if o.Void == "" {
			s.Copies += o.Copies
			s.Amount += data.Fen(o.Copies) * o.Price
		}
	}
	for _, c := range a.Ledger.Certificates {
		if c.Void == "" && !revoked(a, c.Number) {
			s.Certificates++
		}
	}
	if status := a.Application.Status; status != data.Approved && status != data.Reported {
		return s
	}
	s.Approved = 1
	entered := a.Ledger.Evaluation != nil && !a.Ledger.Evaluation.Entered.IsZero()
	for _, fee := range p.Fee(a.Application.Level) {
		if fee.Step == 1 || entered {
			s.Due += fee.Fen
		}
	}
	*s.outcome(p, a) = 1
	return s
}

// Passed reports whether somebody who is approved has passed.
func Passed(p *policy.Policy, a *data.Applicant) bool { return sumsOf(p, a).Passed == 1 }

// outcome is where somebody counts who is examined: by the first subject that is
// not passed, or else the last.
func (s *Sums) outcome(p *policy.Policy, a *data.Applicant) *int {
	at := &s.Pending
	for _, subject := range p.Subjects(a.Application.Level) {
		last := slices.IndexFunc(a.Ledger.Scores, func(sc data.Score) bool { return sc.Subject == subject.ID && sc.Void == "" })
		switch {
		case last < 0:
			return &s.Pending
		case a.Ledger.Scores[last].Absent:
			return &s.Absent
		case a.Ledger.Scores[last].Points < subject.Pass:
			return &s.Failed
		}
		at = &s.Passed
	}
	return at
}

func revoked(a *data.Applicant, number string) bool {
	return slices.ContainsFunc(a.Dossier.Violations, func(v data.Violation) bool {
		return v.Withdrawn.IsZero() && slices.Contains(v.Revoked, number)
	})
}

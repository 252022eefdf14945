package results

import (
	"fmt"
	"strings"

	"gongkao/app/policy"
	"gongkao/app/registration"
	outcomes "gongkao/app/results"
	"gongkao/data"
	"gongkao/views/wording"
)

// Person is what every list says of somebody.
type Person struct {
	Name, Unit, Trade, Level string
	Marks                    []string // 已失效, 未补
}

// Person returns who stands in a row.
func (m *Model) Person(row int) Person {
	a := m.row(row).a
	p := Person{Name: a.Person.Name, Unit: a.Unit, Trade: a.Application.Trade, Level: a.Application.Level.String()}
	if !outcomes.Sits(a) {
		p.Marks = append(p.Marks, a.Application.Status.String())
	}
	if m.lapsed(a) {
		p.Marks = append(p.Marks, data.Lapsed.String())
		return p
	}
	for _, f := range marked {
		if m.desk.Has(a, f) {
			p.Marks = append(p.Marks, f.String())
		}
	}
	return p
}

// marked are the flags that matter when results are dealt with.
var marked = []registration.Flag{registration.Owing, registration.Unpaid, registration.GivenUp}

// entering is the subject whose score is typed in a stage: in the first list the
// examination, in the second the evaluation.
func (m *Model) entering(s *standing) (t *outcomes.Taken, ok bool) {
	if m.stage == Evaluation {
		return s.result.Subject(policy.SubjectEvaluation)
	}
	if len(s.result.Subjects) == 0 {
		return nil, false
	}
	return &s.result.Subjects[0], true
}

// Scored is a row of a list of scores.
type Scored struct {
	Subject   string
	Score     string // "" while there is none
	Outcome   outcomes.Outcome
	Confirmed bool
	Theory    string // in the evaluation
	Admitted  string // the day, "" while not
}

// Score returns what a row of the first two lists says.
func (m *Model) Score(row int) Scored {
	s := m.row(row)
	var out Scored
	t, ok := m.entering(s)
	if !ok {
		return Scored{Subject: "—", Outcome: outcomes.Pending}
	}
	out = Scored{Subject: t.Name, Score: t.Words(), Outcome: t.Outcome, Confirmed: t.Confirmed}
	if m.stage == Evaluation {
		theory, _ := s.result.Subject(policy.SubjectTheory)
		out.Theory = theory.Words()
		if e := s.a.Ledger.Evaluation; e.Admitted() {
			out.Admitted = m.day(e.Entered)
		}
	}
	return out
}

func (m *Model) day(d data.Date) string { return wording.Ago(d, m.desk.Office.Today()) }

// Certified is a row of the certificates.
type Certified struct {
	Number, Issued, Collected string
	Here                      bool // it lies in the office
	Revoked                   bool
	Lapsed                    bool // none was given, and none will be
}

// Certificate returns what a row of the certificates says.
func (m *Model) Certificate(row int) Certified {
	c, revoked, ok := outcomes.Issued(m.row(row).a)
	if !ok {
		return Certified{Lapsed: m.row(row).lapsed}
	}
	out := Certified{Number: c.Number, Issued: m.day(c.Issued), Revoked: revoked, Here: c.Collected.IsZero()}
	if !out.Here {
		out.Collected = m.day(c.Collected) + " " + c.Collector
	}
	return out
}

// Filed is a row of the archive.
type Filed struct {
	Outcome outcomes.Outcome
	In      string // 5/8
	Lacks   string
	Box     string
	Day     string // "" while not closed
}

// Filed returns what a row of the archive says.
func (m *Model) Filed(row int) Filed {
	s := m.row(row)
	items, in := m.books.ArchiveOf(s.a)
	out := Filed{Outcome: s.result.Outcome}
	var keys []string
	for _, i := range items {
		if in[i.Key] {
			keys = append(keys, i.Key)
		}
	}
	out.In = fmt.Sprintf("%d/%d", len(keys), len(items))
	if a := s.a.Ledger.Archive; a != nil {
		out.Box = a.Box
		if !a.Filed.IsZero() {
			out.Day = m.day(a.Filed)
		}
	}
	if len(keys) > 0 && out.Day == "" {
		out.Lacks = strings.Join(m.books.Lacking(s.a, keys), "、")
	}
	return out
}

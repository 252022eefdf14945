// Package results is what comes of the examinations: scores, the evaluation of
// level 1, certificates, the archive. Of says what an application has come to, and
// Count sums it over people; both are pure functions of people in memory, so no
// total can differ from the people it is a total of. New gives the Books, whose
// methods are the doors for writing: Score, Correct, Admit, Issue, Collect, File.
// NewSheet takes scores from an imported sheet.
//
// What is enough stands in the policy (subject-computer, subject-theory,
// subject-evaluation). While nobody has signed the row off, the result is said to
// be 待核对, and nothing is refused for it.
package results

import (
	"gongkao/app/policy"
	"gongkao/data"
)

// Outcome is what a subject, or an application, has come to.
type Outcome string

// The outcomes of the command-line contract.
const (
	Pending Outcome = "pending"
	Passed  Outcome = "passed"
	Failed  Outcome = "failed"
	Absent  Outcome = "absent"
)

var outcomeNames = map[Outcome]string{Pending: "未出", Passed: "合格", Failed: "不合格", Absent: "缺考"}

// String returns the word screens show.
func (o Outcome) String() string { return outcomeNames[o] }

// Outcomes lists all outcomes in the order of screens.
func Outcomes() []Outcome { return []Outcome{Pending, Passed, Failed, Absent} }

// Taken is a subject and what was reached in it.
type Taken struct {
	policy.Subject
	Score   *data.Score // the entry that counts; nil: none yet
	Outcome Outcome
}

// Words says what was reached, "" while nothing is known: 78.5, 缺考.
func (t *Taken) Words() string {
	switch {
	case t.Score == nil:
		return ""
	case t.Score.Absent:
		return Absent.String()
	}
	return t.Score.Points.String()
}

// Result is what an application has come to.
type Result struct {
	Sits      bool    // is approved, so that he is examined at all
	Subjects  []Taken // in the order in which they are taken
	Outcome   Outcome
	Confirmed bool // every pass mark is signed off
}

// Of works out an application's result. Whoever is not approved, or is so no
// more, has none: his scores stay to be read and count for nothing.
func Of(p *policy.Policy, a *data.Applicant) Result {
	subjects := p.Subjects(a.Application.Level)
	r := Result{Sits: Sits(a), Outcome: Pending, Confirmed: len(subjects) > 0, Subjects: make([]Taken, len(subjects))}
	open := true // every subject so far is passed
	for i, s := range subjects {
		t := Taken{Subject: s, Score: scoreOf(a, s.ID)}
		t.Outcome = outcomeOf(s, t.Score)
		r.Confirmed = r.Confirmed && s.Confirmed
		if open && r.Sits {
			r.Outcome = t.Outcome
		}
		open = open && t.Outcome == Passed
		r.Subjects[i] = t
	}
	return r
}

// Sits reports whether somebody is examined: he is approved, and has not been
// cancelled since.
func Sits(a *data.Applicant) bool {
	return a.Application.Status == data.Approved || a.Application.Status == data.Reported
}

// Subject returns what was reached in a subject; ok is false when the level is
// not examined in it.
func (r *Result) Subject(id string) (t *Taken, ok bool) {
	for i := range r.Subjects {
		if r.Subjects[i].ID == id {
			return &r.Subjects[i], true
		}
	}
	return nil, false
}

// Next returns the subject that has no score yet; ok is false when all have.
func (r *Result) Next() (t *Taken, ok bool) {
	for i := range r.Subjects {
		if r.Subjects[i].Score == nil {
			return &r.Subjects[i], true
		}
	}
	return nil, false
}

// Deciding returns the subject on which the result rests so far: the last that
// has a score. ok is false while none has.
func (r *Result) Deciding() (t *Taken, ok bool) {
	for i := range r.Subjects {
		if r.Subjects[i].Score != nil {
			t = &r.Subjects[i]
		}
	}
	return t, t != nil
}

// scoreOf returns the entry of a subject that counts.
func scoreOf(a *data.Applicant, subject string) (found *data.Score) {
	for i := range a.Ledger.Scores {
		if s := &a.Ledger.Scores[i]; s.Subject == subject && s.Void == "" {
			found = s
		}
	}
	return found
}

func outcomeOf(s policy.Subject, score *data.Score) Outcome {
	switch {
	case score == nil:
		return Pending
	case score.Absent:
		return Absent
	}
	enough, known := s.Enough(score.Points)
	switch {
	case !known:
		return Pending
	case enough:
		return Passed
	}
	return Failed
}

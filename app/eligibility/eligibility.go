// Package eligibility judges whether somebody may apply: facts + policy + day →
// a verdict with its reasons. Callers want Judge. Every rule is a small file of
// its own and a row of the list in rules.go; its numbers, source and clause
// come from the rows of the policy file that speak of the level and path
// applied for, so a rule without a row is not asked.
//
// What is broken blocks when the row is 已核对 and warns when it is 待核对; what
// cannot be judged, because a field is empty or a person has to look, always
// warns. A message names the numbers it used and says what to do; screens and
// papers print it and never recompute. Only what deserves a word becomes a
// finding: there are none for clauses that are plainly met.
package eligibility

import (
	"gongkao/app/codes"
	"gongkao/app/policy"
	"gongkao/app/retirement"
	"gongkao/data"
)

// Outcome is a verdict in one word.
type Outcome string

// The outcomes of the command-line contract.
const (
	Pass Outcome = "pass"
	Warn Outcome = "warn" // something for a clerk to look at
	Fail Outcome = "fail" // a confirmed rule is broken
)

// Severity says what a finding does to the verdict.
type Severity string

// The severities of the command-line contract.
const (
	Block   Severity = "block"
	Warning Severity = "warn"
	Info    Severity = "info"
)

// Question is what a verdict depends on, all of it.
type Question struct {
	Applicant *data.Applicant
	Policy    *policy.Policy
	Codes     *codes.Codes
	AsOf      data.Date           // today, or the day that is asked about
	Others    []*data.Application // of the same person and year, as far as the caller knows of any
	Traced    bool                // findings carry their trace
}

// Finding is one reason, fit to be printed.
type Finding struct {
	Rule      string   `json:"rule"`
	Severity  Severity `json:"severity"`
	Field     string   `json:"field,omitempty"` // key of the field to look at
	Clause    string   `json:"clause"`
	Source    string   `json:"source"`
	Confirmed bool     `json:"confirmed"`
	Message   string   `json:"message"`

	Trace *data.Trace `json:"trace,omitempty"` // filled by Explain, and by Judge when asked to
}

// Verdict is what the rules say of one application.
type Verdict struct {
	Outcome         Outcome
	RetirementMonth data.Month          // zero when it cannot be computed
	Retirement      retirement.Standing // how that month stands to the year
	Findings        []Finding           // in the order of the rules; nil when there are none
}

// Judge applies the year's rules. It reads no clock and changes nothing, so
// the same question has the same answer.
func Judge(q Question) Verdict {
	if q.Traced {
		v, _ := Explain(q)
		return v
	}
	m := take(q)
	if q.Policy.Provisional() {
		m.awaitNotice()
		return m.verdict()
	}
	rows := q.Policy.Rules(m.application.Level, m.application.Path)
	for i := range rules {
		for _, row := range rows {
			if row.ID == rules[i].id {
				rules[i].check(m, row)
			}
		}
	}
	return m.verdict()
}

// verdict sums the findings up.
func (m *matter) verdict() Verdict {
	v := Verdict{Outcome: Pass, RetirementMonth: m.retirement.Month, Retirement: m.standing, Findings: m.findings}
	for _, f := range v.Findings {
		switch {
		case f.Severity == Block:
			v.Outcome = Fail
		case f.Severity == Warning && v.Outcome == Pass:
			v.Outcome = Warn
		}
	}
	return v
}

package inspection

import (
	"gongkao/app/eligibility"
	"gongkao/app/retirement"
	"gongkao/app/review"
	"gongkao/data"
)

// Verdict is what the rules say on the day, clause by clause.
type Verdict struct {
	Outcome         eligibility.Outcome `json:"outcome"`
	RetirementMonth data.Month          `json:"retirement_month"`
	Retirement      retirement.Standing `json:"retirement"`
	Clauses         []Clause            `json:"clauses"` // all that asked something, met or not
}

// Clause is a row of the policy as it was held against the application, with
// where it comes from and who stands for it.
type Clause struct {
	Key       string                `json:"key"`
	Rule      string                `json:"rule"`
	Title     string                `json:"title"`
	Fact      string                `json:"fact"`
	Severity  eligibility.Severity  `json:"severity"` // "": met
	Findings  []eligibility.Finding `json:"findings"`
	Trace     data.Trace            `json:"trace"`
	Look      []Slot                `json:"look"` // documents to look at
	Clause    string                `json:"clause"`
	Source    string                `json:"source"`
	Confirmed bool                  `json:"confirmed"`
	SignedBy  string                `json:"signed_by,omitempty"`
	SignedOn  data.Date             `json:"signed_on,omitzero"`
}

// Slot is a document by its key and by what sentences call it.
type Slot struct {
	Key  string `json:"slot"`
	Name string `json:"slot_name"`
}

// verdictOf writes down what the case found.
func verdictOf(k *review.Case) Verdict {
	v := k.Verdict()
	written := Verdict{Outcome: v.Outcome, RetirementMonth: v.RetirementMonth, Retirement: v.Retirement, Clauses: []Clause{}}
	for _, s := range k.Steps() {
		c := Clause{
			Key: s.Key, Rule: s.Rule, Title: s.Title, Fact: s.Fact, Severity: s.Severity, Findings: listed(s.Findings), Trace: s.Trace, Look: []Slot{},
			Clause: s.Row.Clause, Source: s.Row.Source, Confirmed: s.Row.Confirmed(), SignedBy: s.Row.SignedBy, SignedOn: s.Row.SignedOn,
		}
		for _, slot := range s.Look {
			c.Look = append(c.Look, slotOf(slot))
		}
		written.Clauses = append(written.Clauses, c)
	}
	return written
}

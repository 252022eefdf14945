package inspection

import (
	"context"
	"slices"

	"gongkao/app/eligibility"
	"gongkao/app/governing"
	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/app/review"
	"gongkao/app/tables"
	"gongkao/data"
	"gongkao/data/store"
)

// Sheet is what a 资格审查表 tells of one review: the clauses as they stood when it
// was decided or, where it is still open, as they stand today.
type Sheet struct {
	Applicant *data.Applicant // as the clauses saw him
	Steps     []review.Step
	Decision  *data.Decision // nil: the case is open
	Policy    *policy.Policy // by which; nil: its file was not kept
}

// Sheets tells of many reviews; the policy of a decision is read once.
type Sheets struct {
	desk     *registration.Desk
	policies map[string]*policy.Policy
}

// NewSheets returns the sheets of a desk.
func NewSheets(d *registration.Desk) *Sheets {
	return &Sheets{d, map[string]*policy.Policy{d.Office.Policy.Hash: d.Office.Policy}}
}

// judged are the statuses a reviewer's conclusion leads to.
var judged = []data.Status{data.Approved, data.Returned, data.Rejected}

// Of returns the sheet of an application. It refuses one that is not in the year's
// register (not-found).
func (s *Sheets) Of(ctx context.Context, id data.ApplicationID) (Sheet, error) {
	k, err := review.Begin(ctx, s.desk, id)
	if err != nil {
		return Sheet{}, err
	}
	var decisions []data.Decision
	var kept data.Review
	err = s.desk.Office.Store.View(ctx, func(r *store.Reader) (err error) {
		if kept, err = r.Review(id); err != nil {
			return err
		}
		decisions, err = r.Decisions(id)
		return err
	})
	if err != nil {
		return Sheet{}, err
	}
	d := concluding(decisions, k.Applicant().Application.Status)
	if d == nil {
		return Sheet{Applicant: k.Applicant(), Steps: k.Steps(), Policy: s.desk.Office.Policy}, nil
	}
	return s.decided(ctx, d, kept.Ticks)
}

// concluding returns the conclusion by which an application stands where it does;
// nil while it waits for one.
func concluding(decisions []data.Decision, status data.Status) *data.Decision {
	if status == data.Draft || status == data.Submitted {
		return nil
	}
	for i := range slices.Backward(decisions) {
		if slices.Contains(judged, decisions[i].To) {
			return &decisions[i]
		}
	}
	return nil
}

// decided explains the application as it stood before the decision, by the policy
// of the decision. What the decision itself holds goes before what is found so.
func (s *Sheets) decided(ctx context.Context, d *data.Decision, ticks map[string]data.Tick) (Sheet, error) {
	then, err := s.desk.AsDecided(ctx, d)
	if err != nil {
		return Sheet{}, err
	}
	sheet := Sheet{Applicant: then, Decision: d}
	if sheet.Policy, err = s.policyOf(ctx, d.PolicyHash); err != nil {
		return Sheet{}, err
	}
	var clauses []eligibility.Clause
	if sheet.Policy != nil {
		_, clauses = eligibility.Explain(eligibility.Question{Applicant: then, Policy: sheet.Policy, Codes: s.desk.Office.Codes, AsOf: data.DateOf(d.At)})
	}
	for _, c := range asSaid(clauses, d.Findings) {
		step := review.Step{Clause: c}
		if t := ticks[c.Key]; !t.At.After(d.At) {
			step.Tick = t
		}
		sheet.Steps = append(sheet.Steps, step)
	}
	return sheet, nil
}

// policyOf returns the policy of a hash, nil where its file was not kept.
func (s *Sheets) policyOf(ctx context.Context, hash string) (*policy.Policy, error) {
	if p, known := s.policies[hash]; known {
		return p, nil
	}
	p, err := governing.PolicyAt(ctx, s.desk, hash)
	if data.HasCode(err, "policy-lost") {
		p, err = nil, nil
	}
	if err == nil {
		s.policies[hash] = p
	}
	return p, err
}

// asSaid gives clauses the findings that a decision holds: of a rule whose findings
// differ from those found now, what was said then stands with its first clause. A
// rule without a clause gets one.
func asSaid(clauses []eligibility.Clause, said []data.DecidedFinding) []eligibility.Clause {
	of := map[string][]eligibility.Finding{}
	var order []string
	for _, f := range said {
		if of[f.Rule] == nil {
			order = append(order, f.Rule)
		}
		of[f.Rule] = append(of[f.Rule], eligibility.Finding{Rule: f.Rule, Severity: eligibility.Severity(f.Severity), Clause: f.Clause, Source: f.Source, Confirmed: f.Confirmed, Message: f.Message})
	}
	now := map[string][]string{}
	for _, c := range clauses {
		for _, f := range c.Findings {
			now[c.Rule] = append(now[c.Rule], f.Message)
		}
	}
	met := map[string]bool{}
	for i := range clauses {
		c := &clauses[i]
		if then := of[c.Rule]; !slices.Equal(now[c.Rule], messages(then)) {
			c.Findings, c.Severity = nil, ""
			if !met[c.Rule] {
				c.Findings, c.Severity = then, gravest(then)
			}
		}
		met[c.Rule] = true
	}
	for _, rule := range order {
		if f := of[rule][0]; !met[rule] {
			row := &policy.Rule{ID: rule, Origin: policy.Origin{Source: f.Source, Status: statusOf(f)}, Quote: policy.Quote{Clause: f.Clause}}
			clauses = append(clauses, eligibility.Clause{Key: rule, Rule: rule, Row: row, Title: eligibility.Title(row), Findings: of[rule], Severity: gravest(of[rule])})
		}
	}
	return clauses
}

// statusOf is the status of the row that a finding came from.
func statusOf(f eligibility.Finding) tables.Status {
	if f.Confirmed {
		return tables.Confirmed
	}
	return tables.Unconfirmed
}

func messages(findings []eligibility.Finding) (all []string) {
	for _, f := range findings {
		all = append(all, f.Message)
	}
	return all
}

// gravest returns the severity that decides of a clause.
func gravest(findings []eligibility.Finding) (s eligibility.Severity) {
	for _, f := range findings {
		if f.Severity.Weight() > s.Weight() {
			s = f.Severity
		}
	}
	return s
}

package review

import (
	"maps"
	"slices"

	"gongkao/app/eligibility"
	"gongkao/app/policy"
	"gongkao/data"
	"gongkao/data/store"
)

// Ground is a reason of a decision, with the clause that it rests on.
type Ground struct {
	Reason string
	Found  bool   // they are the words of a finding, not of a clerk
	Source string // 信人技考函〔2026〕1号
	Clause string // 二（四）; both "" where none is known, or nobody has signed it off
}

// Settled reports whether all that was asked has been answered.
func Settled(r *data.Review) bool { return len(r.Asks) > 0 && unanswered(r.Asks) == nil }

// Grounds returns why an application was returned or rejected: the reasons of the
// decision by which it stands where it does. What was asked and has been answered
// since is left out; what was asked before and is still open comes along, for the
// application cannot go on without it.
func Grounds(r *store.Reader, p *policy.Policy, a *data.Applicant) (grounds []Ground, err error) {
	decisions, err := r.Decisions(a.Application.ID)
	if err != nil {
		return nil, err
	}
	review, err := r.Review(a.Application.ID)
	if err != nil {
		return nil, err
	}
	for _, d := range slices.Backward(decisions) {
		if d.To != a.Application.Status {
			continue
		}
		by := basis{policy: p, applicant: a, decision: &d, review: &review}
		for _, reason := range by.open() {
			g := Ground{Reason: reason, Found: by.found(reason)}
			g.Source, g.Clause = by.clause(reason)
			grounds = append(grounds, g)
		}
		return grounds, nil
	}
	return nil, nil
}

// basis is what the clause of a reason is looked for in.
type basis struct {
	policy    *policy.Policy
	applicant *data.Applicant
	decision  *data.Decision
	review    *data.Review
}

// open are the reasons of the decision that nobody has answered, and of a return
// what was asked before and is open.
func (b *basis) open() (reasons []string) {
	for _, reason := range b.decision.Reasons {
		if !b.answered(reason) {
			reasons = append(reasons, reason)
		}
	}
	if b.decision.To != data.Returned {
		return reasons
	}
	for _, ask := range b.review.Asks {
		if ask.Answer == "" && !slices.Contains(reasons, ask.Text) {
			reasons = append(reasons, ask.Text)
		}
	}
	return reasons
}

// answered reports whether what was asked by the decision has been answered.
func (b *basis) answered(reason string) bool {
	return slices.ContainsFunc(b.review.Asks, func(a data.Ask) bool {
		return a.Decision == b.decision.ID && a.Text == reason && a.Answer != ""
	})
}

// found reports whether a reason is what a rule had found.
func (b *basis) found(reason string) bool {
	return slices.ContainsFunc(b.decision.Findings, func(f data.DecidedFinding) bool { return f.Message == reason })
}

// clause is what a reason rests on: a preset on the notice's clause for it, a
// finding on its own, an objection to a clause on that clause. A row that nobody
// has signed off is not cited; a clerk writes by hand what he knows.
func (b *basis) clause(reason string) (source, clause string) {
	for _, preset := range Reasons {
		if preset.Text == reason {
			if g, ok := b.policy.Ground(preset.Code); ok {
				return b.policy.Notice.Number, g.Clause
			}
		}
	}
	for _, f := range b.decision.Findings {
		if f.Message == reason {
			return cited(f.Confirmed, f.Source, f.Clause)
		}
	}
	if row, ok := eligibility.RowOf(b.policy, &b.applicant.Application, b.objected(reason)); ok {
		return cited(row.Confirmed(), row.Source, row.Clause)
	}
	return "", ""
}

// objected is the key of the clause that was objected to in these words.
func (b *basis) objected(reason string) string {
	for _, ask := range b.review.Asks {
		if ask.Decision == b.decision.ID && ask.Text == reason && ask.Rule != "" {
			return ask.Rule
		}
	}
	for _, key := range slices.Sorted(maps.Keys(b.review.Ticks)) {
		if tick := b.review.Ticks[key]; tick.Mark == data.Objects && tick.Note == reason {
			return key
		}
	}
	return ""
}

func cited(confirmed bool, source, clause string) (string, string) {
	if !confirmed {
		return "", ""
	}
	return source, clause
}

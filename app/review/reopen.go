package review

import (
	"context"
	"slices"

	"gongkao/app/eligibility"
	"gongkao/app/fees/account"
	"gongkao/app/registration"
	"gongkao/data"
)

// Reopen opens a decided application for correction (更正), as an act of its own:
// it waits for review again, may be amended, and keeps the decision it had in its
// history. Ticks stand for what is not changed.
func Reopen(ctx context.Context, d *registration.Desk, id data.ApplicationID, why string) error {
	return perform(ctx, d, id, Ruling{Decision: reopening, Reasons: []string{why}})
}

// Cancel takes the year's application away from somebody found to have violated
// the rules (取消当年申报资格). The violation is a record of its own.
func Cancel(ctx context.Context, d *registration.Desk, id data.ApplicationID, why string) error {
	return perform(ctx, d, id, Ruling{Decision: cancelling, Reasons: []string{why}})
}

func perform(ctx context.Context, d *registration.Desk, id data.ApplicationID, r Ruling) error {
	c := &Case{desk: d, id: id}
	if err := c.Refresh(ctx); err != nil {
		return err
	}
	_, err := c.decide(ctx, actFor(r.Decision), r)
	return err
}

// Lapsed reports whether an application has lapsed on the day asked about
// by rule: what was promised has not been brought in time (视为资格审查不通过), or
// nothing was paid (逾期未缴费的，视为自动放弃). It follows from the day and is undone by
// the record, not by a click.
func Lapsed(q eligibility.Question) bool {
	if !slices.Contains(registration.Running, q.Applicant.Application.Status) {
		return false
	}
	if account.Of(q.Policy, q.Applicant, q.AsOf).Lapsed() {
		return true
	}
	for _, f := range eligibility.Judge(q).Findings {
		if f.Rule == "commitment-lapsed" && f.Severity == eligibility.Block {
			return true
		}
	}
	return false
}

// Standing returns the status that an application has today: the recorded one,
// or lapsed.
func Standing(d *registration.Desk, a *data.Applicant) data.Status {
	o := d.Office
	if Lapsed(eligibility.Question{Applicant: a, Policy: o.Policy, Codes: o.Codes, AsOf: o.Today()}) {
		return data.Lapsed
	}
	return a.Application.Status
}

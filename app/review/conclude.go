package review

import (
	"context"
	"fmt"

	"gongkao/app/eligibility"
	"gongkao/data"
)

// May returns nil when the clerk may conclude so, or the refusal that says why
// not yet: an approval needs every clause ticked and no block, nothing asked
// open, and no difference of second keying. Whether a return or rejection has
// its reason is seen by Conclude.
func (c *Case) May(d Decision) error {
	m, err := moveFor(d)
	if err != nil {
		return err
	}
	if err := c.look(); err != nil {
		return err
	}
	if err := m.allowed(c.applicant.Application.Status); err != nil {
		return err
	}
	if m.judged {
		if err := c.notMine(); err != nil {
			return err
		}
	}
	if d == Approve {
		if err := unfinished(c.Steps()); err != nil {
			return err
		}
	}
	return c.ready(m, c.review.Asks)
}

// Conclude records the conclusion that the ticks bear out. Clauses objected to
// are the reasons of a return or rejection that gives none itself; clauses set
// aside are overrides of an approval.
func (c *Case) Conclude(ctx context.Context, r Ruling) (Outcome, error) {
	if err := c.Refresh(ctx); err != nil {
		return Outcome{}, err
	}
	if err := c.May(r.Decision); err != nil {
		return Outcome{}, err
	}
	m, err := moveFor(r.Decision)
	if err != nil {
		return Outcome{}, err
	}
	if m.judged && m.reasons && len(r.Reasons) == 0 {
		r.Reasons = c.Proposed()
	}
	return c.decide(ctx, m, r)
}

// unfinished says which clause is the first that keeps an approval waiting.
func unfinished(steps []Step) error {
	waiting := 0
	for i := range steps {
		if !steps[i].Done() {
			waiting++
		}
	}
	hint := "核对完这一条就可以通过"
	if waiting > 1 {
		hint = fmt.Sprintf("还有 %d 条要核对", waiting)
	}
	for i := range steps {
		switch s := &steps[i]; {
		case s.Stale:
			return data.Refuse("steps-open", "", number(i)+"未了："+s.Title+"，核对之后又有改动，要重新核对", hint)
		case s.Tick.Mark == "":
			return data.Refuse("steps-open", "", number(i)+"未了："+s.Title+"，还没有核对", hint)
		case s.Severity == eligibility.Block && s.Tick.Mark == data.Agrees:
			return data.Refuse("blocked", gravest(&s.Clause).Field, number(i)+"未了："+gravest(&s.Clause).Message, "请先解决这一条")
		}
	}
	return nil
}

// unobjected refuses an approval while a clause is objected to.
func unobjected(steps []Step) error {
	for i := range steps {
		if s := &steps[i]; s.Done() && s.Tick.Mark == data.Objects {
			return data.Refuse("objected", "", number(i)+"未了："+s.Title+"标了不符（"+s.Tick.Note+"）", "改正后重新核对这一条，或退回、不通过")
		}
	}
	return nil
}

package review

import (
	"context"
	"maps"
	"reflect"
	"slices"
	"strings"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Ruling is a decision to record.
type Ruling struct {
	Decision  Decision
	Reasons   []string          // preset codes, rule ids or free words
	Overrides map[string]string // rule id → why it does not stand in the way
	Answers   map[int]string    // to what was asked, by its place in Asks
}

// Outcome is what came of a conclusion. A conclusion that another clerk has to
// share leaves the status as it was.
type Outcome struct {
	Status   data.Status
	Proposed bool // it waits for another clerk
	Differs  bool // another clerk had concluded otherwise, and has to look again
}

// Decide records the ruling on an application as the signed-in clerk, ticked or
// not. It refuses a move that the status table does not know (status), a return
// or rejection without a reason (reason-missing), an approval against a blocking
// finding that is not overridden with a reason (blocked), against a clause
// somebody has objected to (objected), and a way forward while something that was
// asked is not answered (asks-open). The status stays where a second reviewer
// has to agree.
func Decide(ctx context.Context, d *registration.Desk, a *data.Applicant, r Ruling) (data.Status, error) {
	c := &Case{desk: d, id: a.Application.ID}
	out, err := c.Rule(ctx, r)
	return out.Status, err
}

// Rule is Decide for a Case at hand.
func (c *Case) Rule(ctx context.Context, r Ruling) (Outcome, error) {
	m, err := moveFor(r.Decision)
	if err != nil {
		return Outcome{}, err
	}
	if err := c.Refresh(ctx); err != nil {
		return Outcome{}, err
	}
	return c.decide(ctx, m, r)
}

// decide checks what holds however a decision is come to, and records it.
func (c *Case) decide(ctx context.Context, m move, r Ruling) (Outcome, error) {
	if err := m.allowed(c.applicant.Application.Status); err != nil {
		return Outcome{}, err
	}
	asks, err := c.answering(r.Answers)
	if err != nil {
		return Outcome{}, err
	}
	if err := c.ready(m, asks); err != nil {
		return Outcome{}, err
	}
	r.Overrides = c.overrides(r.Overrides)
	record, err := ruling(m, r, c.verdict)
	if err != nil {
		return Outcome{}, err
	}
	return c.settle(ctx, act{move: m, record: record, asks: asks})
}

// ready says what has to be done before the move, besides ticking.
func (c *Case) ready(m move, asks []data.Ask) error {
	if m.forward {
		if err := unanswered(asks); err != nil {
			return err
		}
	}
	if m.decision == Approve {
		if err := unobjected(c.Steps()); err != nil {
			return err
		}
		if err := c.keyed(); err != nil {
			return err
		}
	}
	if m.judged {
		return c.notMine()
	}
	return nil
}

// overrides are the ticked ones and those given besides.
func (c *Case) overrides(given map[string]string) map[string]string {
	all := setAside(c.Steps())
	if all == nil {
		return given
	}
	maps.Copy(all, given)
	return all
}

// act is a decision about to be written.
type act struct {
	move
	record data.Decision
	asks   []data.Ask
	other  *data.Proposal // that the decision shares
}

// settle writes the decision, or the proposal where another clerk has to agree.
func (c *Case) settle(ctx context.Context, a act) (Outcome, error) {
	o, status := c.desk.Office, c.applicant.Application.Status
	mine := c.proposal(a.move, a.record)
	out, why := c.confer(&a, mine)
	learnt := &lesson{office: o, applicant: c.applicant}
	op := a.op
	if out.Proposed {
		op = data.OpDecide
	}
	var decided data.Application
	err := c.write(ctx, op, why, func(tx *store.Tx, r *data.Review) (err error) {
		if decided, err = tx.Application(c.id); err != nil {
			return err
		}
		if decided.Status != status {
			return data.Refuse("status", "", "这份申报刚刚变成了“"+decided.Status.String()+"”", "请刷新后再看")
		}
		r.Asks = a.asks
		if err := learnt.reasons(tx, a.record.Reasons, a.record.Findings); err != nil {
			return err
		}
		if out.Proposed {
			mine.At = tx.Now()
			propose(r, mine, out.Differs)
			return nil
		}
		decided.Status = a.to
		return c.put(tx, r, a, decided)
	})
	if err != nil {
		return Outcome{}, err
	}
	learnt.remember()
	if !out.Proposed {
		c.desk.Register.Replace(c.id, decided)
	}
	return out, c.look()
}

// put writes a decision that stands, with the policy it was made under.
func (c *Case) put(tx *store.Tx, r *data.Review, a act, decided data.Application) error {
	o, record := c.desk.Office, a.record
	record.ID, record.At, record.Application = data.DecisionID(tx.NewID()), tx.Now(), c.id
	record.From, record.To, record.By, record.PolicyHash = c.applicant.Application.Status, a.to, o.Clerk, o.Policy.Hash
	if a.other != nil {
		record.First = a.other.By
	}
	if err := o.KeepPolicy(tx); err != nil {
		return err
	}
	if err := tx.PutDecision(record); err != nil {
		return err
	}
	if a.to == data.Returned {
		r.Asks = append(r.Asks, c.asksOf(record)...)
	}
	r.Ticks, r.First, r.Differs, r.Reopen = maps.Clone(ticksOf(r, o.Clerk)), nil, nil, ""
	if a.decision == reopening {
		r.Reopen = strings.Join(record.Reasons, "；")
	}
	return tx.PutApplication(decided)
}

// unbegun reports whether a review says nothing worth a record.
func unbegun(r data.Review) bool { return reflect.DeepEqual(r, data.Review{ID: r.ID}) }

// joined adds to the first list what only the second has.
func joined(first, second []string) []string {
	all := slices.Clone(first)
	for _, text := range second {
		if !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	return all
}

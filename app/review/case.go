package review

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"gongkao/app/eligibility"
	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Case is the review of one application: its clauses one under another, what
// the clerk has said of each, and what still stands in the way of a conclusion.
// It is a view of stored records: two Cases of one application do not disturb
// each other. It is not for several goroutines at once.
type Case struct {
	desk   *registration.Desk
	id     data.ApplicationID
	review data.Review
	last   *data.Applicant // of an earlier year

	applicant *data.Applicant
	policy    *policy.Policy
	day       data.Date
	verdict   eligibility.Verdict
	clauses   []eligibility.Clause
	seen      []string // hash of the values, by clause
}

// Step is a clause and what the clerk has said of it. The tick is empty while
// nothing has been said, and Stale when the values are no longer those it saw:
// then it has to be given again.
type Step struct {
	eligibility.Clause
	Tick  data.Tick
	Stale bool
}

// Done reports whether a tick stands.
func (s *Step) Done() bool { return s.Tick.Mark != "" && !s.Stale }

// Begin takes up the review of an application where it was left.
func Begin(ctx context.Context, d *registration.Desk, id data.ApplicationID) (*Case, error) {
	c := &Case{desk: d, id: id}
	if err := c.Refresh(ctx); err != nil {
		return nil, err
	}
	return c, d.Office.Store.View(ctx, c.readLast)
}

// Refresh looks at the records again, after something else was at them: an
// amended field, a document, a change of policy.
func (c *Case) Refresh(ctx context.Context) error {
	if err := c.look(); err != nil {
		return err
	}
	return c.desk.Office.Store.View(ctx, func(r *store.Reader) (err error) {
		c.review, err = r.Review(c.id)
		return err
	})
}

// look explains the application as the register has it now, unless nothing has
// changed: an applicant the register has handed out never does.
func (c *Case) look() error {
	a, ok := c.desk.Register.ByID(c.id)
	if !ok {
		return data.Refuse("not-found", "", "没有找到这份申报", "请刷新列表后再试")
	}
	o := c.desk.Office
	if today := o.Today(); a != c.applicant || o.Policy != c.policy || today != c.day {
		c.applicant, c.policy, c.day = a, o.Policy, today
		c.verdict, c.clauses = eligibility.Explain(eligibility.Question{Applicant: a, Policy: o.Policy, Codes: o.Codes, AsOf: today})
		c.seen = make([]string, len(c.clauses))
		for i := range c.clauses {
			c.seen[i] = seenOf(&c.clauses[i])
		}
	}
	return nil
}

// seenOf is the hash of what a clerk goes by when ticking a clause: what is
// asked, the values looked at, and whether it is met. Sentences and sums are
// left out: they follow from these, and may count the days that pass.
func seenOf(c *eligibility.Clause) string {
	return digest(c.Key, c.Title, c.Severity, c.Trace.Used)
}

func digest(parts ...any) string {
	text, err := json.Marshal(parts)
	if err != nil { // strings, numbers and plain structs of them
		panic(fmt.Sprintf("review: %v", err))
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:12])
}

// Applicant returns whose case it is; do not change it.
func (c *Case) Applicant() *data.Applicant { return c.applicant }

// Verdict returns what the rules say.
func (c *Case) Verdict() eligibility.Verdict { return c.verdict }

// Steps returns the clauses with what the signed-in clerk has said of them.
func (c *Case) Steps() []Step {
	ticks := ticksOf(&c.review, c.desk.Office.Clerk)
	steps := make([]Step, len(c.clauses))
	for i, clause := range c.clauses {
		tick := ticks[clause.Key]
		steps[i] = Step{Clause: clause, Tick: tick, Stale: tick.Mark != "" && tick.Seen != c.seen[i]}
	}
	return steps
}

// Next returns the key of the next clause after the named one that has no valid
// tick, beginning again at the top; "" when there is none.
func (c *Case) Next(after string) string {
	steps := c.Steps()
	from := 0
	for i := range steps {
		if steps[i].Key == after {
			from = i + 1
		}
	}
	for i := range steps {
		if s := &steps[(from+i)%len(steps)]; !s.Done() {
			return s.Key
		}
	}
	return ""
}

// Reopened returns why a decided application was opened for correction; "" when
// it was not.
func (c *Case) Reopened() string { return c.review.Reopen }

// write changes the review in one Update.
func (c *Case) write(ctx context.Context, op data.Op, why string, change func(*store.Tx, *data.Review) error) error {
	var now data.Review
	_, err := c.desk.Office.Store.Update(ctx, op, why, func(tx *store.Tx) (err error) {
		if now, err = tx.Review(c.id); err != nil {
			return err
		}
		begun := now.ID != ""
		now.ID = c.id
		if err := change(tx, &now); err != nil {
			return err
		}
		if !begun && unbegun(now) {
			return nil
		}
		return tx.PutReview(now)
	})
	if err == nil {
		c.review = now
	}
	return err
}

// mostYearsBack is how far back an earlier application is looked for.
const mostYearsBack = 5

// readLast finds the person's newest application of an earlier year.
func (c *Case) readLast(r *store.Reader) error {
	now := c.applicant.Application
	for year := now.Year - 1; year >= now.Year-mostYearsBack; year-- {
		last, found, err := r.ApplicationOf(now.Person, year)
		if err != nil {
			return err
		}
		if !found || last.Status == data.Carried { // who did not apply has nothing to compare
			continue
		}
		c.last = &data.Applicant{Person: c.applicant.Person, Application: last}
		for _, u := range c.desk.AllUnits() {
			if u.ID == last.Unit {
				c.last.Unit = u.Name
			}
		}
		c.last.Dossier, err = r.Dossier(last)
		return err
	}
	return nil
}

// LastYear returns the person with his newest application of an earlier year,
// if there is one. What is true of the person in every year is as it is now.
func (c *Case) LastYear() (*data.Applicant, bool) { return c.last, c.last != nil }

package review_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"gongkao/app/eligibility"
	"gongkao/app/review"
	"gongkao/data"
)

// roads is where an application may go from each status, written down a second
// time: the table of the package must not say more.
var roads = map[data.Status][]data.Status{
	data.Draft:     {data.Submitted, data.Withdrawn, data.Cancelled},
	data.Submitted: {data.Approved, data.Returned, data.Rejected, data.Withdrawn, data.Cancelled},
	data.Returned:  {data.Submitted, data.Approved, data.Rejected, data.Withdrawn, data.Cancelled},
	data.Approved:  {data.Returned, data.Rejected, data.Withdrawn, data.Cancelled, data.Submitted},
	data.Rejected:  {data.Approved, data.Returned, data.Cancelled, data.Submitted},
	data.Cancelled: {data.Submitted},
}

var (
	everyDecision = []review.Decision{review.Submit, review.Approve, review.Return, review.Reject, review.Withdraw}
	everyMark     = []data.TickMark{data.Agrees, data.Objects, data.Overrides}
	certDates     = []string{"2001-01", "2015-06", "2019-06", "2025-03"}
)

// reviewing is a clerk who does anything in any order to one application.
type reviewing struct {
	*counter
	id data.ApplicationID
	k  *review.Case
}

func (v *reviewing) tick(t *rapid.T) {
	key := v.anyClause(t)
	note := rapid.SampledFrom([]string{"", "见原件"}).Draw(t, "note")
	v.may(t, v.k.Tick(bg, key, rapid.SampledFrom(everyMark).Draw(t, "mark"), note))
}

func (v *reviewing) anyClause(t *rapid.T) string {
	var keys []string
	for _, s := range v.k.Steps() {
		keys = append(keys, s.Key)
	}
	return rapid.SampledFrom(keys).Draw(t, "clause")
}

func (v *reviewing) tickAll(t *rapid.T) {
	var open []string
	for _, s := range v.k.Steps() {
		if !s.Done() && s.Severity != eligibility.Block {
			open = append(open, s.Key)
		}
	}
	v.may(t, v.k.TickAll(bg, open, data.Agrees, ""))
}

func (v *reviewing) untick(t *rapid.T) {
	v.may(t, v.k.Untick(bg, v.anyClause(t)))
}

func (v *reviewing) amend(t *rapid.T) {
	was := v.status(v.id)
	_, err := v.Amend(bg, v.id, map[string]string{"current_cert_date": rapid.SampledFrom(certDates).Draw(t, "date")}, "")
	if open := slices.Contains([]data.Status{data.Draft, data.Submitted, data.Returned}, was); open != (err == nil) {
		t.Fatalf("amended while %s: %v", was, err)
	}
	v.may(t, err)
}

func (v *reviewing) answer(t *rapid.T) {
	v.may(t, v.k.Answer(bg, rapid.IntRange(0, 2).Draw(t, "which"), "已补"))
}

func (v *reviewing) conclude(t *rapid.T) {
	d := rapid.SampledFrom(everyDecision).Draw(t, "decision")
	r := review.Ruling{Decision: d, Reasons: rapid.SampledFrom([][]string{nil, {"seal-missing"}}).Draw(t, "reasons")}
	was, mayBe := v.status(v.id), v.k.May(d)
	out, err := v.k.Conclude(bg, r)
	v.may(t, err)
	if err == nil && mayBe != nil {
		t.Fatalf("%s although %v", d, mayBe)
	}
	v.arrived(t, was, out, err)
	if err == nil && d == review.Approve {
		v.sound(t)
	}
}

// decide is what the command line does: no ticks needed.
func (v *reviewing) decide(t *rapid.T) {
	was := v.status(v.id)
	out, err := v.k.Rule(bg, review.Ruling{Decision: rapid.SampledFrom(everyDecision).Draw(t, "decision"), Reasons: []string{"materials-missing"}})
	v.may(t, err)
	v.arrived(t, was, out, err)
}

func (v *reviewing) reopen(t *rapid.T) {
	was := v.status(v.id)
	err := review.Reopen(bg, v.Desk, v.id, "更正")
	v.may(t, err)
	v.arrived(t, was, review.Outcome{Status: data.Submitted}, err)
}

func (v *reviewing) cancel(t *rapid.T) {
	was := v.status(v.id)
	err := review.Cancel(bg, v.Desk, v.id, "查实")
	v.may(t, err)
	v.arrived(t, was, review.Outcome{Status: data.Cancelled}, err)
}

// restart closes the county and lets the same clerk or another one go on.
func (v *reviewing) restart(t *rapid.T) {
	before, clerk := fmt.Sprint(ticked(v.k), v.k.Asks()), v.Office.Clerk
	v.sit(rapid.SampledFrom([]string{"", "李卫东", "王秀英"}).Draw(t, "clerk"))
	v.k = v.begin(v.id)
	if v.Office.Clerk != clerk {
		return // he has ticks of his own
	}
	if after := fmt.Sprint(ticked(v.k), v.k.Asks()); after != before {
		t.Fatalf("after the restart %s, before %s", after, before)
	}
}

func ticked(k *review.Case) (all []string) {
	for _, s := range k.Steps() {
		all = append(all, fmt.Sprint(s.Key, s.Tick.Mark, s.Tick.Note, s.Stale))
	}
	return all
}

// may lets refusals pass and nothing else.
func (v *reviewing) may(t *rapid.T, err error) {
	if _, refused := data.AsRefusal(err); err != nil && !refused {
		t.Fatalf("a fault: %v", err)
	}
	if err := v.k.Refresh(bg); err != nil {
		t.Fatal(err)
	}
}

// arrived checks that the status has moved by the table, or not at all.
func (v *reviewing) arrived(t *rapid.T, was data.Status, out review.Outcome, err error) {
	now := v.status(v.id)
	switch {
	case err != nil && now != was:
		t.Fatalf("refused and still moved from %s to %s", was, now)
	case err == nil && now != out.Status:
		t.Fatalf("said %s, is %s", out.Status, now)
	case now != was && !slices.Contains(roads[was], now):
		t.Fatalf("from %s to %s", was, now)
	}
	forward := err == nil && (now == data.Approved || now == data.Submitted && was == data.Returned)
	if forward && slices.ContainsFunc(v.k.Asks(), func(a data.Ask) bool { return a.Answer == "" }) {
		t.Fatalf("from %s to %s with something asked left open", was, now)
	}
	if err == nil && now == data.Approved {
		v.unblocked(t)
	}
	judged := now == data.Approved || now == data.Rejected || now == data.Returned
	if now != was && judged && v.k.Second() {
		v.shared(t, now)
	}
}

// shared: where two have to agree, two have.
func (v *reviewing) shared(t *rapid.T, now data.Status) {
	if d := v.last(v.id); d.First == "" || d.First == d.By {
		t.Fatalf("%s by %s alone, first %q", now, d.By, d.First)
	}
}

// unblocked: no approval with a block that is not set aside.
func (v *reviewing) unblocked(t *rapid.T) {
	d := v.last(v.id)
	for _, f := range v.Judge(v.k.Applicant()).Findings {
		if f.Severity == eligibility.Block && d.Overrides[f.Rule] == "" {
			t.Fatalf("approved against %s", f.Message)
		}
	}
}

// sound: a guided approval has every clause ticked, none of them objected to.
func (v *reviewing) sound(t *rapid.T) {
	for _, s := range v.k.Steps() {
		if !s.Done() || s.Tick.Mark == data.Objects {
			t.Fatalf("approved with %s %q, stale %v", s.Key, s.Tick.Mark, s.Stale)
		}
	}
}

func TestWhateverIsDoneStatusMovesByTheTableAndTheHistoryVerifies(t *testing.T) {
	c := open(t)
	waiting := review.Queue(c.Desk, "")
	old := named(t, c.Desk, "王守义").Application.ID // somebody whom the notice blocks
	c.put(old, data.Submitted)
	waiting = append(waiting, old)
	for name, passphrase := range passphrases {
		c.must(c.Office.AddUser(bg, name, passphrase))
	}
	rapid.Check(t, func(t *rapid.T) {
		second := rapid.SampledFrom([]data.SecondReviewer{data.SecondNone, data.SecondAll}).Draw(t, "second")
		c.must(review.SetOptions(bg, c.Desk, data.ReviewOptions{Second: second}))
		id := rapid.SampledFrom(waiting).Draw(t, "who")
		forget(c, c.Desk, id)
		c.put(id, data.Submitted)
		v := &reviewing{c, id, c.begin(id)}
		t.Repeat(map[string]func(*rapid.T){
			"tick": v.tick, "tick all": v.tickAll, "untick": v.untick, "amend": v.amend, "answer": v.answer,
			"conclude": v.conclude, "decide": v.decide, "reopen": v.reopen, "cancel": v.cancel, "restart": v.restart,
		})
	})
	report, err := c.Office.Store.Verify(bg)
	c.must(err)
	if !report.OK {
		t.Errorf("the history does not verify: %v", report.Problems)
	}
}

func BenchmarkBegin(b *testing.B) {
	c := open(b)
	waiting := review.Queue(c.Desk, "")
	for i := 0; b.Loop(); i++ {
		k, err := review.Begin(bg, c.Desk, waiting[i%len(waiting)])
		if err != nil {
			b.Fatal(err)
		}
		k.Steps()
	}
}

func BenchmarkTick(b *testing.B) {
	c := open(b)
	k := c.begin(c.waiting(eligibility.Pass))
	key := k.Steps()[0].Key
	for b.Loop() {
		c.must(k.Tick(bg, key, data.Agrees, ""))
	}
}

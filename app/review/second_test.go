package review_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"gongkao/app/eligibility"
	"gongkao/app/review"
	"gongkao/data"
	"gongkao/data/store"
)

func TestTwoReviewersAgreeWithoutHavingSeenEachOther(t *testing.T) {
	c := open(t).withSecond()
	first := c.Office.Clerk
	id := c.waiting(eligibility.Pass)
	k := c.begin(id)
	c.agree(k)
	out, err := k.Conclude(bg, review.Ruling{Decision: review.Approve})
	c.must(err)
	if !out.Proposed || out.Differs || out.Status != data.Submitted || c.status(id) != data.Submitted || len(c.decisions(id)) != 0 {
		t.Fatalf("the first alone decided: %+v", out)
	}
	if p, waits := k.First(); !waits || p.By != first || p.Decision != string(review.Approve) {
		t.Errorf("his own conclusion: %+v", p)
	}
	if turns, err := review.Turns(bg, c.Desk); err != nil || turns[id] != review.Theirs {
		t.Errorf("turns: %v, %v", turns, err)
	}
	c.refused(k.May(review.Approve), "second-same")
	c.refused(k.Tick(bg, k.Steps()[0].Key, data.Agrees, ""), "second-same")
	_, err = review.Decide(bg, c.Desk, k.Applicant(), review.Ruling{Decision: review.Approve})
	c.refused(err, "second-same")

	c.sit("李卫东")
	k = c.begin(id)
	if p, waits := k.First(); !waits || p.By != "" || p.Decision != "" || p.Reasons != nil || p.Ticks != nil {
		t.Errorf("the second sees %+v", p)
	}
	for _, s := range k.Steps() {
		if s.Tick.Mark != "" {
			t.Errorf("the second sees the first's tick of %s", s.Key)
		}
	}
	c.refused(k.TakeBack(bg), "proposal-none")
	turns, err := review.Turns(bg, c.Desk)
	if c.must(err); len(turns) != 1 || turns[id] != review.Mine {
		t.Errorf("turns: %v", turns)
	}
	c.agree(k)
	out, err = k.Conclude(bg, review.Ruling{Decision: review.Approve})
	c.must(err)
	if d := c.last(id); out.Status != data.Approved || out.Proposed || d.First != first || d.By != "李卫东" {
		t.Errorf("%+v, %+v", out, d)
	}
	if _, waits := k.First(); waits {
		t.Error("something still waits")
	}
}

func TestWhoDifferGoBackToTheFirstAndBothStandInTheHistory(t *testing.T) {
	c := open(t).withSecond()
	first := c.Office.Clerk
	id := c.waiting(eligibility.Pass)
	k := c.begin(id)
	c.agree(k)
	c.must(ruled(k, review.Approve))

	c.sit("李卫东")
	k = c.begin(id)
	out, err := k.Conclude(bg, review.Ruling{Decision: review.Return, Reasons: []string{"seal-missing"}})
	c.must(err)
	if !out.Differs || !out.Proposed || c.status(id) != data.Submitted {
		t.Fatalf("outcome: %+v", out)
	}
	c.refused(k.May(review.Approve), "second-same")

	c.sit("")
	k = c.begin(id)
	one, other, differ := k.Difference()
	if !differ || one.By != first || one.Decision != "approve" || other.By != "李卫东" || other.Decision != "return" || len(other.Reasons) != 1 {
		t.Fatalf("the difference: %+v, %+v", one, other)
	}
	if next := k.Next(""); next != "" {
		t.Errorf("the first has to tick %s again", next)
	}
	c.must(c.Office.Store.View(bg, func(r *store.Reader) error {
		entries, err := r.History(data.KindReview, string(id))
		last := entries[len(entries)-1]
		if want := fmt.Sprintf("两位审核人结论不同：%s认为应通过；李卫东认为应退回（缺少签字或公章）", first); last.Why != want || last.By != "李卫东" {
			t.Errorf("history: %q by %s", last.Why, last.By)
		}
		return err
	}))
	_, err = k.Conclude(bg, review.Ruling{Decision: review.Return, Reasons: []string{"seal-missing", "materials-unclear"}})
	c.must(err)
	d := c.last(id)
	if d.To != data.Returned || d.First != "李卫东" || d.By != first || len(d.Reasons) != 2 || len(k.Asks()) != 2 {
		t.Errorf("decision: %+v", d)
	}
}

func TestWhoInsistsWaitsForTheOtherAgain(t *testing.T) {
	c := open(t).withSecond()
	id := c.waiting(eligibility.Pass)
	k := c.begin(id)
	c.agree(k)
	c.must(ruled(k, review.Approve))
	c.sit("李卫东")
	_, err := c.begin(id).Conclude(bg, review.Ruling{Decision: review.Reject, Reasons: []string{"not-in-scope"}})
	c.must(err)
	c.sit("")
	out, err := c.begin(id).Conclude(bg, review.Ruling{Decision: review.Approve})
	c.must(err)
	if !out.Proposed || !out.Differs || c.status(id) != data.Submitted {
		t.Fatalf("outcome: %+v", out)
	}
	c.sit("王秀英") // a third may settle it
	k = c.begin(id)
	c.agree(k)
	c.must(ruled(k, review.Approve))
	if d := c.last(id); d.To != data.Approved || d.By != "王秀英" {
		t.Errorf("decision: %+v", d)
	}
}

func TestAConclusionOnOtherValuesIsVoidAndCanBeTakenBack(t *testing.T) {
	c := open(t).withSecond()
	id := c.waiting(eligibility.Pass)
	k := c.begin(id)
	c.agree(k)
	c.must(ruled(k, review.Approve))
	c.must(k.TakeBack(bg))
	c.must(k.May(review.Approve))
	c.must(ruled(k, review.Approve))
	_, err := c.Amend(bg, id, map[string]string{"current_cert_date": "2002-03"}, "")
	c.must(err)
	c.sit("李卫东")
	k = c.begin(id)
	if _, waits := k.First(); waits {
		t.Error("a conclusion on other values still waits")
	}
	c.agree(k)
	out, err := k.Conclude(bg, review.Ruling{Decision: review.Approve})
	c.must(err)
	if !out.Proposed || c.status(id) != data.Submitted {
		t.Errorf("the void conclusion was shared: %+v", out)
	}
	c.sit("")
	k = c.begin(id)
	c.agree(k)
	c.must(ruled(k, review.Approve))
	if d := c.last(id); d.First != "李卫东" {
		t.Errorf("decision: %+v", d)
	}
}

func TestAShareIsDrawnFromTheApplicationAlone(t *testing.T) {
	c := open(t)
	for name, passphrase := range passphrases {
		c.must(c.Office.AddUser(bg, name, passphrase))
	}
	in := func(o data.ReviewOptions) map[data.ApplicationID]bool {
		c.must(review.SetOptions(bg, c.Desk, o))
		drawn := map[data.ApplicationID]bool{}
		for _, id := range review.Queue(c.Desk, "") {
			k := c.begin(id)
			if second := k.Second(); second || len(k.KeyTwice()) > 0 {
				drawn[id] = second
			}
		}
		return drawn
	}
	half := in(data.ReviewOptions{Second: data.SecondShared, SecondShare: 50})
	if again := in(data.ReviewOptions{Second: data.SecondShared, SecondShare: 50}); !maps.Equal(half, again) {
		t.Error("another time, another share")
	}
	more := in(data.ReviewOptions{Second: data.SecondShared, SecondShare: 80})
	for id := range half {
		if !more[id] {
			t.Error("a larger share leaves somebody out")
		}
	}
	all := len(review.Queue(c.Desk, ""))
	if len(half) == 0 || len(half) >= len(more) || len(more) > all {
		t.Errorf("drawn: %d, %d of %d", len(half), len(more), all)
	}
	if n := len(in(data.ReviewOptions{Second: data.SecondShared, SecondShare: 100})); n != all {
		t.Errorf("a share of all is %d of %d", n, all)
	}
	for id := range in(data.ReviewOptions{Second: data.SecondTop}) {
		if a, _ := c.Register.ByID(id); a.Application.Level > 2 {
			t.Errorf("level %s counts as top", a.Application.Level)
		}
	}
	if n := len(in(data.ReviewOptions{})); n != 0 {
		t.Errorf("%d drawn though none are asked for", n)
	}
}

func TestWhatTheOptionsRefuse(t *testing.T) {
	c := open(t)
	c.refused(review.SetOptions(bg, c.Desk, data.ReviewOptions{Second: data.SecondAll}), "second-nobody")
	c.refused(review.SetOptions(bg, c.Desk, data.ReviewOptions{Second: "some"}), "second-unknown")
	c.refused(review.SetOptions(bg, c.Desk, data.ReviewOptions{Second: data.SecondShared}), "share")
	c.refused(review.SetOptions(bg, c.Desk, data.ReviewOptions{KeyTwice: 101}), "share")
	c.refused(review.SetOptions(bg, c.Desk, data.ReviewOptions{Reasons: []string{strings.Repeat("长", 501)}}), "reason-long")
	c.must(review.SetOptions(bg, c.Desk, data.ReviewOptions{KeyTwice: 20, Reasons: []string{" 缺页 ", "缺页", ""}}))
	c.must(review.SetOptions(bg, c.Desk, data.ReviewOptions{KeyTwice: 30}))
	c.sit("")
	if o := c.Office.Profile.Review; o.KeyTwice != 30 || len(o.Reasons) != 1 || o.Reasons[0] != "缺页" {
		t.Errorf("options: %+v", o)
	}
}

func TestSecondKeyingIsSettledByThePaper(t *testing.T) {
	c := open(t)
	c.must(review.SetOptions(bg, c.Desk, data.ReviewOptions{KeyTwice: 100}))
	id := c.waiting(eligibility.Pass)
	k := c.begin(id)
	a := k.Applicant()
	c.agree(k)
	c.refused(k.May(review.Approve), "keying-open")
	c.refused(k.Settle(bg, "name", "谁"), "keying-none")
	_, err := k.Key(bg, "phone", "1")
	c.refused(err, "keying-idle")
	_, err = k.Key(bg, "name", " ")
	c.refused(err, "required-missing")
	_, err = k.Key(bg, "current_cert_date", "去年")
	if _, ok := data.AsRefusal(err); !ok {
		t.Errorf("an unreadable date: %v", err)
	}
	date := a.Person.CurrentCertDate
	for field, text := range map[string]string{
		"name": a.Person.Name, "id_number": strings.ToLower(string(a.Person.IDNumber)), "level": a.Application.Level.String(), "trade": a.Application.Trade,
		"current_cert_date": fmt.Sprintf("%d.%d", date.Year, date.Month),
	} {
		if made, err := k.Key(bg, field, text); err != nil || made.Settled == "" {
			t.Errorf("%s: %+v, %v", field, made, err)
		}
	}
	c.must(k.May(review.Approve))

	made, err := k.Key(bg, "current_cert_date", fmt.Sprintf("%d.%d", date.Year-1, date.Month))
	c.must(err)
	if made.Settled != "" || made.First == made.Second {
		t.Errorf("a difference: %+v", made)
	}
	c.refused(k.May(review.Approve), "keying-open")
	c.must(k.Settle(bg, "current_cert_date", fmt.Sprintf("%d年%d月", date.Year-1, date.Month)))
	if now := k.Applicant().Person.CurrentCertDate; now.Year != date.Year-1 {
		t.Errorf("the record still says %s", now)
	}
	c.refused(k.May(review.Approve), "steps-open") // the date was ticked before
	c.agree(k)
	c.must(k.May(review.Approve))
	_, err = c.Amend(bg, id, map[string]string{"name": "另一人"}, "")
	c.must(err)
	c.agree(k)
	c.refused(k.May(review.Approve), "keying-open") // typed twice was another name
}

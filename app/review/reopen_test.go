package review_test

import (
	"testing"

	"gongkao/app/eligibility"
	"gongkao/app/review"
	"gongkao/data"
)

func TestWhatIsDecidedIsClosedUntilItIsReopened(t *testing.T) {
	c := open(t)
	id := c.waiting(eligibility.Pass)
	k := c.begin(id)
	c.agree(k)
	c.must(ruled(k, review.Approve))
	change := map[string]string{"phone": "13800000000"}
	_, err := c.Amend(bg, id, change, "")
	c.refused(err, "closed")
	c.refused(review.Reopen(bg, c.Desk, id, " "), "reason-missing")
	c.must(review.Reopen(bg, c.Desk, id, "证书编号录错"))
	k = c.begin(id)
	if c.status(id) != data.Submitted || k.Reopened() != "证书编号录错" {
		t.Errorf("%s, %q", c.status(id), k.Reopened())
	}
	if all := c.decisions(id); len(all) != 2 || all[0].To != data.Approved || all[1].From != data.Approved || all[1].To != data.Submitted {
		t.Errorf("decisions: %+v", all)
	}
	_, err = c.Amend(bg, id, change, "")
	c.must(err)
	c.must(k.May(review.Approve)) // nothing a clause looks at has changed
	c.must(ruled(k, review.Approve))
	if k.Reopened() != "" {
		t.Error("still open for correction")
	}
	c.refused(review.Reopen(bg, c.Desk, c.waiting(eligibility.Pass), "没有审结"), "status")
}

func TestClosedStatusesTakeNoAmendment(t *testing.T) {
	c := open(t)
	id := c.waiting(eligibility.Pass)
	for status, open := range map[data.Status]bool{
		data.Draft: true, data.Submitted: true, data.Returned: true, data.Approved: false, data.Rejected: false, data.Reported: false,
		data.Withdrawn: false, data.Cancelled: false, data.Lapsed: false,
	} {
		c.put(id, status)
		if _, err := c.Amend(bg, id, map[string]string{"post": string(status)}, ""); open != (err == nil) || !open && !data.HasCode(err, "closed") {
			t.Errorf("%s: %v", status, err)
		}
	}
}

func TestAViolationCancelsButNobodyCancelsByADecision(t *testing.T) {
	c := open(t)
	id := c.waiting(eligibility.Pass)
	a, _ := c.Register.ByID(id)
	for _, d := range []review.Decision{"cancel", "reopen", "lapse", "report"} {
		_, err := review.Decide(bg, c.Desk, a, review.Ruling{Decision: d, Reasons: []string{"x"}})
		c.refused(err, "decision-unknown")
	}
	c.refused(review.Cancel(bg, c.Desk, id, ""), "reason-missing")
	c.must(review.Cancel(bg, c.Desk, id, "提供虚假材料"))
	if d := c.last(id); c.status(id) != data.Cancelled || d.To != data.Cancelled || d.Reasons[0] != "提供虚假材料" {
		t.Errorf("%s, %+v", c.status(id), d)
	}
	c.refused(review.Cancel(bg, c.Desk, id, "再来一次"), "status")
	c.refused(review.Cancel(bg, c.Desk, "nobody", "x"), "not-found")
}

func TestAnApplicationLapsesOnTheDayAndNotBefore(t *testing.T) {
	c := open(t)
	a := named(t, c.Desk, "林晓峰") // an appraisal is promised
	c.put(a.Application.ID, data.Approved)
	a, _ = c.Register.ByID(a.Application.ID)
	due, _ := c.Office.Policy.Deadline("commitment-due")
	lapsed := func(day data.Date) bool {
		return review.Lapsed(eligibility.Question{Applicant: a, Policy: c.Office.Policy, Codes: c.Office.Codes, AsOf: day})
	}
	if lapsed(due.To) || !lapsed(due.To.AddDays(1)) {
		t.Errorf("on %s: %v, the day after: %v", due.To, lapsed(due.To), lapsed(due.To.AddDays(1)))
	}
	if s := review.Standing(c.Desk, a); s != data.Approved {
		t.Errorf("before the day: %s", s)
	}
	c.at = c.at.AddDate(0, 6, 0)
	if s := review.Standing(c.Desk, a); s != data.Lapsed || c.status(a.Application.ID) != data.Approved {
		t.Errorf("after the day: %s, on record %s", s, c.status(a.Application.ID))
	}
}

func TestTheQueueGoesUnitByUnit(t *testing.T) {
	c := open(t)
	ids, batches := review.Queue(c.Desk, ""), review.Batches(c.Desk)
	sum := 0
	for _, b := range batches {
		sum += b.Waiting
		if n := len(review.Queue(c.Desk, b.Unit)); n != b.Waiting {
			t.Errorf("%s: %d in the queue, %d in the list", b.Unit, n, b.Waiting)
		}
	}
	if sum != len(ids) || len(batches) < 2 {
		t.Errorf("%d in %d batches, %d in the queue", sum, len(batches), len(ids))
	}
	gone := map[string]bool{}
	last := ""
	for _, id := range ids {
		a, _ := c.Register.ByID(id)
		if a.Application.Status != data.Submitted {
			t.Errorf("%s is in the queue", a.Application.Status)
		}
		if a.Unit != last && gone[a.Unit] {
			t.Errorf("%s comes twice", a.Unit)
		}
		gone[a.Unit], last = true, a.Unit
	}
}

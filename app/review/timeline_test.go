package review_test

import (
	"testing"

	"gongkao/app/eligibility"
	"gongkao/app/registration"
	"gongkao/app/review"
	"gongkao/data"
)

// reviewing returns the timeline's events of a review.
func (c *counter) reviewing(id data.ApplicationID) (events []registration.Event) {
	c.Helper()
	all, err := c.Timeline(bg, id)
	c.must(err)
	for _, e := range all {
		if e.Op == data.OpTick || e.Kind == registration.EventProposal {
			events = append(events, e)
		}
	}
	return events
}

func TestTheTimelineKeepsTheFirstConclusionFromTheSecondUntilBothHaveSpoken(t *testing.T) {
	c := open(t).withSecond()
	first, id := c.Office.Clerk, c.waiting(eligibility.Pass)
	k := c.begin(id)
	c.agree(k)
	_, err := k.Conclude(bg, review.Ruling{Decision: review.Approve})
	c.must(err)
	own := c.reviewing(id)
	if len(own) < 2 || own[0].By != first || own[0].Words != "第一审核人意见：通过" {
		t.Fatalf("the first reads %d events, the newest %q", len(own), own[0].Words)
	}

	c.sit("李卫东")
	for _, e := range c.reviewing(id) {
		if e.By != "" || e.Why != "" || e.CanUndo() || e.Words != "第一审核人已有意见，等第二审核人独立审核" && e.Words != "第一审核人的核对，第二审核人独立审核之后才显示" {
			t.Errorf("the second reads %q of %q, why %q", e.Words, e.By, e.Why)
		}
	}
	k = c.begin(id)
	c.agree(k)
	_, err = k.Conclude(bg, review.Ruling{Decision: review.Approve})
	c.must(err)
	if all := c.reviewing(id); all[len(all)-1].By != first {
		t.Errorf("afterwards: %q of %q", all[len(all)-1].Words, all[len(all)-1].By)
	}
}

func TestATickIsTakenBackThroughTheTimeline(t *testing.T) {
	c := open(t)
	id := c.waiting(eligibility.Pass)
	k := c.begin(id)
	key := k.Steps()[0].Key
	c.must(k.Tick(bg, key, data.Agrees, ""))
	c.must(k.Tick(bg, k.Steps()[1].Key, data.Agrees, ""))
	events := c.reviewing(id)
	_, err := c.Undo(bg, id, events[1])
	c.must(err)
	if steps := c.begin(id).Steps(); steps[0].Tick.Mark != "" || steps[1].Tick.Mark != data.Agrees {
		t.Errorf("after the undo of the first: %+v, %+v", steps[0].Tick, steps[1].Tick)
	}
	c.must(c.begin(id).Tick(bg, key, data.Objects, "看不清"))
	_, err = c.Undo(bg, id, events[1])
	c.refused(err, "undo-stale")
}

func TestADecisionIsToldOnceHoweverMuchItWrites(t *testing.T) {
	c := open(t)
	id := c.waiting(eligibility.Pass)
	k := c.begin(id)
	c.agree(k)
	_, err := k.Conclude(bg, review.Ruling{Decision: review.Approve})
	c.must(err)
	c.must(review.Reopen(bg, c.Desk, id, "证书编号有误"))
	_, err = review.Decide(bg, c.Desk, c.begin(id).Applicant(), review.Ruling{Decision: review.Return, Reasons: []string{"请带原件", "请盖章"}})
	c.must(err)
	events, err := c.Timeline(bg, id)
	c.must(err)
	for i, want := range []string{"退回：请带原件；请盖章", "打开更正：证书编号有误", "通过"} {
		if e := events[i]; e.Words != want || e.CanUndo() {
			t.Errorf("told as %q (may be undone: %v), want %q", e.Words, e.CanUndo(), want)
		}
	}
}

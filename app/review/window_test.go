package review_test

import (
	"testing"
	"time"

	"gongkao/app/eligibility"
	"gongkao/app/review"
	"gongkao/data"
)

func TestAnApprovalAfterTheReviewHasClosedWantsAReason(t *testing.T) {
	c := open(t)
	id := c.waiting(eligibility.Pass)
	approve := func(overrides map[string]string) error {
		a, _ := c.Register.ByID(id)
		_, err := review.Decide(bg, c.Desk, a, review.Ruling{Decision: review.Approve, Overrides: overrides})
		return err
	}
	c.refused(approve(map[string]string{"window-closed": "还没有截止"}), "override-idle")
	c.at = time.Date(2026, 4, 15, 17, 0, 0, 0, time.UTC)
	if a, _ := c.Register.ByID(id); c.Judge(a).Outcome != eligibility.Pass {
		t.Error("on the last day something is said already")
	}
	c.at = time.Date(2026, 4, 16, 9, 0, 0, 0, time.UTC)
	c.refused(approve(nil), "blocked")
	c.refused(approve(map[string]string{"window-closed": " "}), "reason-missing")
	if c.status(id) != data.Submitted {
		t.Error("a refused approval moved the application")
	}
	c.must(approve(map[string]string{"window-closed": "市考试中心来函同意补审"}))
	if c.status(id) != data.Approved || c.last(id).Overrides["window-closed"] != "市考试中心来函同意补审" {
		t.Errorf("%s, %+v", c.status(id), c.last(id))
	}
}

func TestInTheGuidedReviewAClosedWindowIsSetAsideLikeAClause(t *testing.T) {
	c := open(t)
	id := c.waiting(eligibility.Pass)
	c.at = time.Date(2026, 4, 16, 9, 0, 0, 0, time.UTC)
	k := c.begin(id)
	for key := k.Next(""); key != ""; key = k.Next(key) {
		if key == "window-closed" {
			c.must(k.Tick(bg, key, data.Overrides, "市考试中心来函同意补审"))
			continue
		}
		c.must(k.Tick(bg, key, data.Agrees, ""))
	}
	if _, err := k.Conclude(bg, review.Ruling{Decision: review.Approve}); err != nil {
		t.Fatal(err)
	}
	if c.last(id).Overrides["window-closed"] == "" {
		t.Errorf("%+v", c.last(id))
	}
}

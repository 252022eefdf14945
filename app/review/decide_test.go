package review_test

import (
	"context"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/registration"
	"gongkao/app/review"
	"gongkao/data"
	"gongkao/data/store"
)

func named(t testing.TB, d *registration.Desk, name string) *data.Applicant {
	t.Helper()
	found := d.Register.Find(registration.Query{Text: name})
	if len(found) != 1 {
		t.Fatalf("%d people are called %s", len(found), name)
	}
	return found[0]
}

// settle puts an applicant where a test wants him.
func settle(t *testing.T, d *registration.Desk, name string, status data.Status) *data.Applicant {
	t.Helper()
	app := named(t, d, name).Application
	app.Status = status
	_, err := d.Office.Store.Update(context.Background(), data.OpPractice, "", func(tx *store.Tx) error { return tx.PutApplication(app) })
	if err != nil {
		t.Fatal(err)
	}
	d.Register.Replace(app.ID, app)
	return named(t, d, name)
}

// forget takes away what was asked of somebody.
func forget(t testing.TB, d *registration.Desk, id data.ApplicationID) {
	t.Helper()
	_, err := d.Office.Store.Update(context.Background(), data.OpPractice, "", func(tx *store.Tx) error { return tx.PutReview(data.Review{ID: id}) })
	if err != nil {
		t.Fatal(err)
	}
}

func TestStatusMovesOnlyThroughTheTable(t *testing.T) {
	d := demotest.Desk(t, 60)
	reasons := []string{"materials-missing"}
	for _, c := range []struct {
		from     data.Status
		decision review.Decision
		to       data.Status // "": refused
	}{
		{data.Draft, review.Submit, data.Submitted}, {data.Draft, review.Approve, ""}, {data.Submitted, review.Approve, data.Approved},
		{data.Submitted, review.Return, data.Returned}, {data.Submitted, review.Reject, data.Rejected}, {data.Returned, review.Submit, data.Submitted},
		{data.Approved, review.Approve, ""}, {data.Approved, review.Return, data.Returned}, {data.Rejected, review.Approve, data.Approved},
		{data.Withdrawn, review.Approve, ""}, {data.Withdrawn, review.Submit, ""}, {data.Lapsed, review.Approve, ""}, {data.Submitted, review.Withdraw, data.Withdrawn},
		{data.Submitted, "praise", ""}, {data.Reported, review.Return, ""}, {data.Cancelled, review.Submit, ""},
	} {
		a := settle(t, d, "张䶮", c.from)
		forget(t, d, a.Application.ID)
		got, err := review.Decide(context.Background(), d, a, review.Ruling{Decision: c.decision, Reasons: reasons})
		if got != c.to || (c.to == "") != (err != nil) {
			t.Errorf("%s, %s: %q, %v; want %q", c.from, c.decision, got, err, c.to)
		}
		if now := named(t, d, "张䶮").Application.Status; c.to == "" && now != c.from {
			t.Errorf("%s, %s was refused and still moved to %s", c.from, c.decision, now)
		}
	}
}

func TestReturningAndRejectingNeedAReason(t *testing.T) {
	d := demotest.Desk(t, 60)
	a := settle(t, d, "张䶮", data.Submitted)
	for _, decision := range []review.Decision{review.Return, review.Reject} {
		if _, err := review.Decide(context.Background(), d, a, review.Ruling{Decision: decision}); !data.HasCode(err, "reason-missing") {
			t.Errorf("%s without a reason: %v", decision, err)
		}
	}
}

func TestTheNoticeBlocksAnApprovalUntilItIsOverriddenWithAReason(t *testing.T) {
	ctx, d := context.Background(), demotest.Desk(t, 60)
	a := settle(t, d, "王守义", data.Submitted) // reached the retirement age in 2024
	if _, err := review.Decide(ctx, d, a, review.Ruling{Decision: review.Approve}); !data.HasCode(err, "blocked") {
		t.Fatalf("approved although the age was reached: %v", err)
	}
	if _, err := review.Decide(ctx, d, a, review.Ruling{Decision: review.Approve, Overrides: map[string]string{"object-age-reached": " "}}); !data.HasCode(err, "reason-missing") {
		t.Errorf("an empty reason: %v", err)
	}
	if _, err := review.Decide(ctx, d, a, review.Ruling{Decision: review.Approve, Overrides: map[string]string{"appointed": "已聘"}}); !data.HasCode(err, "override-idle") {
		t.Errorf("an override of a rule that says nothing: %v", err)
	}
	status, err := review.Decide(ctx, d, a, review.Ruling{Decision: review.Approve, Overrides: map[string]string{"object-age-reached": "已批准延迟退休，见文件"}})
	if err != nil || status != data.Approved {
		t.Fatalf("with a reason: %s, %v", status, err)
	}
	err = d.Office.Store.View(ctx, func(r *store.Reader) error {
		decisions, err := r.Decisions(a.Application.ID)
		if err != nil {
			return err
		}
		last := decisions[len(decisions)-1]
		if last.PolicyHash != d.Office.Policy.Hash || len(last.Findings) == 0 || last.Overrides["object-age-reached"] == "" || last.By == "" {
			t.Errorf("the decision cannot be explained later: %+v", last)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestAReasonMayBeAPresetARuleOrWords(t *testing.T) {
	ctx, d := context.Background(), demotest.Desk(t, 60)
	a := settle(t, d, "王守义", data.Submitted)
	_, err := review.Decide(ctx, d, a, review.Ruling{Decision: review.Reject, Reasons: []string{"over-age", "object-age-reached", "另见来函"}})
	if err != nil {
		t.Fatal(err)
	}
	err = d.Office.Store.View(ctx, func(r *store.Reader) error {
		decisions, err := r.Decisions(a.Application.ID)
		if err != nil {
			return err
		}
		reasons := decisions[len(decisions)-1].Reasons
		if len(reasons) != 3 || reasons[0] != "已达到法定退休年龄或已办理退休手续" || reasons[1] == "object-age-reached" || reasons[2] != "另见来函" {
			t.Errorf("reasons: %q", reasons)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

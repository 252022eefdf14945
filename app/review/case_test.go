package review_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"gongkao/app/eligibility"
	"gongkao/app/review"
	"gongkao/data"
	"gongkao/data/store"
)

func TestACleanReviewIsATickForEachClauseAndAConclusion(t *testing.T) {
	c := open(t)
	k := c.begin(c.waiting(eligibility.Pass))
	c.refused(k.May(review.Approve), "steps-open")
	if err := k.May(review.Approve); !strings.HasPrefix(err.Error(), "第 1 条未了：") {
		t.Errorf("it does not say which clause: %v", err)
	}
	c.agree(k)
	c.must(k.May(review.Approve))
	out, err := k.Conclude(bg, review.Ruling{Decision: review.Approve})
	c.must(err)
	if out.Status != data.Approved || out.Proposed || c.status(k.Applicant().Application.ID) != data.Approved {
		t.Errorf("outcome: %+v", out)
	}
	d := c.last(k.Applicant().Application.ID)
	if d.By != c.Office.Clerk || d.PolicyHash != c.Office.Policy.Hash || d.First != "" {
		t.Errorf("decision: %+v", d)
	}
	c.refused(k.Tick(bg, k.Steps()[0].Key, data.Agrees, ""), "review-closed")
	c.refused(k.Untick(bg, k.Steps()[0].Key), "review-closed")
}

func TestADecisionKeepsSourceTraceAndTheTextOfThePolicy(t *testing.T) {
	c := open(t)
	k := c.begin(c.waiting(eligibility.Warn))
	c.agree(k)
	_, err := k.Conclude(bg, review.Ruling{Decision: review.Approve})
	c.must(err)
	d := c.last(k.Applicant().Application.ID)
	if len(d.Findings) == 0 {
		t.Fatal("the findings are gone")
	}
	for _, f := range d.Findings {
		if f.Source == "" || f.Trace == nil || len(f.Trace.Used) == 0 {
			t.Errorf("%s cannot be explained later: %+v", f.Rule, f)
		}
	}
	c.must(c.Office.Store.View(bg, func(r *store.Reader) error {
		kept, found, err := r.PolicyFile(d.PolicyHash)
		if !found || kept.Text != c.Office.Policy.Text {
			t.Error("the text of the policy is not kept")
		}
		return err
	}))
}

func TestTicksSurviveARestartAndGoStaleWithTheirValues(t *testing.T) {
	c := open(t)
	id := c.waiting(eligibility.Pass)
	k := c.begin(id)
	c.agree(k)
	c.sit("")
	k = c.begin(id)
	if next := k.Next(""); next != "" {
		t.Fatalf("after the restart %s has to be ticked again", next)
	}
	name := func(s review.Step) bool {
		return slices.ContainsFunc(s.Trace.Used, func(u data.Used) bool { return u.Field == "current_cert_date" })
	}
	_, err := c.Amend(bg, id, map[string]string{"current_cert_date": "2001-01"}, "")
	c.must(err)
	c.must(k.Refresh(bg))
	stale := 0
	for _, s := range k.Steps() {
		if s.Stale != name(s) {
			t.Errorf("%s: stale %v, though it looks at the date: %v", s.Key, s.Stale, name(s))
		}
		if s.Stale {
			stale++
		}
	}
	if stale == 0 {
		t.Error("no tick went stale")
	}
	if err := k.May(review.Approve); !data.HasCode(err, "steps-open") || !strings.Contains(err.Error(), "核对之后又有改动") {
		t.Errorf("approved on stale ticks: %v", err)
	}
}

func TestWhatATickRefuses(t *testing.T) {
	c := open(t)
	blocked := c.begin(named(t, c.Desk, "王守义").Application.ID) // reached the retirement age in 2024
	c.put(blocked.Applicant().Application.ID, data.Submitted)
	block, met := clause(t, blocked, eligibility.Block), clause(t, blocked, "")
	long := strings.Repeat("长", data.MaxNote+1)
	for _, try := range []struct {
		key  string
		mark data.TickMark
		note string
		code string
	}{
		{block, data.Agrees, "", "blocked"},
		{block, data.Overrides, " ", "reason-missing"},
		{block, data.Overrides, long, "reason-long"},
		{met, data.Objects, "", "reason-missing"},
		{met, data.Overrides, "已核", "override-idle"},
		{met, "praise", "", "mark-unknown"},
		{"no-such-rule", data.Agrees, "", "clause-unknown"},
	} {
		c.refused(blocked.Tick(bg, try.key, try.mark, try.note), try.code)
	}
	for _, s := range blocked.Steps() {
		if s.Tick.Mark != "" {
			t.Errorf("%s was ticked all the same", s.Key)
		}
	}
	c.must(blocked.Tick(bg, block, data.Objects, "")) // the finding says what is wrong
	if said := blocked.Proposed(); len(said) != 1 || said[0] == "" {
		t.Errorf("proposed: %q", said)
	}
}

func TestNobodySetsTheIDNumberAside(t *testing.T) {
	c := open(t)
	id := c.waiting(eligibility.Pass)
	a, _ := c.Register.ByID(id)
	_, err := c.Office.Store.Update(bg, data.OpPractice, "", func(tx *store.Tx) error {
		return tx.PutViolation(data.Violation{ID: "v1", Person: a.Person.ID, Found: data.Date{Year: 2025, Month: 12, Day: 1},
			Until: data.Date{Year: 2027, Month: 12, Day: 1}, What: "提供虚假材料", Basis: "通报"})
	})
	c.must(err)
	_, err = c.Renew(bg, id)
	c.must(err)
	k := c.begin(id)
	for _, s := range k.Steps() {
		if s.Rule == "violation-ban" {
			c.refused(k.Tick(bg, s.Key, data.Agrees, ""), "blocked")
			c.refused(k.Tick(bg, s.Key, data.Overrides, "领导同意"), "override-refused")
			return
		}
	}
	t.Error("the ban makes no clause")
}

func TestSeveralWarningsAreAnsweredTogetherOrNotAtAll(t *testing.T) {
	c := open(t)
	k := c.begin(c.waiting(eligibility.Warn))
	var warned []string
	for _, s := range k.Steps() {
		if s.Severity == eligibility.Warning {
			warned = append(warned, s.Key)
		}
	}
	met := clause(t, k, "")
	c.refused(k.TickAll(bg, append(slices.Clone(warned), met), data.Overrides, "见原件"), "override-idle")
	c.must(k.TickAll(bg, warned, data.Overrides, "档案里有当年的任命文件"))
	for _, s := range k.Steps() {
		if want := slices.Contains(warned, s.Key); s.Done() != want {
			t.Errorf("%s ticked: %v", s.Key, s.Done())
		}
	}
	if excuses := k.Excuses(); excuses[len(review.Excuses)] != "档案里有当年的任命文件" {
		t.Errorf("the excuse is not offered again: %q", excuses)
	}
	c.must(k.Untick(bg, warned[0]))
	if k.Next(met) == "" || k.Steps()[0].Tick.Mark == data.Overrides && k.Steps()[0].Key == warned[0] {
		t.Error("the tick was not taken back")
	}
}

func TestTypedReasonsAreOfferedAgainButNotWhatNamesSomebody(t *testing.T) {
	c := open(t)
	id := c.waiting(eligibility.Pass)
	k := c.begin(id)
	own := k.Applicant().Person.Name + "的考核表没有盖章"
	_, err := k.Conclude(bg, review.Ruling{Decision: review.Return, Reasons: []string{"seal-missing", "复印件没有注明与原件一致", own, "证书编号 2015123456 查不到"}})
	c.must(err)
	c.sit("")
	var typed []string
	for _, r := range c.begin(id).Reasons()[len(review.Reasons):] {
		typed = append(typed, r.Text)
	}
	if !slices.Equal(typed, []string{"复印件没有注明与原件一致"}) {
		t.Errorf("offered: %q", typed)
	}
}

func TestReturnedPeopleGoOnOnlyWhenEverythingAskedIsAnswered(t *testing.T) {
	c := open(t)
	id := c.waiting(eligibility.Pass)
	k := c.begin(id)
	c.refused(ruled(k, review.Return), "reason-missing")
	first := k.Steps()[0].Key
	c.must(k.Tick(bg, first, data.Objects, "身份证复印件看不清"))
	c.refused(k.May(review.Approve), "steps-open")
	_, err := k.Conclude(bg, review.Ruling{Decision: review.Return})
	c.must(err)
	asks := k.Asks()
	if len(asks) != 1 || asks[0].Text != "身份证复印件看不清" || asks[0].Rule != k.Steps()[0].Rule || asks[0].Decision != c.last(id).ID {
		t.Fatalf("asks: %+v", asks)
	}
	err = ruled(k, review.Submit)
	if c.refused(err, "asks-open"); err != nil && !strings.Contains(err.Error(), "1. 身份证复印件看不清") {
		t.Errorf("the list is missing: %v", err)
	}
	_, err = k.Rule(bg, review.Ruling{Decision: review.Approve})
	c.refused(err, "asks-open")
	c.refused(k.Answer(bg, 1, "补了"), "ask-unknown")
	c.refused(k.Answer(bg, 0, " "), "answer-missing")
	c.must(k.Answer(bg, 0, "已交清晰的复印件"))
	c.must(ruled(k, review.Submit))
	c.refused(k.May(review.Approve), "steps-open")
	c.agree(k)
	c.refused(k.May(review.Approve), "objected")
	c.must(k.Tick(bg, first, data.Agrees, ""))
	c.must(k.May(review.Approve))
}

func TestAnAnswerMayComeWithTheSubmission(t *testing.T) {
	c := open(t)
	k := c.begin(c.waiting(eligibility.Pass))
	_, err := k.Conclude(bg, review.Ruling{Decision: review.Return, Reasons: []string{"seal-missing", "materials-unclear"}})
	c.must(err)
	_, err = k.Rule(bg, review.Ruling{Decision: review.Submit, Answers: map[int]string{0: "已盖章"}})
	c.refused(err, "asks-open")
	if k.Asks()[0].Answer != "" {
		t.Error("a refused submission left an answer")
	}
	_, err = k.Rule(bg, review.Ruling{Decision: review.Submit, Answers: map[int]string{0: "已盖章", 1: "重新扫描"}})
	c.must(err)
	if got := k.Asks()[1]; got.Answer != "重新扫描" || got.By == "" || got.At.IsZero() {
		t.Errorf("answer: %+v", got)
	}
}

func ruled(k *review.Case, d review.Decision) error {
	_, err := k.Conclude(bg, review.Ruling{Decision: d})
	return err
}

func TestLastYearsApplicationIsAtHand(t *testing.T) {
	c := open(t)
	id := c.waiting(eligibility.Pass)
	if _, found := c.begin(id).LastYear(); found {
		t.Error("a first application has one before it")
	}
	a, _ := c.Register.ByID(id)
	for _, year := range []int{2022, 2024} {
		old := a.Application
		old.ID, old.Year, old.Status, old.Post = data.ApplicationID(strconv.Itoa(year)), year, data.Rejected, "旧岗位"
		_, err := c.Office.Store.Update(bg, data.OpPractice, "", func(tx *store.Tx) error { return tx.PutApplication(old) })
		c.must(err)
	}
	last, found := c.begin(id).LastYear()
	if !found || last.Application.Year != 2024 || last.Application.Post != "旧岗位" || last.Unit != a.Unit || last.Person.Name != a.Person.Name {
		t.Errorf("%v: %+v", found, last)
	}
}

func TestABlockSetAsideWithAReasonStandsInTheDecision(t *testing.T) {
	c := open(t)
	id := named(t, c.Desk, "王守义").Application.ID
	c.put(id, data.Submitted)
	k := c.begin(id)
	block := clause(t, k, eligibility.Block)
	for key := k.Next(block); key != block; key = k.Next(key) {
		c.must(k.Tick(bg, key, data.Agrees, ""))
	}
	c.refused(k.May(review.Approve), "steps-open")
	c.must(k.Tick(bg, block, data.Overrides, "已批准延迟退休，见批准文件"))
	c.must(ruled(k, review.Approve))
	d := c.last(id)
	if d.Overrides["object-age-reached"] != "已批准延迟退休，见批准文件" || d.Verdict != string(eligibility.Fail) {
		t.Errorf("decision: %+v", d)
	}
}

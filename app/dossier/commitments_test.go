package dossier_test

import (
	"testing"

	"gongkao/app/dossier"
	"gongkao/app/eligibility"
	"gongkao/app/registration"
	"gongkao/data"
)

func queryFor(s data.Status) registration.Query {
	return registration.Query{Statuses: []data.Status{s}}
}

func TestAPromiseCoversItsYearUntilItIsKeptOrTakenBack(t *testing.T) {
	s := newStage(t)
	a := s.undecided(t)
	c, err := s.Commit(bg, data.Commitment{Application: a.Application.ID, Years: []int{2025}, Reason: "组织部门尚未备案", Consent: true})
	must(t, err)
	if c.ID == "" || c.Due != data.MustDate(2026, 9, 30) || c.Made != s.Office.Today() || c.By != s.Office.Clerk {
		t.Errorf("recorded as %+v", c)
	}
	if h := s.held(t, a, "appraisal-2025"); h.Standing != dossier.Promised || h.Promise.ID != c.ID {
		t.Errorf("the year stands as %+v", h)
	}
	if !s.Has(s.again(a), registration.Committed) || !s.again(a).Application.Commitment {
		t.Error("the form does not say 容缺")
	}
	if h := s.held(t, a, "commitment"); h.Standing != dossier.Open {
		t.Error("the paper of the promise itself is not asked for")
	}
	must(t, s.Fulfil(bg, c.ID, "2025 年度考核登记表"))
	if now := s.again(a); s.Has(now, registration.Owing) || now.Dossier.Commitments[0].With == "" {
		t.Errorf("kept, and still owed: %+v", now.Dossier.Commitments)
	}
	refused(t, s.Fulfil(bg, c.ID, "再补"), "commitment-settled")

	second, err := s.Commit(bg, data.Commitment{Application: a.Application.ID, Years: []int{2025}, Reason: "另一份"})
	must(t, err)
	must(t, s.Withdraw(bg, second.ID, "填错了人"))
	if !s.again(a).Application.Commitment {
		t.Error("taking one promise back took the other's word away")
	}
}

func TestTheLastPromiseTakenBackTakesTheWordOfTheFormAlong(t *testing.T) {
	s := newStage(t)
	a := s.undecided(t)
	c, err := s.Commit(bg, data.Commitment{Application: a.Application.ID, Years: []int{2025}, Reason: "未备案"})
	must(t, err)
	refused(t, s.Withdraw(bg, c.ID, " "), "reason-missing")
	must(t, s.Withdraw(bg, c.ID, "已经备案"))
	if now := s.again(a); now.Application.Commitment || s.Has(now, registration.Committed) {
		t.Error("nothing is promised, and the form says 容缺")
	}
}

func TestAPromiseThatCannotBeIsRefusedAndNothingIsWritten(t *testing.T) {
	s := newStage(t)
	a := s.undecided(t)
	id := a.Application.ID
	for _, c := range []struct {
		code string
		of   data.Commitment
	}{
		{"commitment-empty", data.Commitment{Application: id, Reason: "未备案"}},
		{"commitment-slot", data.Commitment{Application: id, Slots: []string{"id-card"}, Reason: "没带"}},
		{"reason-missing", data.Commitment{Application: id, Years: []int{2025}}},
		{"commitment-due", data.Commitment{Application: id, Years: []int{2025}, Reason: "未备案", Due: data.MustDate(2026, 10, 1)}},
		{"commitment-due", data.Commitment{Application: id, Years: []int{2025}, Reason: "未备案", Due: data.MustDate(2020, 1, 1)}},
		{"slot-unknown", data.Commitment{Application: id, Years: []int{1999}, Reason: "未备案"}},
		{"commitment-unknown", data.Commitment{ID: "x", Application: id, Years: []int{2025}, Reason: "未备案"}},
	} {
		_, err := s.Commit(bg, c.of)
		refused(t, err, c.code)
	}
	if got := s.again(a).Dossier.Commitments; len(got) != 0 {
		t.Errorf("written all the same: %+v", got)
	}
	refused(t, s.Fulfil(bg, "x", "考核表"), "commitment-unknown")
}

func TestTheRadarCountsTheDaysAndThePromiseLapsesByTheDayAlone(t *testing.T) {
	s := newStage(t)
	a := s.undecided(t)
	_, err := s.Commit(bg, data.Commitment{Application: a.Application.ID, Years: []int{2025}, Reason: "未备案", Consent: true})
	must(t, err)
	for _, c := range []struct {
		day    data.Date
		days   int
		lapsed bool
		words  string
	}{
		{data.MustDate(2026, 9, 1), 29, false, "还有 29 天"}, {data.MustDate(2026, 9, 30), 0, false, "今天到期"}, {data.MustDate(2026, 10, 1), -1, true, "已过 1 天"},
	} {
		found := false
		for _, o := range s.Radar(c.day) {
			if o.Applicant.Application.ID != a.Application.ID {
				continue
			}
			found = true
			if o.Days != c.days || o.Lapsed() != c.lapsed || o.Words() != c.words || o.What != "2025 年度考核" || !o.Consent {
				t.Errorf("on %s: %+v, %s", c.day, o, o.Words())
			}
		}
		if !found {
			t.Errorf("on %s nobody owes it", c.day)
		}
	}
	last := ""
	for _, o := range s.Radar(s.Office.Today()) {
		if o.Applicant.Supervising < last {
			t.Error("the radar is not in the order of supervising units")
		}
		last = o.Applicant.Supervising
	}
}

func TestTheNoticeOfLevelOneIsRecordedForTheRule(t *testing.T) {
	s := newStage(t)
	a := s.named(t, "谢长江")
	id := a.Application.ID
	n := data.PublicNotice{ID: id, From: data.MustDate(2026, 3, 12), To: data.MustDate(2026, 3, 18), Place: "单位公示栏", Proof: true}
	for _, c := range []struct {
		code string
		mar  func(n *data.PublicNotice)
	}{
		{"notice-days", func(n *data.PublicNotice) { n.To = data.MustDate(2026, 3, 11) }},
		{"notice-days", func(n *data.PublicNotice) { n.From = data.Date{} }},
		{"place-missing", func(n *data.PublicNotice) { n.Place = " " }},
		{"notice-unneeded", func(n *data.PublicNotice) { n.ID = s.undecided(t).Application.ID }},
	} {
		bad := n
		c.mar(&bad)
		refused(t, s.Announce(bg, bad), c.code)
	}
	must(t, s.Announce(bg, n))
	if got := s.again(a).Dossier.Notice; got == nil || got.To != n.To || got.By != s.Office.Clerk {
		t.Errorf("recorded as %+v", got)
	}
	v := eligibility.Judge(eligibility.Question{Applicant: s.again(a), Policy: s.Office.Policy, Codes: s.Office.Codes, AsOf: data.MustDate(2026, 3, 25)})
	for _, f := range v.Findings {
		if f.Rule == "public-notice" {
			t.Errorf("the notice has hung, ended, and its proof is here: %s", f.Message)
		}
	}
}

func TestAViolationFoundThisYearTakesTheApplicationAway(t *testing.T) {
	s := newStage(t)
	a := s.undecided(t)
	_, err := s.Punish(bg, data.Violation{Person: a.Person.ID, What: "提供虚假证书"})
	refused(t, err, "basis-missing")
	_, err = s.Punish(bg, data.Violation{Person: a.Person.ID, What: "提供虚假证书", Basis: "罗人社〔2026〕5号", Found: s.Office.Today().AddDays(1)})
	refused(t, err, "violation-days")
	v, err := s.Punish(bg, data.Violation{Person: a.Person.ID, What: "提供虚假证书", Basis: "罗人社〔2026〕5号", Revoked: []string{"豫四00001"}})
	must(t, err)
	today := s.Office.Today()
	if v.Until != (data.Date{Year: today.Year + 2, Month: today.Month, Day: today.Day}).AddDays(-1) {
		t.Errorf("banned until %s", v.Until)
	}
	now := s.again(a)
	if now.Application.Status != data.Cancelled || len(now.Dossier.Violations) != 1 {
		t.Errorf("status %s, %d violations", now.Application.Status, len(now.Dossier.Violations))
	}
}

func TestAViolationOfAnEarlierYearBansAndLeavesTheDecisionToAPerson(t *testing.T) {
	s := newStage(t)
	a := s.undecided(t)
	_, err := s.Punish(bg, data.Violation{Person: a.Person.ID, What: "替考", Basis: "信人社〔2025〕9号", Found: data.MustDate(2025, 5, 20)})
	must(t, err)
	if now := s.again(a); now.Application.Status != data.Submitted || s.Judgement(now).String() != "不符合" {
		t.Errorf("status %s, judged %s", now.Application.Status, s.Judgement(now))
	}
}

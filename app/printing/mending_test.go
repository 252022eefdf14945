package printing_test

import (
	"strings"
	"testing"
	"time"

	"gongkao/app/demo/demotest"
	"gongkao/app/demo/seasontest"
	"gongkao/app/dossier"
	"gongkao/app/office"
	"gongkao/app/paper"
	"gongkao/app/policy"
	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/app/results"
	"gongkao/app/review"
	"gongkao/data"
)

// waiting are people who wait for review, as many as are asked for.
func waiting(t *testing.T, d *registration.Desk, n int) []*data.Applicant {
	t.Helper()
	found := d.Register.Find(registration.Query{Statuses: []data.Status{data.Submitted}})
	if len(found) < n {
		t.Fatalf("only %d wait for review", len(found))
	}
	return found[:n]
}

// said decides on somebody and returns what the letter says of him; ok is false
// when he is in none.
func said(t *testing.T, d *registration.Desk, a *data.Applicant, r review.Ruling) (item paper.Item, ok bool) {
	t.Helper()
	_, err := review.Decide(bg, d, a, r)
	must(t, a, err)
	return letterItem(t, d, map[review.Decision]string{review.Return: "correction", review.Reject: "rejection"}[r.Decision], a)
}

func letterItem(t *testing.T, d *registration.Desk, id string, a *data.Applicant) (item paper.Item, ok bool) {
	t.Helper()
	for _, l := range lettersOf(t, d, printing.Order{Paper: id, Query: registration.Query{Numbers: []data.IDNumber{a.Person.IDNumber}}}) {
		for _, i := range l.Items {
			if i.Application.ID == a.Application.ID {
				return i, true
			}
		}
	}
	return item, false
}

func TestEveryReasonHasTheClauseThatItRestsOnBesideIt(t *testing.T) {
	d := demotest.Desk(t, 100)
	people := waiting(t, d, 5)
	for i, c := range []struct {
		decision     review.Decision
		reasons      []string
		what, clause string
	}{
		{review.Return, []string{"materials-unclear"}, "申报材料不清晰，无法辨认", "信人技考函〔2026〕1号\n二（三）"},
		{review.Return, []string{"materials-missing", "appraisals-missing"}, "1. 申报材料不齐全\n2. 年度考核材料不全或未备案", "1. 信人技考函〔2026〕1号\n二（三）\n2. 信人技考函〔2026〕1号\n二（四）"},
		{review.Return, []string{"materials-missing", "materials-unclear"}, "1. 申报材料不齐全\n2. 申报材料不清晰，无法辨认", "信人技考函〔2026〕1号\n二（三）"},
		{review.Return, []string{"“参加工作时间”与档案不一致，请核对"}, "“参加工作时间”与档案不一致，请核对", ""},
		{review.Reject, []string{"not-in-scope"}, "不属于考核对象范围", "信人技考函〔2026〕1号\n一（一）"},
	} {
		item, _ := said(t, d, people[i], review.Ruling{Decision: c.decision, Reasons: c.reasons})
		if item.What != c.what || item.Clause != c.clause {
			t.Errorf("%v: “%s” rests on “%s”", c.reasons, item.What, item.Clause)
		}
	}
}

func TestWhatARuleFoundRestsOnItsRowAndAnUnsignedRowIsNotCited(t *testing.T) {
	d := demotest.Desk(t, 100)
	for _, c := range []struct{ name, rule, what, clause string }{
		{"王守义", "object-age-reached", "1964年12月出生，法定退休年龄60周岁，2024年12月到龄，早于通知下发的2026年3月10日，不列入考核范围", "信人技考函〔2026〕1号\n一（二）"},
		{"郭建军", "level-step", "", ""},
	} {
		found := d.Register.Find(registration.Query{Text: c.name})
		if len(found) != 1 {
			t.Fatalf("%d people are called %s", len(found), c.name)
		}
		a := found[0]
		if a.Application.Status != data.Submitted {
			must(t, a, review.Reopen(bg, d, a.Application.ID, "重新审查"))
			a, _ = d.Register.ByID(a.Application.ID)
		}
		item, ok := said(t, d, a, review.Ruling{Decision: review.Reject, Reasons: []string{c.rule}})
		if !ok || c.what != "" && item.What != c.what || item.Clause != c.clause || strings.Contains(item.What, "请") {
			t.Errorf("%s: “%s” rests on “%s”", c.name, item.What, item.Clause)
		}
	}
}

func TestWhoeverHasAnsweredEverythingHasNothingToMend(t *testing.T) {
	d := demotest.Desk(t, 100)
	a := waiting(t, d, 1)[0]
	said(t, d, a, review.Ruling{Decision: review.Return, Reasons: []string{"materials-missing", "seal-missing"}})
	c, err := review.Begin(bg, d, a.Application.ID)
	must(t, c, err)
	must(t, c, c.Answer(bg, 0, "已补齐"))
	if item, _ := letterItem(t, d, "correction", a); item.What != "缺少签字或公章" {
		t.Errorf("one of two answered: “%s”", item.What)
	}
	must(t, c, c.Answer(bg, 1, "已盖章"))
	if item, ok := letterItem(t, d, "correction", a); ok {
		t.Errorf("both answered: “%s”", item.What)
	}
}

func TestOneDayForAllIsTheReviewsLastOrTheOneAskedForOrLeftOpen(t *testing.T) {
	folder := demotest.County(t, demotest.Small(100))
	for _, c := range []struct{ now, asked, want data.Date }{
		{now: data.MustDate(2026, 4, 10), want: data.MustDate(2026, 4, 15)},
		{now: data.MustDate(2026, 4, 10), asked: data.MustDate(2026, 4, 13), want: data.MustDate(2026, 4, 13)},
		{now: data.MustDate(2026, 4, 16)},
	} {
		d := demotest.Open(t, office.Place{Folder: folder, Now: func() time.Time { return time.Date(2026, 4, c.now.Day, 9, 0, 0, 0, time.UTC) }})
		for _, l := range lettersOf(t, d, printing.Order{Paper: "correction", Until: c.asked}) {
			if l.Until != c.want {
				t.Errorf("on %s, asked for %s: %s", c.now, c.asked, l.Until)
			}
		}
		must(t, d, d.Office.Close())
	}
	d := demotest.Desk(t, 100)
	_, _, err := printing.LettersOf(bg, d, printing.Order{Paper: "correction", Until: data.MustDate(2026, 4, 9)})
	if !data.HasCode(err, "until") {
		t.Errorf("a day that is past: %v", err)
	}
}

func TestHowToObjectIsPrintedOnceTheOfficeHasSignedItOff(t *testing.T) {
	d := demotest.Desk(t, 100)
	said(t, d, waiting(t, d, 1)[0], review.Ruling{Decision: review.Reject, Reasons: []string{"not-in-scope"}})
	if l := lettersOf(t, d, printing.Order{Paper: "rejection"})[0]; l.Text != "" {
		t.Errorf("the notice says “%s”", l.Text)
	}
	const how = "对审查结果有异议的，请自收到本通知之日起五个工作日内书面提出。"
	p, err := d.Office.Policy.SignOff(d.Office.Policy.Only(policy.Objection).Key(), map[string]any{"wording": how}, policy.Signature{By: "王建国", On: d.Office.Today(), Basis: "罗人社〔2026〕3号"})
	d.Office.Policy = must(t, p, err)
	if l := lettersOf(t, d, printing.Order{Paper: "rejection"})[0]; l.Text != how {
		t.Errorf("the office has signed off “%s”, the letter says “%s”", how, l.Text)
	}
}

func TestReminderNamesDocumentsThatAreWantingAndAPromiseWithoutConsent(t *testing.T) {
	d := demotest.Desk(t, 100)
	folders, err := dossier.New(d)
	must(t, folders, err)
	var plain []*data.Applicant // who owe nothing yet
	for _, a := range waiting(t, d, 20) {
		if len(folders.Outstanding(a)) == 0 && a.Person.Appraisals[2025] == data.Qualified {
			plain = append(plain, a)
		}
	}
	must(t, folders, folders.Note(bg, plain[0].Application.ID, "unit-opinion", data.DocumentWanting, ""))
	a := plain[0]
	if item, _ := letterItem(t, d, "reminder", a); item.What != "单位意见" || item.Until != data.MustDate(2026, 4, 15) || item.Days != 5 {
		t.Errorf("a document that is wanting: %s, %s, %d days", item.What, item.Until, item.Days)
	}
	l := lettersOf(t, d, printing.Order{Paper: "reminder", Query: registration.Query{Numbers: []data.IDNumber{a.Person.IDNumber}}})[0]
	if !l.Until.IsZero() || strings.Contains(l.Text, "视为") || !strings.Contains(l.Text, "信人技考函〔2026〕1号第二部分第（三）项") {
		t.Errorf("nothing was promised, and the letter says: %s “%s”", l.Until, l.Text)
	}
	for _, a := range d.Register.Find(registration.Query{Statuses: []data.Status{data.Submitted}}) {
		if a.Person.Appraisals[2025] != data.Unrecorded || len(a.Dossier.Commitments) > 0 {
			continue
		}
		c, err := folders.Commit(bg, data.Commitment{Application: a.Application.ID, Years: []int{2025}, Reason: "未备案", Due: data.MustDate(2026, 9, 15)})
		must(t, c, err)
		if item, _ := letterItem(t, d, "reminder", a); item.What != "2025年度考核登记表（备案件）；容缺承诺书上的单位审核同意" || item.Until != data.MustDate(2026, 9, 15) {
			t.Errorf("a promise without consent: %s, %s", item.What, item.Until)
		}
		return
	}
	t.Fatal("nobody has an appraisal that nobody has promised")
}

func TestPassNoticeSaysThatAPassMarkIsNotSignedOffUntilTheCertificateIsThere(t *testing.T) {
	december := func() time.Time { return time.Date(2026, 12, 8, 9, 0, 0, 0, time.UTC) }
	d := demotest.Open(t, office.Place{Folder: demotest.County(t, seasontest.Whole), Now: december})
	handing := data.MustDate(2026, 12, 15)
	var certified *data.Applicant
	for _, l := range lettersOf(t, d, printing.Order{Paper: "pass-notice", Until: handing}) {
		if l.Until != handing || l.Text != "" {
			t.Errorf("%s: certificates are there and handed out on %s: “%s”", l.To, l.Until, l.Text)
		}
		certified = l.Items[0].Applicant
	}
	books, err := results.New(d)
	must(t, books, err)
	must(t, books, books.VoidCertificate(bg, certified.Application.ID, "写错"))
	of := printing.Order{Paper: "pass-notice", Query: registration.Query{Numbers: []data.IDNumber{certified.Person.IDNumber}}}
	if l := lettersOf(t, d, of)[0]; !strings.Contains(l.Text, "合格线尚待核对") || !l.Until.IsZero() {
		t.Errorf("no certificate, a mark nobody has signed off: “%s”, %s", l.Text, l.Until)
	}
}

func TestRemindersAndPassNoticesHoldNoIDNumberOrTelephone(t *testing.T) {
	december := func() time.Time { return time.Date(2026, 12, 8, 9, 0, 0, 0, time.UTC) }
	season := demotest.Open(t, office.Place{Folder: demotest.County(t, seasontest.Whole), Now: december})
	for id, d := range map[string]*registration.Desk{"reminder": demotest.Desk(t, 100), "pass-notice": season} {
		path, result := printed(t, d, printing.Order{Paper: id})
		text := tool(t, "pdftotext", "-layout", path, "-") + tool(t, "pdfinfo", path)
		if n := longNumber.FindString(text); n != "" || result.Records < 5 || len(result.Warnings) > 0 {
			t.Errorf("%s: %d people, the number %q, %v", id, result.Records, n, result.Warnings)
		}
		if !strings.Contains(text, "罗山县工考管理机构") {
			t.Errorf("%s: nobody signs", id)
		}
		recorded(t, d, id, result.Records)
	}
}

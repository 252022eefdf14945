package results_test

import (
	"slices"
	"strings"
	"testing"

	"gongkao/app/results"
	"gongkao/data"
	"gongkao/data/store"
)

func TestNumbersRunOnFromTheFirst(t *testing.T) {
	for first, want := range map[string][]string{
		"豫四2026098": {"豫四2026098", "豫四2026099", "豫四2026100"}, "A-009": {"A-009", "A-010", "A-011"}, "99": {"99", "100", "101"}, " Ａ９ ": {"A9", "A10", "A11"},
	} {
		if got, ok := results.Series(first, 3); !ok || !slices.Equal(got, want) {
			t.Errorf("%q runs on as %q", first, got)
		}
	}
	for _, first := range []string{"", "豫四", "2026号"} {
		if got, ok := results.Series(first, 2); ok {
			t.Errorf("%q runs on as %q", first, got)
		}
	}
}

func TestACertificateIsForWhoPassedAndItsNumberIsGivenOnce(t *testing.T) {
	s := newStage(t, 60)
	a, b, c := s.of(t, 3, 0), s.of(t, 3, 1), s.of(t, 4, 0)
	refused(t, s.Issue(bg, issued, numbered(a, "豫三001")), "cert-not-passed")
	s.score(t, a, "", "59")
	refused(t, s.Issue(bg, issued, numbered(a, "豫三001")), "cert-not-passed")
	must(t, s.Correct(bg, results.Entry{Application: a.Application.ID, Mark: "79"}, "看错"))
	s.passed(t, b)
	s.passed(t, c)
	refused(t, s.Issue(bg, data.Date{}, numbered(a, "豫三001")), "cert-date")
	refused(t, s.Issue(bg, data.MustDate(2026, 12, 1), numbered(a, "豫三001")), "cert-date")
	refused(t, s.Issue(bg, issued, numbered(a, " ")), "cert-number-missing")
	refused(t, s.Issue(bg, issued, numbered(a, strings.Repeat("9", 41))), "cert-number-bad")
	refused(t, s.Issue(bg, issued, append(numbered(a, "豫三001"), numbered(b, "豫三００１")...)), "cert-number-taken")
	refused(t, s.Issue(bg, issued, nil), "nobody")
	refused(t, s.Issue(bg, issued, append(numbered(a, "豫三001"), numbered(a, "豫三002")...)), "twice-chosen")
	held := s.again(c)
	if held.Person.CurrentCertNo == "" {
		t.Fatal("nobody of level four holds a certificate")
	}
	refused(t, s.Issue(bg, issued, numbered(a, held.Person.CurrentCertNo)), "cert-number-taken")
	if _, ok := results.CertificateOf(s.again(a)); ok {
		t.Error("issued all the same")
	}
	must(t, s.Issue(bg, issued, append(numbered(a, "豫三001"), numbered(b, "豫三002")...)))
	refused(t, s.Issue(bg, issued, numbered(c, "豫三002")), "cert-number-taken")
	refused(t, s.Issue(bg, issued, numbered(a, "豫三009")), "cert-twice")
	if next := s.NextNumber(3); next != "豫三003" {
		t.Errorf("the next number is %q", next)
	}
	refused(t, s.Correct(bg, results.Entry{Application: a.Application.ID, Mark: "9"}, "看错"), "cert-stands")
	must(t, s.VoidCertificate(bg, a.Application.ID, "打印错了"))
	must(t, s.Issue(bg, issued, numbered(c, "豫三001")))
	refused(t, s.VoidCertificate(bg, a.Application.ID, "再作废"), "cert-none")
}

func TestANumberOfAnEarlierYearIsNotGivenAgain(t *testing.T) {
	s := newStage(t, 30)
	a := s.of(t, 3, 0)
	s.passed(t, a)
	_, err := s.Office.Store.Update(bg, data.OpPractice, "", func(tx *store.Tx) error {
		app := a.Application
		app.ID, app.Year = "0199-last-year", app.Year-1
		if err := tx.PutApplication(app); err != nil {
			return err
		}
		return tx.PutCertificate(data.Certificate{ID: "0199-old", Application: app.ID, Number: "豫三777", Issued: data.MustDate(2025, 11, 1), At: tx.Now()})
	})
	must(t, err)
	refused(t, s.Issue(bg, issued, numbered(a, "豫三777")), "cert-number-taken")
}

func TestACertificateIsCollectedOnceAndTheSigningCanBeTakenBack(t *testing.T) {
	s := newStage(t, 60)
	a, b := s.of(t, 3, 0), s.of(t, 3, 1)
	refused(t, s.Collect(bg, ids(a), handed, "张会计"), "cert-none")
	s.passed(t, a)
	s.passed(t, b)
	must(t, s.Issue(bg, issued, append(numbered(a, "豫三001"), numbered(b, "豫三002")...)))
	refused(t, s.Collect(bg, ids(a), handed, " "), "collector-missing")
	refused(t, s.Collect(bg, ids(a), data.MustDate(2026, 11, 1), "张会计"), "cert-date")
	refused(t, s.Collect(bg, ids(a), data.MustDate(2026, 12, 1), "张会计"), "cert-date")
	must(t, s.Collect(bg, ids(a, b), handed, "张会计"))
	refused(t, s.Collect(bg, ids(a), handed, "张会计"), "cert-collected")
	events, err := s.Timeline(bg, a.Application.ID)
	must(t, err)
	if events[0].Words != "领证：豫三001，2026年11月18日，张会计签字" || events[1].Words != "发证：豫三001，2026年11月16日" || events[1].CanUndo() {
		t.Errorf("the timeline tells %q, %q", events[0].Words, events[1].Words)
	}
	_, err = s.Undo(bg, a.Application.ID, events[0])
	must(t, err)
	if c, _ := results.CertificateOf(s.again(a)); !c.Collected.IsZero() {
		t.Error("still collected")
	}
}

func TestARevokedCertificateFollowsFromTheViolation(t *testing.T) {
	s := newStage(t, 30)
	a := s.of(t, 3, 0)
	s.passed(t, a)
	must(t, s.Issue(bg, issued, numbered(a, "豫三001")))
	_, err := s.Office.Store.Update(bg, data.OpViolation, "", func(tx *store.Tx) error {
		return tx.PutViolation(data.Violation{ID: data.ViolationID(tx.NewID()), Person: a.Person.ID, Found: handed, Until: data.MustDate(2028, 11, 18), What: "提供虚假材料", Revoked: []string{"豫三001 "}})
	})
	must(t, err)
	_, err = s.Renew(bg, a.Application.ID)
	must(t, err)
	if _, ok := results.CertificateOf(s.again(a)); ok || !results.Revoked(s.again(a), "豫三001") {
		t.Error("it is still in force")
	}
	refused(t, s.Collect(bg, ids(a), handed, "张会计"), "cert-revoked")
	if n := results.Count(s.Office.Policy, []*data.Applicant{s.again(a)}); n.Revoked != 1 || n.Issued != 1 {
		t.Errorf("counted %+v", n)
	}
}

func TestWhatWaitsIsCertificatesThatLieHereAndAfterTheExamsMissingScores(t *testing.T) {
	s := newStage(t, 30)
	a := s.of(t, 3, 0)
	s.passed(t, a)
	must(t, s.Issue(bg, issued, numbered(a, "豫三001")))
	wait := func(day data.Date) int { return results.Waiting(s.Office.Policy, s.Register.Find(everybody), day) }
	if n := wait(data.MustDate(2026, 9, 30)); n != 1 {
		t.Errorf("on the last day of the examinations %d wait, want the certificate alone", n)
	}
	if n := wait(data.MustDate(2026, 10, 1)); n != 30 {
		t.Errorf("the day after %d wait, want the certificate and 29 scores", n)
	}
	must(t, s.Collect(bg, ids(a), handed, "张会计"))
	if n := wait(data.MustDate(2026, 10, 1)); n != 29 {
		t.Errorf("collected, and %d wait", n)
	}
}

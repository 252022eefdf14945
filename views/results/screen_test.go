package results_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/registration"
	outcomes "gongkao/app/results"
	"gongkao/data"
	"gongkao/views/shell"
)

func TestScoresAreTypedOnePersonAfterTheOther(t *testing.T) {
	s, _ := stage(t, seasoned(t))
	waiting := unscored(s)
	if len(waiting) < 3 {
		t.Fatalf("%d wait for a score", len(waiting))
	}
	s.Press(fyne.KeyF6)
	s.Type("78.5")
	s.Picture("results-typing")
	s.Press(fyne.KeyReturn)
	s.Type("101")
	s.Press(fyne.KeyReturn)
	if !strings.Contains(s.Said(), "不在 0 到 100 分之间") {
		t.Errorf("said %q", s.Said())
	}
	s.Type("59.9") // in the place of what was refused
	s.Press(fyne.KeyReturn)
	s.Type("-")
	s.Press(fyne.KeyReturn)
	want := []outcomes.Outcome{outcomes.Passed, outcomes.Failed, outcomes.Absent}
	for i, a := range waiting[:3] {
		if got := result(s, a); got.Subjects[0].Outcome != want[i] {
			t.Errorf("person %d: %s, want %s", i, got.Subjects[0].Outcome, want[i])
		}
	}
	if !strings.Contains(s.Said(), "缺考") || !strings.Contains(s.Said(), "都录完了") {
		t.Errorf("said %q", s.Said())
	}
}

func TestWhatIsHalfTypedIsNeverLostNorGivenToSomebodyElse(t *testing.T) {
	s, _ := stage(t, seasoned(t))
	first := unscored(s)[0]
	s.Press(fyne.KeyF6)
	s.Type("66")
	s.Press(fyne.KeyF6) // the whole list again: another row stands where he stood
	if r := result(s, first); r.Subjects[0].Words() != "66" {
		t.Errorf("half typed came to %q; said %q", r.Subjects[0].Words(), s.Said())
	}
	second := unscored(s)[0]
	s.Go(shell.Route{Place: shell.Results, Person: second.Application.ID})
	s.Type("166")
	s.Press(fyne.KeyF6)
	s.Go(shell.Route{Place: shell.Today})
	if r := result(s, second); r.Subjects[0].Score != nil || !s.Sees("结果与证书") {
		t.Errorf("166 came to %q, and the page was left: %q", r.Subjects[0].Words(), s.Said())
	}
}

func TestAScoreIsCorrectedWithAReasonAndNotTakenBack(t *testing.T) {
	s, _ := stage(t, seasoned(t))
	a := unscored(s)[0]
	s.Go(shell.Route{Place: shell.Results, Person: a.Application.ID})
	s.Type("58")
	s.Press(fyne.KeyReturn)
	s.Go(shell.Route{Place: shell.Results, Person: a.Application.ID})
	s.Press(fyne.KeyZ, fyne.KeyModifierControl)
	if !strings.Contains(s.Said(), "成绩不能撤销") {
		t.Errorf("Ctrl+Z said %q", s.Said())
	}
	s.Type("*")
	if !s.Sees("理由都留在经过里") {
		t.Fatalf("* shows %q", s.Texts())
	}
	s.Picture("results-correct")
	s.Type("85")
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	if !s.Sees("没有写更正的理由") {
		t.Errorf("without a reason: %q", s.Texts())
	}
	s.Press(fyne.KeyTab, fyne.KeyModifierShift)
	s.Type("看错一位")
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	if r := result(s, a); r.Subjects[0].Words() != "85" || len(again(s, a).Ledger.Scores) != 2 {
		t.Errorf("corrected to %q", r.Subjects[0].Words())
	}
}

func TestLevelOneEntersTheEvaluationAndComesBackOut(t *testing.T) {
	desk := seasoned(t)
	a := desk.Register.Find(registration.Query{Level: 1, Statuses: []data.Status{data.Approved}})
	s, _ := stage(t, desk)
	var theory *data.Applicant
	for _, one := range a {
		if r := result(s, one); r.Subjects[0].Score == nil {
			theory = one
		}
	}
	if theory == nil {
		t.Fatal("nobody of level one waits for his theory in this county")
	}
	s.Go(shell.Route{Place: shell.Results, Person: theory.Application.ID})
	s.Type("77")
	s.Press(fyne.KeyReturn)
	tab(s, 1)
	s.Go(shell.Route{Place: shell.Results, Person: theory.Application.ID})
	s.Picture("results-evaluation")
	s.Press(fyne.KeyF8)
	if !again(s, theory).Ledger.Evaluation.Admitted() {
		t.Fatalf("F8 said %q", s.Said())
	}
	s.Press(fyne.KeyZ, fyne.KeyModifierControl)
	if again(s, theory).Ledger.Evaluation.Admitted() {
		t.Errorf("Ctrl+Z said %q", s.Said())
	}
}

func TestCertificatesAreNumberedInSeriesAndSignedFor(t *testing.T) {
	s, _ := stage(t, seasoned(t))
	first := unscored(s)
	for _, a := range first[:2] {
		s.Go(shell.Route{Place: shell.Results, Person: a.Application.ID})
		s.Type("88")
		s.Press(fyne.KeyReturn)
	}
	tab(s, 2)
	s.Press(fyne.KeyF6)
	s.Type("未发") // no such word: a search that finds nobody
	if !s.Sees("没有人符合") {
		t.Errorf("it shows %q", s.Texts())
	}
	s.Press(fyne.KeyEscape)
	var fresh []*data.Applicant
	for _, a := range first[:2] {
		if r := result(s, a); r.Outcome == outcomes.Passed {
			fresh = append(fresh, a)
		}
	}
	if len(fresh) == 0 {
		t.Fatal("both are of level one")
	}
	a := fresh[0]
	s.Go(shell.Route{Place: shell.Results, Person: a.Application.ID})
	s.Press(fyne.KeyF9)
	if s.Sees("不做") || !s.Sees("还没有发证") {
		t.Errorf("F9 before the certificate: %q", s.Texts())
	}
	s.Press(fyne.KeyF8)
	s.Picture("results-issue")
	s.Type("LS-2026-900")
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	if c, ok := outcomes.CertificateOf(again(s, a)); !ok || c.Number != "LS-2026-900" {
		t.Fatalf("issued %+v; %q", c, s.Texts())
	}
	s.Press(fyne.KeyF9)
	s.Picture("results-collect")
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	if c, _ := outcomes.CertificateOf(again(s, a)); c.Collector != a.Person.Name {
		t.Errorf("collected %+v: %q", c, s.Said())
	}
	for key, says := range map[fyne.KeyName]string{fyne.KeyF8: "已经发了证书", fyne.KeyF9: "已经领取"} {
		if s.Press(key); s.Sees("不做") || !s.Sees(says) {
			t.Errorf("%s a second time: %q", key, s.Texts())
		}
	}
	s.Press(fyne.KeyZ, fyne.KeyModifierControl)
	if c, _ := outcomes.CertificateOf(again(s, a)); c.Collector != "" {
		t.Errorf("Ctrl+Z said %q", s.Said())
	}
	s.Type("*")
	s.Type("编号写错")
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	if _, ok := outcomes.CertificateOf(again(s, a)); ok {
		t.Errorf("* said %q", s.Said())
	}
}

func TestArchivesAreClosedOneByOneAndInABatch(t *testing.T) {
	s, _ := stage(t, seasoned(t))
	tab(s, 3)
	s.Press(fyne.KeyF6)
	s.Picture("results-archive-todo")
	var open []*data.Applicant
	for _, a := range s.Office.Register.Find(registration.Query{}) {
		if r := outcomes.Of(s.Office.Office.Policy, a); r.Outcome != outcomes.Pending && a.Ledger.Archive == nil {
			open = append(open, a)
		}
	}
	if len(open) < 3 {
		t.Fatalf("%d archives are open", len(open))
	}
	s.Press(fyne.KeyReturn)
	s.Type("1")
	s.Picture("results-file")
	s.Press(fyne.KeyReturn) // to the box
	s.Press(fyne.KeyReturn) // to 办结
	s.Press(fyne.KeyReturn)
	if !s.Sees("还缺") {
		t.Errorf("closed with little in it: %q", s.Texts())
	}
	s.Press(fyne.KeyTab)
	s.Press(fyne.KeyReturn)
	if got := again(s, open[0]).Ledger.Archive; got == nil || len(got.Items) != 1 || !got.Filed.IsZero() {
		t.Fatalf("saved %+v: %q", got, s.Texts())
	}
	s.Press(fyne.KeyDown)
	s.Press(fyne.KeySpace)
	s.Press(fyne.KeyDown)
	s.Press(fyne.KeySpace)
	s.Press(fyne.KeyF8)
	s.Type("2026-09")
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	for _, a := range open[1:3] {
		if got := again(s, a).Ledger.Archive; got == nil || got.Box != "2026-09" || got.Filed.IsZero() {
			t.Errorf("%s: %+v; said %q", a.Person.Name, got, s.Said())
		}
	}
}

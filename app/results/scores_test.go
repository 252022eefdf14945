package results_test

import (
	"slices"
	"strings"
	"testing"

	"gongkao/app/policy"
	"gongkao/app/results"
	"gongkao/assets"
	"gongkao/data"
)

func TestAScoreIsReadAsPeopleWriteIt(t *testing.T) {
	for text, want := range map[string]results.Mark{
		"78.5": {Points: 785}, " ７８．５ ": {Points: 785}, "80": {Points: 800}, "80.0": {Points: 800}, "0": {}, "100": {Points: 1000}, "60分": {Points: 600},
		"007": {Points: 70}, "缺考": {Absent: true}, "缺": {Absent: true}, "q": {Absent: true}, "78。5": {Points: 785},
	} {
		if got, err := results.ReadMark(text, 1000); err != nil || got != want {
			t.Errorf("%q is read as %+v (%v), want %+v", text, got, err, want)
		}
	}
	for text, code := range map[string]string{
		"": "score-missing", "101": "score-range", "-1": "score-range", "-0.5": "score-range", "100.1": "score-range", "78.55": "score-decimals",
		"八十": "score-bad", "7 8.5.1": "score-bad", "1e2": "score-bad", "合格": "score-bad", "99999999999999999999": "score-range", ".5": "score-bad",
	} {
		_, err := results.ReadMark(text, 1000)
		refused(t, err, code)
	}
}

func TestAScoreThatCannotBeIsRefusedAndNothingIsWritten(t *testing.T) {
	s := newStage(t, 60)
	a, first := s.of(t, 3, 0), s.of(t, 1, 0)
	draft := s.of(t, 3, 1)
	s.status(t, draft, data.Draft)
	cancelled := s.of(t, 3, 2)
	s.status(t, cancelled, data.Cancelled)
	for _, c := range []struct {
		code string
		e    results.Entry
	}{
		{"score-range", results.Entry{Application: a.Application.ID, Mark: "101"}},
		{"score-range", results.Entry{Application: a.Application.ID, Mark: "-1"}},
		{"score-decimals", results.Entry{Application: a.Application.ID, Mark: "78.55"}},
		{"score-missing", results.Entry{Application: a.Application.ID}},
		{"score-status", results.Entry{Application: draft.Application.ID, Mark: "78"}},
		{"score-status", results.Entry{Application: cancelled.Application.ID, Mark: "78"}},
		{"score-subject", results.Entry{Application: a.Application.ID, Subject: policy.SubjectTheory, Mark: "78"}},
		{"score-subject", results.Entry{Application: first.Application.ID, Subject: policy.SubjectComputer, Mark: "78"}},
		{"score-not-admitted", results.Entry{Application: first.Application.ID, Subject: policy.SubjectEvaluation, Mark: "78"}},
		{"not-found", results.Entry{Application: "x", Mark: "78"}},
	} {
		_, err := s.Score(bg, c.e)
		refused(t, err, c.code)
	}
	for _, who := range []*data.Applicant{a, first, draft, cancelled} {
		if l := s.again(who).Ledger; len(l.Scores)+len(l.Certificates) > 0 || l.Evaluation != nil {
			t.Errorf("written all the same: %+v", l)
		}
	}
	s.score(t, a, "", "78.5")
	_, err := s.Score(bg, results.Entry{Application: a.Application.ID, Mark: "80"})
	refused(t, err, "score-twice")
}

func TestACorrectionNeedsAReasonAndTheWrongEntryStaysToBeRead(t *testing.T) {
	s := newStage(t, 60)
	a := s.of(t, 3, 0)
	id := a.Application.ID
	refused(t, s.Correct(bg, results.Entry{Application: id, Mark: "80"}, "录错"), "score-none")
	s.score(t, a, "", "58.5")
	if r := s.result(a); r.Outcome != results.Failed || r.Confirmed {
		t.Errorf("58.5 comes to %+v", r)
	}
	refused(t, s.Correct(bg, results.Entry{Application: id, Mark: "85"}, " "), "reason-missing")
	refused(t, s.Correct(bg, results.Entry{Application: id, Mark: "58.5"}, "录错"), "score-same")
	refused(t, s.Correct(bg, results.Entry{Application: id, Mark: "185"}, "录错"), "score-range")
	must(t, s.Correct(bg, results.Entry{Application: id, Mark: "85.5"}, "看错一位"))
	if r := s.result(a); r.Outcome != results.Passed || len(s.again(a).Ledger.Scores) != 2 || s.again(a).Ledger.Scores[0].Void != "看错一位" {
		t.Errorf("corrected: %+v, %+v", r, s.again(a).Ledger.Scores)
	}
	must(t, s.Correct(bg, results.Entry{Application: id, Mark: "缺考"}, "人没来"))
	if r := s.result(a); r.Outcome != results.Absent {
		t.Errorf("absent comes to %s", r.Outcome)
	}
	must(t, s.Correct(bg, results.Entry{Application: id}, "录到别人名下"))
	if r := s.result(a); r.Outcome != results.Pending || len(s.again(a).Ledger.Scores) != 3 {
		t.Errorf("made void: %+v", r)
	}
	events, err := s.Timeline(bg, id)
	must(t, err)
	var words []string
	for _, e := range events {
		words = append(words, e.Words)
		if strings.HasPrefix(e.Words, "成绩") && e.CanUndo() {
			t.Errorf("%q may be taken back without a reason", e.Words)
		}
	}
	if !slices.Contains(words, "成绩：人机对话考试 58.5 分（不合格，合格线待核对）") || !slices.ContainsFunc(words, func(w string) bool { return strings.Contains(w, "成绩作废") && strings.Contains(w, "看错一位") }) {
		t.Errorf("the timeline tells %q", words)
	}
}

func TestThePassMarkIsConfirmedOnlyWhenItsRowIsSignedOff(t *testing.T) {
	src, err := assets.Files.ReadFile("policy/2026.toml")
	must(t, err)
	a := &data.Applicant{Application: data.Application{Level: 4, Status: data.Approved}}
	a.Ledger.Scores = []data.Score{{Subject: policy.SubjectComputer, Points: 600}}
	at := strings.Index(string(src), `rule = "subject-computer"`)
	for _, c := range []struct {
		old, new  string
		outcome   results.Outcome
		confirmed bool
	}{
		{"", "", results.Passed, false},
		{"pass = 60", "pass = 65", results.Failed, false},
		{"pass = 60", "pass = 0", results.Pending, false},
		{"status = \"待核对\"\nsigned_by = \"\"\nsigned_on = \"\"", "status = \"已核对\"\nsigned_by = \"王建国\"\nsigned_on = \"2026-06-01\"", results.Passed, true},
	} {
		p, err := policy.Parse(2026, []byte(string(src[:at])+strings.Replace(string(src[at:]), c.old, c.new, 1)))
		must(t, err)
		if r := results.Of(p, a); r.Outcome != c.outcome || r.Confirmed != c.confirmed {
			t.Errorf("%q: %s, confirmed %v", c.new, r.Outcome, r.Confirmed)
		}
	}
}

func TestLevelOneGoesFromTheTheoryToTheEvaluation(t *testing.T) {
	s := newStage(t, 60)
	a, b := s.of(t, 1, 0), s.of(t, 1, 1)
	refused(t, s.Admit(bg, ids(a)), "evaluation-theory")
	refused(t, s.Admit(bg, ids(s.of(t, 3, 0))), "evaluation-level")
	refused(t, s.Admit(bg, nil), "nobody")
	s.score(t, a, "", "61")
	s.score(t, b, "", "59.9")
	refused(t, s.Admit(bg, ids(a, b)), "evaluation-theory")
	if s.again(a).Ledger.Evaluation.Admitted() {
		t.Error("half a batch entered")
	}
	must(t, s.Admit(bg, ids(a)))
	refused(t, s.Admit(bg, ids(a)), "evaluation-twice")
	if r := s.result(a); r.Outcome != results.Pending {
		t.Errorf("after the theory alone: %s", r.Outcome)
	}
	s.score(t, a, policy.SubjectEvaluation, "70")
	if r := s.result(a); r.Outcome != results.Passed {
		t.Errorf("after both: %s", r.Outcome)
	}
	refused(t, s.Correct(bg, results.Entry{Application: a.Application.ID, Subject: policy.SubjectTheory, Mark: "50"}, "复核"), "score-stands")
	if r := s.result(b); r.Outcome != results.Failed {
		t.Errorf("59.9: %s", r.Outcome)
	}
}

func TestAnAdmissionIsTakenBackUntilTheEvaluationHasAScore(t *testing.T) {
	s := newStage(t, 60)
	a := s.of(t, 1, 0)
	s.score(t, a, "", "61")
	undo := func() error {
		events, err := s.Timeline(bg, a.Application.ID)
		must(t, err)
		for _, e := range events {
			if strings.HasPrefix(e.Words, "进入综合评审") && e.CanUndo() {
				_, err := s.Undo(bg, a.Application.ID, e)
				return err
			}
		}
		t.Fatal("nothing to take back")
		return nil
	}
	must(t, s.Admit(bg, ids(a)))
	must(t, undo())
	if s.again(a).Ledger.Evaluation.Admitted() {
		t.Error("still in the evaluation")
	}
	must(t, s.Admit(bg, ids(a)))
	s.score(t, a, policy.SubjectEvaluation, "70")
	refused(t, undo(), "undo-stale")
}

package terminal

import (
	"strings"
	"testing"
)

// outcome is somebody of `list`.
type outcome struct {
	person
	Score         string `json:"score"`
	Result        string `json:"result"`
	CertificateNo string `json:"certificate_no"`
}

func TestAResultRunsFromTheScoreToTheArchiveByCommand(t *testing.T) {
	d := practice(t)
	who := d.waiting()
	d.refuses("score", "--id", who, "--points", "78.5")
	d.must("review", "--id", who, "--decision", "approve")
	for _, points := range []string{"101", "-1", "78.55", "八十"} {
		d.refuses("score", "--id", who, "--points="+points)
	}
	d.refuses("score", "--id", who, "--points", "78", "--subject", "体育")
	d.refuses("score", "--id", who, "--points", "78", "--correct", "录错")
	d.refuses("certificate", "--id", who, "--number", "豫001", "--issued", "2026-04-09")
	d.refuses("archive", "--id", who, "--items", "all", "--box", "1")
	d.refuses("admit", "--id", who)
	var got []resulted
	d.read(&got, "score", "--id", who, "--points", "58.5")
	if len(got) != 1 || got[0].Score != "58.5" || got[0].Result != "failed" || got[0].Confirmed {
		t.Fatalf("scored: %+v", got)
	}
	d.refuses("score", "--id", who, "--points", "78.5")
	d.read(&got, "score", "--id", who, "--points", "78.5", "--correct", "看错一位")
	d.read(&got, "certificate", "--id", who, "--number", "豫001", "--issued", "2026-04-09", "--collected", "2026-04-09", "--collector", "李会计")
	if got[0].CertificateNo != "豫001" || got[0].Collector != "李会计" {
		t.Errorf("issued: %+v", got)
	}
	d.refuses("certificate", "--id", who, "--number", "豫002", "--issued", "2026-04-09")
	var filed resulted
	if d.read(&filed, "archive", "--id", who, "--items", "all", "--box", "2026-01"); filed.Box != "2026-01" || filed.Filed.IsZero() || len(filed.Archive) < 5 {
		t.Errorf("filed: %+v", filed)
	}
	var listed []outcome
	d.read(&listed, "list")
	passed := 0
	for _, p := range listed {
		if p.IDNumber == who && (p.Score != "78.5" || p.Result != "passed" || p.CertificateNo != "豫001") {
			t.Errorf("list says %+v", p)
		}
		if p.Result == "" {
			t.Errorf("%s has no result", p.Name)
		}
		if p.Result == "passed" {
			passed++
		}
	}
	if d.read(&got, "results", "--result", "passed"); len(got) != passed {
		t.Errorf("the pass list has %d, list %d", len(got), passed)
	}
	if words := d.must("results"); !strings.Contains(words, "合格线待核对") || !strings.Contains(words, "已归档 1") || strings.Contains(words, who) {
		t.Errorf("in words: %s", words)
	}
	d.must("verify")
}

func TestWhatMakesNoSenseIsWrongUsage(t *testing.T) {
	d := practice(t)
	who := d.waiting()
	for _, args := range [][]string{
		{"score", "--id", who}, {"score", "--id", who, "--absent", "--points", "60"}, {"certificate", "--id", who},
		{"certificate", "--id", who, "--void", "写错", "--number", "1"}, {"results", "--result", "great"},
	} {
		if code, _, errs := d.run(args...); code != Usage || errs == "" {
			t.Errorf("%q: exit %d, %s", args, code, errs)
		}
	}
}

func TestAWholeSeasonEndsInDecemberWithEverythingThatWaits(t *testing.T) {
	d := newDesk(t)
	d.env = nil
	d.must("demo", "--people", "120", "--units", "12", "--seed", "7", "--whole-season")
	var all []resulted
	d.read(&all, "results")
	counts := map[string]int{}
	for _, r := range all {
		counts[string(r.Result)]++
		if r.CertificateNo != "" {
			counts["certificate"]++
		}
		if !r.Collected.IsZero() {
			counts["collected"]++
		}
		if !r.Admitted.IsZero() {
			counts["admitted"]++
		}
		if !r.Filed.IsZero() {
			counts["filed"]++
		}
	}
	for _, what := range []string{"pending", "passed", "failed", "absent", "certificate", "collected", "filed", "admitted"} {
		if counts[what] == 0 {
			t.Errorf("nobody is %s: %v", what, counts)
		}
	}
	if counts["certificate"] <= counts["collected"] || counts["collected"] != counts["filed"] {
		t.Errorf("%v", counts)
	}
	d.must("verify")
}

package terminal

import (
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"gongkao/app/inspection"
)

func uint64Text(n uint64) string { return strconv.FormatUint(n, 10) }

func TestInspectTellsTheStoryOfADecisionToItsProof(t *testing.T) {
	d := practice(t)
	who := d.waiting()
	d.must("review", "--id", who, "--decision", "return", "--reason", "seal-missing")
	d.must("review", "--id", who, "--decision", "submit", "--answer", "1=已盖章")
	d.must("review", "--id", who, "--decision", "approve")
	var drawn spotChecked
	d.read(&drawn, "spot-check", "--share", "100")
	d.must("spot-check", "--id", string(drawn.ID), "--person", who, "--found", "缺页")
	var f inspection.File
	d.read(&f, "inspect", "--id", who)
	if string(f.IDNumber) != who || f.Status != "approved" || f.Standing != "approved" || len(f.Verdict.Clauses) == 0 || len(f.Timeline) < 3 {
		t.Errorf("file: %+v", f)
	}
	if n := len(f.Decisions); n < 3 || f.Decisions[n-1].To != "approved" || !f.Decisions[n-1].PolicyKept {
		t.Errorf("decisions: %+v", f.Decisions)
	}
	if len(f.Asks) != 1 || f.Asks[0].Answer != "已盖章" || len(f.Spots) != 1 || f.Spots[0].Found != "缺页" || !f.Chain.OK {
		t.Errorf("asks %+v, spot checks %+v, chain %+v", f.Asks, f.Spots, f.Chain)
	}
	d.must("print", "registration", "--id", who, "--out", filepath.Join(t.TempDir(), "申报表.pdf"))
	words := d.must("inspect", "--id", who)
	for _, want := range []string{
		"【演练】" + f.Name, "1. 填报内容", "姓名：" + f.Name, "第 1 条 " + f.Verdict.Clauses[0].Title, "要求补正：缺少签字或公章；已盖章",
		"待审 → 通过", "有问题：缺页", "13. 审计链", "条审计记录，审计头 ", "申报表，",
	} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is not in\n%s", want, words)
		}
	}
	if strings.Contains(words, "%!") || strings.Contains(words, "0001-01-01") || strings.Contains(words, "registration") {
		t.Errorf("something was not written as it should be:\n%s", words)
	}
}

func TestInspectWritesEverybodyOfThePracticeCounty(t *testing.T) {
	d := practice(t)
	var all []person
	d.read(&all, "list")
	for _, p := range all[:20] {
		if words := d.must("inspect", "--id", p.IDNumber); strings.Contains(words, "%!") || strings.Contains(words, "0001-01-01") || !strings.Contains(words, p.Name) {
			t.Errorf("%s:\n%s", p.Name, words)
		}
	}
}

func TestInspectOfAStrangerIsRefused(t *testing.T) {
	d := practice(t)
	d.refuses("inspect", "--id", "411503198109010027")
	if code, _, _ := d.run("inspect"); code != Usage {
		t.Errorf("without a number: exit %d", code)
	}
}

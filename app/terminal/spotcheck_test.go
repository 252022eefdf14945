package terminal

import (
	"strings"
	"testing"
)

func TestASampleIsDrawnFoundAndDrawnAgainFromItsSeed(t *testing.T) {
	d := practice(t)
	var first, again spotChecked
	d.read(&first, "spot-check", "--share", "20", "--by", "unit,level")
	if len(first.Sample) == 0 || first.Seed == 0 || !first.Repeats || first.Population < len(first.Sample) || strings.Join(first.Strata, " ") != "unit level" {
		t.Fatalf("drawn: %+v", first)
	}
	d.read(&again, "spot-check", "--share", "20", "--by", "unit,level", "--seed", uint64Text(first.Seed))
	if people(again) != people(first) || again.ID == first.ID {
		t.Errorf("the seed drew %s, and first %s", people(again), people(first))
	}
	who := first.Sample[0].IDNumber
	var looked spotChecked
	d.read(&looked, "spot-check", "--id", string(first.ID), "--person", string(who), "--found", "证书编号与原件不符")
	if looked.Looked != 1 || looked.Objections != 1 || looked.Sample[0].Found != "证书编号与原件不符" || looked.Sample[0].By == "" {
		t.Errorf("found: %+v", looked)
	}
	d.read(&looked, "spot-check", "--id", string(first.ID), "--person", string(who), "--sound")
	if looked.Looked != 1 || looked.Objections != 0 || !looked.Sample[0].Sound {
		t.Errorf("sound: %+v", looked)
	}
	var listed []spotChecked
	if d.read(&listed, "spot-check", "--list"); len(listed) != 2 || listed[0].Looked != 1 || listed[1].Looked != 0 {
		t.Errorf("listed: %+v", listed)
	}
	words := d.must("spot-check", "--id", string(first.ID))
	for _, want := range []string{"种子 " + uint64Text(first.Seed), first.Sample[0].Name, "无问题", "未查", "通过、已上报；比例 20%；按单位、等级分层"} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is not in\n%s", want, words)
		}
	}
	if strings.Contains(words, string(who)) {
		t.Error("ID numbers are written out in full")
	}
	d.must("verify")
}

func TestASpotCheckThatCannotBeIsRefusedAndNotKept(t *testing.T) {
	d := practice(t)
	var drawn spotChecked
	d.read(&drawn, "spot-check", "--size", "1", "--status", "approved,submitted", "--status", "reported")
	if len(drawn.Statuses) != 3 {
		t.Errorf("statuses: %v", drawn.Statuses)
	}
	var all []person
	d.read(&all, "list", "--status", "draft")
	for _, args := range [][]string{
		{"spot-check"}, {"spot-check", "--size", "2", "--share", "5"}, {"spot-check", "--size", "6000"}, {"spot-check", "--share", "101"},
		{"spot-check", "--size", "2", "--by", "trade"}, {"spot-check", "--size", "2", "--status", "happy"}, {"spot-check", "--size", "2", "--status", "lapsed"},
		{"spot-check", "--id", "none"}, {"spot-check", "--id", string(drawn.ID), "--person", all[0].IDNumber, "--sound"},
		{"spot-check", "--id", string(drawn.ID), "--person", string(drawn.Sample[0].IDNumber)},
		{"spot-check", "--id", string(drawn.ID), "--person", "411503198109010027", "--sound"},
	} {
		d.refuses(args...)
	}
	for _, args := range [][]string{
		{"spot-check", "--list", "--size", "2"}, {"spot-check", "--size", "2", "--id", "x"}, {"spot-check", "--sound"}, {"spot-check", "--id", "x", "--found", "缺页"},
	} {
		if code, _, errs := d.run(args...); code != Usage || !strings.Contains(errs, "请") {
			t.Errorf("gongkao %v: exit %d, %q", args, code, errs)
		}
	}
	var listed []spotChecked
	if d.read(&listed, "spot-check", "--list"); len(listed) != 1 || listed[0].Looked != 0 {
		t.Errorf("refused commands left %+v", listed)
	}
}

// people are the numbers in a sample.
func people(s spotChecked) (numbers string) {
	for _, p := range s.Sample {
		numbers += string(p.IDNumber) + " "
	}
	return numbers
}

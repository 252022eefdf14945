package policy

import (
	"testing"

	"gongkao/data"
)

func TestAYearWithoutItsNoticeReadsAndRulesNobody(t *testing.T) {
	p := shipped(t)
	if p.Provisional() {
		t.Fatal("the shipped year lacks its notice")
	}
	text, err := p.CopyYear(2027)
	if err != nil {
		t.Fatal(err)
	}
	next, err := Parse(2027, []byte(text))
	if err != nil || !next.Provisional() {
		t.Fatalf("%v", err)
	}
	if len(next.Deadlines) != 0 || !next.Cutoff.Date.IsZero() || len(next.RuleRows) != len(p.RuleRows) {
		t.Errorf("%d days, cut-off %s, %d rows", len(next.Deadlines), next.Cutoff.Date, len(next.RuleRows))
	}
	for _, l := range data.Levels() {
		if !next.Assessed(l) || len(next.Fee(l)) != 0 || len(next.Rules(l, data.Promotion)) != 0 {
			t.Errorf("%s: assessed %v, fees %v, %d rules", l, next.Assessed(l), next.Fee(l), len(next.Rules(l, data.Promotion)))
		}
	}
	again, err := next.CopyYear(2028) // the notice never came
	if err != nil {
		t.Fatal(err)
	}
	if later, err := Parse(2028, []byte(again)); err != nil || !later.Provisional() {
		t.Errorf("a copy of a copy: %v", err)
	}
	whole, err := Parse(2027, []byte(fill(text)))
	if err != nil || whole.Provisional() || len(whole.Fee(1)) != 2 {
		t.Errorf("filled in: %v", err)
	}
}

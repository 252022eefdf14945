package terminal

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"gongkao/app/policy"
	"gongkao/data"
)

// judged is what check says of one person, as a script reads it.
type judged struct {
	IDNumber   string `json:"id_number"`
	Verdict    string `json:"verdict"`
	Retirement string `json:"retirement"`
	Findings   []struct {
		Rule, Severity, Clause, Source, Message string
		Confirmed                               bool
		Trace                                   *data.Trace
	}
}

func (j *judged) has(rule string) bool {
	for _, f := range j.Findings {
		if f.Rule == rule && f.Severity == "block" {
			return true
		}
	}
	return false
}

func TestEveryFindingOfThePracticeCountySaysWhereItStandsAndHowItCame(t *testing.T) {
	d := practice(t)
	var all []judged
	d.read(&all, "check")
	found, known := 0, policy.RuleIDs()
	for _, j := range all {
		if !slices.Contains([]string{"pass", "warn", "fail"}, j.Verdict) || !slices.Contains([]string{"usual", "this-year", "boundary", "reached", ""}, j.Retirement) {
			t.Errorf("%+v", j)
		}
		for _, f := range j.Findings {
			found++
			if !slices.Contains(known, f.Rule) || f.Clause == "" || f.Source == "" || f.Message == "" || f.Trace == nil {
				t.Errorf("%+v", f)
			}
			if !f.Confirmed && f.Severity == "block" {
				t.Errorf("a row nobody confirmed blocks: %+v", f)
			}
			if strings.Contains(f.Message, "最早") && f.Rule != "violation-ban" && f.Trace.First == nil {
				t.Errorf("the first year is not in the trace: %+v", f)
			}
		}
	}
	if found < 10 {
		t.Errorf("only %d findings", found)
	}
}

// TestACommitmentLapsesOnTheRightDay asks for the last day and the day after,
// and for the keys of the contract as they stand in the JSON.
func TestACommitmentLapsesOnTheRightDay(t *testing.T) {
	d := practice(t)
	var before, after []judged
	d.read(&before, "check", "--as-of", "2026-09-30")
	d.read(&after, "check", "--as-of", "2026-10-01")
	lapsed := 0
	for i := range after {
		if before[i].has("commitment-lapsed") {
			t.Errorf("%s has lapsed before the day", before[i].IDNumber)
		}
		if after[i].has("commitment-lapsed") {
			lapsed++
			if after[i].Verdict != "fail" {
				t.Errorf("lapsed and yet %s", after[i].Verdict)
			}
		}
	}
	if lapsed == 0 {
		t.Error("nobody of the practice county lapses")
	}
	var raw []map[string]json.RawMessage
	if err := json.Unmarshal([]byte(d.must("check", "--json")), &raw); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"id_number", "name", "unit", "trade", "level", "path", "verdict", "retirement_month", "findings"} {
		if raw[0][key] == nil {
			t.Errorf("check has no %s", key)
		}
	}
}

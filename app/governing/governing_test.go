package governing_test

import (
	"context"
	"os"
	"reflect"
	"strings"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/eligibility"
	"gongkao/app/governing"
	"gongkao/app/office"
	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/app/review"
	"gongkao/data"
	"gongkao/data/store"
)

var ctx = context.Background()

const (
	third = "years-in-level/3/promotion"
	basis = "豫人社办〔2024〕19号 第9条（纸质件）"
)

func put(t *testing.T, d *registration.Desk, e governing.Edit) data.PolicyChange {
	t.Helper()
	change, err := governing.PutInForce(ctx, d, e)
	if err != nil {
		t.Fatal(err)
	}
	return change
}

func judge(d *registration.Desk, a *data.Applicant, p *policy.Policy) eligibility.Verdict {
	return eligibility.Judge(eligibility.Question{Applicant: a, Policy: p, Codes: d.Office.Codes, AsOf: d.Office.Today()})
}

func severityOf(v eligibility.Verdict, rule string) (s eligibility.Severity) {
	for _, f := range v.Findings {
		if f.Rule == rule {
			s = f.Severity
		}
	}
	return s
}

func TestSigningOffARowTurnsItsWarningIntoABlock(t *testing.T) {
	d := demotest.Desk(t, 300)
	before := d.Office.Policy
	put(t, d, governing.Edit{Row: third, Basis: basis})
	blocked := 0
	for _, a := range d.Register.Find(registration.Query{Level: 3}) {
		was, is := severityOf(judge(d, a, before), "years-in-level"), severityOf(judge(d, a, d.Office.Policy), "years-in-level")
		if is == eligibility.Block {
			blocked++
			if was != eligibility.Warning {
				t.Errorf("%s: %q, then %q", a.Person.Name, was, is)
			}
		}
	}
	if blocked == 0 {
		t.Error("nobody was blocked; the county has people short of years")
	}
	r, _ := d.Office.Policy.Row(third)
	if !r.Confirmed() || r.SignedBy != d.Office.Clerk || r.SignedOn != d.Office.Today() || r.Basis != basis || !d.Office.Policy.Overlay {
		t.Errorf("%+v", r.Origin)
	}
}

func TestWhoIsAffectedIsExactlyWhoseVerdictChanges(t *testing.T) {
	d := demotest.Desk(t, 400)
	for name, e := range map[string]governing.Edit{
		"signed off as it is": {Row: third},
		"fewer years":         {Row: third, Values: map[string]any{"years": 3}},
		"more years":          {Row: "working-years/3/years", Values: map[string]any{"years": 25, "counting": "inclusive-years"}},
		"a rule for all":      {Row: "trade-catalogue/*/*"},
	} {
		t.Run(name, func(t *testing.T) {
			next, err := governing.Next(d, e)
			if err != nil {
				t.Fatal(err)
			}
			effect, err := governing.Compare(ctx, d, d.Office.Policy, next, d.Office.Today())
			if err != nil {
				t.Fatal(err)
			}
			told := map[data.ApplicationID]bool{}
			for _, a := range effect.Changed {
				told[a.Applicant.Application.ID] = true
				if len(a.Turns) == 0 || a.Turns[0].Message == "" {
					t.Errorf("%s: no reason", a.Applicant.Person.Name)
				}
			}
			stands := map[data.ApplicationID]bool{}
			for _, a := range effect.Standing {
				stands[a.Applicant.Application.ID] = true
			}
			settled := 0
			for _, a := range d.Register.Find(registration.Query{}) {
				open := a.Application.Status == data.Draft || a.Application.Status == data.Submitted || a.Application.Status == data.Returned
				decided := a.Application.Status == data.Approved || a.Application.Status == data.Rejected || a.Application.Status == data.Reported || a.Application.Status == data.Lapsed
				if decided {
					settled++
				}
				changed := !reflect.DeepEqual(weights(judge(d, a, d.Office.Policy)), weights(judge(d, a, next)))
				if told[a.Application.ID] != (changed && open) || stands[a.Application.ID] != (changed && decided) {
					t.Errorf("%s (%s): changed %t, told %t, stands %t", a.Person.Name, a.Application.Status, changed, told[a.Application.ID], stands[a.Application.ID])
				}
			}
			if effect.Settled != settled || name != "a rule for all" && len(effect.Changed) == 0 {
				t.Errorf("%d settled, want %d; %d changed", effect.Settled, settled, len(effect.Changed))
			}
			worse := true
			for _, a := range effect.Changed {
				if !worse && a.Worse() {
					t.Error("somebody whose verdict gets worse stands behind one whose gets better")
				}
				worse = a.Worse()
			}
		})
	}
}

// weights is what a verdict comes down to: its outcome and, by rule and field,
// the gravest finding.
func weights(v eligibility.Verdict) map[string]eligibility.Severity {
	all := map[string]eligibility.Severity{"": eligibility.Severity(v.Outcome)}
	order := map[eligibility.Severity]int{eligibility.Info: 1, eligibility.Warning: 2, eligibility.Block: 3}
	for _, f := range v.Findings {
		if at := f.Rule + "/" + f.Field; order[f.Severity] > order[all[at]] {
			all[at] = f.Severity
		}
	}
	return all
}

func TestADecisionMadeBeforeStillShowsItsFindingsAndItsPolicy(t *testing.T) {
	d := demotest.Desk(t, 300)
	// Somebody has put a row in force before, so that the text in question is no
	// longer the one shipped.
	put(t, d, governing.Edit{Row: third, Values: map[string]any{"years": 6}, Basis: basis})
	var someone *data.Applicant
	for _, a := range d.Register.Find(registration.Query{Level: 3, Statuses: []data.Status{data.Submitted}}) {
		if severityOf(judge(d, a, d.Office.Policy), "years-in-level") == eligibility.Block {
			someone = a
		}
	}
	if someone == nil {
		t.Fatal("nobody waits who is short of years")
	}
	old := d.Office.Policy
	if _, err := review.Decide(ctx, d, someone, review.Ruling{Decision: review.Reject, Reasons: []string{"years-short"}}); err != nil {
		t.Fatal(err)
	}
	put(t, d, governing.Edit{Row: third, Values: map[string]any{"years": 1}, Basis: "另一份文件"})
	var decision data.Decision
	err := d.Office.Store.View(ctx, func(r *store.Reader) error {
		all, err := r.Decisions(someone.Application.ID)
		decision = all[len(all)-1]
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	then, err := governing.PolicyAt(ctx, d, decision.PolicyHash)
	if err != nil {
		t.Fatal(err)
	}
	if then.Hash != old.Hash || then.Text != old.Text || severityOf(judge(d, someone, then), "years-in-level") != eligibility.Block {
		t.Error("the policy of the decision is another one")
	}
	kept := false
	for _, f := range decision.Findings {
		kept = kept || f.Rule == "years-in-level" && f.Severity == string(eligibility.Block) && strings.Contains(f.Message, "6")
	}
	if !kept || severityOf(judge(d, someone, d.Office.Policy), "years-in-level") != "" {
		t.Errorf("the decision shows %+v", decision.Findings)
	}
}

func TestARowOfTheNoticeIsNotEdited(t *testing.T) {
	d := demotest.Desk(t, 20)
	hash := d.Office.Policy.Hash
	for code, e := range map[string]governing.Edit{
		"notice-row":    {Row: "commitment-due/*/*", Values: map[string]any{"last_year": 2024}, Basis: basis},
		"no-row":        {Row: "years-in-level/5/promotion", Basis: basis},
		"basis-missing": {Row: third, Values: map[string]any{"years": 4}, Basis: " "},
		"policy-bad":    {Row: third, Values: map[string]any{"as_of": data.MustDate(2026, 9, 29)}, Basis: basis},
	} {
		if _, err := governing.PutInForce(ctx, d, e); !data.HasCode(err, code) {
			t.Errorf("%s: %v", code, err)
		}
	}
	if all, err := governing.History(ctx, d, 2026); err != nil || len(all) != 0 || d.Office.Policy.Hash != hash {
		t.Errorf("something was changed: %v, %v", all, err)
	}
	if _, err := os.Stat(d.Office.PolicyPath(2026, "")); err == nil {
		t.Error("there is a file")
	}
}

func TestEveryChangeStandsInTheHistoryWithItsBasis(t *testing.T) {
	d := demotest.Desk(t, 20)
	put(t, d, governing.Edit{Row: third, Values: map[string]any{"years": 4}, Basis: basis})
	put(t, d, governing.Edit{Row: third, Values: map[string]any{"counting": "inclusive-years"}, Basis: basis})
	all, err := governing.History(ctx, d, 2026)
	if err != nil || len(all) != 2 {
		t.Fatalf("%v, %v", all, err)
	}
	first, second := all[0], all[1]
	if first.What != "三级　晋级　取得四级年限：要求 5 年 → 4 年，核对无误，开始执行" || second.What != "三级　晋级　取得四级年限：怎么算 满整年 → 年头，首尾都算" {
		t.Errorf("%s\n%s", first.What, second.What)
	}
	if first.Basis != basis || first.By != d.Office.Clerk || !strings.Contains(first.Before, "years = 5") || !strings.Contains(first.After, "years = 4") || second.File != d.Office.Policy.Hash {
		t.Errorf("%+v", first)
	}
	for _, hash := range []string{first.File, second.File} {
		if p, err := governing.PolicyAt(ctx, d, hash); err != nil || p.Hash != hash {
			t.Errorf("%s: %v", hash, err)
		}
	}
	if _, err := governing.PolicyAt(ctx, d, "0"); !data.HasCode(err, "policy-lost") {
		t.Error(err)
	}
}

func TestADraftSurvivesReopeningAndJudgesNobody(t *testing.T) {
	place := office.Place{Folder: demotest.County(t, demotest.Small(30))}
	o, err := office.Open(ctx, place)
	if err != nil {
		t.Fatal(err)
	}
	d, err := registration.NewDesk(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	hash := o.Policy.Hash
	for _, e := range []governing.Edit{{Row: third, Values: map[string]any{"years": 4}, Basis: "待找原件"}, {Row: "working-years/3/years", Values: map[string]any{"years": 20}}} {
		if err := governing.SaveDraft(d, e); err != nil {
			t.Fatal(err)
		}
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	d = demotest.Open(t, place)
	draft, ok, err := governing.Draft(d)
	if err != nil || !ok || d.Office.Policy.Hash != hash {
		t.Fatalf("draft %t, %v; in force %s, was %s", ok, err, d.Office.Policy.Hash, hash)
	}
	if r, _ := draft.Row(third); r.Years != 4 || r.Basis != "待找原件" || r.Confirmed() {
		t.Errorf("%+v", r)
	}
	put(t, d, governing.Edit{Row: third, Values: map[string]any{"years": 4}, Basis: basis})
	draft, ok, err = governing.Draft(d)
	if err != nil || !ok {
		t.Fatalf("the other row's draft is gone: %v", err)
	}
	if r, _ := draft.Row("working-years/3/years"); r.Years != 20 {
		t.Errorf("%d years", r.Years)
	}
	if r, _ := d.Office.Policy.Row("working-years/3/years"); r.Years != 18 {
		t.Error("a row nobody signed is in force")
	}
	if err := governing.DropDraft(d, "working-years/3/years"); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := governing.Draft(d); ok || err != nil {
		t.Errorf("dropped, and still there: %v", err)
	}
}

package demo_test

import (
	"context"
	"crypto/sha256"
	"os"
	"path/filepath"
	"testing"

	"gongkao/app/demo"
	"gongkao/app/demo/demotest"
	"gongkao/app/eligibility"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/data"
)

func county(t *testing.T, size demo.Size) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "县")
	counts, err := demo.Fill(context.Background(), folder, size)
	if err != nil {
		t.Fatal(err)
	}
	if counts.People != size.People || counts.Units != size.Units {
		t.Errorf("asked for %+v, got %+v", size, counts)
	}
	return folder
}

func TestTheSameSeedGivesTheSameFileToTheByte(t *testing.T) {
	var sums [2][sha256.Size]byte
	for i := range sums {
		file, err := os.ReadFile(filepath.Join(county(t, demo.Size{People: 80, Units: 20, Seed: 3}), office.DatabaseName))
		if err != nil {
			t.Fatal(err)
		}
		sums[i] = sha256.Sum256(file)
	}
	if sums[0] != sums[1] {
		t.Error("two counties of one seed differ; something is drawn from elsewhere than the seeded stream (map order, clock, crypto/rand)")
	}
}

func TestThePracticeCountyIsBelievableAndWhole(t *testing.T) {
	d := demotest.Open(t, office.Place{Folder: county(t, demo.Usual)})
	if !d.Office.Profile.Practice {
		t.Error("it does not say that it is a practice county")
	}
	levels, paths, statuses, rules, outcomes := map[data.Level]int{}, map[data.Path]int{}, map[data.Status]int{}, map[string]int{}, map[eligibility.Outcome]int{}
	for _, a := range d.Register.Find(registration.Query{}) {
		if r := data.ReadID(string(a.Person.IDNumber), d.Office.Codes.Region); len(r.Problems) != 0 || r.Birth != a.Person.Birth || r.Sex != a.Person.Sex {
			t.Errorf("%s: %s reads as %v %v %v", a.Person.Name, a.Person.IDNumber, r.Birth, r.Sex, r.Problems)
		}
		if err := data.CheckName(a.Person.Name); err != nil {
			t.Error(err)
		}
		v := eligibility.Judge(eligibility.Question{Applicant: a, Policy: d.Office.Policy, Codes: d.Office.Codes, AsOf: data.MustDate(2026, 4, 9)})
		levels[a.Application.Level]++
		paths[a.Application.Path]++
		statuses[a.Application.Status]++
		outcomes[v.Outcome]++
		for _, f := range v.Findings {
			rules[f.Rule]++
		}
	}
	for what, there := range map[string]bool{
		"all levels": len(levels) == 5, "all paths": len(paths) == 4, "all outcomes": len(outcomes) == 3,
		"drafts, waiting, approved, returned, rejected": len(statuses) == 5,
		"more people clear than not":                    outcomes[eligibility.Pass] > 150,
	} {
		if !there {
			t.Errorf("not %s: %v %v %v %v", what, levels, paths, statuses, outcomes)
		}
	}
	for _, rule := range []string{"object-age-reached", "object-age-this-year", "object-retirement-category", "level-step", "years-in-level", "working-years", "appraisals", "appointed", "public-notice", "commitment-due", "trade-catalogue"} {
		if rules[rule] == 0 {
			t.Errorf("nobody in the county shows the rule %s", rule)
		}
	}
}

func TestASizeThatMakesNoSenseIsRefused(t *testing.T) {
	for _, size := range []demo.Size{{People: -1, Units: 5}, {People: 5, Units: 0}, {People: 10_000_000, Units: 5}} {
		folder := filepath.Join(t.TempDir(), "县")
		if _, err := demo.Fill(context.Background(), folder, size); !data.HasCode(err, "size") {
			t.Errorf("%+v: %v", size, err)
		}
		if office.Exists(folder) {
			t.Error("the refused county left a file")
		}
	}
}

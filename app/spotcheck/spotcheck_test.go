package spotcheck_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/registration"
	"gongkao/app/spotcheck"
	"gongkao/data"
	"gongkao/data/store"
)

var bg = context.Background()

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func refused(t *testing.T, err error, code string) {
	t.Helper()
	if r, ok := data.AsRefusal(err); !ok || r.Code != code || r.Message == "" || r.Hint == "" {
		t.Errorf("got %v, want a refusal %s with the next step", err, code)
	}
}

func drawn(t *testing.T, d *registration.Desk, p spotcheck.Plan) data.SpotCheck {
	t.Helper()
	check, err := spotcheck.Draw(bg, d, p)
	must(t, err)
	return check
}

func TestAnotherDrawWithTheSameSeedFindsTheSamePeople(t *testing.T) {
	d := demotest.Desk(t, 60)
	all := registration.Statuses()
	plan := spotcheck.Plan{Seed: 42, Size: 9, Strata: []string{"level", "unit", "level"}, Statuses: all}
	first, second := drawn(t, d, plan), drawn(t, d, plan)
	if first.ID == second.ID || !slices.Equal(first.Sample, second.Sample) || !slices.Equal(first.Population, second.Population) {
		t.Errorf("drawn twice: %v and %v", first.Sample, second.Sample)
	}
	if len(first.Sample) != 9 || len(first.Population) != 60 || !slices.Equal(first.Strata, []string{"unit", "level"}) {
		t.Errorf("the check: %+v", first)
	}
	plan.Seed = 43
	if other := drawn(t, d, plan); slices.Equal(other.Sample, first.Sample) {
		t.Error("another seed drew the same people")
	}
	for _, check := range []data.SpotCheck{first, second} {
		kept, err := spotcheck.Open(bg, d, check.ID)
		must(t, err)
		if !spotcheck.Repeats(kept) || kept.Seed != 42 || kept.By != d.Office.Clerk || kept.At.IsZero() {
			t.Errorf("as kept: %+v", kept)
		}
	}
}

func TestWithoutASeedTheOfficeTakesOneThatCanBePrinted(t *testing.T) {
	d := demotest.Desk(t, 60)
	first, second := drawn(t, d, spotcheck.Plan{Share: 10}), drawn(t, d, spotcheck.Plan{Share: 10})
	if first.Seed == 0 || first.Seed > 999_999_999 || first.Seed == second.Seed {
		t.Errorf("seeds %d and %d", first.Seed, second.Seed)
	}
	if again := drawn(t, d, spotcheck.Plan{Share: 10, Seed: first.Seed}); !slices.Equal(again.Sample, first.Sample) {
		t.Error("typed from the paper, the seed drew other people")
	}
	approved := d.Register.Find(registration.Query{Statuses: spotcheck.Usual})
	if want := (len(approved)*10 + 99) / 100; len(first.Sample) != want || len(first.Population) != len(approved) || first.Size != 0 || first.Share != 10 {
		t.Errorf("a tenth of %d is %d", len(approved), len(first.Sample))
	}
	all, err := spotcheck.List(bg, d)
	must(t, err)
	if len(all) != 3 || all[0].ID != first.ID || all[2].Seed != first.Seed {
		t.Errorf("listed: %+v", all)
	}
}

func TestWhatWasFoundIsKeptWithTheReviewAndItsHistory(t *testing.T) {
	d := demotest.Desk(t, 60)
	check := drawn(t, d, spotcheck.Plan{Seed: 1, Size: 2})
	other := drawn(t, d, spotcheck.Plan{Seed: 1, Size: 2})
	one, two := check.Sample[0].Application, check.Sample[1].Application
	before, _ := d.Register.ByID(one)
	must(t, spotcheck.Find(bg, d, check.ID, data.SpotFinding{Application: one, Found: " 证书编号与原件不符 "}))
	must(t, spotcheck.Find(bg, d, check.ID, data.SpotFinding{Application: two, Sound: true}))
	must(t, spotcheck.Find(bg, d, other.ID, data.SpotFinding{Application: one, Sound: true}))
	must(t, spotcheck.Find(bg, d, check.ID, data.SpotFinding{Application: one, Found: "证书编号少一位"}))
	if after, _ := d.Register.ByID(one); after == before {
		t.Error("the register was not told")
	}
	kept, err := spotcheck.Open(bg, d, check.ID)
	must(t, err)
	if f := kept.Sample[0]; f.Found != "证书编号少一位" || f.Sound || f.By != d.Office.Clerk || f.At.IsZero() {
		t.Errorf("found: %+v", f)
	}
	if f := kept.Sample[1]; f.Found != "" || !f.Sound {
		t.Errorf("sound: %+v", f)
	}
	if !spotcheck.Repeats(kept) {
		t.Error("findings made the sample another one")
	}
	must(t, d.Office.Store.View(bg, func(r *store.Reader) error {
		history, err := r.History(data.KindReview, string(one))
		if len(history) != 3 || history[0].Op != data.OpSpotCheck || !strings.Contains(history[0].Why, "证书编号与原件不符") {
			t.Errorf("history: %+v", history)
		}
		review, err2 := r.Review(one)
		if len(review.Spots) != 2 || !review.Spots[other.ID].Sound {
			t.Errorf("review: %+v", review)
		}
		if err == nil {
			err = err2
		}
		return err
	}))
}

func TestAFindingLeavesTicksAndRemarksAlone(t *testing.T) {
	d := demotest.Desk(t, 60)
	check := drawn(t, d, spotcheck.Plan{Seed: 1, Size: 1})
	id := check.Sample[0].Application
	_, err := d.Office.Store.Update(bg, data.OpTick, "", func(tx *store.Tx) error {
		return tx.PutReview(data.Review{ID: id, Ticks: map[string]data.Tick{"education": {Mark: data.Agrees, By: "李卫东", At: tx.Now()}}, Remarks: []data.Remark{{Text: "来过电话", By: "李卫东", At: tx.Now()}}})
	})
	must(t, err)
	must(t, spotcheck.Find(bg, d, check.ID, data.SpotFinding{Application: id, Sound: true}))
	must(t, d.Office.Store.View(bg, func(r *store.Reader) error {
		review, err := r.Review(id)
		if review.Ticks["education"].By != "李卫东" || len(review.Remarks) != 1 || len(review.Spots) != 1 {
			t.Errorf("review: %+v", review)
		}
		return err
	}))
}

func TestPlansThatCannotBeDrawnAreRefused(t *testing.T) {
	d := demotest.Desk(t, 60)
	for _, try := range []struct {
		plan spotcheck.Plan
		code string
	}{
		{spotcheck.Plan{}, "size-or-share"},
		{spotcheck.Plan{Size: 3, Share: 5}, "size-or-share"},
		{spotcheck.Plan{Size: -1}, "size"},
		{spotcheck.Plan{Size: 61, Statuses: registration.Statuses()}, "size"},
		{spotcheck.Plan{Share: 101}, "share"},
		{spotcheck.Plan{Share: -1}, "share"},
		{spotcheck.Plan{Size: 1, Strata: []string{"trade"}}, "stratum-unknown"},
		{spotcheck.Plan{Size: 1, Statuses: []data.Status{"happy"}}, "status-unknown"},
		{spotcheck.Plan{Share: 5, Statuses: []data.Status{data.Lapsed}}, "population-empty"},
	} {
		_, err := spotcheck.Draw(bg, d, try.plan)
		refused(t, err, try.code)
	}
	all, err := spotcheck.List(bg, d)
	if must(t, err); len(all) != 0 {
		t.Errorf("refused plans left %d checks", len(all))
	}
}

func TestFindingsThatSayNothingOrOfSomebodyElseAreRefused(t *testing.T) {
	d := demotest.Desk(t, 60)
	check := drawn(t, d, spotcheck.Plan{Seed: 1, Size: 1})
	id := check.Sample[0].Application
	stranger := d.Register.Find(registration.Query{Statuses: []data.Status{data.Submitted}})[0].Application.ID
	for _, try := range []struct {
		check data.SpotCheckID
		f     data.SpotFinding
		code  string
	}{
		{check.ID, data.SpotFinding{Application: id, Found: "  "}, "finding-missing"},
		{check.ID, data.SpotFinding{Application: id, Found: "不符", Sound: true}, "finding-both"},
		{check.ID, data.SpotFinding{Application: id, Found: strings.Repeat("长", data.MaxNote+1)}, "finding-long"},
		{check.ID, data.SpotFinding{Application: stranger, Sound: true}, "not-in-sample"},
		{"no-such-check", data.SpotFinding{Application: id, Sound: true}, "spot-check-unknown"},
	} {
		refused(t, spotcheck.Find(bg, d, try.check, try.f), try.code)
	}
	_, err := spotcheck.Open(bg, d, "no-such-check")
	refused(t, err, "spot-check-unknown")
}

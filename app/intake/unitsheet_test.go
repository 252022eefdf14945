package intake_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gongkao/app/demo/demotest"
	"gongkao/app/intake"
	"gongkao/app/registration"
	"gongkao/app/unitbook"
	"gongkao/app/units"
	"gongkao/data"
)

const unitHeads = "单位全称,单位简称,曾用名,主管部门,联系电话,变更类型,并入单位"

// county is an office with a unit that has people and one to merge it
// into.
func county(t testing.TB) (d *registration.Desk, unit, heir data.Unit) {
	t.Helper()
	d = demotest.Empty(t)
	take(t, d, intake.Options{}, samples+"units.xlsx", samples+"01-clean.xlsx")
	for _, u := range d.AllUnits() {
		switch {
		case u.Supervising == u.ID:
		case unit.ID == "" && len(d.Register.Find(registration.Query{Unit: u.Name})) > 0:
			unit = u
		case heir.ID == "":
			heir = u
		}
	}
	if unit.ID == "" || heir.ID == "" {
		t.Fatal("no two units to merge")
	}
	return d, unit, heir
}

func unitNamed(d *registration.Desk, name string) (unit data.Unit) {
	for _, u := range d.EveryUnit() {
		if u.Name == name {
			unit = u
		}
	}
	return unit
}

// reform is a unit sheet that makes, renames, merges and corrects.
func reform(t testing.TB, d *registration.Desk, unit, heir data.Unit) (path string, renamed data.Unit) {
	t.Helper()
	for _, u := range d.AllUnits() {
		if u.ID != unit.ID && u.ID != heir.ID && u.Supervising != u.ID && u.Supervising != unit.ID {
			renamed = u
		}
	}
	return sent(t, "单位册.csv", unitHeads,
		"罗山县新设服务中心,,,"+d.AllUnits()[0].Name+",,新增,",
		"罗山县改名后的中心,,"+renamed.Name+",,,更名,",
		unit.Name+",,,,,撤并,"+heir.Name,
		heir.Name+",,,,0376-7654321,,"), renamed
}

func TestAUnitSheetIsLookedAtBeforeItEnters(t *testing.T) {
	d, unit, heir := county(t)
	path, renamed := reform(t, d, unit, heir)
	before := slices.Clone(d.EveryUnit())
	looked, err := intake.Look(ctx, d, []string{path}, intake.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := units.Diff{New: []string{"罗山县新设服务中心"}, Renamed: []units.Renamed{{From: renamed.Name, To: "罗山县改名后的中心"}},
		Merged: []units.Joined{{Unit: unit.Name, Into: heir.Name}}, Changed: []units.Altered{{Unit: heir.Name, What: "联系电话"}}}
	if diff := cmp.Diff(want, *looked.Files[0].Sheets[0].Diff); diff != "" {
		t.Error(diff)
	}
	if err := d.Reload(ctx); err != nil || cmp.Diff(before, d.EveryUnit()) != "" {
		t.Errorf("a look changed the register (%v)", err)
	}
	text, err := json.Marshal(looked)
	if err != nil || !strings.Contains(string(text), `"units":{"new":["罗山县新设服务中心"],"renamed":[{"from":`) {
		t.Errorf("as the command line writes it: %s, %v", text, err)
	}
}

func TestAMergedUnitsPeopleGoAlongAndTheUnitsBookTells(t *testing.T) {
	d, unit, heir := county(t)
	path, renamed := reform(t, d, unit, heir)
	take(t, d, intake.Options{}, path)
	if u := unitNamed(d, unit.Name); u.Into != heir.ID {
		t.Errorf("the merged unit is %+v", u)
	}
	for _, a := range d.Register.Find(registration.Query{}) {
		if a.Application.Unit == unit.ID {
			t.Errorf("%s is still of the merged unit", a.Person.Name)
		}
	}
	book, err := unitbook.Load(ctx, d)
	if err != nil {
		t.Fatal(err)
	}
	story := book.Story(renamed.ID)
	if len(story) == 0 || !strings.Contains(story[0].Words, renamed.Name+" → 罗山县改名后的中心，依据 导入的单位册“单位册.csv”") {
		t.Errorf("the renamed unit's story: %+v", story)
	}
	if again := take(t, d, intake.Options{}, path); again.Batch != "" || again.Files[0].Sheets[0].Diff.Any() {
		t.Errorf("the same sheet once more: %+v", again.Files[0].Sheets[0].Diff)
	}
}

func TestAUnitSheetTakenBackLeavesTheUnitsAsTheyWere(t *testing.T) {
	d, unit, heir := county(t)
	before, people := slices.Clone(d.EveryUnit()), everybody(d)
	path, renamed := reform(t, d, unit, heir)
	batch := take(t, d, intake.Options{}, path).Batch
	taken := takeBack(t, d, batch)
	if taken.Kind != "units" || taken.Units == nil || len(taken.Units.PutBack) != 3 || len(taken.Units.Stay) != 1 || taken.Units.Stay[0].Name != "罗山县新设服务中心" {
		t.Errorf("taken back: %+v, %+v", taken, taken.Units)
	}
	for _, was := range before {
		now := unitNamed(d, was.Name)
		if diff := cmp.Diff(was, now); diff != "" {
			t.Error(diff)
		}
	}
	if diff := cmp.Diff(people, everybody(d)); diff != "" {
		t.Error(diff)
	}
	book, err := unitbook.Load(ctx, d)
	if err != nil {
		t.Fatal(err)
	}
	if story := book.Story(renamed.ID); len(story) != 1 || !strings.Contains(story[0].Words, "已撤回：导错了表") {
		t.Errorf("the renamed unit's story: %+v", story)
	}
}

func TestAUnitThatWasUsedUnderItsNewNameKeepsIt(t *testing.T) {
	d, unit, _ := county(t)
	batch := take(t, d, intake.Options{}, sent(t, "单位册.csv", unitHeads, "罗山县改名后的中心,,"+unit.Name+",,,,")).Batch
	changed := unitNamed(d, "罗山县改名后的中心")
	changed.Phone = "0376-1111111"
	if _, err := d.AmendUnit(ctx, changed); err != nil {
		t.Fatal(err)
	}
	taken := takeBack(t, d, batch)
	if len(taken.Units.PutBack) != 0 || len(taken.Units.Stay) != 1 || taken.Units.Stay[0].Why != "后来又改过" || unitNamed(d, "罗山县改名后的中心").ID == "" {
		t.Errorf("taken back: %+v", taken.Units)
	}
}

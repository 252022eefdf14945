package units

import (
	"slices"
	"testing"

	"gongkao/data"
)

// after is the register with changed units in their places.
func after(known, changed []data.Unit) []data.Unit {
	known = slices.Clone(known)
	for _, u := range changed {
		known[slices.IndexFunc(known, func(k data.Unit) bool { return k.ID == u.ID })] = u
	}
	return known
}

func confirmed(t *testing.T, known []data.Unit, id data.UnitID, spelling string) []data.Unit {
	t.Helper()
	changed, err := Confirm(known, id, spelling)
	if err != nil {
		t.Fatal(err)
	}
	return after(known, changed)
}

func TestAConfirmedSpellingIsTakenForTheUnitAndNoOther(t *testing.T) {
	known := confirmed(t, county, "2", " 县公路段 ")
	if got := NewMatcher(known).Match("县公路段"); got.Kind != Exact || got.Unit.ID != "2" {
		t.Errorf("Match = %+v; want exactly unit 2", got)
	}
	if got := NewMatcher(known).Match("县 公路段"); got.Kind != Similar || got.Unit.ID != "2" || got.Why != "有单位写过“县公路段”，确认过就是它" {
		t.Errorf("with a blank inside: %+v; want unit 2 offered", got)
	}
	if changed, err := Confirm(known, "2", "县公路段"); err != nil || changed != nil {
		t.Errorf("said again: %+v, %v; want nothing to write", changed, err)
	}
	known = confirmed(t, known, "1", "县公路段")
	if got := NewMatcher(known).Match("县公路段"); got.Unit.ID != "1" || len(known[1].Written) != 0 {
		t.Errorf("said of another unit since: %+v, %v", got, known[1].Written)
	}
}

func TestWhatIsOnASealIsNeverTakenForAnotherUnit(t *testing.T) {
	for _, c := range []struct {
		id             data.UnitID
		spelling, code string
	}{
		{"3", "罗山县第二初级中学", "unit-taken"},
		{"3", "罗山县 第二初级中学", "unit-taken"},
		{"9", "县公路段", "unit-unknown"},
		{"3", "　", "required-missing"},
	} {
		if _, err := Confirm(county, c.id, c.spelling); !data.HasCode(err, c.code) {
			t.Errorf("Confirm(%s, %q) = %v; want %s", c.id, c.spelling, err, c.code)
		}
	}
	// A unit that gets the name later goes before.
	known := append(confirmed(t, county, "2", "罗山县公路段"), data.Unit{ID: "9", Name: "罗山县公路段"})
	if got := NewMatcher(known).Match("罗山县公路段"); got.Kind != Exact || got.Unit.ID != "9" {
		t.Errorf("Match = %+v; want the unit of that name", got)
	}
}

func TestAConfirmedSpellingEndsWithItsUnit(t *testing.T) {
	known := confirmed(t, county, "2", "县公路段")
	known[1].Into = "1"
	if got := NewMatcher(known).Match("县公路段"); got.Kind != Similar || got.Unit.ID != "1" {
		t.Errorf("Match = %+v; want its heir offered", got)
	}
	if _, err := Confirm(known, "2", "公路段"); !data.HasCode(err, "unit-merged") {
		t.Errorf("a spelling of a unit that is no more: %v", err)
	}
	if changed, err := Confirm(known, "1", "罗山县公路事业发展中心"); err != nil || len(changed) != 1 {
		t.Errorf("the name of what was merged into it: %+v, %v; want it kept", changed, err)
	}
}

func TestSeveralUnitsAreOfferedTheLikeliestFirst(t *testing.T) {
	known := append(slices.Clone(county), data.Unit{ID: "8", Name: "罗山县公路事业发展服务中心"}, data.Unit{ID: "9", Name: "罗山县公路养护事业发展服务中心"})
	var got []string
	for _, o := range NewMatcher(known).Offers("罗山县公路事业发展服务") {
		got = append(got, string(o.Unit.ID))
		if o.Kind != Similar || o.Why == "" {
			t.Errorf("offered %+v without a reason", o)
		}
	}
	if !slices.Equal(got, []string{"8", "9"}) {
		t.Errorf("offered %v; want 8, then 9", got)
	}
	if offers := NewMatcher(known).Offers("县公路中心"); len(offers) == 0 || offers[0].Unit.ID != "2" {
		t.Errorf("a short name: %+v; want unit 2 first", offers)
	}
	if offers := NewMatcher(known).Offers("潢川县自来水公司"); offers != nil {
		t.Errorf("nothing is near, and %+v offered", offers)
	}
}

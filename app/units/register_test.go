package units

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gongkao/data"
)

// numbered gives ids n1, n2 … in the order of asking.
func numbered() func() data.UnitID {
	n := 0
	return func() data.UnitID {
		n++
		return data.UnitID(fmt.Sprintf("n%d", n))
	}
}

func TestUnitMayStandBeforeItsSupervisingUnit(t *testing.T) {
	plan := Register(nil, []Line{
		{Row: 2, Name: "罗山县公路事业发展中心 ", Supervising: "罗山县交通局", Former: ReadFormer("罗山县公路管理局；罗山县公路段")},
		{Row: 3, Name: "罗山县交通运输局", Supervising: "罗山县交通运输局", Former: ReadFormer("罗山县交通局"), Short: "县交通局"},
		{Row: 4, Name: "罗山县图书馆"},
	}, numbered())
	want := Plan{New: []data.Unit{
		{ID: "n1", Name: "罗山县公路事业发展中心", Former: []string{"罗山县公路管理局", "罗山县公路段"}, Supervising: "n2"},
		{ID: "n2", Name: "罗山县交通运输局", Former: []string{"罗山县交通局"}, Short: "县交通局", Supervising: "n2"},
		{ID: "n3", Name: "罗山县图书馆", Supervising: "n3"},
	}}
	if diff := cmp.Diff(want, plan); diff != "" {
		t.Error(diff)
	}
}

func TestSameSheetTwiceChangesNothing(t *testing.T) {
	lines := []Line{
		{Row: 2, Name: "罗山县图书馆", Supervising: "罗山县文化局", Kind: "事业单位"},
		{Row: 3, Name: "罗山县文化局", Supervising: "罗山县文化局", Contact: "雷武德", Phone: "0376-2180002", Former: []string{"罗山县文体局"}},
	}
	first := Register(nil, lines, numbered())
	again := Register(first.New, lines, numbered())
	if len(again.New)+len(again.Changed)+len(again.Refused) != 0 || len(again.Unchanged) != 2 {
		t.Errorf("second time: %+v; want both unchanged", again)
	}
}

func TestRenamedUnitKeepsItsIdAndItsOldName(t *testing.T) {
	known := []data.Unit{{ID: "7", Name: "罗山县公路管理局", Short: "公路局", Supervising: "7", Phone: "1"}}
	plan := Register(known, []Line{{Row: 2, Name: "罗山县公路事业发展中心", Former: []string{"罗山县公路管理局"}, Phone: "2"}}, numbered())
	want := Plan{Changed: []Change{{Before: known[0], After: data.Unit{
		ID: "7", Name: "罗山县公路事业发展中心", Former: []string{"罗山县公路管理局"}, Short: "公路局", Supervising: "7", Phone: "2"}}}}
	if diff := cmp.Diff(want, plan); diff != "" {
		t.Error(diff)
	}
}

func TestBlankInsideIsACorrectionNotANewUnit(t *testing.T) {
	known := []data.Unit{{ID: "7", Name: "罗山县 图书馆", Supervising: "7"}}
	plan := Register(known, []Line{{Row: 2, Name: "罗山县图书馆"}}, numbered())
	if len(plan.New) != 0 || len(plan.Changed) != 1 || plan.Changed[0].After.Name != "罗山县图书馆" || plan.Changed[0].After.Former != nil {
		t.Errorf("plan = %+v; want unit 7 corrected", plan)
	}
}

func TestLineThatCannotEnterIsRefusedAlone(t *testing.T) {
	plan := Register(nil, []Line{
		{Row: 2, Name: "罗山县甲站", Supervising: "罗山县乙局"},
		{Row: 3, Name: "罗山县乙局", Supervising: "信阳市丙局"},
		{Row: 4, Name: "　"},
		{Row: 5, Name: strings.Repeat("长", 61)},
		{Row: 6, Name: "罗山县丁局"},
		{Row: 7, Name: "罗山县 丁局"},
	}, numbered())
	if len(plan.New) != 1 || plan.New[0].Name != "罗山县丁局" {
		t.Errorf("new = %+v; want 罗山县丁局 alone", plan.New)
	}
	var got []string
	for _, r := range plan.Refused {
		refusal, _ := data.AsRefusal(r.Err)
		got = append(got, fmt.Sprintf("%d %s %s", r.Line.Row, refusal.Field, refusal.Code))
	}
	want := []string{"2 supervising_unit unit-unknown", "3 supervising_unit unit-unknown", "4 unit required-missing", "5 unit name-bad", "7 unit unit-duplicate"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFormerNamesAreSplit(t *testing.T) {
	if diff := cmp.Diff([]string{"甲局", "乙局", "丙局", "丁局"}, ReadFormer(" 甲局;乙局； 丙局、丁局;甲局；")); diff != "" {
		t.Error(diff)
	}
}

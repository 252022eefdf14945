package units

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gongkao/data"
)

// plain is a county before a reform: a bureau with a station and a team below it.
var plain = []data.Unit{
	{ID: "1", Name: "罗山县水利局", Supervising: "1"},
	{ID: "2", Name: "罗山县水利站", Short: "水利站", Former: []string{"罗山县水管站"}, Supervising: "1"},
	{ID: "3", Name: "罗山县灌溉队", Supervising: "2"},
	{ID: "4", Name: "罗山县水务中心", Supervising: "4"},
}

func TestAMergedUnitLeavesItsNamesAndUnitsToItsHeir(t *testing.T) {
	plan := Register(plain, []Line{{Row: 2, Name: "罗山县水利站", Into: "罗山县 水务中心", Change: "撤并"}}, numbered())
	merged, heir := plain[1], plain[3]
	merged.Into = "4"
	heir.Former = []string{"罗山县水利站", "罗山县水管站"}
	team := plain[2]
	team.Supervising = "4"
	want := Plan{
		Changed: []Change{{plain[1], merged}, {plain[2], team}, {plain[3], heir}},
		Merged:  []Merger{{Unit: merged, Into: heir, Below: []data.UnitID{"3"}}},
	}
	if diff := cmp.Diff(want, plan); diff != "" {
		t.Error(diff)
	}
	told := Diff{New: []string{}, Renamed: []Renamed{}, Merged: []Joined{{"罗山县水利站", "罗山县水务中心"}}, Changed: []Altered{{"罗山县灌溉队", "主管部门"}}}
	if diff := cmp.Diff(told, plan.Diff()); diff != "" {
		t.Error(diff)
	}
	again := Register([]data.Unit{plain[0], merged, team, heir}, []Line{{Row: 2, Name: "罗山县水利站", Into: "罗山县水务中心", Change: "撤并"}}, numbered())
	if again.Diff().Any() || len(again.Refused) != 0 {
		t.Errorf("the same sheet once more: %+v", again)
	}
}

func TestUnitsMergedOneIntoTheOtherEndInTheOneThatStands(t *testing.T) {
	plan := Register(plain, []Line{
		{Row: 2, Name: "罗山县灌溉队", Into: "罗山县水利站"},
		{Row: 3, Name: "罗山县水利站", Into: "罗山县水旱中心"},
		{Row: 4, Name: "罗山县水旱中心", Supervising: "罗山县水利局"},
	}, numbered())
	if len(plan.Merged) != 2 || plan.Merged[0].Into.Name != "罗山县水旱中心" || plan.Merged[1].Into.Name != "罗山县水旱中心" || len(plan.New) != 1 || len(plan.Refused) != 0 {
		t.Errorf("plan = %+v", plan)
	}
	if heir := plan.New[0]; heir.Supervising != "1" || cmp.Diff([]string{"罗山县水利站", "罗山县水管站", "罗山县灌溉队"}, heir.Former) != "" {
		t.Errorf("the heir is %+v", heir)
	}
}

func TestAMergerThatCannotBeIsRefusedAndChangesNothing(t *testing.T) {
	plan := Register(plain, []Line{
		{Row: 2, Name: "罗山县水利站", Into: "罗山县灌溉队"},
		{Row: 3, Name: "罗山县灌溉队", Into: "罗山县水利站"},
		{Row: 4, Name: "罗山县水务中心", Into: "信阳市某中心"},
		{Row: 5, Name: "罗山县从前没有的站", Into: "罗山县水利局"},
		{Row: 6, Name: "罗山县水利局", Change: "撤销"},
		{Row: 7, Name: "罗山县新名局", Change: "更名"},
	}, numbered())
	if plan.Diff().Any() || len(plan.Merged) != 0 {
		t.Errorf("plan = %+v; want nothing changed", plan)
	}
	var got []string
	for _, r := range plan.Refused {
		refusal, _ := data.AsRefusal(r.Err)
		got = append(got, fmt.Sprintf("%d %s %s", r.Line.Row, refusal.Field, refusal.Code))
	}
	want := []string{"2 into merge-ring", "3 into merge-ring", "4 into unit-unknown", "5 unit unit-unknown", "6 into required-missing", "7 former unit-unknown"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestWhatASheetChangesIsToldInNames(t *testing.T) {
	plan := Register(plain, []Line{
		{Row: 2, Name: "罗山县水利事务中心", Former: []string{"罗山县水利站"}, Short: "水利中心"},
		{Row: 3, Name: "罗山县防汛站", Supervising: "罗山县水利局"},
		{Row: 4, Name: "罗山县水务中心", Phone: "0376-1"},
		{Row: 5, Name: "罗山县水利局"},
	}, numbered())
	want := Diff{New: []string{"罗山县防汛站"}, Renamed: []Renamed{{"罗山县水利站", "罗山县水利事务中心"}}, Merged: []Joined{},
		Changed: []Altered{{"罗山县水利事务中心", "单位简称"}, {"罗山县水务中心", "联系电话"}}, Unchanged: 1}
	if diff := cmp.Diff(want, plan.Diff()); diff != "" {
		t.Error(diff)
	}
}

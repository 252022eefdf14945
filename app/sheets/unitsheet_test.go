package sheets

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gongkao/app/units"
	"gongkao/data"
)

func TestUnitRegisterIsToldByItsHead(t *testing.T) {
	reading := understand(t, filepath.Join(samples, "units.xlsx"), Knowledge{Codes: countyCodes{}})
	sheet := reading.Sheets[0]
	if sheet.Kind != Units || len(sheet.Lines) != 62 || len(sheet.Problems)+len(sheet.Unknown)+sheet.Skipped != 0 {
		t.Fatalf("kind %s, %d lines, problems %v, unknown %v", sheet.Kind, len(sheet.Lines), sheet.Problems, sheet.Unknown)
	}
	want := units.Line{Row: 10, Name: "罗山县卫生健康委员会", Short: "县卫健委", Former: []string{"罗山县卫生局", "罗山县卫生和计划生育委员会"},
		Supervising: "罗山县卫生健康委员会", Kind: "行政机关", Contact: "崔嘉香", Phone: "0376-2180009"}
	if diff := cmp.Diff(want, sheet.Lines[8]); diff != "" {
		t.Error(diff)
	}
	register := countyUnits(t)
	road := register.Match("罗山县公路事业发展中心")
	if up, ok := register.Supervising(road.Unit); !ok || up.Name != "罗山县交通运输局" {
		t.Errorf("supervised by %v", up)
	}
}

func TestUnitSheetSkipsSumsAndKeepsNamelessRowsWaiting(t *testing.T) {
	got := understood(t, bookOf([]any{"单位一览表"}, []any{"序号", "单位全称", "主管部门", "电话", "编制数"},
		[]any{1, "罗山县图书馆", "罗山县文化局", 3762180001.0, 5}, []any{2, "", "罗山县文化局", "", 7}, []any{3}, []any{"合计", "2个"}))
	if got.Kind != Units || len(got.Lines) != 1 || got.Lines[0].Phone != "3762180001" || got.Skipped != 3 {
		t.Errorf("%+v", got)
	}
	want := []WaitingRow{{Row: 4, Texts: map[string]string{"supervising_unit": "罗山县文化局"}, Other: map[string]string{"编制数": "7"},
		Cells: map[string]string{"unit": "B4", "supervising_unit": "C4", "phone": "D4"}, Problems: got.Problems}}
	if diff := cmp.Diff(want, got.Waiting); diff != "" {
		t.Error(diff)
	}
}

func TestRosterWithUnitColumnsStaysARoster(t *testing.T) {
	got := understood(t, bookOf([]any{"单位全称", "主管部门", "姓名", "身份证号"}, []any{"罗山县实验幼儿园", "", "张伟", person(1)[1]}))
	if got.Kind != People {
		t.Errorf("kind %s; want people", got.Kind)
	}
}

func TestRefusedUnitWaitsWithItsProblem(t *testing.T) {
	got := understood(t, bookOf([]any{"序号", "单位全称", "主管部门", "曾用名"},
		[]any{1, "罗山县图书馆", "信阳市某局", "罗山县图书室；罗山县书屋"}, []any{2, "罗山县文化局", "罗山县文化局"}))
	for _, refused := range units.Register(nil, got.Lines, func() data.UnitID { return "n" }).Refused {
		got.Refuse(refused)
	}
	if len(got.Lines) != 1 || got.Lines[0].Name != "罗山县文化局" || len(got.Problems) != 1 {
		t.Fatalf("lines %+v, problems %+v", got.Lines, got.Problems)
	}
	if p := got.Problems[0]; p.Row != 2 || p.Cell != "C2" || p.Field != "supervising_unit" || p.Code != "unit-unknown" || p.Value != "信阳市某局" {
		t.Errorf("problem %+v", p)
	}
	want := []WaitingRow{{Row: 2, Problems: got.Problems, Cells: map[string]string{"unit": "B2", "supervising_unit": "C2", "former": "D2"},
		Texts: map[string]string{"unit": "罗山县图书馆", "supervising_unit": "信阳市某局", "former": "罗山县图书室；罗山县书屋"}}}
	if diff := cmp.Diff(want, got.Waiting); diff != "" {
		t.Error(diff)
	}
}

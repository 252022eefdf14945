package sheets

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"gongkao/app/units"
	"gongkao/data"
)

func TestUnitIsFoundInTheLineAboveTheTable(t *testing.T) {
	for name, c := range map[string]struct {
		row  []any
		want string
	}{
		"with seal and wide gap":   {[]any{"填报单位（盖章）：罗山县国有董寨林场        填报人：喻小满"}, "罗山县国有董寨林场"},
		"followed by a label":      {[]any{"单位：罗山县图书馆 填报日期：2026年3月"}, "罗山县图书馆"},
		"full-width blanks":        {[]any{"　　单位名称:　罗山县图书馆　　　联系电话：0376"}, "罗山县图书馆"},
		"blank inside is kept":     {[]any{"申报单位：罗山县 图书馆"}, "罗山县 图书馆"},
		"in the next cell":         {[]any{"填报单位：", "", "罗山县图书馆", "填表人：张三"}, "罗山县图书馆"},
		"after another label":      {[]any{"填报日期：2026年3月  填报单位：罗山县图书馆"}, "罗山县图书馆"},
		"supervising unit is not":  {[]any{"主管单位：罗山县教育体育局"}, ""},
		"seal behind the name":     {[]any{"填报单位：罗山县图书馆（盖章）"}, "罗山县图书馆"},
		"seal in place of a name":  {[]any{"填报单位：（盖章）"}, ""},
		"left empty":               {[]any{"填报单位（盖章）：", "", "填表人：张三"}, ""},
		"title that says 单位":       {[]any{"机关事业单位工勤技能岗位等级考核花名册"}, ""},
		"label without the column": {[]any{"单位性质：事业单位"}, ""},
	} {
		if got := unitIn(sheetOf("", c.row).Rows[0]); got != c.want {
			t.Errorf("%s: %q; want %q", name, got, c.want)
		}
	}
}

func TestUnitComesFromColumnThenLineThenImport(t *testing.T) {
	noUnit := []any{"姓名", "身份证号", "申报工种", "申报等级"}
	p := func(n int) []any { return []any{"张伟", person(n)[1], "护理员", "三级"} }
	line := []any{"填报单位：罗山县教育体育局"}
	for name, c := range map[string]struct {
		rows  [][]any
		given string
		want  []string
	}{
		"column":                     {[][]any{line, personHeads, person(1)}, "", []string{"罗山县实验幼儿园"}},
		"line":                       {[][]any{line, noUnit, p(1)}, "罗山县实验幼儿园", []string{"罗山县教育体育局"}},
		"import":                     {[][]any{noUnit, p(1)}, " 罗山县实验幼儿园", []string{"罗山县实验幼儿园"}},
		"lines between the rows":     {[][]any{line, noUnit, p(1), {"单位：罗山县实验幼儿园"}, p(2)}, "", []string{"罗山县教育体育局", "罗山县实验幼儿园"}},
		"nowhere":                    {[][]any{noUnit, p(1)}, "", nil},
		"column left empty is asked": {[][]any{line, personHeads, {"张伟", person(1)[1], "", "护理员", "三级"}}, "", nil},
	} {
		reading, err := Understand(bookOf(c.rows...), Knowledge{Codes: countyCodes{}, Units: kindergarten(), DefaultUnit: c.given})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, row := range reading.Sheets[0].Accepted {
			got = append(got, row.Applicant.Unit)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if c.want == nil && (len(reading.Sheets[0].Problems) != 1 || reading.Sheets[0].Problems[0].Code != "required-missing") {
			t.Errorf("%s: %v; want required-missing", name, codes(reading.Sheets[0]))
		}
	}
}

func TestSupervisingUnitIsTheRegisters(t *testing.T) {
	got := understood(t, bookOf(append(append([]any{}, personHeads...), "主管部门"), append(person(1), "某局")))
	if a := got.Accepted[0].Applicant; a.Supervising != "罗山县教育体育局" || a.Application.Unit != "u1" {
		t.Errorf("supervised by %q, unit %q", a.Supervising, a.Application.Unit)
	}
}

func TestUnknownUnitsAreCreatedWhenAskedOnceEach(t *testing.T) {
	at := func(n int, unit, supervising string) []any {
		p := person(n)
		p[2] = unit
		return append(p, supervising)
	}
	bad := at(5, "罗山县乙站", "")
	bad[4] = "七级"
	book := bookOf(append(append([]any{}, personHeads...), "主管部门"),
		at(1, "罗山县甲站", ""), at(2, " 罗山县甲站 ", "罗山县甲局"), at(3, "罗山县 甲站", ""), at(4, "罗山县实验 幼儿园", ""), bad)
	reading, err := Understand(book, Knowledge{Codes: countyCodes{}, Units: kindergarten(), CreateUnits: true})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"4 unit unit-similar", "5 unit unit-similar", "6 level level-unknown"}, codes(reading.Sheets[0])); diff != "" {
		t.Error(diff)
	}
	want := []units.Line{{Row: 2, Name: "罗山县甲站", Supervising: "罗山县甲局"}, {Row: 3, Name: "罗山县甲局"}}
	if diff := cmp.Diff(want, reading.NewUnits); diff != "" {
		t.Error(diff)
	}
	if plan := units.Register(nil, reading.NewUnits, func() data.UnitID { return "n" }); len(plan.New) != 2 || len(plan.Refused) != 0 {
		t.Errorf("plan %+v; want both units", plan)
	}
	if first := reading.Sheets[0].Accepted[0].Applicant; first.Unit != "罗山县甲站" || first.Application.Unit != data.UnitID("") {
		t.Errorf("first applicant %+v", first)
	}
}

func TestNewUnitUnderALikelyOneWaits(t *testing.T) {
	row := append(person(1), "罗山县教育 体育局")
	row[2] = "罗山县甲校"
	reading, err := Understand(bookOf(append(append([]any{}, personHeads...), "主管部门"), row), Knowledge{Codes: countyCodes{}, Units: kindergarten(), CreateUnits: true})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"2 supervising_unit unit-similar"}, codes(reading.Sheets[0])); diff != "" || reading.NewUnits != nil {
		t.Errorf("%s, new units %v", diff, reading.NewUnits)
	}
}

package units

import (
	"testing"

	"gongkao/data"
)

var county = []data.Unit{
	{ID: "1", Name: "罗山县交通运输局", Short: "县交通局", Former: []string{"罗山县交通局"}, Supervising: "1"},
	{ID: "2", Name: "罗山县公路事业发展中心", Short: "县公路中心", Former: []string{"罗山县公路管理局"}, Supervising: "1"},
	{ID: "3", Name: "罗山县第一初级中学", Short: "县一初中", Supervising: "7"},
	{ID: "4", Name: "罗山县第二初级中学", Short: "县二初中", Supervising: "7"},
	{ID: "5", Name: "罗山县中医院", Supervising: "5"},
	{ID: "6", Name: "罗山县周党镇卫生院（分院）", Supervising: "5"},
}

func TestOnlyTheNameOfTheSealIsTakenForTheUnit(t *testing.T) {
	m := NewMatcher(county)
	for _, name := range []string{"罗山县公路事业发展中心", "  罗山县公路事业发展中心\u3000", "\ufeff罗山县公路事业发展中心\u200b\n"} {
		if got := m.Match(name); got.Kind != Exact || got.Unit.ID != "2" {
			t.Errorf("Match(%q) = %+v; want exactly unit 2", name, got)
		}
	}
}

func TestWhatIsNearIsOfferedWithTheReason(t *testing.T) {
	m := NewMatcher(county)
	for _, c := range []struct {
		name string
		unit data.UnitID
		why  string
	}{
		{"罗山县 公路事业发展中心", "2", "名称里的空格或括号与单位库不同"},
		{"罗山县周党镇卫生院(分院)", "6", "名称里的空格或括号与单位库不同"},
		{"罗山县公路管理局", "2", "“罗山县公路管理局”是它的曾用名"},
		{"县交通局", "1", "“县交通局”是它的简称"},
		{"罗山县第二初中", "4", "名称像是少写或多写了几个字"},
		{"公路事业发展中心", "2", "名称像是少写或多写了几个字"},
		{"罗山县公路事业发展", "2", "名称像是少写或多写了几个字"},
		{"罗山县公路亊业发展中心", "2", "名称只差一两个字"},
	} {
		got := m.Match(c.name)
		if got.Kind != Similar || got.Unit.ID != c.unit || got.Why != c.why {
			t.Errorf("Match(%q) = %v %s %q; want unit %s offered because %q", c.name, got.Kind, got.Unit.ID, got.Why, c.unit, c.why)
		}
	}
}

func TestAnotherUnitIsNotOffered(t *testing.T) {
	m := NewMatcher(county)
	for _, name := range []string{"", "　", "中心", "信阳市平桥区明港水厂", "潢川县自来水公司", "罗山县第三初级中学", "罗山县初级中学", "罗山县医院", "光山县民政局"} {
		if got := m.Match(name); got.Kind != Unknown || got.Unit.ID != "" || got.Why != "" {
			t.Errorf("Match(%q) = %+v; want nothing", name, got)
		}
	}
}

func TestSupervisingUnitIsFoundById(t *testing.T) {
	m := NewMatcher(county)
	if up, ok := m.Supervising(county[1]); !ok || up.Name != "罗山县交通运输局" {
		t.Errorf("Supervising = %v, %v; want 罗山县交通运输局", up.Name, ok)
	}
	if up, ok := m.Supervising(county[2]); ok {
		t.Errorf("Supervising of a unit under none we know = %v; want none", up.Name)
	}
}

func BenchmarkUnknownNameInAThousandUnits(b *testing.B) {
	register := make([]data.Unit, 1000)
	for i := range register {
		register[i] = data.Unit{ID: data.UnitID(rune(i)), Name: "罗山县" + string(rune(0x4E00+i)) + "镇" + string(rune(0x5E00+i)) + "事务服务中心"}
	}
	m := NewMatcher(register)
	for b.Loop() {
		m.Match("信阳市平桥区明港自来水公司")
	}
}

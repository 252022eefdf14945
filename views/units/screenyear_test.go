package units_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/demo"
	"gongkao/app/registration"
	"gongkao/app/unitbook"
	"gongkao/data"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
)

// unconfirmed is a supervising unit that has not confirmed its names.
func unconfirmed(t *testing.T, s *shelltest.Stage) data.Unit {
	t.Helper()
	b, err := unitbook.Load(ctx, s.Office)
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range b.Supervising() {
		if _, confirmed := b.Confirmed(u.ID); !confirmed {
			return u
		}
	}
	t.Fatal("every supervising unit is confirmed")
	return data.Unit{}
}

func TestNamesAreConfirmedByKeyAndTakenBack(t *testing.T) {
	s, _ := stage(t, forty)
	u := unconfirmed(t, s)
	s.Go(shell.Route{Place: shell.Units, Unit: u.ID})
	s.Press(fyne.KeyF8)
	s.Picture("units-confirm")
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	if !s.Sees("没有写单位里是谁核对的：请写核对人姓名，如 陈国强") {
		t.Errorf("it shows %v", s.Texts())
	}
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyF8)
	compose(s, "陈国强")
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	if !s.Sees("陈国强 今天核对") || !s.Sees("撤回核对") {
		t.Errorf("it shows %v", s.Texts())
	}
	s.Press(fyne.KeyF8)
	compose(s, "漏了一个下属单位")
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	if !s.Sees("核对后按 F8 登记") {
		t.Errorf("it shows %v", s.Texts())
	}
	s.NothingMissing()
}

func TestAUnitBelowSaysWhereItsNamesAndFormAreDealtWith(t *testing.T) {
	s, _ := stage(t, forty)
	for _, a := range s.Office.Register.Find(registration.Query{}) {
		if a.Unit == a.Supervising {
			continue
		}
		s.Go(shell.Route{Place: shell.Units, Unit: a.Application.Unit})
		for _, key := range []fyne.KeyName{fyne.KeyF8, fyne.KeyF9} {
			if s.Press(key); !strings.Contains(s.Said(), a.Supervising) {
				t.Errorf("%s says %q", key, s.Said())
			}
		}
		return
	}
	t.Fatal("no unit stands below another")
}

func TestTheFormGoesItsWayByOneKey(t *testing.T) {
	s, _ := stage(t, forty)
	u := formless(t, s)
	s.Go(shell.Route{Place: shell.Units, Unit: u.ID})
	s.Press(fyne.KeyF9)
	if s.Said() == "" {
		t.Error("it does not say that nobody is known")
	}
	compose(s, "刘𬱖")
	s.Press(fyne.KeyTab)
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyF9)
	if !s.Sees("F9 发账户") {
		t.Fatalf("it shows %v", s.Texts())
	}
	s.Press(fyne.KeyF9)
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	if !s.Sees("账户已发") {
		t.Errorf("it shows %v", s.Texts())
	}
	s.Press(fyne.KeyZ, fyne.KeyModifierControl)
	s.Press(fyne.KeyZ, fyne.KeyModifierControl)
	if !s.Sees("盖章交回后按 F9") {
		t.Errorf("it shows %v", s.Texts())
	}
}

func TestAUnitIsRenamedWithItsBasisAndTheStoryTakesItBack(t *testing.T) {
	s, _ := stage(t, forty)
	u := named(t, s, "罗山县种子服务站")
	s.Go(shell.Route{Place: shell.Units, Unit: u.ID})
	s.Press(fyne.KeyF2)
	s.Press(fyne.KeyReturn)
	compose(s, "罗山县种业发展中心")
	s.Picture("units-change")
	for range 4 {
		s.Press(fyne.KeyReturn)
	}
	s.Press(fyne.KeyReturn)
	if !s.Sees("没有写变更的依据：请写文件名和文号，如 罗编〔2026〕3号") {
		t.Fatalf("it shows %v", s.Texts())
	}
	for range 4 { // round to the basis: away, kind, name, into
		s.Press(fyne.KeyTab)
	}
	s.Press(fyne.KeyTab)
	compose(s, "罗编〔2026〕3号")
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	if now := named(t, s, "罗山县种业发展中心"); now.ID != u.ID {
		t.Fatal("another unit")
	}
	s.Press(fyne.KeyF7)
	s.Picture("units-story")
	if !s.Sees("更名：罗山县种子服务站 → 罗山县种业发展中心，依据 罗编〔2026〕3号") {
		t.Fatalf("it shows %v", s.Texts())
	}
	s.Press(fyne.KeyZ, fyne.KeyModifierControl)
	compose(s, "文件还没有下发")
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	if now := named(t, s, "罗山县种子服务站"); now.ID != u.ID {
		t.Error("the old name is not back")
	}
	s.NothingMissing()
}

func TestAUnitIsAddedBesideTheOneShownWithItsBasis(t *testing.T) {
	s, _ := stage(t, forty)
	beside := named(t, s, "罗山县种子服务站")
	s.Go(shell.Route{Place: shell.Units, Unit: beside.ID})
	s.Press(fyne.KeyF2)
	s.Type("3")
	s.Press(fyne.KeyReturn)
	compose(s, "罗山县某某站")
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	compose(s, "罗编〔2026〕3号")
	s.Picture("units-add")
	for range 3 {
		s.Press(fyne.KeyReturn)
	}
	if u := named(t, s, "罗山县某某站"); u.Supervising != beside.Supervising || !strings.Contains(s.Said(), "罗山县某某站 已登记，属 ") {
		t.Errorf("it is %+v; it says %s", u, s.Said())
	}
}

func TestTheStoryOfAUnitLeadsToTheFormOfItsChanges(t *testing.T) {
	s, elsewhere := stage(t, forty)
	s.Go(shell.Route{Place: shell.Units, Unit: named(t, s, "罗山县种子服务站").ID})
	s.Press(fyne.KeyF7)
	s.Press(fyne.KeyP, fyne.KeyModifierControl)
	if r := elsewhere.Last(); r.Place != shell.Papers || r.Paper != "unit-change" || r.UnitOf != "罗山县种子服务站" {
		t.Errorf("Ctrl+P leads to %+v", r)
	}
}

func TestAMergedUnitLeavesTheTree(t *testing.T) {
	s, _ := stage(t, demo.Usual)
	if !s.Sees("59 个单位") || s.Sees("罗山县文化馆") {
		t.Errorf("it shows %v", s.Texts())
	}
	compose(s, "文化馆")
	if !s.Sees("罗山县公共文化服务中心") {
		t.Errorf("it is not found by the merged name: %v", s.Texts())
	}
}

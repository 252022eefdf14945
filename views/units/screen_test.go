package units_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"gongkao/app/demo"
	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/data"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
	"gongkao/views/units"
)

var april2 = time.Date(2026, 4, 2, 9, 42, 0, 0, time.FixedZone("CST", 8*3600))

func stage(t testing.TB, size demo.Size) (*shelltest.Stage, *shelltest.Elsewhere) {
	t.Helper()
	s := shelltest.On(t, demotest.Open(t, office.Place{Folder: demotest.County(t, size), Now: func() time.Time { return april2 }}))
	s.Add(shell.Units, func() shell.Screen { return units.NewScreen(s.Shell, s.Office) })
	elsewhere := s.Elsewhere(shell.Today, shell.Applicants, shell.Papers)
	s.Go(shell.Route{Place: shell.Units})
	return s, elsewhere
}

var forty = demo.Size{People: 60, Units: 40, Seed: 5}

// named returns a unit of the register.
func named(t *testing.T, s *shelltest.Stage, name string) data.Unit {
	t.Helper()
	for _, u := range s.Office.AllUnits() {
		if u.Name == name {
			return u
		}
	}
	t.Fatalf("there is no %s", name)
	return data.Unit{}
}

// formless returns a supervising unit whose administrator's form is missing.
func formless(t *testing.T, s *shelltest.Stage) data.Unit {
	t.Helper()
	all, err := s.Office.Administrators(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range s.Office.AllUnits() {
		if _, handed := all[u.ID]; !handed && u.Supervising == u.ID {
			return u
		}
	}
	t.Fatal("every supervising unit has handed in its form")
	return data.Unit{}
}

func TestTheTreeAndTheUnitStandSideBySide(t *testing.T) {
	s, _ := stage(t, forty)
	for _, words := range []string{"40 个单位", "主管部门、单位", "申报", "还欠", "应交", "已交", "管理人员", "全称", "曾用名", "新增单位", "Ctrl+U"} {
		if !s.Sees(words) {
			t.Errorf("%s is not to be seen", words)
		}
	}
	if s.At("主管部门、单位").X > s.At("管理人员").X {
		t.Error("the tree does not stand at the left")
	}
	s.NothingMissing()
}

func TestLeftAndRightFoldAndUnfold(t *testing.T) {
	s, _ := stage(t, forty)
	top, below := named(t, s, "罗山县交通运输局"), "罗山县公路事业发展中心"
	s.Go(shell.Route{Place: shell.Units, Unit: top.ID})
	if !s.Sees(below) {
		t.Fatal("the branch is folded")
	}
	s.Press(fyne.KeyLeft)
	if s.Sees(below) {
		t.Error("← does not fold")
	}
	s.Press(fyne.KeyRight)
	s.Press(fyne.KeyRight)
	if !s.Sees("属 " + top.Name) {
		t.Error("→ does not go into the branch")
	}
	s.Press(fyne.KeyLeft)
	if !s.Sees("主管部门，下属") {
		t.Error("← does not go back to the supervising unit")
	}
	at := s.At(below)
	s.Click(at.X-20, at.Y-24) // the row above
	if s.Sees(below) {
		t.Error("a click on the sign does not fold")
	}
}

func TestTypingFindsAlsoByFormerName(t *testing.T) {
	s, _ := stage(t, forty)
	s.Type("x")
	s.Press(fyne.KeyBackspace)
	compose(s, "畜牧兽医站")
	if !s.Sees("罗山县动物疫病预防控制中心") || !s.Sees("找到 1 个") || s.Sees("罗山县种子服务站") {
		t.Errorf("it shows %v", s.Texts())
	}
	s.Press(fyne.KeyDown)
	s.Press(fyne.KeyDown)
	if !s.Sees("曾用名 罗山县畜牧兽医站") || !s.Sees("属 罗山县农业农村局") {
		t.Errorf("it shows %v", s.Texts())
	}
	s.Press(fyne.KeyEscape)
	if !s.Sees("罗山县种子服务站") && !s.Sees("第 ") {
		t.Error("Esc does not show all again")
	}
}

func TestWhatIsNotFoundIsSaid(t *testing.T) {
	s, _ := stage(t, forty)
	s.Type("qqqq")
	if !s.Sees("没有单位符合“qqqq”") {
		t.Errorf("it shows %v", s.Texts())
	}
	s.Press(fyne.KeyEscape)
	if s.Sees("没有单位符合") {
		t.Error("Esc does not clear")
	}
}

func TestAnAdministratorIsTypedInAndTheSentenceChanges(t *testing.T) {
	s, _ := stage(t, forty)
	u := formless(t, s)
	s.Go(shell.Route{Place: shell.Units, Unit: u.ID})
	if !s.Sees("管理人员登记表没有交，已过 3月13日") || !s.Sees("还没有登记") {
		t.Fatalf("it shows %v", s.Texts())
	}
	s.Press(fyne.KeyReturn)
	compose(s, "刘𬱖")
	s.Press(fyne.KeyTab)
	s.Type("2")
	s.Press(fyne.KeyReturn)
	compose(s, "人事科")
	s.Press(fyne.KeyTab)
	all, err := s.Office.Administrators(ctx)
	if a := all[u.ID]; err != nil || a.Name != "刘𬱖" || a.Sex != data.Female || a.Department != "人事科" {
		t.Errorf("kept: %+v, %v", a, err)
	}
	if !s.Sees("管理人员登记了，登记表还没有盖章交回") || s.Sees("没有交，已过") {
		t.Errorf("it shows %v", s.Texts())
	}
	s.NothingMissing()
}

func TestARefusedNameStandsBesideItsField(t *testing.T) {
	s, _ := stage(t, forty)
	s.Go(shell.Route{Place: shell.Units, Unit: named(t, s, "罗山县林业局").ID})
	s.ClickOn("罗山县林业局")
	other := named(t, s, "罗山县水利局").Name
	for range 30 {
		s.Press(fyne.KeyTab)
		if fields(s) == "罗山县林业局" {
			break
		}
	}
	compose(s, other)
	s.Press(fyne.KeyReturn)
	if !s.Sees("单位库里已有“罗山县水利局”") {
		t.Errorf("it shows %v", s.Texts())
	}
	if named(t, s, "罗山县林业局").Name == "" {
		t.Error("it was renamed")
	}
}

// compose types as an input method does, and lets the moment pass in which an
// Enter would still be the input method's.
func compose(s *shelltest.Stage, text string) {
	s.Desk.Compose(text)
	time.Sleep(40 * time.Millisecond)
}

// fields returns what stands in the field with the caret.
func fields(s *shelltest.Stage) string {
	if f, ok := s.Canvas().Focused().(interface{ Value() string }); ok {
		return f.Value()
	}
	return ""
}

func TestANewUnitIsEnteredWithItsKey(t *testing.T) {
	s, _ := stage(t, forty)
	s.Press(fyne.KeyU, fyne.KeyModifierControl)
	if !s.Sees("新单位") || !s.Sees("填了全称和依据就登记") {
		t.Fatalf("it shows %v", s.Texts())
	}
	compose(s, "罗山县某某站")
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn) // past the short name
	if !strings.Contains(s.Said(), "再填依据就登记") || len(s.Office.AllUnits()) != 40 {
		t.Errorf("without a basis it says %s", s.Said())
	}
	compose(s, "罗编〔2026〕3号")
	s.Press(fyne.KeyReturn)
	u := named(t, s, "罗山县某某站")
	if u.Supervising != s.Office.AllUnits()[0].ID || !s.Sees("已登记 罗山县某某站") || !s.Sees("41 个单位") {
		t.Errorf("it is %+v; it shows %s", u, s.Said())
	}
	s.Press(fyne.KeyU, fyne.KeyModifierControl)
	s.Press(fyne.KeyEscape)
	if s.Sees("新单位") || len(s.Office.AllUnits()) != 41 {
		t.Error("Esc does not give the new unit up")
	}
}

func TestAnUnfinishedNewUnitIsStillThereOnComingBack(t *testing.T) {
	s, _ := stage(t, forty)
	s.Press(fyne.KeyU, fyne.KeyModifierControl)
	s.Press(fyne.KeyTab)
	compose(s, "县某站")
	s.Press(fyne.Key1, fyne.KeyModifierAlt)
	s.Press(fyne.Key4, fyne.KeyModifierAlt)
	if !s.Sees("新单位") || !s.Sees("县某站") {
		t.Errorf("it shows %v", s.Texts())
	}
}

func TestKeysLeadToThePaperAndToThePeople(t *testing.T) {
	s, elsewhere := stage(t, forty)
	u := named(t, s, "罗山县公路事业发展中心")
	s.Go(shell.Route{Place: shell.Units, Unit: u.ID})
	s.Press(fyne.KeyP, fyne.KeyModifierControl)
	if r := elsewhere.Last(); r.Place != shell.Papers || r.Paper != "administrator-form" || r.UnitOf != "罗山县交通运输局" {
		t.Errorf("Ctrl+P opened %+v", r)
	}
	s.Shell.Back()
	if !s.Sees("属 罗山县交通运输局") {
		t.Fatal("Back shows another unit")
	}
	s.Go(shell.Route{Place: shell.Units, Unit: u.Supervising})
	s.Press(fyne.KeyF5)
	if r := elsewhere.Last(); r.Place != shell.Applicants || r.Select == nil || r.Select.Unit != "罗山县交通运输局" || len(s.Office.Select(*r.Select)) == 0 {
		t.Errorf("F5 opened %+v", r)
	}
}

func TestOnlySilentUnitsAreShownOnDemand(t *testing.T) {
	s, _ := stage(t, forty)
	s.Go(shell.Route{Place: shell.Units, Owing: "unit-silent"})
	if !s.Sees("没有人申报") || !s.Sees("找到 ") {
		t.Errorf("it shows %v", s.Texts())
	}
	s.Press(fyne.KeyEscape)
	if s.Sees("找到 ") {
		t.Error("Esc does not show all again")
	}
}

func TestTabGoesRoundOnce(t *testing.T) {
	s, _ := stage(t, forty)
	seen := map[fyne.Focusable]bool{}
	start := s.Canvas().Focused()
	for range 40 {
		s.Press(fyne.KeyTab)
		f := s.Canvas().Focused()
		if f == nil {
			t.Fatal("the focus is lost")
		}
		if f == start {
			break
		}
		if seen[f] {
			t.Fatal("the ring does not come back to the tree")
		}
		seen[f] = true
	}
	if len(seen) < 15 {
		t.Errorf("Tab stops %d times", len(seen))
	}
}

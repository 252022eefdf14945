package units_test

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gongkao/app/demo"
	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/units"
	"gongkao/views/wording"
)

var ctx = context.Background()

func practice(t *testing.T, size demo.Size) (*units.Model, *registration.Desk) {
	t.Helper()
	folder := demotest.County(t, size)
	d := demotest.Open(t, office.Place{Folder: folder})
	m, err := units.New(ctx, d)
	if err != nil {
		t.Fatal(err)
	}
	return m, d
}

func small(t *testing.T) (*units.Model, *registration.Desk) {
	return practice(t, demo.Size{People: 60, Units: 40, Seed: 5})
}

func leave(t *testing.T, m *units.Model, key, text string) wording.Done {
	t.Helper()
	done, err := m.Leave(ctx, key, text)
	if err != nil {
		t.Fatal(err)
	}
	return done
}

// without returns a supervising unit that has handed in no form.
func without(t *testing.T, m *units.Model) data.UnitID {
	t.Helper()
	for _, r := range m.Rows() {
		if r.Top && r.Mark == wording.Block {
			return r.ID
		}
	}
	t.Fatal("every supervising unit has its administrator")
	return ""
}

func TestEveryUnitStandsUnderItsSupervisingUnitOnce(t *testing.T) {
	m, d := small(t)
	seen := map[data.UnitID]bool{}
	top := data.UnitID("")
	for _, r := range m.Rows() {
		if seen[r.ID] {
			t.Errorf("%s stands twice", r.Name)
		}
		seen[r.ID] = true
		if r.Top {
			top = r.ID
			continue
		}
		for _, u := range d.AllUnits() {
			if u.ID == r.ID && u.Supervising != top {
				t.Errorf("%s stands under another", r.Name)
			}
		}
	}
	if len(seen) != len(d.AllUnits()) {
		t.Errorf("%d of %d units are shown", len(seen), len(d.AllUnits()))
	}
}

func TestFoldingHidesTheUnitsAndTheCountsStay(t *testing.T) {
	m, _ := small(t)
	var top units.Row
	for _, r := range m.Rows() {
		if r.Top && r.Below > 0 && r.Entered != "0" {
			top = r
			break
		}
	}
	before := len(m.Rows())
	m.Fold(top.ID, true)
	if got := len(m.Rows()); got != before-top.Below {
		t.Errorf("folded, %d of %d rows are left; it has %d", got, before, top.Below)
	}
	if _, fact, _ := particulars(m, top.ID); !strings.Contains(fact, top.Entered+" 人申报") {
		t.Errorf("the head says %s, the tree %s", fact, top.Entered)
	}
}

func particulars(m *units.Model, id data.UnitID) (string, string, units.Sentence) {
	m.Select(id)
	return m.Particulars()
}

func TestAUnitIsFoundByFormerNameAndInitials(t *testing.T) {
	m, d := small(t)
	for _, u := range d.AllUnits() {
		if len(u.Former) == 0 {
			continue
		}
		m.Filter(u.Former[0])
		found := false
		for _, r := range m.Rows() {
			found = found || r.ID == u.ID && strings.Contains(r.Why, "曾用名")
		}
		if !found {
			t.Errorf("%s is not found by %s", u.Name, u.Former[0])
		}
		break
	}
	m.Filter("lsx")
	if len(m.Rows()) == 0 {
		t.Error("nothing is found by initials")
	}
	m.Filter("没有这个")
	if why, _ := m.Empty(); why != "没有单位符合“没有这个”" {
		t.Errorf("empty, it says %s", why)
	}
}

func TestTheAdministratorIsKeptOnceHeHasAName(t *testing.T) {
	m, d := small(t)
	id := without(t, m)
	if _, _, must := particulars(m, id); must.Mark != wording.Block || !strings.HasPrefix(must.Words, "管理人员登记表没有交") {
		t.Errorf("it must be said: %+v", must)
	}
	leave(t, m, "admin.mobile", "13800001111")
	if mark, sentence := m.State("admin.mobile"); mark != wording.Block || !strings.Contains(sentence, "姓名") {
		t.Errorf("without a name: %s", sentence)
	}
	leave(t, m, "admin.name", "刘　𬱖")
	leave(t, m, "admin.sex", "2")
	all, err := d.Administrators(ctx)
	if a := all[id]; err != nil || a.Name != "刘𬱖" || a.Mobile != "13800001111" || a.Sex != data.Female || a.FilledOn.IsZero() {
		t.Errorf("kept: %+v, %v", a, err)
	}
	if _, _, must := m.Particulars(); must.Mark != wording.Warn || !strings.Contains(must.Words, "还没有盖章交回") || m.Text("admin.mobile") != "13800001111" {
		t.Errorf("now: %+v", must)
	}
}

func TestARenamedUnitKeepsItsOldName(t *testing.T) {
	m, _ := small(t)
	m.Select(m.Rows()[1].ID)
	old := m.Text("unit")
	leave(t, m, "unit", "罗山县新名中心")
	if name, _, _ := m.Particulars(); name != "罗山县新名中心" || !strings.Contains(m.Text("former"), old) {
		t.Errorf("%s, formerly %s", name, m.Text("former"))
	}
}

func TestANewUnitIsRegisteredWhenItHasAName(t *testing.T) {
	m, d := small(t)
	before := len(d.AllUnits())
	m.Select(m.Rows()[0].ID)
	above := m.Text("unit")
	m.Add()
	leave(t, m, "contact", "王秀兰")
	leave(t, m, "unit", d.AllUnits()[3].Name)
	if mark, _ := m.State("unit"); mark != wording.Block || len(d.AllUnits()) != before {
		t.Error("a name that is taken was taken again")
	}
	leave(t, m, "unit", "罗山县某某站")
	if len(d.AllUnits()) != before {
		t.Error("it is registered without a basis")
	}
	leave(t, m, "basis", "罗编〔2026〕3号")
	if len(d.AllUnits()) != before+1 || m.Text("contact") != "王秀兰" || m.Text("supervising_unit") != above || m.Selected() == "" {
		t.Errorf("registered: contact %q under %q", m.Text("contact"), m.Text("supervising_unit"))
	}
	if story := m.Story(); len(story) != 1 || !strings.Contains(story[0].Words, "依据 罗编〔2026〕3号") {
		t.Errorf("its story is %+v", story)
	}
}

func TestTheTreeShowsOnlyUnitsThatAreSilentOrLackTheForm(t *testing.T) {
	m, d := small(t)
	m.Only(units.Silent)
	heard := map[string]bool{}
	for _, a := range d.Register.Find(registration.Query{Statuses: registration.Running}) {
		heard[a.Unit] = true
	}
	shown := 0
	for _, r := range m.Rows() {
		if !heard[r.Name] {
			shown++
		} else if !r.Top {
			t.Errorf("%s has sent somebody", r.Name)
		}
	}
	_, fact := m.Head()
	if want := strconv.Itoa(shown) + " 个"; shown == 0 || !strings.Contains(fact, want+"没有人申报") || m.Found() != "找到 "+want {
		t.Errorf("%d are shown; %s, %s", shown, fact, m.Found())
	}
	m.Only(units.Formless)
	for _, r := range m.Rows() {
		if r.Mark < wording.Warn {
			t.Errorf("%s has handed in its form", r.Name)
		}
	}
}

func TestAHiddenUnitIsRevealed(t *testing.T) {
	m, _ := small(t)
	var top, below units.Row
	for _, r := range m.Rows() {
		if r.Top && r.Below > 0 {
			top = r
		} else if !r.Top && top.ID != "" {
			below = r
			break
		}
	}
	standing := func() bool {
		return slices.ContainsFunc(m.Rows(), func(r units.Row) bool { return r.ID == below.ID })
	}
	m.Fold(top.ID, true)
	if m.Reveal(below.ID); !standing() {
		t.Error("it is still folded away")
	}
	m.Filter("没有这个")
	if m.Reveal(below.ID); !standing() {
		t.Error("it is still filtered away")
	}
}

func TestAnUnfinishedNewUnitIsGivenUpInWords(t *testing.T) {
	m, _ := small(t)
	m.Add()
	if done := m.Drop(); done.What != "" || m.Fresh() {
		t.Errorf("nothing was typed, and it says %s", done.What)
	}
	m.Add()
	leave(t, m, "contact", "王秀兰")
	if done := m.Drop(); !strings.Contains(done.What, "没有填全称") {
		t.Errorf("it says %s", done.What)
	}
}

func TestManyUnitsOpenFolded(t *testing.T) {
	m, d := practice(t, demo.Size{People: 0, Units: 300, Seed: 1})
	if rows := len(m.Rows()); rows >= len(d.AllUnits())/2 {
		t.Errorf("%d rows are shown", rows)
	}
}

package applicants_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkao/app/demo"
	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/applicants"
)

var ctx = context.Background()

func practice(t testing.TB, size demo.Size) *registration.Desk {
	t.Helper()
	folder := demotest.County(t, size)
	return demotest.Open(t, office.Place{Folder: folder})
}

func small(t testing.TB) *registration.Desk {
	return practice(t, demo.Size{People: 60, Units: 12, Seed: 5})
}

// column returns all texts of a column, in the order of the list.
func column(t *testing.T, m *applicants.Model, key string) (texts []string) {
	t.Helper()
	for at, c := range m.Columns() {
		if c.Key == key {
			for i := range m.Len() {
				texts = append(texts, m.Row(i).Cells[at])
			}
		}
	}
	return texts
}

func sorted(texts []string, down bool) bool {
	for i := 1; i < len(texts); i++ {
		if c := strings.Compare(texts[i-1], texts[i]); c > 0 && !down || c < 0 && down {
			return false
		}
	}
	return true
}

func TestTheListIsSortedByTwoKeys(t *testing.T) {
	m := applicants.New(small(t))
	m.SortBy("birth")
	m.SortBy("unit")
	units, births := column(t, m, "unit"), column(t, m, "birth")
	if !sorted(units, false) {
		t.Error("the units are not in order")
	}
	for i := 1; i < len(units); i++ {
		if units[i] == units[i-1] && births[i] < births[i-1] {
			t.Errorf("in %s %s stands before %s", units[i], births[i-1], births[i])
		}
	}
	m.SortBy("unit")
	if !sorted(column(t, m, "unit"), true) || !m.Keys()[0].Down || m.Keys()[1].Column != "birth" {
		t.Errorf("turned round: %+v", m.Keys())
	}
}

func TestIDNumbersAreMaskedUntilAsked(t *testing.T) {
	m := applicants.New(small(t))
	for _, text := range column(t, m, "id_number") {
		if !strings.Contains(text, "********") {
			t.Fatalf("the list shows %s", text)
		}
	}
	if text, _ := m.Copy(); !strings.Contains(text, "********") {
		t.Errorf("copied: %s", text)
	}
	m.Unmask(true)
	if text := column(t, m, "id_number")[0]; strings.Contains(text, "*") {
		t.Errorf("unmasked: %s", text)
	}
}

func TestFiltersNarrowTheListAndEscapeWidensIt(t *testing.T) {
	m := applicants.New(small(t))
	all := m.Len()
	if err := m.SetFilter(applicants.LevelFilter, "三级", "四级"); err != nil {
		t.Fatal(err)
	}
	for _, text := range column(t, m, "level") {
		if !strings.HasSuffix(text, "三") && !strings.HasSuffix(text, "四") {
			t.Errorf("the filter lets %s through", text)
		}
	}
	if f := m.Filters()[2]; f.Value != "四级、三级" || !f.Set || m.OpenView() != -1 {
		t.Errorf("the filter says %+v", f)
	}
	m.ChooseAll()
	if !m.Escape() || len(m.Chosen()) != 0 || m.Len() == all {
		t.Error("the first Esc clears the selection only")
	}
	if !m.Escape() || m.Len() != all || m.Escape() {
		t.Error("the second Esc clears the filters, a third does nothing")
	}
	m.Search("没有这个人")
	if why, _ := m.Empty(); why != "没有人符合：含“没有这个人”" {
		t.Errorf("the empty list says %s", why)
	}
}

func TestTheSelectionSurvivesSortingAndIsCopiedWithHeads(t *testing.T) {
	m := applicants.New(small(t))
	m.Choose(5, 3, true)
	chosen := m.Chosen()
	m.SortBy("name")
	if len(m.Chosen()) != 3 {
		t.Fatalf("after sorting %d are selected", len(m.Chosen()))
	}
	text, done := m.Copy()
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	if len(lines) != 4 || !strings.HasPrefix(lines[0], "姓名\t性别\t身份证号") || !strings.Contains(done.What, "3 行") {
		t.Errorf("copied %q, said %q", text, done.What)
	}
	bar, _ := m.Facts()
	if bar != "已选 3 人" || len(m.Numbers()) != 3 || len(chosen) != 3 {
		t.Errorf("the bar says %s", bar)
	}
	m.Search("没有这个人")
	if len(m.Chosen()) != 0 {
		t.Error("who is not in the list is still selected")
	}
}

func TestLettersJumpByPinyinRoundAndRound(t *testing.T) {
	m := applicants.New(small(t))
	if !m.Jump("lw") && !m.Jump("l") {
		t.Fatal("nobody begins with l")
	}
	first := m.Current()
	m.Move(m.Len() - 1)
	if !m.Jump("L") || m.Current() < 0 || m.Jump("#") {
		t.Errorf("jumped to %d, first %d", m.Current(), first)
	}
}

func TestTheCurrentPersonStaysCurrentWhenTheListChanges(t *testing.T) {
	m := applicants.New(small(t))
	m.Move(20)
	id := m.CurrentID()
	m.SortBy("unit")
	m.Refresh()
	m.GoTo(id)
	if m.CurrentID() != id {
		t.Error("another row is current")
	}
}

func TestAViewIsSavedWithoutWhatMayNameSomebody(t *testing.T) {
	d := small(t)
	m := applicants.New(d)
	m.Show(registration.Selection{Levels: []data.Level{3}, Text: "刘"})
	if _, err := m.SaveView("三级"); !data.HasCode(err, "view-text") {
		t.Errorf("a view with a name in it: %v", err)
	}
	m.Search("")
	if _, err := m.SaveView("三级"); err != nil || m.OpenView() != 5 {
		t.Fatalf("saved: %v, open %d", err, m.OpenView())
	}
	again := applicants.New(d)
	again.RestoreViews(m.SavedViews())
	if v := again.Views(); len(v) != 6 || again.CountOf(v[5]) != m.Len() {
		t.Errorf("restored: %+v", v)
	}
}

func TestTheExportHoldsTheSelected(t *testing.T) {
	m := applicants.New(small(t))
	m.Choose(0, 1, true)
	path := filepath.Join(t.TempDir(), "名册.xlsx")
	done, err := m.Export(path)(ctx)
	if err != nil || !strings.Contains(done.What, "2 人") {
		t.Fatalf("%+v, %v", done, err)
	}
	if info, err := os.Stat(path); err != nil || info.Size() == 0 {
		t.Errorf("the file: %v", err)
	}
}

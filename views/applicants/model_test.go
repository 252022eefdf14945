package applicants_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
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
func column(m *applicants.Model, key string) (texts []string) {
	for i := range m.Len() {
		texts = append(texts, m.Text(i, key))
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
	if keys := m.Keys(); len(keys) != 2 || keys[0].Column != "unit" || keys[1].Column != "name" {
		t.Errorf("at first sorted by %+v", keys)
	}
	m.Sort([]applicants.Key{{Column: "unit"}, {Column: "birth"}, {Column: "name"}})
	units, births := column(m, "unit"), column(m, "birth")
	if !sorted(units, false) || len(m.Keys()) != 2 {
		t.Error("the units are not in order")
	}
	for i := 1; i < len(units); i++ {
		if units[i] == units[i-1] && births[i] < births[i-1] {
			t.Errorf("in %s %s stands before %s", units[i], births[i-1], births[i])
		}
	}
	m.Sort([]applicants.Key{{Column: "unit", Down: true}, {Column: "birth"}})
	if !sorted(column(m, "unit"), true) {
		t.Error("turned round it is not in order")
	}
}

func TestIDNumbersAreMaskedUntilAsked(t *testing.T) {
	m := applicants.New(small(t))
	for _, text := range column(m, "id_number") {
		if !strings.Contains(text, "********") {
			t.Fatalf("the list shows %s", text)
		}
	}
	if done := m.Copied(1); !strings.Contains(done.Next, "F2") {
		t.Errorf("who copies masked numbers is told %s", done.Next)
	}
	m.Unmask(true)
	if text := column(m, "id_number")[0]; strings.Contains(text, "*") {
		t.Errorf("unmasked: %s", text)
	}
}

func TestFiltersNarrowTheList(t *testing.T) {
	m := applicants.New(small(t))
	all := m.Len()
	for _, text := range []string{"三级", "四级"} {
		if err := m.TakeFilter(applicants.LevelFilter, text); err != nil {
			t.Fatal(err)
		}
	}
	for _, text := range column(m, "level") {
		if !strings.HasSuffix(text, "三") && !strings.HasSuffix(text, "四") {
			t.Errorf("the filter lets %s through", text)
		}
	}
	if f := m.Filters()[2]; f.Value != "四 三级" || !f.Set || m.OpenView() != -1 {
		t.Errorf("the filter says %+v", f)
	}
	if err := m.TakeFilter(applicants.LevelFilter, "去掉四级"); err != nil || m.Filters()[2].Value != "三级" {
		t.Errorf("without 四级: %v, %+v", err, m.Filters()[2])
	}
	if err := m.TakeFilter(applicants.LevelFilter, "九级"); !data.HasCode(err, "filter-unknown") || m.Filters()[2].Value != "三级" {
		t.Errorf("九级: %v", err)
	}
	if err := m.TakeFilter(applicants.LevelFilter, "全部"); err != nil || m.Len() != all || m.Filtered() {
		t.Errorf("全部: %v, %d of %d", err, m.Len(), all)
	}
	m.Search("没有这个人")
	if why, _ := m.Empty(); why != "没有人符合：含“没有这个人”。" {
		t.Errorf("the empty list says %s", why)
	}
}

func TestOneUnitAndOneTradeAtATime(t *testing.T) {
	m := applicants.New(small(t))
	unit := m.Filters()[0].Choices[1].Label
	for _, f := range []struct{ key, text string }{{applicants.UnitFilter, unit}, {applicants.TradeFilter, "保育员"}, {applicants.TradeFilter, "汽车驾驶员"}} {
		if err := m.TakeFilter(f.key, f.text); err != nil {
			t.Fatal(err)
		}
	}
	if s := m.Shown(); s.Unit != unit || s.Trade != "汽车驾驶员" {
		t.Errorf("selected by %+v", s)
	}
}

func TestTheSelectionSurvivesSorting(t *testing.T) {
	m := applicants.New(small(t))
	m.Select(slices.Values([]int{3, 4, 5}))
	m.Sort([]applicants.Key{{Column: "name"}})
	bar, _ := m.Facts()
	if print, err := m.Printing(); bar != "已选 3 人" || err != nil || print.Paper != "registration" || len(print.Numbers) != 3 {
		t.Errorf("the bar says %s, printed would be %+v, %v", bar, print, err)
	}
	m.Search("没有这个人")
	if done := m.Selected(); done.What != "" {
		t.Errorf("who is not in the list is still selected: %s", done.What)
	}
}

func TestTheRosterOfWhatIsFilteredIsPrinted(t *testing.T) {
	m := applicants.New(small(t))
	if print, err := m.Printing(); err != nil || print.Paper != "roster" || print.Numbers != nil || print.Unit != "" {
		t.Errorf("of everybody: %+v, %v", print, err)
	}
	m.Show(registration.Selection{Unit: m.Filters()[0].Choices[1].Label})
	if print, _ := m.Printing(); print.Unit == "" || print.Numbers != nil {
		t.Errorf("of a unit: %+v", print)
	}
	m.Show(registration.Selection{Levels: []data.Level{3}})
	if print, _ := m.Printing(); len(print.Numbers) != m.Len() {
		t.Errorf("of a level: %+v", print)
	}
	m.Search("没有这个人")
	if _, err := m.Printing(); !data.HasCode(err, "nobody") {
		t.Errorf("of nobody: %v", err)
	}
}

func TestLettersJumpByPinyinRoundAndRound(t *testing.T) {
	m := applicants.New(small(t))
	var met []int
	for range 4 {
		if !m.Jump("L") {
			t.Fatal("nobody begins with l")
		}
		met = append(met, m.Current())
	}
	if met[0] == met[1] || met[1] == met[2] {
		t.Errorf("the same letter again stays: %v", met)
	}
	at := m.Current()
	if !m.Jump(registration.Initials(m.Name(at))[0]) || m.Current() != at {
		t.Error("the whole name leaves its row")
	}
	if m.Jump("##") {
		t.Error("found ##")
	}
}

func TestTheCurrentPersonStaysCurrentWhenTheListChanges(t *testing.T) {
	m := applicants.New(small(t))
	m.Move(20)
	id := m.CurrentID()
	m.Sort([]applicants.Key{{Column: "birth"}})
	m.Refresh()
	m.GoTo(id)
	if m.CurrentID() != id {
		t.Error("another row is current")
	}
}

func TestAViewIsSavedWithoutWhatMayNameSomebody(t *testing.T) {
	d := small(t)
	m := applicants.New(d)
	if _, err := m.SaveView("所有人"); !data.HasCode(err, "view-all") {
		t.Errorf("a view of everybody: %v", err)
	}
	m.Show(registration.Selection{Levels: []data.Level{3}, Text: "刘"})
	if _, err := m.SaveView("三级"); !data.HasCode(err, "view-text") {
		t.Errorf("a view with a name in it: %v", err)
	}
	m.Search("")
	if _, err := m.SaveView("三级"); err != nil || m.OpenView() != 6 {
		t.Fatalf("saved: %v, open %d", err, m.OpenView())
	}
	if _, err := m.SaveView("高级工"); err != nil || len(m.Views()) != 7 || m.SavedView() != "高级工" {
		t.Errorf("renamed: %v, %+v", err, m.Views())
	}
	again := applicants.New(d)
	again.RestoreViews(m.SavedViews())
	if v, counts := again.Views(), again.Counting()(); len(v) != 7 || counts[6] != m.Len() {
		t.Errorf("restored: %+v", v)
	}
	m.Show(registration.Selection{Statuses: []data.Status{data.Submitted}})
	if _, err := m.SaveView("等着的"); !data.HasCode(err, "view-known") {
		t.Errorf("the same view twice: %v", err)
	}
	m.DropView("高级工")
	if len(m.Views()) != 6 {
		t.Errorf("dropped: %+v", m.Views())
	}
}

func TestTheExportHoldsTheSelected(t *testing.T) {
	m := applicants.New(small(t))
	m.Select(slices.Values([]int{0, 1}))
	path := filepath.Join(t.TempDir(), "名册.xlsx")
	done, err := m.Export(path)(ctx)
	if err != nil || !strings.Contains(done.What, "2 人") {
		t.Fatalf("%+v, %v", done, err)
	}
	if info, err := os.Stat(path); err != nil || info.Size() == 0 {
		t.Errorf("the file: %v", err)
	}
}

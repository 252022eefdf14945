package statistics_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"gongkao/app/demo"
	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
	"gongkao/views/statistics"
	"gongkao/views/wording"
)

// stage stands at the statistics of a practice county on 24 April; with lastYear
// half of its people applied the year before, too.
func stage(t *testing.T, size demo.Size, lastYear bool) (*shelltest.Stage, *shelltest.Elsewhere) {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 4, 24, 10, 0, 0, 0, time.Local) }
	d := demotest.Open(t, office.Place{Folder: demotest.County(t, size), Now: now})
	if lastYear {
		demotest.YearBefore(t, d)
	}
	s := shelltest.On(t, d)
	s.Add(shell.Statistics, func() shell.Screen { return statistics.NewScreen(s.Shell, s.Office) })
	elsewhere := s.Elsewhere(shell.Today, shell.Applicants, shell.Papers)
	s.Go(shell.Route{Place: shell.Today})
	s.Go(shell.Route{Place: shell.Statistics})
	s.Settle()
	return s, elsewhere
}

var small = demo.Size{People: 120, Units: 30, Seed: 3}

func TestThePageCountsByWhatADigitChooses(t *testing.T) {
	s, elsewhere := stage(t, small, false)
	if !s.Sees("五级") || !s.Sees("合计") || !s.Sees("没有上年可比") {
		t.Errorf("by level: %q", s.Texts())
	}
	s.Press(fyne.Key5)
	if !s.Sees("先") || !s.Sees("后") || !s.Sees("　男") {
		t.Errorf("by level and sex: %q", s.Texts())
	}
	s.Press(fyne.Key1)
	if s.Sees("五级") || !s.Sees("男") {
		t.Errorf("by sex alone: %q", s.Texts())
	}
	s.Press(fyne.KeyReturn)
	if r := elsewhere.Last(); r.Place == shell.Applicants || !strings.Contains(s.Said(), "不能按“性别：男”筛选") {
		t.Errorf("a line no list can show: %+v, %q", r, s.Said())
	}
	s.Press(fyne.Key4)
	s.Press(fyne.Key5)
	s.Press(fyne.KeyReturn)
	r := elsewhere.Last()
	if r.Place != shell.Applicants || r.Select == nil || r.Select.Unit == "" || len(s.Office.Select(*r.Select)) == 0 {
		t.Errorf("Enter opened %+v", r)
	}
	s.Shell.Back()
	s.Settle()
	s.Press(fyne.KeyP, fyne.KeyModifierControl)
	if r := elsewhere.Last(); r.Place != shell.Papers || r.Paper != "statistics" || len(r.By) != 1 || r.By[0] != "supervising_unit" {
		t.Errorf("Ctrl+P opened %+v", r)
	}
}

func TestEveryLineOpensExactlyThePeopleItCounts(t *testing.T) {
	s, _ := stage(t, small, true)
	m := statistics.New(s.Office)
	for _, by := range [][]string{{"level"}, {"trade"}, {"unit", "level"}, {"supervising_unit", "status"}} {
		m.SetBy(by)
		if err := m.Count(); err != nil {
			t.Fatal(err)
		}
		for row := range m.Len() {
			list, err := m.Opens(row)
			if err != nil {
				t.Fatal(err)
			}
			if l := m.Line(row); l.People != wording.Count(len(s.Office.Select(list))) {
				t.Errorf("by %v: %s counts %s, its list has %d", by, l.Label, l.People, len(s.Office.Select(list)))
			}
		}
	}
}

func TestCtrlSWritesTheTableAsASheet(t *testing.T) {
	s, _ := stage(t, small, true)
	path := filepath.Join(t.TempDir(), "统计.xlsx")
	s.Shell.Files = &shelltest.Files{Path: path}
	s.Press(fyne.Key5)
	s.Press(fyne.KeyS, fyne.KeyModifierControl)
	s.Settle()
	if written, err := os.ReadFile(path); err != nil || len(written) < 1000 || !strings.Contains(s.Said(), "已导出 10 行") {
		t.Errorf("%d bytes, %v, said %q", len(written), err, s.Said())
	}
}

func TestTabGoesRoundAndEscLeadsBack(t *testing.T) {
	s, elsewhere := stage(t, small, false)
	first := s.Canvas().Focused()
	for i := range 4 {
		if s.Press(fyne.KeyTab); i < 3 && s.Canvas().Focused() == first {
			t.Errorf("back at the table after %d", i+1)
		}
	}
	if s.Canvas().Focused() != first {
		t.Error("Tab does not go round")
	}
	s.Press(fyne.KeyEscape)
	if r := elsewhere.Last(); r.Place != shell.Today {
		t.Errorf("Esc leads to %+v", r)
	}
}

func TestTheStatisticsAreThereAfterALongTimeElsewhere(t *testing.T) {
	s, _ := stage(t, small, false)
	s.Away(t)
}

func TestPicturesOfThePage(t *testing.T) {
	s, _ := stage(t, demo.Usual, true)
	s.Picture("statistics-level")
	s.Rooms("statistics")
	s.Resize(1366, 768)
	s.Press(fyne.Key4)
	s.Press(fyne.Key1)
	s.Press(fyne.Key1)
	s.Picture("statistics-two")
	s.At150()
	s.Picture("statistics-two-150")
	s, _ = stage(t, demo.Size{People: 0, Units: 12, Seed: 5}, false)
	s.Picture("statistics-empty")
	s, _ = stage(t, demo.Size{People: shelltest.Large(t), Units: 1000, Seed: 1}, false)
	s.Press(fyne.Key3)
	s.Picture("statistics-large")
}

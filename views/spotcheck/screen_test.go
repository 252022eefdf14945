package spotcheck_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"gongkao/app/demo"
	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	drawing "gongkao/app/spotcheck"
	"gongkao/data"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
	"gongkao/views/spotcheck"
)

// stage stands at the spot checks of a practice county on 24 April.
func stage(t *testing.T) (*shelltest.Stage, *shelltest.Elsewhere) {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 4, 24, 10, 0, 0, 0, time.Local) }
	s := shelltest.On(t, demotest.Open(t, office.Place{Folder: demotest.County(t, demo.Size{People: 120, Units: 30, Seed: 3}), Now: now}))
	s.Add(shell.SpotCheck, func() shell.Screen { return spotcheck.NewScreen(s.Shell, s.Office) })
	elsewhere := s.Elsewhere(shell.Review, shell.Record)
	s.Go(shell.Route{Place: shell.Review})
	s.Go(shell.Route{Place: shell.SpotCheck})
	return s, elsewhere
}

// drawn draws a sample by keyboard.
func drawn(s *shelltest.Stage, many, seed string) {
	s.Press(fyne.KeyU, fyne.KeyModifierControl)
	s.Type(many)
	for range 3 {
		s.Press(fyne.KeyReturn)
	}
	s.Type(seed)
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	s.Settle()
}

func only(t *testing.T, s *shelltest.Stage) data.SpotCheck {
	t.Helper()
	all, err := drawing.List(t.Context(), s.Office)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 1 {
		t.Fatalf("%d spot checks on record, want 1", len(all))
	}
	return all[0]
}

func TestASampleIsDrawnLookedAtAndExplainedByKeyboard(t *testing.T) {
	s, elsewhere := stage(t)
	s.Picture("spotcheck-none")
	if !s.Sees("本年还没有抽查") {
		t.Errorf("it shows %q", s.Texts())
	}
	drawn(s, "5%", "20260424")
	check := only(t, s)
	if check.Share != 5 || check.Seed != 20260424 || len(check.Strata) != 1 || check.Strata[0] != "unit" {
		t.Fatalf("drawn %+v", check)
	}
	if !s.Sees("种子 20260424") || !s.Sees("是同一批人") || !strings.Contains(s.Said(), "抽出") {
		t.Errorf("said %q, shows %q", s.Said(), s.Texts())
	}
	s.Press(fyne.KeyF8)
	s.Press(fyne.KeyF9)
	s.Picture("spotcheck-finding")
	s.Press(fyne.KeyReturn) // to the button, which refuses an empty line
	s.Press(fyne.KeyReturn)
	if !s.Sees("没有写发现了什么") {
		t.Errorf("an empty finding: %q", s.Texts())
	}
	s.Press(fyne.KeyTab, fyne.KeyModifierShift)
	s.Type("年度考核表缺单位盖章")
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	if got := only(t, s); !got.Sample[0].Sound || got.Sample[1].Found != "年度考核表缺单位盖章" {
		t.Errorf("found %+v", got.Sample[:2])
	}
	s.Picture("spotcheck-normal")
	s.Press(fyne.KeyF7)
	s.Settle()
	if !s.Sees("没有改动") || !s.Sees("填报内容") {
		t.Errorf("the story begins with %q", s.Texts())
	}
	s.Picture("spotcheck-story")
	for range 40 {
		s.Press(fyne.KeyPageDown)
	}
	if !s.Sees("条审计记录") {
		t.Errorf("the story ends with %q", s.Texts())
	}
	s.Press(fyne.KeyC, fyne.KeyModifierControl)
	if copied := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(copied, "条件判断与逐条核对") || !strings.Contains(copied, "13. 审计链") {
		t.Errorf("on the clipboard: %q", copied)
	}
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyReturn)
	if r := elsewhere.Last(); r.Place != shell.Record || len(r.List) != len(check.Sample) {
		t.Errorf("Enter opened %+v", r)
	}
	s.Go(shell.Route{Place: shell.SpotCheck})
	s.Rooms("spotcheck")
	s.Press(fyne.KeyEscape)
	if r := elsewhere.Last(); r.Place == shell.SpotCheck {
		t.Error("Esc does not lead back")
	}
}

func TestAPlanThatCannotBeDrawnStaysOnItsSheet(t *testing.T) {
	for written, want := range map[string]string{"": "不是人数", "0": "不能抽", "两个": "不是人数", "101%": "比例不能是 101%", "99999": "人"} {
		s, _ := stage(t)
		drawn(s, written, "")
		all, err := drawing.List(t.Context(), s.Office)
		if err != nil || len(all) > 0 {
			t.Fatalf("%q drew %v (%v)", written, all, err)
		}
		if !s.Sees(want) || !s.Sees("抽一次") {
			t.Errorf("%q: %q is not among %q", written, want, s.Texts())
		}
	}
	s, _ := stage(t)
	drawn(s, "3", "-1")
	if !s.Sees("不能作种子") {
		t.Errorf("a seed below zero: %q", s.Texts())
	}
}

func TestTheSameSeedShowsTheSamePeople(t *testing.T) {
	s, _ := stage(t)
	drawn(s, "6", "7")
	drawn(s, "6", "7")
	all, err := drawing.List(t.Context(), s.Office)
	if err != nil || len(all) != 2 {
		t.Fatalf("%d drawn (%v)", len(all), err)
	}
	for i := range all[0].Sample {
		if all[0].Sample[i].Application != all[1].Sample[i].Application {
			t.Fatalf("the second sample is another: %v", all[1].Sample)
		}
	}
	if s.Press(fyne.KeyTab); !s.Sees("本年 2 次") {
		t.Errorf("it shows %q", s.Texts())
	}
}

func TestTheSpotChecksAreThereAfterALongTimeElsewhere(t *testing.T) {
	s, _ := stage(t)
	s.Away(t)
}

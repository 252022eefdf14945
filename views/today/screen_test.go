package today_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"gongkao/app/demo"
	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
	"gongkao/views/today"
)

func stageOn(t *testing.T, size demo.Size, day time.Time) (*shelltest.Stage, *shelltest.Elsewhere) {
	t.Helper()
	return at(t, demotest.Open(t, office.Place{Folder: demotest.County(t, size), Now: func() time.Time { return day }}))
}

// at is the page of an office.
func at(t *testing.T, desk *registration.Desk) (*shelltest.Stage, *shelltest.Elsewhere) {
	t.Helper()
	s := shelltest.On(t, desk)
	s.Add(shell.Today, func() shell.Screen { return today.NewScreen(s.Shell, s.Office) })
	elsewhere := s.Elsewhere(shell.Applicants, shell.Review, shell.Units, shell.Record)
	s.Go(shell.Route{Place: shell.Today})
	return s, elsewhere
}

func stage(t *testing.T, people int) (*shelltest.Stage, *shelltest.Elsewhere) {
	t.Helper()
	return stageOn(t, demotest.Small(people), april2)
}

func TestThePageShowsDaysQueuesAndTheYear(t *testing.T) {
	s, _ := stage(t, 120)
	for _, words := range []string{"4月2日", "星期四", "5", "单位完成初审", "4月7日 星期二", "退回未补", "单位未报", "今天已办", "到 09:42", "本年进度", "120 人", "再往后"} {
		if !s.Sees(words) {
			t.Errorf("%s is not to be seen", words)
		}
	}
	if s.At("5").X > s.At("6").X || s.At("单位完成初审").Y > s.At("队列").Y {
		t.Error("the next day does not stand first")
	}
	s.NothingMissing()
}

func TestEnterOpensTheListOfTheQueue(t *testing.T) {
	s, elsewhere := stage(t, 120)
	s.Press(fyne.KeyReturn)
	s.Settle()
	if r := elsewhere.Last(); r.Place != shell.Applicants || r.Select == nil || !slices.Equal(r.Select.Statuses, []data.Status{data.Draft}) {
		t.Fatalf("it opened %+v", r)
	}
	s.Shell.Back()
	s.Settle()
	s.Press(fyne.KeyDown)
	s.Press(fyne.KeyDown)
	s.Press(fyne.KeyReturn)
	s.Settle()
	if r := elsewhere.Last(); r.Select == nil || !slices.Equal(r.Select.Statuses, []data.Status{data.Returned}) {
		t.Fatalf("the third queue opened %+v", r)
	}
	s.Shell.Back()
	s.Settle()
	s.Press(fyne.KeyReturn)
	s.Settle()
	if r := elsewhere.Last(); r.Select == nil || !slices.Equal(r.Select.Statuses, []data.Status{data.Returned}) {
		t.Errorf("coming back, the page stood at another queue and opened %+v", r)
	}
}

func TestWhoWaitsForReviewOpensInTheReview(t *testing.T) {
	s, elsewhere := stage(t, 120)
	s.ClickOn("待审")
	s.Press(fyne.KeyReturn)
	if r := elsewhere.Last(); r.Place != shell.Review || r.Select == nil {
		t.Errorf("it opened %+v", r)
	}
}

func TestUnitsThatAreSilentOpenInTheScreenOfUnits(t *testing.T) {
	s, elsewhere := stageOn(t, demo.Size{People: 20, Units: 40, Seed: 5}, april2)
	s.ClickOn("单位未报")
	s.Press(fyne.KeyReturn)
	if r := elsewhere.Last(); r.Place != shell.Units || r.Owing != "unit-silent" {
		t.Errorf("it opened %+v", r)
	}
}

func TestAQueueInWhichNobodyWaitsSaysSo(t *testing.T) {
	s, elsewhere := stage(t, 120)
	s.ClickOn("导入待处理")
	s.Press(fyne.KeyReturn)
	if len(elsewhere.Routes) > 0 || !strings.HasPrefix(s.Said(), "导入待处理：没有等着办的") {
		t.Errorf("it said %s", s.Said())
	}
	if s.Sees("Enter") {
		t.Error("Enter is promised where it opens nothing")
	}
}

func TestTheFirstDayShowsDatesAndTwoButtons(t *testing.T) {
	s, elsewhere := stage(t, 0)
	taken := false
	s.Shell.Import = func() { taken = true }
	for _, words := range []string{"还没有人报名", "导入单位的花名册，或登记一人", "单位完成初审"} {
		if !s.Sees(words) {
			t.Errorf("%s is not to be seen", words)
		}
	}
	if s.Sees("队列") || s.Sees("今天已办") {
		t.Error("empty queues are shown")
	}
	s.Press(fyne.KeyReturn)
	if !taken {
		t.Error("Enter does not import")
	}
	s.Press(fyne.KeyTab)
	s.Press(fyne.KeyReturn)
	if r := elsewhere.Last(); r.Place != shell.Record {
		t.Errorf("the second button opened %+v", r)
	}
}

func TestAPersonEnteredElsewhereIsCountedOnComingBack(t *testing.T) {
	s, _ := stage(t, 0)
	s.Go(shell.Route{Place: shell.Record})
	_, err := s.Office.Enter(context.Background(), data.Applicant{Person: data.Person{Name: "刘𬱖", IDNumber: "411503198109010027"},
		Application: data.Application{Trade: "农艺工", Level: 4}, Unit: s.Office.AllUnits()[0].Name})
	if err != nil {
		t.Fatal(err)
	}
	s.Shell.Back()
	s.Settle()
	if !s.Sees("补齐后交审：刘𬱖") || s.Sees("还没有人报名") {
		t.Errorf("the page says %v", s.Texts())
	}
	s.NothingMissing()
}

func TestTheRulerSaysThatItEnds(t *testing.T) {
	s, _ := stageOn(t, demotest.Small(0), april2.AddDate(0, 7, 0))
	if !s.Sees("这是本年度最后一个日期") || s.Sees("再往后") {
		t.Errorf("the page says %v", s.Texts())
	}
}

func TestAfterTheLastDateThePageSaysSo(t *testing.T) {
	s, _ := stageOn(t, demotest.Small(10), april2.AddDate(1, 0, 0))
	if !s.Sees("开启下一年度") {
		t.Errorf("the page says %v", s.Texts())
	}
}

func TestThePageIsThereAfterALongTimeElsewhere(t *testing.T) {
	s, _ := stage(t, 120)
	s.Away(t)
}

func TestF7LeadsToTheStatistics(t *testing.T) {
	s, _ := stage(t, 60)
	elsewhere := s.Elsewhere(shell.Statistics)
	s.Press(fyne.KeyF7)
	if r := elsewhere.Last(); r.Place != shell.Statistics {
		t.Errorf("F7 opened %+v", r)
	}
}

func TestTheDaysNoteIsPrintedByKey(t *testing.T) {
	s, _ := stage(t, 20)
	var sheet []byte
	s.Shell.Screen().(*today.Screen).Print = func(pdf []byte) error {
		sheet = pdf
		return nil
	}
	s.Press(fyne.KeyP, fyne.KeyModifierControl)
	s.Settle()
	if !strings.HasPrefix(string(sheet), "%PDF") || !strings.HasPrefix(s.Said(), "今日便条已打印") {
		t.Errorf("printed %d bytes; it said %s", len(sheet), s.Said())
	}
}

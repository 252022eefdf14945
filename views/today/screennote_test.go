package today_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/today"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
	screen "gongkao/views/today"
)

// written is what the data file keeps of the day's note.
func written(t *testing.T, s *shelltest.Stage) string {
	t.Helper()
	text, err := today.Written(context.Background(), s.Office.Office, s.Office.Office.Today())
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestALineOfTheNoteIsKeptAsSoonAsItIsDone(t *testing.T) {
	s, _ := stage(t, 20)
	s.Press(fyne.KeyF6)
	s.Type("09:30 陈国强送原件")
	if got := written(t, s); got != "" {
		t.Errorf("half a line is kept already: %q", got)
	}
	s.Press(fyne.KeyReturn)
	if got := written(t, s); got != "09:30 陈国强送原件" {
		t.Errorf("after Enter it keeps %q", got)
	}
	s.Type("刘𬱖来补承诺书")
	s.Press(fyne.KeyTab)
	if got := written(t, s); got != "09:30 陈国强送原件\n刘𬱖来补承诺书" {
		t.Errorf("after Tab it keeps %q", got)
	}
	s.NothingMissing()
}

func TestTheNoteIsThereWhenOneComesBackAndIsPrinted(t *testing.T) {
	s, _ := stage(t, 20)
	s.Press(fyne.KeyF6)
	s.Type("给县住建局打电话")
	s.Go(shell.Route{Place: shell.Record})
	s.Shell.Back()
	s.Settle()
	if got := written(t, s); got != "给县住建局打电话" || !s.Sees(got) {
		t.Errorf("it keeps %q; the page says %v", got, s.Texts())
	}
	pages := 0
	s.Shell.Screen().(*screen.Screen).Print = func(pdf []byte) error {
		pages++
		return nil
	}
	s.Press(fyne.KeyP, fyne.KeyModifierControl)
	s.Settle()
	if pages != 1 || !strings.HasPrefix(s.Said(), "今日便条已打印，1 页") {
		t.Errorf("it said %s", s.Said())
	}
}

func TestEscLeadsFromTheNoteToTheQueues(t *testing.T) {
	s, elsewhere := stage(t, 20)
	s.Press(fyne.KeyF6)
	s.Type("记")
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyReturn)
	if len(elsewhere.Routes) != 1 || written(t, s) != "记" {
		t.Errorf("Enter opened %v; kept is %q", elsewhere.Routes, written(t, s))
	}
}

func TestInANarrowWindowTheNoteLiesOverThePage(t *testing.T) {
	s, _ := stage(t, 20)
	s.At150()
	s.Press(fyne.KeyF6)
	s.Type("给县住建局打电话")
	s.Picture("today-note-sheet")
	s.Press(fyne.KeyEscape)
	if got := written(t, s); got != "给县住建局打电话" || s.Shell.Laid() {
		t.Errorf("it keeps %q", got)
	}
	s.Go(shell.Route{Place: shell.Record})
	if got := written(t, s); got != "给县住建局打电话" {
		t.Errorf("leaving the page kept %q", got)
	}
}

func TestOfAYearThatIsOverTheNoteIsOnlyRead(t *testing.T) {
	desk := demotest.Open(t, office.Place{Folder: demotest.County(t, demotest.Small(5))})
	m := screen.New(desk)
	if !m.MayWrite() {
		t.Error("the year in work cannot be written on")
	}
	desk.Office.Profile.Year-- // as LookAt leaves it
	if m.MayWrite() {
		t.Error("a year that is over can be written on")
	}
}

func TestPicturesOfTheNote(t *testing.T) {
	s, _ := stageOn(t, demotest.Small(120), april2)
	s.Press(fyne.KeyF6)
	for _, line := range []string{"09:30 县教育体育局陈国强送原件 14 份，当面点清", "给县住建局打电话：管理人员登记表还没交", "15:00 刘𬱖来补容缺承诺书和单位同意", "清明放假 4月4日—6日，7日就是初审截止"} {
		s.Type(line)
		s.Press(fyne.KeyReturn)
	}
	s.Picture("today-note-writing")
	s.Press(fyne.KeyEscape)
	s.Rooms("today-note")
}

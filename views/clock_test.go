package views

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/data"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
	"gongkao/views/today"
)

// back is a real office whose clock was set back by a month, at its first page.
func back(t *testing.T) *shelltest.Stage {
	t.Helper()
	now := time.Date(2026, 5, 2, 9, 0, 0, 0, time.UTC)
	place := office.Place{Folder: t.TempDir(), Passphrase: "试验用的口令", Now: func() time.Time { return now }}
	o, _, err := office.Create(context.Background(), place, data.Office{Name: "罗山县工考管理机构", County: "罗山县", Year: 2026}, "王秀兰")
	if err != nil {
		t.Fatal(err)
	}
	d := demotest.Sit(t, o)
	if _, err := d.AmendUnit(context.Background(), data.Unit{Name: "罗山县农业农村局"}); err != nil {
		t.Fatal(err)
	}
	now = now.AddDate(0, -1, 0)
	s := shelltest.On(t, d)
	s.Add(shell.Today, func() shell.Screen { return today.NewScreen(s.Shell, d) })
	s.Go(shell.Route{Place: shell.Today})
	return s
}

func TestAClockThatWasSetBackIsSaidBeforeAnybodyWrites(t *testing.T) {
	s := back(t)
	p := &program{window: s.Shell, desk: s.Office}
	p.askClock()
	s.Settle()
	s.Picture("clock-back")
	if !s.Sees("电脑的日期可能拨回去了") || !s.Sees("电脑的日期是 2026-04-02，而 2026-05-02 已经有记录；没有保存任何改动。") {
		t.Fatalf("it shows %v", s.Texts())
	}
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	if !s.Shell.Laid() {
		t.Error("Enter alone is taken for a yes")
	}
	s.Press(fyne.KeyEscape)
	_, err := s.Office.AmendUnit(context.Background(), data.Unit{Name: "罗山县林业局"})
	if !data.HasCode(err, "clock-back") {
		t.Errorf("writing by it: %v", err)
	}
	p.askClock()
	s.Type("5月2日那天电脑快了一个月")
	s.Press(fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	if _, err := s.Office.AmendUnit(context.Background(), data.Unit{Name: "罗山县林业局"}); err != nil || s.Shell.Laid() {
		t.Errorf("after it was said: %v", err)
	}
	p.askClock()
	if s.Shell.Laid() {
		t.Error("it is asked again")
	}
}

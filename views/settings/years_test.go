package settings_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/settings"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
)

// january is the settings at the list of years, on a morning after the year.
func january(t *testing.T) *stage {
	t.Helper()
	at := time.Date(2027, 1, 5, 9, 0, 0, 0, time.Local)
	d := demotest.Open(t, office.Place{Folder: demotest.County(t, demotest.Small(60)), Now: func() time.Time { at = at.Add(time.Second); return at }})
	s := open(t, shelltest.On(t, d))
	s.Go(shell.Route{Place: shell.Settings, Memo: settings.Years})
	return s
}

func TestPicturesOfAYearOpenedAndTakenBackByKeyboard(t *testing.T) {
	s := january(t)
	s.Picture("settings-years-before")
	people := s.Office.Register.Len()
	s.Press(fyne.KeyF8)
	if !s.Sees("开启 2027 年度？") || !s.Sees("从此只能查看和打印") {
		t.Fatalf("it does not say what will happen: %q", s.Texts())
	}
	s.Picture("settings-years-ask")
	s.Press(fyne.KeyReturn)
	s.Settle()
	if s.Office.Office.Profile.Year != 2027 || s.Office.Register.Len() == 0 || s.Office.Register.Len() > people {
		t.Fatalf("year %d, %d people; %s", s.Office.Office.Profile.Year, s.Office.Register.Len(), s.Said())
	}
	s.Picture("settings-years-after")
	s.Press(fyne.KeyF7)
	if !s.Sees("= 2026 年度全部") {
		t.Errorf("the report proves nothing: %q", s.Texts())
	}
	s.Picture("settings-years-report")
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyDown)
	s.Press(fyne.KeyReturn)
	if s.looked != 2026 {
		t.Errorf("Enter opens %d to be looked at", s.looked)
	}
	s.At150()
	s.Picture("settings-years-150")
	s.Press(fyne.KeyF9)
	s.Press(fyne.KeyReturn)
	s.Settle()
	if s.Office.Office.Profile.Year != 2026 || s.Office.Register.Len() != people {
		t.Errorf("year %d, %d of %d people; %s", s.Office.Office.Profile.Year, s.Office.Register.Len(), people, s.Said())
	}
}

func TestAUsedYearIsNotTakenBackAndSaysWhy(t *testing.T) {
	s := january(t)
	s.Press(fyne.KeyF8)
	s.Press(fyne.KeyReturn)
	s.Settle()
	s.Press(fyne.KeyF7)
	if !s.Sees("= 2026 年度全部") {
		t.Errorf("F7 shows no list of the year that was opened, but says %q", s.Said())
	}
	s.Press(fyne.KeyEscape)
	a := s.Office.Register.Find(registration.Query{})[0]
	if _, err := s.Office.Amend(ctx, a.Application.ID, map[string]string{"trade": "农艺工", "level": data.Level(4).String()}, ""); err != nil {
		t.Fatal(err)
	}
	s.Press(fyne.KeyF9)
	if said := s.Said(); !strings.Contains(said, "不能退回") || !strings.Contains(said, a.Person.Name) {
		t.Errorf("it says %q", said)
	}
}

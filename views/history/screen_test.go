package history_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/app/years"
	"gongkao/data"
	"gongkao/views/history"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
)

var ctx = context.Background()

// risen is a county in its second year, in which one person stands higher than in
// the first; it returns his application.
func risen(t *testing.T) (*registration.Desk, *data.Applicant) {
	t.Helper()
	at := time.Date(2027, 1, 5, 9, 0, 0, 0, time.Local)
	d := demotest.Open(t, office.Place{Folder: demotest.County(t, demotest.Small(40)), Now: func() time.Time { at = at.Add(time.Second); return at }})
	all := d.Register.Find(registration.Query{})
	was := all[slices.IndexFunc(all, func(a *data.Applicant) bool {
		return len(a.Ledger.Payments) == 0 && registration.Retires(a).Year > 2027
	})]
	demotest.Certified(t, d, was, "豫26-0001")
	if _, err := years.Open(ctx, d, 2027, nil); err != nil {
		t.Fatal(err)
	}
	now, ok := d.Register.ByNumber(was.Person.IDNumber)
	if !ok {
		t.Fatal("he did not come over")
	}
	return d, now
}

func TestAPersonsYearsTellWhatHeWasBeforeAndAfter(t *testing.T) {
	d, a := risen(t)
	m := history.New(d)
	if err := m.Show(ctx, a.Application.ID); err != nil {
		t.Fatal(err)
	}
	all := m.Years()
	if len(all) != 2 || all[0].Year != 2027 || all[0].Applied != "没有申报" {
		t.Fatalf("%+v", all)
	}
	last := all[1]
	if last.Level != "四级 → 三级" || !last.Rose || last.Paid != "365.00" || last.Number != "豫26-0001" || last.Score != "人机对话考试 78.5" {
		t.Errorf("%+v", last)
	}
	if err := m.Show(ctx, "nobody"); !data.HasCode(err, "not-found") {
		t.Error(err)
	}
}

func TestPicturesOfAPersonsYears(t *testing.T) {
	d, a := risen(t)
	s := shelltest.On(t, d)
	s.Add(shell.History, func() shell.Screen { return history.NewScreen(s.Shell, s.Office) })
	s.Go(shell.Route{Place: shell.History, Person: a.Application.ID})
	s.Press(fyne.KeyDown)
	if !s.Sees("78.5") || !s.Sees("豫26-0001") {
		t.Errorf("%q", s.Texts())
	}
	s.Picture("history-normal")
	s.Rooms("history")
	s.Away(t)
}

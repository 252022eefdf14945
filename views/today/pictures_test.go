package today_test

import (
	"context"
	"testing"
	"time"

	"gongkao/app/demo"
	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/shell/shelltest"
)

func TestPicturesOfThePage(t *testing.T) {
	s, _ := stageOn(t, demo.Usual, april2)
	s.Picture("today-normal")
	s.Rooms("today")
	s, _ = stage(t, 0)
	s.Picture("today-empty")
	s.At150()
	s.Picture("today-empty-150")
	s, _ = stageOn(t, demo.Usual, april2.AddDate(0, 0, 5))
	s.Picture("today-last-day")
	s, _ = stageOn(t, demo.Usual, time.Date(2026, 11, 2, 9, 0, 0, 0, time.Local))
	s.Picture("today-one-left")
	s.At150()
	s.Picture("today-one-left-150")
	s, _ = stageOn(t, demotest.Small(0), time.Date(2026, 10, 8, 9, 0, 0, 0, time.Local))
	s.Picture("today-empty-one-left")
	s, _ = stageOn(t, demo.Size{People: shelltest.Large(t), Units: 1000, Seed: 1}, april2)
	s.Picture("today-large")
	s, _ = at(t, realOffice(t))
	s.Picture("today-office")
	s.At150()
	s.Picture("today-office-150")
}

// realOffice is one that is no practice county, with a name as long as they
// come and one person in it.
func realOffice(t *testing.T) *registration.Desk {
	t.Helper()
	place := office.Place{Folder: t.TempDir(), Passphrase: "试验用的口令", Now: func() time.Time { return april2 }}
	profile := data.Office{Name: "罗山县机关事业单位工人技术等级考核管理办公室", County: "罗山县", Year: 2026}
	o, _, err := office.Create(context.Background(), place, profile, "王秀兰")
	if err != nil {
		t.Fatal(err)
	}
	d := demotest.Sit(t, o)
	if _, err := d.AmendUnit(context.Background(), data.Unit{Name: "罗山县农业农村局"}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Enter(context.Background(), data.Applicant{Person: data.Person{Name: "阿卜杜克热木江·买合木提江·伊斯拉木阿洪", IDNumber: "411503198109010027"},
		Application: data.Application{Trade: "农艺工", Level: 4}, Unit: "罗山县农业农村局"}); err != nil {
		t.Fatal(err)
	}
	return d
}

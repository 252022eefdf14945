package applicants_test

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/demo"
	"gongkao/app/intake"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/applicants"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
)

// TestPictures draws the list in its states.
func TestPictures(t *testing.T) {
	s := on(t, named(t))
	s.Go(shell.Route{Place: shell.Applicants})
	s.Picture("applicants-normal")
	s.Go(shell.Route{Place: shell.Applicants, Select: &registration.Selection{Levels: []data.Level{4, 3, 2}}})
	s.Press(fyne.KeyHome)
	for range 10 { // whose name is the long one
		s.Press(fyne.KeyDown)
	}
	s.Picture("applicants-long")
	s.Press(fyne.KeyDown, shift)
	s.Press(fyne.KeyDown, shift)
	s.Picture("applicants-selected")
	s.Rooms("applicants")
	s.Press(fyne.KeyEscape)
	s.Picture("applicants-150-plain")
}

// TestPicturesOfSheets draws what lies over the list.
func TestPicturesOfSheets(t *testing.T) {
	s := opened(t, 40)
	s.Go(shell.Route{Place: shell.Applicants, Select: &registration.Selection{Levels: []data.Level{3}, Statuses: []data.Status{data.Submitted, data.Returned}}})
	s.Press(fyne.KeyS, ctrl)
	s.Press(fyne.KeyReturn)
	s.Picture("applicants-save")
	s.Press(fyne.KeyEscape)
	s.ClickOn("列")
	s.Picture("applicants-columns")
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyDown, alt)
	s.Press(fyne.KeyTab)
	s.Press(fyne.KeyTab)
	s.Press(fyne.KeyF4)
	s.Picture("applicants-filter")
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyF3)
	s.Compose("没有这个人")
	s.Picture("applicants-none")
	s.Press(fyne.KeyEscape)
	s.files.Path = written(t, "单位册.csv", "单位全称,简称,曾用名,主管部门", "罗山县新的服务中心,,"+s.Office.AllUnits()[0].Name+",", "罗山县又一个站,又一站,,")
	s.Press(fyne.KeyO, ctrl)
	s.Save(filepath.Join(shelltest.Pictures(t), "applicants-importing.png")) // before the import has ended
	s.Picture("applicants-units-asked")
	s.At150()
	s.Resize(911, 460)
	s.Picture("applicants-units-asked-150")
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyF1)
	s.Picture("applicants-help-150")
}

// TestPicturesOfPayments draws what an import of a bank's sheet said.
func TestPicturesOfPayments(t *testing.T) {
	s := opened(t, 40)
	applicants.TellIn(s.Shell, s.Office, payments(nil), false)
	s.Picture("applicants-payments")
	s.Press(fyne.KeyEscape)
	applicants.TellIn(s.Shell, s.Office, payments(func(r *intake.Result) {
		r.Files[0].File, r.Files[0].Before = "/u/"+long+".xlsx", data.MustDate(2026, 4, 21)
		sheet := &r.Files[0].Sheets[0]
		sheet.Waiting, sheet.Problems = nil, nil
	}), false)
	s.Picture("applicants-payments-clean")
	s.Press(fyne.KeyEscape)
	s.At150()
	s.Resize(911, 460)
	applicants.TellIn(s.Shell, s.Office, payments(nil), false)
	s.Picture("applicants-payments-150")
}

// TestPicturesOfAnEmptyOffice draws the first day.
func TestPicturesOfAnEmptyOffice(t *testing.T) {
	s := on(t, practice(t, demo.Size{People: 0, Units: 12, Seed: 5}))
	s.Go(shell.Route{Place: shell.Applicants})
	s.Picture("applicants-empty")
}

// TestPicturesOfALargeCounty draws as many people as a county can have.
func TestPicturesOfALargeCounty(t *testing.T) {
	s := on(t, practice(t, demo.Size{People: shelltest.Large(t), Units: 1000, Seed: 1}))
	s.Go(shell.Route{Place: shell.Applicants})
	s.Press(fyne.KeyA, ctrl)
	s.Press(fyne.KeyEnd)
	s.Picture("applicants-100000")
}

package applicants_test

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/demo"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
)

// TestPictures draws the list in its states.
func TestPictures(t *testing.T) {
	folder := shelltest.Pictures(t)
	s := on(t, named(t))
	save := func(state string) {
		s.Settle()
		s.NothingMissing()
		s.Save(filepath.Join(folder, "applicants-"+state+".png"))
	}
	s.Go(shell.Route{Place: shell.Applicants})
	save("normal")
	s.Go(shell.Route{Place: shell.Applicants, Select: &registration.Selection{Levels: []data.Level{4, 3, 2}}})
	s.Press(fyne.KeyHome)
	for range 10 { // whose name is the long one
		s.Press(fyne.KeyDown)
	}
	save("long")
	s.Press(fyne.KeyDown, shift)
	s.Press(fyne.KeyDown, shift)
	save("selected")
	s.Resize(1366, 690)
	save("690")
	s.Resize(1280, 690)
	save("1280")
	s.At125()
	save("125")
	s.At150()
	save("150")
	s.Resize(911, 460)
	save("150-460")
	s.Press(fyne.KeyEscape)
	save("150-plain")
}

// TestPicturesOfSheets draws what lies over the list.
func TestPicturesOfSheets(t *testing.T) {
	folder := shelltest.Pictures(t)
	s := opened(t, 40)
	save := func(state string) {
		s.Settle()
		s.NothingMissing()
		s.Save(filepath.Join(folder, "applicants-"+state+".png"))
	}
	s.Go(shell.Route{Place: shell.Applicants, Select: &registration.Selection{Levels: []data.Level{3}, Statuses: []data.Status{data.Submitted, data.Returned}}})
	s.Press(fyne.KeyS, ctrl)
	s.Press(fyne.KeyReturn)
	save("save")
	s.Press(fyne.KeyEscape)
	s.ClickOn("列")
	save("columns")
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyDown, alt)
	s.Press(fyne.KeyTab)
	s.Press(fyne.KeyTab)
	s.Press(fyne.KeyF4)
	save("filter")
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyF3)
	s.Compose("没有这个人")
	save("none")
	s.Press(fyne.KeyEscape)
	s.files.path = sheet(t, s.Office, false)
	s.Press(fyne.KeyO, ctrl)
	s.Save(filepath.Join(folder, "applicants-importing.png"))
	save("imported")
	s.At150()
	s.Resize(911, 460)
	save("imported-150")
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyF1)
	save("help-150")
}

// TestPicturesOfAnEmptyOffice draws the first day.
func TestPicturesOfAnEmptyOffice(t *testing.T) {
	folder := shelltest.Pictures(t)
	s := on(t, practice(t, demo.Size{People: 0, Units: 12, Seed: 5}))
	s.Go(shell.Route{Place: shell.Applicants})
	s.Save(filepath.Join(folder, "applicants-empty.png"))
}

// TestPicturesOfALargeCounty draws as many people as a county can have.
func TestPicturesOfALargeCounty(t *testing.T) {
	folder := shelltest.Pictures(t)
	s := on(t, practice(t, demo.Size{People: shelltest.Large(t), Units: 1000, Seed: 1}))
	s.Go(shell.Route{Place: shell.Applicants})
	s.Press(fyne.KeyA, ctrl)
	s.Press(fyne.KeyEnd)
	s.Save(filepath.Join(folder, "applicants-100000.png"))
}

package tray_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/views/shell/shelltest"
)

func TestPicturesOfTheTray(t *testing.T) {
	s, _ := stage(t, county(t, mixed))
	s.Picture("tray")
	s.Press(fyne.KeyDown)
	s.Type("1")
	s.Picture("tray-chosen")
	s.Press(fyne.KeyReturn)
	s.Type("lsx")
	s.Picture("tray-typed")
	s.Rooms("tray")
}

func TestPicturesOfEachQuestion(t *testing.T) {
	s, _ := stage(t, county(t, samples+"04-dates.xlsx"))
	s.Picture("tray-month")
	s.Type("3")
	s.Picture("tray-month-singly")
	s.Press(fyne.KeyReturn)
	s, _ = stage(t, county(t, samples+"03-id-numbers.xlsx"))
	s.Picture("tray-resend")
	s.Press(fyne.KeyF9)
	s.Picture("tray-why")
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyF6)
	s.Press(fyne.KeyDown)
	s.Picture("tray-groups")
	s.Press(fyne.KeyReturn)
	s.Picture("tray-number")
	s, _ = stage(t, county(t, mixed))
	for !s.Sees("退给单位核实") {
		s.Press(fyne.KeyTab)
	}
	s.Picture("tray-beside")
	s.Rooms("tray-beside")
	s, _ = stage(t, county(t))
	s.Picture("tray-empty")
	s, _ = stage(t, county(t, roster(t, shelltest.Large(t)/20, strings.Repeat("罗山县实验小学东校区", 5))))
	s.Press(fyne.KeyPageDown)
	s.Picture("tray-many")
	s.Rooms("tray-many")
}

func TestPicturesOfTheMapping(t *testing.T) {
	s, _ := stage(t, county(t, samples+"07-header-synonyms.xlsx", mixed))
	s.Press(fyne.KeyF4)
	s.Picture("mapping")
	s.Type("c")
	s.Picture("mapping-list")
	s.Press(fyne.KeyEscape)
	s.Rooms("mapping")
}

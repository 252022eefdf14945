package tray_test

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestPicturesOfTheTray(t *testing.T) {
	s, _ := stage(t, county(t, mixed))
	s.Picture("tray")
	s.Press(fyne.KeyDown)
	s.Picture("tray-next")
	s.Rooms("tray")
}

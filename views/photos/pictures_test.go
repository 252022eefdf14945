package photos_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/views/shell"
)

func TestPicturesOfPhotos(t *testing.T) {
	s := open(t, 60)
	s.Go(shell.Route{Place: shell.Photos})
	s.Picture("photos-empty")
	s.bring()
	s.Picture("photos-doubtful")
	s.Press(fyne.KeyTab)
	for range 4 {
		s.Type("+")
		s.Press(fyne.KeyDown)
	}
	s.Settle()
	s.Picture("photos-framed")
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyRight)
	s.Settle()
	s.Rooms("photos-every")
	s.Resize(1366, 768)
	s.Press(fyne.KeyF6)
	s.Settle()
	s.Picture("photos-missing")
	s.Press(fyne.KeyRight)
	s.Settle()
	s.Picture("photos-unmet")
	s.Press(fyne.KeyF8)
	s.Settle()
	s.Press(fyne.KeyLeft)
	s.Press(fyne.KeyLeft)
	s.Settle()
	s.Picture("photos-put")
	s.Go(shell.Route{Place: shell.Photos, Person: s.undecided()[0].Application.ID})
	s.Picture("photos-one")
	s.NothingMissing()
}

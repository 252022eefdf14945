package record_test

import (
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
)

// halves is a picture, black at the left and white at the right.
func halves(wide, high int) image.Image {
	picture := image.NewRGBA(image.Rect(0, 0, wide, high))
	for y := range high {
		for x := range wide {
			shade := color.RGBA{A: 0xFF}
			if x >= wide/2 {
				shade = color.RGBA{0xFF, 0xFF, 0xFF, 0xFF}
			}
			picture.SetRGBA(x, y, shade)
		}
	}
	return picture
}

func TestAScanIsAttachedLookedAtAndTakenAway(t *testing.T) {
	s := stage(t)
	path := filepath.Join(t.TempDir(), "等级证书.jpg")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(file, halves(800, 600), nil); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	s.Shell.Files = &shelltest.Files{Path: path}
	id := returned(t, s)
	s.Go(shell.Route{Place: shell.Record, Person: id, List: pending(s), Field: "phone"})
	s.Press(fyne.KeyF10)
	s.Press(fyne.KeyReturn)
	scans := func() (n int) {
		for _, d := range person(s, id).Dossier.Documents {
			n += len(d.Scans)
		}
		return n
	}
	before := scans()
	s.Press(fyne.KeyO, fyne.KeyModifierControl)
	s.Settle()
	if scans() != before+1 || !s.Sees("等级证书.jpg") {
		t.Fatalf("%d scans; said %q; shows %q", scans(), s.Said(), s.Texts())
	}
	s.Picture("record-paper-scan")
	s.Resize(911, 460)
	s.Picture("record-paper-scan-150-460")
	s.Resize(1366, 768)
	s.Press(fyne.KeyDelete)
	s.Settle()
	if scans() != before {
		t.Errorf("taken away, %d scans are left; said %q", scans(), s.Said())
	}
}

package scans_test

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"testing"

	"gongkao/data"
	"gongkao/views/scans"
)

// halves is a picture, black at the left and white at the right.
func halves(t *testing.T, wide, high int) []byte {
	t.Helper()
	picture := image.NewGray(image.Rect(0, 0, wide, high))
	for y := range high {
		for x := wide / 2; x < wide; x++ {
			picture.SetGray(x, y, color.Gray{0xFF})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pages(t *testing.T, content ...[]byte) (*scans.Pages, error) {
	t.Helper()
	var wanted []data.Scan
	for i := range content {
		wanted = append(wanted, data.Scan{SHA256: string(rune('a' + i)), Name: "证书.jpg", Type: "image/jpeg"})
	}
	return scans.Read(context.Background(), nil, wanted, func(_ context.Context, sha string) ([]byte, error) {
		return content[sha[0]-'a'], nil
	})
}

func TestAShrunkScanKeepsItsShapeAndItsShades(t *testing.T) {
	p, err := pages(t, halves(t, 400, 200), halves(t, 40, 20))
	if err != nil || p.Pages() != 2 {
		t.Fatal(p, err)
	}
	small, err := p.Page(context.Background(), 0, 101)
	if err != nil {
		t.Fatal(err)
	}
	if b := small.Bounds(); b.Dx() != 101 || b.Dy() != 50 {
		t.Errorf("it is %v", b)
	}
	for x, want := range map[int]uint32{2: 0, 40: 0, 60: 0xFFFF, 98: 0xFFFF} {
		if r, _, _, _ := small.At(x, 25).RGBA(); r != want {
			t.Errorf("at %d it is %x, want %x", x, r, want)
		}
	}
}

func TestAPageTurnedIsAsHighAsItWasWide(t *testing.T) {
	p, err := pages(t, halves(t, 400, 200))
	if err != nil {
		t.Fatal(err)
	}
	wide, high := p.PageSize(0)
	turned := p.Turned()
	if w, h := turned.PageSize(0); w != high || h != wide {
		t.Errorf("%v×%v turned is %v×%v", wide, high, w, h)
	}
	drawn, err := turned.Page(context.Background(), 0, 50)
	if err != nil || drawn.Bounds().Dy() != 100 {
		t.Fatalf("drawn %v, %v", drawn.Bounds(), err)
	}
	if top, _, _, _ := drawn.At(25, 5).RGBA(); top != 0 {
		t.Errorf("what was left is on top: %x", top)
	}
	if scan, ok := p.ScanOf(0); !ok || scan.Name != "证书.jpg" {
		t.Errorf("the page is of %+v", scan)
	}
}

func TestWhatCannotBeDrawnIsRefusedWithTheNextStep(t *testing.T) {
	_, err := pages(t, []byte("half a file"))
	if r, ok := data.AsRefusal(err); !ok || r.Code != "scan-bad" || r.Hint == "" {
		t.Errorf("got %v", err)
	}
}

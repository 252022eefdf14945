package portrait_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/color/palette"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"testing"

	"golang.org/x/image/bmp"

	"gongkao/app/portrait"
)

const shape = 25.0 / 35

// quadrants is a picture whose four quarters are red, green, blue and black.
func quadrants(w, h int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := [4]color.RGBA{{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 255}, {0, 0, 0, 255}}[x*2/w+y*2/h*2]
			m.SetRGBA(x, y, c)
		}
	}
	return m
}

func asJPEG(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// heldAs writes into a JPEG how the camera was held.
func heldAs(photo []byte, hold byte) []byte {
	exif := []byte("Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00")
	exif[25] = hold
	head := binary.BigEndian.AppendUint16([]byte{0xFF, 0xD8, 0xFF, 0xE1}, uint16(len(exif)+2))
	return append(append(head, exif...), photo[2:]...)
}

func letter(c color.RGBA) byte {
	switch {
	case c.R > 128:
		return 'r'
	case c.G > 128:
		return 'g'
	case c.B > 128:
		return 'b'
	}
	return 'k'
}

// corners reads a picture: upper left, upper right, lower left, lower right.
func corners(m *image.RGBA) string {
	w, h := m.Bounds().Dx(), m.Bounds().Dy()
	return string([]byte{letter(m.RGBAAt(w/4, h/4)), letter(m.RGBAAt(3*w/4, h/4)), letter(m.RGBAAt(w/4, 3*h/4)), letter(m.RGBAAt(3*w/4, 3*h/4))})
}

func TestAPictureStandsUprightHoweverTheCameraWasHeld(t *testing.T) {
	plain := asJPEG(t, quadrants(64, 32))
	for hold, want := range map[byte]string{1: "rgbk", 2: "grkb", 3: "kbgr", 4: "bkrg", 5: "rbgk", 6: "brkg", 7: "kgbr", 8: "gkrb", 9: "rgbk", 0: "rgbk"} {
		p, err := portrait.Open(heldAs(plain, hold))
		if err != nil {
			t.Fatal(err)
		}
		all := image.Rectangle{Max: p.Size()}
		if got := corners(p.Part(all, all.Max)); got != want {
			t.Errorf("held as %d it is seen as %s, want %s", hold, got, want)
		}
		if lies := hold >= 5 && hold <= 8; lies != (p.Size() == image.Pt(32, 64)) {
			t.Errorf("held as %d it is %v", hold, p.Size())
		}
		right := image.Rect(all.Max.X/2, 0, all.Max.X, all.Max.Y)
		if half := corners(p.Part(right, image.Pt(16, 16))); half[0] != want[1] || half[2] != want[3] {
			t.Errorf("held as %d its right half is %s, want %s", hold, half, want)
		}
		if again := p.Turned(3).Turned(1); corners(again.Quick(all, all.Max)) != want {
			t.Errorf("held as %d and turned round it is another", hold)
		}
		once := p.Turned(1)
		if got := corners(once.Part(image.Rectangle{Max: once.Size()}, image.Pt(20, 20))); got != string([]byte{want[2], want[0], want[3], want[1]}) {
			t.Errorf("held as %d and turned it is %s of %s", hold, got, want)
		}
	}
}

func TestEveryKindIsOpenedOntoWhite(t *testing.T) {
	red := color.NRGBA{200, 30, 40, 255}
	var alpha, moving, bitmap bytes.Buffer
	clear := image.NewNRGBA(image.Rect(0, 0, 50, 70))
	clear.SetNRGBA(25, 35, red)
	frames := &gif.GIF{Delay: []int{1, 1}}
	for range 2 {
		frames.Image = append(frames.Image, image.NewPaletted(image.Rect(0, 0, 50, 70), palette.WebSafe))
	}
	if err := errors.Join(png.Encode(&alpha, clear), gif.EncodeAll(&moving, frames), bmp.Encode(&bitmap, quadrants(50, 70))); err != nil {
		t.Fatal(err)
	}
	fourColours, err := os.ReadFile("../paper/testdata/photo-cmyk.jpg")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		content []byte
		format  string
		corner  color.RGBA
	}{
		{alpha.Bytes(), "png", color.RGBA{255, 255, 255, 255}},
		{moving.Bytes(), "gif", color.RGBA{0, 0, 0, 255}},
		{bitmap.Bytes(), "bmp", color.RGBA{255, 0, 0, 255}},
		{asJPEG(t, image.NewGray(image.Rect(0, 0, 1, 1))), "jpeg", color.RGBA{0, 0, 0, 255}},
		{fourColours, "jpeg", color.RGBA{200, 30, 40, 255}},
	} {
		p, err := portrait.Open(c.content)
		if err != nil || p.Format != c.format {
			t.Errorf("%s: %v, %v", c.format, p, err)
			continue
		}
		got := p.Corner(0)
		for i, d := range []int{int(got.R) - int(c.corner.R), int(got.G) - int(c.corner.G), int(got.B) - int(c.corner.B)} {
			if d > 12 || d < -12 {
				t.Errorf("%s: channel %d of the corner is off by %d", c.format, i, d)
			}
		}
	}
}

// boast is a PNG of a few bytes that claims to be 30000 points wide and high.
func boast(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, quadrants(10, 10)); err != nil {
		t.Fatal(err)
	}
	c := b.Bytes()
	binary.BigEndian.PutUint32(c[16:], 30000)
	binary.BigEndian.PutUint32(c[20:], 30000)
	binary.BigEndian.PutUint32(c[29:], crc32.ChecksumIEEE(c[12:29]))
	return c
}

func TestWhatIsTooLargeOrNoPictureIsNotOpened(t *testing.T) {
	if _, err := portrait.Open(boast(t)); !errors.Is(err, portrait.ErrTooLarge) {
		t.Errorf("30000×30000: %v", err)
	}
	passes := bytes.Clone(asJPEG(t, quadrants(16, 16)))
	at := bytes.Index(passes, []byte{0xFF, 0xC0})
	passes[at+1] = 0xC2
	binary.BigEndian.PutUint16(passes[at+5:], 5000)
	binary.BigEndian.PutUint16(passes[at+7:], 5000)
	if _, err := portrait.Open(passes); !errors.Is(err, portrait.ErrTooLarge) {
		t.Errorf("25 million points in passes: %v", err)
	}
	if _, err := portrait.Open([]byte("%PDF-1.7")); !errors.Is(err, portrait.ErrUnknown) {
		t.Errorf("no picture: %v", err)
	}
	whole := asJPEG(t, quadrants(64, 64))
	if _, err := portrait.Open(whole[:len(whole)-200]); err == nil {
		t.Error("a JPEG cut in its middle opens")
	}
}

func TestAPartIsCutAndNeverStretched(t *testing.T) {
	for _, c := range []struct{ size, want image.Point }{
		{image.Pt(400, 350), image.Pt(250, 350)},
		{image.Pt(250, 700), image.Pt(250, 350)},
		{image.Pt(5000, 7), image.Pt(5, 7)},
		{image.Pt(2, 3000), image.Pt(2, 3)},
		{image.Pt(1, 1), image.Pt(1, 1)},
	} {
		if got := portrait.Cut(c.size, shape); got.Size() != c.want || !got.In(image.Rectangle{Max: c.size}) {
			t.Errorf("%v cut to %v", c.size, got)
		}
	}
	if got := portrait.Cut(image.Pt(250, 650), shape); got.Min.Y != 100 {
		t.Errorf("a third comes off above: %v", got)
	}
}

func TestAFrameStaysWithinThePicture(t *testing.T) {
	size := image.Pt(300, 700)
	all := image.Rectangle{Max: size}
	for _, f := range []portrait.Frame{{}, {Zoom: 2}, {DX: 500, DY: -500, Zoom: 9}, {DX: -50, DY: 66, Zoom: 1.5}} {
		got := f.Of(size, shape)
		if !got.In(all) || got.Empty() {
			t.Errorf("%+v takes %v", f, got)
		}
		if ratio := float64(got.Dx()) / float64(got.Dy()); ratio < shape-0.01 || ratio > shape+0.01 {
			t.Errorf("%+v is stretched to %v", f, ratio)
		}
	}
	f := portrait.Frame{}
	for range 100 {
		f = f.Moved(3, 3).Closer(0.1)
	}
	if got := f.Of(size, shape); got.Max != size || f.Zoom != portrait.LargestZoom {
		t.Errorf("pushed to the end it is %v, %+v", got, f)
	}
	for range 100 {
		f = f.Moved(-3, -3)
	}
	if got := f.Of(size, shape); got.Min != (image.Point{}) {
		t.Errorf("pushed back it is %v", got)
	}
}

// FuzzOpen finds out that no head of a picture brings the program down.
func FuzzOpen(f *testing.F) {
	plain := asJPEG(f, quadrants(16, 16))
	f.Add(heldAs(plain, 6))
	f.Add(plain[:40])
	f.Add(boast(f))
	f.Fuzz(func(t *testing.T, content []byte) {
		if len(content) > 1<<16 {
			return
		}
		portrait.FromCamera(content)
		portrait.Comment(content)
		p, err := portrait.Open(content)
		if err != nil {
			return
		}
		if size := p.Size(); size.X < 1 || size.Y < 1 || size.X*size.Y > portrait.LargestPicture {
			t.Errorf("opened at %v", size)
		}
	})
}

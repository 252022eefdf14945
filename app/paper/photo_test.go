package paper

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"strings"
	"testing"

	"gongkao/app/paper/pdf/pdftest"
)

var red = color.RGBA{200, 30, 40, 255}

// uniform is a picture of one colour.
func uniform(w, h int, c color.Color) image.Image {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.Set(x, y, c)
		}
	}
	return m
}

// as encodes a picture; a bytes.Buffer does not fail.
func as(kind string, m image.Image) []byte {
	var b bytes.Buffer
	switch kind {
	case "png":
		_ = png.Encode(&b, m)
	case "gif":
		_ = gif.Encode(&b, m, nil)
	default:
		_ = jpeg.Encode(&b, m, &jpeg.Options{Quality: 95})
	}
	return b.Bytes()
}

// boast is a PNG of a few bytes that claims to be 30000 points wide and high.
func boast() []byte {
	b := as("png", uniform(10, 10, red))
	binary.BigEndian.PutUint32(b[16:], 30000)
	binary.BigEndian.PutUint32(b[20:], 30000)
	binary.BigEndian.PutUint32(b[29:], crc32.ChecksumIEEE(b[12:29]))
	return b
}

// turned writes into a JPEG how the camera was held (EXIF 6: turned to the left).
func turned(photo []byte) []byte {
	exif := []byte("Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00")
	head := binary.BigEndian.AppendUint16([]byte{0xFF, 0xD8, 0xFF, 0xE1}, uint16(len(exif)+2))
	return append(append(head, exif...), photo[2:]...)
}

func cmyk(t *testing.T) []byte {
	t.Helper()
	photo, err := os.ReadFile("testdata/photo-cmyk.jpg")
	if err != nil {
		t.Fatal(err)
	}
	return photo
}

// Whatever somebody brings as a photo comes out in its own colours and
// proportions, or the clerk is told, and the form is printed all the same.
func TestAnyPhotoIsPrintedInItsColoursOrReported(t *testing.T) {
	transparent := color.NRGBA{200, 30, 40, 0}
	plain := as("jpeg", uniform(50, 70, red))
	for _, c := range []struct {
		name  string
		photo []byte
		want  color.Color // in the middle; nil: not printed
		says  string
	}{
		{"a JPEG as it should be", plain, red, ""},
		{"a wide one", as("jpeg", uniform(200, 70, red)), red, ""},
		{"one point", as("png", uniform(1, 1, red)), red, ""},
		{"CMYK", cmyk(t), red, ""},
		{"grey", as("jpeg", image.NewGray(image.Rect(0, 0, 50, 70))), color.Black, ""},
		{"PNG", as("png", uniform(50, 70, red)), red, ""},
		{"PNG with alpha lies on white", as("png", uniform(50, 70, transparent)), color.White, ""},
		{"PNG half transparent", as("png", uniform(50, 70, color.NRGBA{0, 0, 0, 128})), color.Gray{127}, ""},
		{"GIF", as("gif", uniform(50, 70, color.RGBA{204, 0, 51, 255})), color.RGBA{204, 0, 51, 255}, ""},
		{"a JPEG with something behind its end", append(bytes.Clone(plain), 0, 0, 0), red, ""},
		{"a JPEG cut in its middle", plain[:len(plain)-200], nil, "照片读不出来"},
		{"a JPEG cut in its head", plain[:100], nil, "照片读不出来"},
		{"30000 × 30000 points", boast(), nil, "超过 4000 万像素"},
		{"no picture at all", []byte("%PDF-1.7"), nil, "照片读不出来"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := liuDi()
			e.Photo = c.photo
			file, report := printed(t, jobFor("registration", e))
			if c.want == nil {
				if len(report.Warnings) != 1 || report.Warnings[0].Code != PhotoBad || !strings.Contains(report.Warnings[0].Message, c.says) || !strings.HasPrefix(report.Warnings[0].Message, "刘𬱖") {
					t.Errorf("%+v", report.Warnings)
				}
				return
			}
			if len(report.Warnings) > 0 {
				t.Errorf("%+v", report.Warnings)
			}
			shade := 1 - float64(color.GrayModel.Convert(c.want).(color.Gray).Y)/255
			if ink := pdftest.Render(t, file, 72, 0)[0].Ink(170, 45, 14, 25); ink < shade-0.03 || ink > shade+0.03 {
				t.Errorf("its middle has ink %.2f, want %.2f", ink, shade)
			}
			portrait, err := portraitOf(c.photo, 25.0/35)
			if err != nil {
				t.Fatal(err)
			}
			near(t, portrait, c.want)
		})
	}
}

// near checks the colour in the middle of a JPEG.
func near(t *testing.T, photo []byte, want color.Color) {
	t.Helper()
	m, err := jpeg.Decode(bytes.NewReader(photo))
	if err != nil {
		t.Fatal(err)
	}
	const far = 0x0C00
	r, g, b, _ := m.At(m.Bounds().Dx()/2, m.Bounds().Dy()/2).RGBA()
	wr, wg, wb, _ := want.RGBA()
	for i, d := range []int{int(r) - int(wr), int(g) - int(wg), int(b) - int(wb)} {
		if d > far || d < -far {
			t.Errorf("channel %d is off by %d of 65535", i, d)
		}
	}
}

// A phone writes down how it was held instead of turning the picture.
func TestPhotoOfATurnedCameraStandsUprightAndTellsNoPlace(t *testing.T) {
	lying := image.NewNRGBA(image.Rect(0, 0, 70, 50)) // the head, black, is at its left
	for i := range lying.Pix {
		lying.Pix[i] = 255
	}
	for y := range 50 {
		for x := range 25 {
			lying.Set(x, y, color.Black)
		}
	}
	portrait, err := portraitOf(turned(as("jpeg", lying)), 25.0/35)
	if err != nil {
		t.Fatal(err)
	}
	m, err := jpeg.Decode(bytes.NewReader(portrait))
	if err != nil {
		t.Fatal(err)
	}
	if size := m.Bounds().Size(); size != image.Pt(50, 70) {
		t.Fatalf("it is %v", size)
	}
	if top, foot := grey(m, 25, 8), grey(m, 25, 62); top > 40 || foot < 215 {
		t.Errorf("shade %d at the head, %d at the foot", top, foot)
	}
	if bytes.Contains(portrait, []byte("Exif")) {
		t.Error("the camera's notes are still in it")
	}
}

package pdf_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gongkao/app/paper/pdf"
	"gongkao/app/paper/pdf/pdftest"
)

var info = pdf.Info{Title: "花名册　刘𬱖", Author: "罗山县工考管理机构", At: time.Date(2026, 4, 7, 15, 42, 0, 0, time.UTC)}

func written(t *testing.T, s *pdf.Sheet) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(&b, s, info); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWordsComeOutAsTheyWentInFromEveryFace(t *testing.T) {
	words := []string{"刘𬱖 张䶮 𫖯𬬻𠙶𫰛𠮷", "411503198109010027", `(a\b) “引号”（括号）`, "阿卜杜·买合"}
	p := pdf.Portrait()
	var want []string
	for i, f := range []pdf.Face{pdf.Song, pdf.Bold, pdf.Hei} {
		for j, w := range words {
			p.Texts = append(p.Texts, pdf.Text{X: 20, Y: float64(20 + 40*i + 8*j), Face: f, Size: 12, Gap: float64(j % 2), Text: w})
			want = append(want, w)
		}
	}
	pages, err := pdftest.Read(written(t, &pdf.Sheet{Pages: []*pdf.Page{p}}))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range pages[0] {
		got = append(got, r.Text)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Whatever a text holds, the file is written, and what can be copied from it is
// what Clean says is printed, whether the caller has cleaned it or not.
func TestAnyTextComesOutOfTheFileAsItIsPrinted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raw := rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) })
		text := rapid.SliceOfN(rapid.OneOf(rapid.String(), raw, rapid.SampledFrom([]string{"刘\u202e𬱖", "葛\U000E0100", "张\t三", "\xf0\xac\xb1", "()\\\r", "👨‍👩‍👧", "\uE000"})), 1, 6)
		all := text.Draw(t, "texts")
		p := pdf.Portrait()
		var want []string
		for i, s := range all {
			clean, _ := pdf.Clean(s)
			face, gap := pdf.Face(i%5), float64(i%2)
			p.Texts = append(p.Texts, pdf.Text{X: 20, Y: 20, Face: face, Size: 12, Gap: gap, Text: clean}, pdf.Text{X: 20, Y: 40, Face: face, Size: 12, Text: s})
			if clean != "" {
				want = append(want, clean)
			}
			if s != "" {
				want = append(want, "")
			}
		}
		var b bytes.Buffer
		if err := pdf.Write(&b, &pdf.Sheet{Pages: []*pdf.Page{p}, Outline: []pdf.Mark{{Title: all[0]}}}, pdf.Info{Title: all[0]}); err != nil {
			t.Fatal(err)
		}
		pages, err := pdftest.Read(b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if len(pages[0]) != len(want) {
			t.Fatalf("%d texts in the file, want %d", len(pages[0]), len(want))
		}
		for i, run := range pages[0] {
			if want[i] != "" && run.Text != want[i] {
				t.Fatalf("in %q, out %q", want[i], run.Text)
			}
		}
	})
}

func TestCharacterWithoutGlyphIsDrawnAsGetaEvenUncleaned(t *testing.T) {
	p := pdf.Portrait()
	p.Texts = []pdf.Text{{X: 20, Y: 20, Size: 12, Text: "刘\U0001F600\x00"}}
	pages, err := pdftest.Read(written(t, &pdf.Sheet{Pages: []*pdf.Page{p}}))
	if err != nil {
		t.Fatal(err)
	}
	if got := pages[0][0].Text; got != "刘〓〓" {
		t.Errorf("got %q", got)
	}
}

func TestSameSheetGivesSameBytesWithManyEqualPhotos(t *testing.T) {
	p := pdf.Portrait()
	for i := range 9 {
		p.Images = append(p.Images, pdf.Image{Rect: pdf.Rect{X: 20, Y: float64(20 + 25*i), W: 15, H: 21}, JPEG: plain(uint8(25 * (i % 8)))})
	}
	p.Texts = []pdf.Text{{X: 100, Y: 100, Size: 12, Text: "刘𬱖"}, {X: 100, Y: 120, Face: pdf.Bold, Size: 12, Text: "刘𬱖"}}
	s := &pdf.Sheet{Pages: []*pdf.Page{p}, Outline: []pdf.Mark{{Title: "刘𬱖"}}}
	first := written(t, s)
	for range 12 {
		if !bytes.Equal(first, written(t, s)) {
			t.Fatal("the bytes differ")
		}
	}
	// each photo stands where it was placed: the darker the lower its shade
	page := pdftest.Render(t, first, 72)[0]
	for i := range 9 {
		shade := 1 - float64(25*(i%8))/255
		if got := page.Ink(22, float64(22+25*i), 10, 15); got < shade-0.05 || got > shade+0.05 {
			t.Errorf("photo %d has ink %.2f, want %.2f", i, got, shade)
		}
	}
}

func TestTitleAndOutlineHoldCharactersBeyondTheBMP(t *testing.T) {
	p := pdf.Portrait()
	p.Texts = []pdf.Text{{X: 20, Y: 20, Size: 12, Text: "一"}}
	file := written(t, &pdf.Sheet{Pages: []*pdf.Page{p}, Outline: []pdf.Mark{{Title: "刘𬱖"}}})
	const liuDi = "\x52\x18\xd8\x73\xdc\x56" // 刘𬱖 in UTF-16
	if n := strings.Count(string(file), liuDi); n != 2 {
		t.Errorf("刘𬱖 stands %d times in title and outline, want 2", n)
	}
}

func TestSheetWithoutPagesIsAnErrorAndWritesNothing(t *testing.T) {
	var b bytes.Buffer
	if err := pdf.Write(&b, &pdf.Sheet{}, info); err == nil || b.Len() > 0 {
		t.Errorf("error %v after %d bytes", err, b.Len())
	}
}

func TestBrokenPhotoIsAnErrorAndWritesNothing(t *testing.T) {
	p := pdf.Portrait()
	p.Images = []pdf.Image{{Rect: pdf.Rect{X: 1, Y: 1, W: 5, H: 7}, JPEG: []byte("no photo")}}
	var b bytes.Buffer
	if err := pdf.Write(&b, &pdf.Sheet{Pages: []*pdf.Page{p}}, info); err == nil || b.Len() > 0 {
		t.Errorf("error %v after %d bytes", err, b.Len())
	}
}

func plain(shade uint8) []byte {
	img := image.NewGray(image.Rect(0, 0, 50, 70))
	for i := range img.Pix {
		img.Pix[i] = color.Gray{Y: shade}.Y
	}
	var b bytes.Buffer
	_ = jpeg.Encode(&b, img, nil) // a bytes.Buffer does not fail
	return b.Bytes()
}

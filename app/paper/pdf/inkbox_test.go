package pdf_test

import (
	"bytes"
	"image"
	"math"
	"os"
	"strings"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"gongkao/app/paper/pdf"
	"gongkao/app/paper/pdf/pdftest"
	"gongkao/assets"
)

// Measures of the pages of single characters, in points: big enough to tell one
// shape from another by its box, small enough for 800 on a page.
const (
	inkSize  = 20.0
	inkPitch = 27.0
	inkLeft  = 25.0
	inkAcros = 20
	inkDown  = 30
	inkDPI   = 150
	// inkOff is by how many points of the picture, of 42 an em, a side may be off:
	// one for the renderer's rounding of places and one for the edge of the ink.
	inkOff = 2.0
)

// designed are the fonts as another reader understands them, in the order in
// which they are asked.
type designed []*sfnt.Font

func designedBy(t *testing.T, files ...[]byte) (all designed) {
	t.Helper()
	for _, data := range files {
		f, err := sfnt.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, f)
	}
	return all
}

// box returns the outline's box of a rune in points, y downwards from the
// baseline.
func (fonts designed) box(t *testing.T, r rune) (x0, y0, x1, y1 float64) {
	t.Helper()
	var buffer sfnt.Buffer
	for _, f := range fonts {
		glyph, err := f.GlyphIndex(&buffer, r)
		if err != nil {
			t.Fatal(err)
		}
		if glyph == 0 {
			continue
		}
		b, _, err := f.GlyphBounds(&buffer, glyph, fixed.Int26_6(inkSize*64), font.HintingNone)
		if err != nil {
			t.Fatal(err)
		}
		return points(b.Min.X), points(b.Min.Y), points(b.Max.X), points(b.Max.Y)
	}
	t.Fatalf("%c U+%04X is in no font", r, r)
	return
}

func points(v fixed.Int26_6) float64 { return float64(v) / 64 }

func hanzi(t *testing.T, file string) []rune {
	t.Helper()
	text, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	return []rune(strings.TrimSpace(string(text)))
}

// What is seen on paper, not only what can be copied from it: the ink of every
// character fills the box its designer drew, in every face of the program.
func TestEveryCharacterIsDrawnAsWideAndHighAsItsDesignerDrewIt(t *testing.T) {
	rare, err := assets.Rare()
	if err != nil {
		t.Fatal(err)
	}
	standard, beyond := hanzi(t, "hanzi-8105.txt"), hanzi(t, "hanzi-beyond-200.txt")
	if len(standard) != 8105 || len(beyond) != 200 {
		t.Fatalf("%d and %d characters", len(standard), len(beyond))
	}
	for _, c := range []struct {
		face       pdf.Face
		characters []rune
		fonts      designed
	}{
		{pdf.Song, append(beyond, standard...), designedBy(t, assets.Song, rare)},
		{pdf.Bold, standard, designedBy(t, assets.SongBold, assets.Song)},
		{pdf.Hei, standard, designedBy(t, assets.Hei)},
	} {
		t.Run(c.face.String(), func(t *testing.T) {
			const page = inkAcros * inkDown
			wrong := 0
			for i, picture := range inkPages(t, c.face, c.characters) {
				for j, r := range c.characters[i*page : min((i+1)*page, len(c.characters))] {
					x, y := inkPlace(j)
					x0, y0, x1, y1 := c.fonts.box(t, r)
					if off := picture.off(x, y, [4]float64{x + x0, y + y0, x + x1, y + y1}); off > inkOff {
						if wrong++; wrong <= 10 {
							t.Errorf("%c U+%04X: its ink is off by %.1f points of the picture", r, r, off)
						}
					}
				}
			}
			if wrong > 10 {
				t.Errorf("and %d more", wrong-10)
			}
		})
	}
}

// inkPlace is where the j-th character of a page stands.
func inkPlace(j int) (x, y float64) {
	return inkLeft + float64(j%inkAcros)*inkPitch, inkLeft + inkPitch/2 + float64(j/inkAcros)*inkPitch
}

// inkPages writes characters one by one and looks at the pages.
func inkPages(t *testing.T, face pdf.Face, characters []rune) (pages []inkPage) {
	t.Helper()
	sheet := &pdf.Sheet{}
	for i, r := range characters {
		j := i % (inkAcros * inkDown)
		if j == 0 {
			sheet.Pages = append(sheet.Pages, pdf.Portrait())
		}
		x, y := inkPlace(j)
		p := sheet.Pages[len(sheet.Pages)-1]
		p.Texts = append(p.Texts, pdf.Text{X: x * pdf.MM, Y: y * pdf.MM, Face: face, Size: inkSize, Text: string(r)})
	}
	var file bytes.Buffer
	if err := pdf.Write(&file, sheet, info); err != nil {
		t.Fatal(err)
	}
	for _, p := range pdftest.Render(t, file.Bytes(), inkDPI) {
		pages = append(pages, inkPage{p.Gray})
	}
	return pages
}

type inkPage struct{ *image.Gray }

// off returns by how many points of the picture the ink of the character at
// x, y lies inside or outside its box (all in points of type).
func (p inkPage) off(x, y float64, box [4]float64) float64 {
	const scale = inkDPI / 72.0
	cell := image.Rect(int((x-3)*scale), int((y-inkSize-2)*scale), int((x+inkPitch-3)*scale), int((y+inkPitch-inkSize-2)*scale))
	ink := image.Rectangle{}
	for py := cell.Min.Y; py < cell.Max.Y; py++ {
		for px := cell.Min.X; px < cell.Max.X; px++ {
			if p.GrayAt(px, py).Y < 250 {
				ink = ink.Union(image.Rect(px, py, px+1, py+1))
			}
		}
	}
	worst := 0.0
	for i, side := range []int{ink.Min.X, ink.Min.Y, ink.Max.X, ink.Max.Y} {
		worst = math.Max(worst, math.Abs(float64(side)-box[i]*scale))
	}
	return worst
}

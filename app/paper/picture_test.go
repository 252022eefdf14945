package paper

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"gongkao/app/paper/pdf/pdftest"
	"gongkao/assets"
)

// Pictures of papers are small: greys and points enough to see a box that moved,
// few enough to keep one of each paper.
const (
	goldenDPI  = 60
	goldenGrey = 16
	// apart is from which difference a point is another (of 255), and mostApart
	// how many may be, of a million: a renderer may round as it likes.
	apart     = 64
	mostApart = 150
	goldenOut = "../../out/goldens"
)

func TestPapersLookAsTheyAlwaysDid(t *testing.T) {
	for name, job := range goldenPapers() {
		if name != job.Paper {
			continue // one picture of each paper, in its usual state
		}
		t.Run(name, func(t *testing.T) {
			file, _ := printed(t, job)
			got, golden := spread(pdftest.Render(t, file, goldenDPI)), goldenOf(name, job, ".png")
			if *update {
				savePicture(t, golden, got)
			}
			want := openPicture(t, golden)
			if n := differing(want, got); n > mostApart {
				now, difference := filepath.Join(goldenOut, name+".png"), filepath.Join(goldenOut, name+"-difference.png")
				savePicture(t, now, got)
				savePicture(t, difference, compared(want, got))
				t.Errorf("%s looks different: %d of a million points. See %s, and %s where ink that went is blue and ink that came is orange.\n"+
					"If that is as it should be: go test -tags ci -run Always ./app/paper -update", name, n, now, difference)
			}
		})
	}
}

func TestEveryPaperHasItsGoldens(t *testing.T) {
	kept := goldenPapers()
	for _, id := range papersOf(t).IDs() {
		if _, known := kept[id]; !known {
			t.Errorf("%s has no goldens: add its usual state to goldenPapers", id)
		}
	}
	if all, err := fs.Glob(assets.Files, "papers/*/golden*"); err != nil || len(all) > 0 {
		t.Errorf("the program carries %v (%v)", all, err)
	}
}

// spread lays the first and the last page side by side, in sixteen greys.
func spread(pages []pdftest.Page) *image.Paletted {
	if n := len(pages); n > 2 {
		pages = []pdftest.Page{pages[0], pages[n-1]}
	}
	var greys color.Palette
	for i := range goldenGrey {
		greys = append(greys, color.Gray{Y: uint8(i * 255 / (goldenGrey - 1))})
	}
	size := pages[0].Bounds().Size()
	all := image.NewPaletted(image.Rect(0, 0, size.X*len(pages), size.Y), greys)
	for i, p := range pages {
		draw.Draw(all, p.Bounds().Add(image.Pt(i*size.X, 0)), p.Gray, image.Point{}, draw.Src)
	}
	return all
}

// differing is how many points of a million are others; all of them when the
// pictures are not equally large.
func differing(want, got image.Image) int {
	if want.Bounds() != got.Bounds() {
		return 1_000_000
	}
	n := 0
	b := got.Bounds()
	for y := range b.Dy() {
		for x := range b.Dx() {
			if d := int(grey(want, x, y)) - int(grey(got, x, y)); d > apart || d < -apart {
				n++
			}
		}
	}
	return n * 1_000_000 / (b.Dx() * b.Dy())
}

// compared lays two pictures over each other: ink that went is blue, ink that
// came is orange.
func compared(want, got image.Image) image.Image {
	b := want.Bounds().Union(got.Bounds())
	both := image.NewRGBA(b)
	for y := range b.Dy() {
		for x := range b.Dx() {
			was, now := grey(want, x, y), grey(got, x, y)
			both.SetRGBA(x, y, color.RGBA{R: was, G: uint8((int(was) + int(now)) / 2), B: now, A: 255})
		}
	}
	return both
}

func grey(m image.Image, x, y int) uint8 {
	if !image.Pt(x, y).In(m.Bounds()) {
		return 255
	}
	return color.GrayModel.Convert(m.At(x, y)).(color.Gray).Y
}

func savePicture(t *testing.T, name string, m image.Image) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(f, m); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func openPicture(t *testing.T, name string) image.Image {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(fmt.Errorf("%w: a new paper's goldens are written by go test -tags ci -run Always ./app/paper -update", err))
	}
	defer func() { _ = f.Close() }() // it was only read
	m, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

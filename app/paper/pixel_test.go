package paper

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"gongkao/app/paper/pdf/pdftest"
)

// rules checks that a line lies where the millimetres say: ink along it, and
// none beside it.
func rules(t *testing.T, p pdftest.Page, lines ...[4]float64) {
	t.Helper()
	const beside = 0.9
	for _, l := range lines {
		x, y, w, h := l[0], l[1], l[2]-l[0], l[3]-l[1]
		if h == 0 {
			if on, off := p.Ink(x+1, y-0.25, w-2, 0.5), p.Ink(x+0.5, y-beside-0.2, 1, 0.4); on < 0.2 || off > 0.1 {
				t.Errorf("line %v: ink %.2f on it, %.2f above it", l, on, off)
			}
			continue
		}
		if on := p.Ink(x-0.25, y+1, 0.5, h-2); on < 0.2 {
			t.Errorf("line %v: ink %.2f on it", l, on)
		}
	}
}

func noInk(t *testing.T, p pdftest.Page, what string, x, y, w, h float64) {
	t.Helper()
	if ink := p.Ink(x, y, w, h); ink > 0.0005 {
		t.Errorf("%s: ink %.4f where there may be none", what, ink)
	}
}

// sealFree checks that a seal's circle holds nothing but its words in the
// middle.
func sealFree(t *testing.T, p pdftest.Page, x, y float64) {
	t.Helper()
	const r = sealSide / 2
	for row := 0.0; row < sealSide; row++ {
		half := math.Sqrt(math.Max(0, r*r-(row+0.5-r)*(row+0.5-r)))
		if row > r-4 && row < r+3 {
			continue // the words
		}
		noInk(t, p, fmt.Sprintf("seal at %g, %g, row %g", x, y, row), x+r-half, y+row, 2*half, 1)
	}
}

func TestRegistrationStandsWhereTheMillimetresSay(t *testing.T) {
	e := liuDi()
	e.Photo = photograph(400, 300, 0)
	file, _ := printed(t, jobFor("registration", e))
	pages := pdftest.Render(t, file, 150)
	front, back := pages[0], pages[1]
	rules(t, front, [4]float64{22, 35, 192, 35}, [4]float64{22, 258, 192, 258}, [4]float64{22, 35, 22, 258}, [4]float64{192, 35, 192, 258},
		[4]float64{22, 80, 192, 80}, [4]float64{162, 35, 162, 80}, [4]float64{22, 134, 192, 134}, [4]float64{22, 154, 192, 154},
		[4]float64{42, 162.5, 192, 162.5}, [4]float64{22, 171, 192, 171}, [4]float64{42, 180, 192, 180}, [4]float64{22, 234, 192, 234}, [4]float64{22, 273.5, 174, 273.5})
	rules(t, back, [4]float64{22, 26, 192, 26}, [4]float64{22, 76, 192, 76}, [4]float64{22, 137, 192, 137}, [4]float64{22, 198, 192, 198}, [4]float64{22, 259, 192, 259},
		[4]float64{114.17, 69.6, 146.17, 69.6}, [4]float64{63.93, 122.6, 89.93, 122.6})
	for _, y := range []float64{78.5, 139.5, 200.5} {
		sealFree(t, back, 145, y)
	}
	for i, p := range pages {
		margins(t, p, fmt.Sprintf("page %d", i+1), 22, 18, 15)
	}
	if ink := front.Ink(165, 41, 24, 33); ink < 0.1 {
		t.Errorf("no photo: ink %.2f", ink)
	}
	noInk(t, front, "beside the photo", 162.5, 36, 1.5, 43)
	noInk(t, front, "quiet zone of the QR code", 174.5, 274, 3, 13)
}

// margins checks that nothing stands outside them.
func margins(t *testing.T, p pdftest.Page, what string, left, right, top float64) {
	t.Helper()
	width, height := float64(p.Bounds().Dx())/150*25.4, float64(p.Bounds().Dy())/150*25.4
	noInk(t, p, what+", left margin", 0, 0, left-0.5, height)
	noInk(t, p, what+", right margin", width-right+0.5, 0, right-0.5, height)
	noInk(t, p, what+", top", 0, 0, width, top)
	noInk(t, p, what+", below the foot", 0, height-6, width, 6)
}

func TestAdministratorFormStandsWhereTheMillimetresSay(t *testing.T) {
	job := jobFor("administrator-form")
	job.Administrators = []AdministratorEntry{administrator()}
	file, _ := printed(t, job)
	p := pdftest.Render(t, file, 150)[0]
	for _, y := range []float64{122, 139, 156, 173, 190} {
		rules(t, p, [4]float64{28, y, 184, y})
	}
	rules(t, p, [4]float64{28, 122, 28, 190}, [4]float64{58, 122, 58, 190}, [4]float64{106, 139, 106, 190}, [4]float64{136, 139, 136, 190}, [4]float64{184, 122, 184, 190})
	noInk(t, p, "room for the seal above the header line", 28, 77, 44, 34)
	margins(t, p, "the form", 28, 26, 36)
}

func TestRosterStandsWhereTheMillimetresSay(t *testing.T) {
	for _, practice := range []bool{false, true} {
		job := jobFor("roster", crowd(37)...)
		job.Office.Practice = practice
		file, report := printed(t, job)
		pages := pdftest.Render(t, file, 150)
		for i, p := range pages {
			rules(t, p, [4]float64{15, 29, 282, 29}, [4]float64{15, 39.5, 282, 39.5}, [4]float64{15, 45.5, 282, 45.5}, [4]float64{15, 189, 264, 189}, [4]float64{66, 46, 66, 60})
			top := 11.0
			if practice {
				top = 4
			}
			margins(t, p, fmt.Sprintf("page %d", i+1), 15, 15, top)
			if framed := p.Ink(234, 4.7, 48, 0.6) > 0.3; framed != practice {
				t.Errorf("page %d: practice mark %v, want %v", i+1, framed, practice)
			}
			if i < report.Pages-1 {
				noInk(t, p, "between table and signatures", 15, 177.5, 15, 1)
			}
		}
	}
}

func TestSealPlacesOfTheLastRosterPageAreFreeWhereverTheTableEnds(t *testing.T) {
	for n := 1; n <= 9; n += 4 {
		entries := crowd(n)
		for i := range entries {
			entries[i].Unit, entries[i].Person.Name = "罗山县农业农村局", "刘𬱖"
		}
		file, _ := printed(t, jobFor("roster", entries...))
		bottom := 39.5 + 6 + 8*float64(n) + 15
		p := pdftest.Render(t, file, 150)[0]
		rules(t, p, [4]float64{15, bottom, 282, bottom})
		sealFree(t, p, 175, bottom+7)
		sealFree(t, p, 231, bottom+7)
	}
}

// The promise of the program: whatever character stands in a name comes out of
// the printer and out of a search.
func TestEveryStandardCharacterComesOutOfARoster(t *testing.T) {
	characters := []rune(strings.TrimSpace(file(t, "../pdf/testdata/hanzi-8105.txt")) + "𬱖𫖯𬬻𠙶𫰛𠮷")
	const each = 5 // in a name and in each of two trades
	var entries []Entry
	take := func() string {
		part := string(characters[:min(each, len(characters))])
		characters = characters[min(each, len(characters)):]
		return part
	}
	var wanted []string
	for len(characters) > 0 {
		e := liuDi()
		e.Person.Name, e.Person.CurrentTrade, e.Application.Trade = take(), take(), take()
		wanted = append(wanted, e.Person.Name, e.Person.CurrentTrade, e.Application.Trade)
		entries = append(entries, e)
	}
	file, report := printed(t, jobFor("roster", entries...))
	if len(report.Warnings) > 0 {
		t.Fatalf("%v", report.Warnings[0])
	}
	pages, err := pdftest.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	wanted = slices.DeleteFunc(wanted, func(s string) bool { return s == "" })
	pictures := pdftest.Render(t, file, 150)
	for i, page := range pages {
		for _, run := range page {
			if len(wanted) > 0 && run.Text == wanted[0] {
				wanted = wanted[1:]
				boxesHaveInk(t, pictures[i], run)
			}
		}
	}
	if len(wanted) > 0 {
		t.Errorf("%q and %d more were not found", wanted[0], len(wanted)-1)
	}
}

// boxesHaveInk checks that something is drawn in the box of each character.
// That it is the right thing, and no crossed box, package pdf tests glyph by
// glyph.
func boxesHaveInk(t *testing.T, p pdftest.Page, run pdftest.Run) {
	t.Helper()
	const mm = 25.4 / 72
	em := run.Size * mm
	x, y := run.X*mm, 210-run.Y*mm-0.87*em
	for _, r := range run.Text {
		if ink := p.Ink(x, y, em, em); ink < 0.01 {
			t.Errorf("%c U+%04X: an empty box", r, r)
		}
		x += em
	}
}

func TestSlipStandsWhereTheMillimetresSay(t *testing.T) {
	file, _ := printed(t, jobFor("payment-slip", slip(2, Fee{Step: 1, Fen: 47000})))
	p := pdftest.Render(t, file, 150)[0]
	for _, y := range []float64{35, 44, 54, 64, 74, 84, 94, 104, 114, 124, 134, 144, 154, 164, 177, 181, 215} {
		rules(t, p, [4]float64{22, y, 192, y})
	}
	rules(t, p, [4]float64{56, 35, 56, 177}, [4]float64{160, 35, 160, 164}, [4]float64{88, 234.6, 134, 234.6}, [4]float64{88, 248.6, 134, 248.6}, [4]float64{22, 181, 22, 215})
	if ink := p.Ink(164.3, 46.9, 4.2, 0.5); ink < 0.3 {
		t.Errorf("no box to tick: ink %.2f", ink)
	}
	noInk(t, p, "room for the signature", 89, 226, 44, 8)
	margins(t, p, "the slip", 22, 18, 15)
}

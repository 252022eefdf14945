package paper

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"gongkao/app/paper/pdf"
	"gongkao/app/paper/pdf/pdftest"
)

func TestLetterGoesOnWhereAPageIsFullAndAttachesALongTable(t *testing.T) {
	p := letterFrom(t, everything)
	for n, pages := range map[int]int{1: 1, 4: 1, 5: 2, 15: 3} {
		sheet, report, _, err := p.layOut(letterJob("try", correction(n)))
		if err != nil {
			t.Fatal(err)
		}
		if report.Pages != pages || report.Records != n || len(report.Sums) != n || len(report.Warnings) > 0 {
			t.Errorf("%d people: %+v, want %d pages", n, report, pages)
		}
		text := sheet.Text()
		if says := strings.Contains(text, "附件：需要补正的申报材料"); says != (n > 4) {
			t.Errorf("%d people: the letter speaks of an attachment: %v", n, says)
		}
		if heads := strings.Count(text, "依据条款"); heads != max(1, pages-1) {
			t.Errorf("%d people: the head of the table stands %d times", n, heads)
		}
	}
}

// endOf is the page on which 署名 stands, and its last line.
func endOf(t *testing.T, sheet *pdf.Sheet, from string) (page *pdf.Page, at pdf.Text) {
	t.Helper()
	for _, p := range sheet.Pages {
		for _, text := range p.Texts {
			if text.Size == letterSize && text.X > letterLeft+letterEm && strings.HasSuffix(from, text.Text) {
				page, at = p, text
			}
		}
	}
	if page == nil {
		t.Fatalf("nobody signs: %s", from)
	}
	return page, at
}

func TestSignatureIsNeverAloneAndItsSealCoversNothingElse(t *testing.T) {
	for _, id := range []string{"public-notice", "notice-proof"} {
		for n := 1; n <= 24; n++ {
			for _, l := range []Letter{notice(n), worstNotice(n)} {
				sheet, _, _, err := papersOf(t).layOut(letterJob(id, l))
				if err != nil {
					t.Fatal(err)
				}
				where := fmt.Sprintf("%s of %d people", id, n)
				page, at := endOf(t, sheet, l.From)
				above, lowest := map[float64]bool{}, 0.0
				for _, text := range page.Texts {
					if text.Y < at.Y && !strings.Contains(l.From, text.Text) && text.Y > letterTop {
						above[text.Y] = true
					}
					if text.Y < 273.5 {
						lowest = max(lowest, text.Y)
					}
				}
				if len(above) < linesWithEnd {
					t.Errorf("%s: %d lines stand above the signature", where, len(above))
				}
				if lowest > letterBottom {
					t.Errorf("%s: text at y %.1f", where, lowest)
				}
				sealCovers(t, where, page, at, l.From)
			}
		}
	}
}

// sealCovers checks by calculation that the seal over a signature reaches neither
// the foot nor anything but signature and date.
func sealCovers(t *testing.T, where string, page *pdf.Page, at pdf.Text, from string) {
	t.Helper()
	x := at.X + at.Face.Width(at.Text, at.Size)/2
	y := at.Y + letterPitch/2 - at.Face.Baseline(at.Size) - sealAbove + sealSide/2
	if y+sealSide/2 > sealLowest+0.1 {
		t.Errorf("%s: the seal reaches down to %.1f", where, y+sealSide/2)
	}
	for _, text := range page.Texts {
		own := strings.Contains(from, text.Text) || slices.Contains([]string{"年", "月", "日", "2026年3月13日"}, text.Text)
		if ink := inkOf(text); !own && touches(x, y, ink) {
			t.Errorf("%s: the seal covers %q", where, text.Text)
		}
	}
	for _, l := range page.Lines {
		if touches(x, y, pdf.Rect{X: l.X1, Y: l.Y1, W: l.X2 - l.X1, H: l.Y2 - l.Y1}) {
			t.Errorf("%s: the seal covers a rule at y %.1f", where, l.Y1)
		}
	}
}

func TestSealPlacesInsideLettersAreFree(t *testing.T) {
	for n := range 8 {
		for _, e := range []Entry{promised(liuDi(), n), promised(worst(), n)} {
			sheet, _, d, err := papersOf(t).layOut(jobFor("commitment", e))
			if err != nil {
				t.Fatal(err)
			}
			place := d.Letter.Part[len(d.Letter.Part)-1].Hand.Seal[0]
			page := sheet.Pages[len(sheet.Pages)-1]
			at := slices.IndexFunc(page.Texts, func(text pdf.Text) bool { return text.Text == place.Text.source })
			if at < 0 {
				t.Fatal("the last page has no place for the unit's seal")
			}
			x, y := place.X+sealSide/2, page.Texts[at].Y-page.Texts[at].Face.Baseline(page.Texts[at].Size)
			for i, text := range page.Texts {
				if i != at && touches(x, y, inkOf(text)) {
					t.Errorf("%d items: %q stands in the place of the seal", n, text.Text)
				}
			}
			if n >= listedFrom && len(sheet.Pages) != 2 {
				t.Errorf("%d items: %d pages, want the unit's part on the second", n, len(sheet.Pages))
			}
		}
	}
}

func TestLetterLosesNoCharacterAndNeverShrinks(t *testing.T) {
	l := worstNotice(30)
	file, report := printed(t, letterJob("public-notice", l))
	all := wordsOf(textOf(t, file))
	for _, item := range l.Items {
		if !strings.Contains(all, wordsOf(item.Person.Name)) {
			t.Errorf("%s is not there in full", item.Person.Name)
		}
	}
	if n := strings.Count(all, wordsOf(l.From)); n < 3 { // said, a row's, signed
		t.Errorf("the unit stands %d times in full", n)
	}
	sheet, _, _, err := papersOf(t).layOut(letterJob("public-notice", l))
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range sheet.Pages {
		for _, text := range page.Texts {
			if text.Face == pdf.Fang && text.Size > 12 && text.Size != letterSize {
				t.Errorf("%q is set in %g", text.Text, text.Size)
			}
			if right := inkOf(text).X + inkOf(text).W; text.Y < 270 && (text.X < letterLeft-0.1 || right > letterLeft+letterWidth+0.4) {
				t.Errorf("%q stands from %.2f to %.2f", text.Text, text.X, right)
			}
		}
	}
	if report.Pages < 3 {
		t.Errorf("%d pages", report.Pages)
	}
}

func TestHashOfALetterFollowsWhatItSaysAndOfWhom(t *testing.T) {
	p := letterFrom(t, everything)
	hash := func(l Letter) (string, []string) {
		var b bytes.Buffer
		printed, err := p.Print(&b, letterJob("try", l))
		if err != nil {
			t.Fatal(err)
		}
		return printed.Hash, printed.Sums
	}
	was, sums := hash(correction(3))
	for name, change := range map[string]func(*Letter){
		"day":    func(l *Letter) { l.Until = l.Until.AddDays(1) },
		"number": func(l *Letter) { l.Number = "罗工考补〔2026〕13号" },
		"what":   func(l *Letter) { l.Items[1].What = "毕业证复印件不清" },
		"name":   func(l *Letter) { l.Items[1].Entry = worst() },
	} {
		l := correction(3)
		change(&l)
		now, their := hash(l)
		if now == was {
			t.Errorf("another %s gives the same hash", name)
		}
		// what is on record of a person is compared with what was printed of him
		if same := slices.Equal(their, sums); same != (name != "name") {
			t.Errorf("another %s: sums %v, were %v", name, their, sums)
		}
	}
}

func TestNoticeStandsWhereTheMillimetresSay(t *testing.T) {
	file, _ := printed(t, letterJob("public-notice", notice(3)))
	p := pdftest.Render(t, file, 150)[0]
	top := letterTop + 7*letterPitch + aboveTable // title on lines 2–4, text on 5–7
	rules(t, p, [4]float64{28, top, 184, top}, [4]float64{28, top + 10, 184, top + 10}, [4]float64{28, top + 21, 184, top + 21}, [4]float64{28, top + 43, 184, top + 43},
		[4]float64{28, top, 28, top + 43}, [4]float64{41, top, 41, top + 43}, [4]float64{82, top, 82, top + 43}, [4]float64{138, top, 138, top + 43}, [4]float64{184, top, 184, top + 43})
	margins(t, p, "the notice", 28, 26, 36)
}

func TestCommitmentStandsWhereTheMillimetresSay(t *testing.T) {
	file, _ := printed(t, jobFor("commitment", promised(liuDi(), 1)))
	p := pdftest.Render(t, file, 150)[0]
	signed := letterTop + 13*letterPitch + 3 // title on lines 1–3, addressee, nine lines of text
	opinion := signed + 21.5 + 2.5
	rules(t, p, [4]float64{128.3, signed + 7.7, 172.9, signed + 7.7}, [4]float64{28, opinion, 184, opinion}, [4]float64{62, opinion + 39.9, 100.4, opinion + 39.9})
	noInk(t, p, "room for the signature", 129, signed, 43, 7)
	sealFree(t, p, 138, opinion+2.5)
	margins(t, p, "the commitment", 28, 26, 36)
}

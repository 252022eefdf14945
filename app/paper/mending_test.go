package paper

import (
	"fmt"
	"strings"
	"testing"

	"gongkao/app/paper/pdf/pdftest"
	"gongkao/data"
)

// toUnits are the letters to supervising units, usual and at their worst, about n
// people and one more.
func toUnits(n int) map[string][]Letter {
	return map[string][]Letter{
		"reminder":    {reminded(n), reminderWorst(n + 2)},
		"correction":  {correction(n), mended(n)},
		"rejection":   {refusedWith(correction(n), ""), refusedWith(mended(n), "对审查结果有异议的，请自收到本通知之日起五个工作日内书面提出。")},
		"pass-notice": {passing(n, false), passing(n, true)},
		"import-note": {importNote(n), importNoteWorst(n)},
	}
}

func TestSealOfALetterToAUnitCoversNothingElse(t *testing.T) {
	for n := 1; n <= 12; n++ {
		for id, letters := range toUnits(n) {
			for i, l := range letters {
				l.On = data.MustDate(2026, 3, 13)
				sheet, report, _, err := papersOf(t).layOut(letterJob(id, l))
				if err != nil {
					t.Fatal(err)
				}
				where := fmt.Sprintf("%s %d of %d people", id, i+1, len(l.Items))
				page, at := endOf(t, sheet, l.From)
				sealCovers(t, where, page, at, l.From)
				for p, page := range sheet.Pages {
					for _, text := range page.Texts {
						ink := inkOf(text)
						if ink.X+ink.W > letterLeft+letterWidth+0.6 || text.Y > sealLowest && text.Y < 273.5 {
							t.Errorf("%s, page %d: %q stands at %.1f, %.1f", where, p+1, text.Text, ink.X+ink.W, text.Y)
						}
					}
				}
				for _, w := range report.Warnings {
					if w.Code == TextCut || i == 0 {
						t.Errorf("%s: %s", where, w.Message)
					}
				}
				if says := strings.Contains(sheet.Text(), "附件："); says != (len(l.Items) > 4) {
					t.Errorf("%s: the letter speaks of an attachment: %t", where, says)
				}
			}
		}
	}
}

func TestLettersToUnitsLoseNoCharacter(t *testing.T) {
	for id, letters := range toUnits(7) {
		for _, l := range letters {
			file, _ := printed(t, letterJob(id, l))
			all := wordsOf(textOf(t, file))
			for _, item := range l.Items {
				for _, words := range []string{item.Person.Name, item.What} {
					if id == "pass-notice" && words == item.What {
						continue
					}
					if !strings.Contains(all, wordsOf(words)) {
						t.Errorf("%s does not say %q in full", id, words)
					}
				}
			}
		}
	}
}

func TestReminderStandsWhereTheMillimetresSay(t *testing.T) {
	file, _ := printed(t, letterJob("reminder", reminded(2)))
	p := pdftest.Render(t, file, 150)[0]
	top := letterTop + 7*letterPitch + aboveTable // number, title, addressee and three lines
	rows := top + 9.5 + 2*12
	rules(t, p, [4]float64{28, top, 184, top}, [4]float64{28, top + 9.5, 184, top + 9.5}, [4]float64{28, top + 21.5, 184, top + 21.5}, [4]float64{28, rows, 184, rows})
	for _, x := range []float64{28, 39, 69, 109, 128, 162, 184} {
		rules(t, p, [4]float64{x, top, x, rows})
	}
	margins(t, p, "the reminder", 28, 26, 36)
}

func TestReceiptIsTornOffBelowTheSealAndSigned(t *testing.T) {
	for _, id := range []string{"correction", "rejection"} {
		file, _ := printed(t, letterJob(id, refusedWith(correction(2), "")))
		p := pdftest.Render(t, file, 150)[0]
		const top = sealLowest - 26
		for _, x := range [][2]float64{{28, 90}, {122, 184}} { // dashes, and the white between them
			if ink := p.Ink(x[0], top+2.8, x[1]-x[0], 0.4); ink < 0.15 || ink > 0.75 {
				t.Errorf("%s: the tear line has ink %.2f", id, ink)
			}
			noInk(t, p, "under the tear line", x[0], top+4, x[1]-x[0], 2)
		}
		rules(t, p, [4]float64{48, top + 23.1, 88, top + 23.1}, [4]float64{109, top + 23.1, 142, top + 23.1})
		noInk(t, p, "where the receipt is signed", 49, top+17, 38, 5.5)
		margins(t, p, id, 28, 26, 36)
	}
}

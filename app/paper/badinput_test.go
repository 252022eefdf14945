package paper

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"gongkao/app/paper/pdf/pdftest"
	"gongkao/data"
)

// What no font has is printed as 〓 and named before the stamp, by person and
// code; what nobody sees is not printed, and no word about it is needed.
func TestNameWithAnythingInItIsPrintedOrTheClerkIsTold(t *testing.T) {
	for _, c := range []struct{ name, prints, says string }{
		{"刘\t𬱖", "刘 𬱖", ""},
		{"葛\U000E0100明", "葛明", ""},
		{"刘\ufe00𬱖\u200b\u202e", "刘𬱖", ""},
		{"张\u2028三\v", "张 三", ""},
		{"刘😀", "刘〓", "U+1F600"},
		{"\uE863明", "〓明", "U+E863"},
		{"刘\xf0\xac\xb1", "刘〓〓〓", "已损坏"},
		{"\U00030729明", "〓明", "U+30729"},
	} {
		t.Run(fmt.Sprintf("%+q", c.name), func(t *testing.T) {
			e := photographed(liuDi())
			e.Person.Name = c.name
			job := jobFor("registration", e)
			job.Scope = c.name
			file, report := printed(t, job)
			if text := textOf(t, file); strings.Count(text, c.prints) != 2 { // both sides
				t.Errorf("%s stands %d times on it", c.prints, strings.Count(text, c.prints))
			}
			told := 0
			for _, w := range report.Warnings {
				if w.Code != GlyphMissing {
					continue
				}
				if w.IDNumber != string(e.Person.IDNumber) || !strings.Contains(w.Message, c.says) || !utf8.ValidString(w.Message) || strings.ContainsFunc(w.Message, unicode.IsControl) {
					t.Errorf("%+v", w)
				}
				told++
			}
			if (told > 0) != (c.says != "") {
				t.Errorf("told %d times: %+v", told, report.Warnings)
			}
			outline := utf16Of(strings.ReplaceAll(c.prints, " ", ""))
			if n := bytes.Count(file, outline); n == 0 && !strings.Contains(c.prints, " ") {
				t.Error("neither title nor outline has the name as it is printed")
			}
		})
	}
}

func utf16Of(s string) (b []byte) {
	for _, r := range s {
		if r > 0xFFFF {
			r -= 0x10000
			b = append(b, byte(0xD8|r>>18), byte(r>>10), byte(0xDC|r>>8&3), byte(r))
			continue
		}
		b = append(b, byte(r>>8), byte(r))
	}
	return b
}

// The longest real content stands on every paper whole: nothing is ever cut,
// and the print report names what had to give way.
func TestNoPaperCutsAnything(t *testing.T) {
	for name, job := range goldenPapers() {
		_, report := printed(t, job)
		for _, w := range report.Warnings {
			if w.Code == TextCut {
				t.Errorf("%s: %s", name, w.Message)
			}
		}
	}
}

func TestUnitNameOfSixtyCharactersIsWholeOnEveryFormAndList(t *testing.T) {
	unit := worst().Unit
	if n := utf8.RuneCountInString(unit); n < 60 {
		t.Fatalf("only %d characters", n)
	}
	forms := jobFor("administrator-form")
	forms.Administrators = []AdministratorEntry{{Unit: unit}}
	summary, books := county(4), order(3)
	summary.Lines[1].Group, summary.Lines[1].Name, books.Head = "", unit, "主管部门："+unit
	e := photographed(liuDi())
	e.Unit, e.Supervising = unit, unit
	rosterOf := jobFor("roster", e)
	rosterOf.Unit = unit
	for _, job := range []Job{forms, jobFor("registration", e), rosterOf, jobFor("payment-slip", e), tableJob("summary", summary), tableJob("textbooks", books)} {
		file, report := printed(t, job)
		if !strings.Contains(wordsOf(textOf(t, file)), unit) {
			t.Errorf("%s: %s is not whole on it: %v", job.Paper, unit, report.Warnings)
		}
	}
}

func TestTwelveYearsOfAppraisalsStandOnTheForm(t *testing.T) {
	e := photographed(liuDi())
	e.Person.Appraisals, e.Person.Career = map[int]data.Appraisal{}, e.Person.Career[:4] // the career gives up two of its six rows
	for year := 2014; year < 2026; year++ {
		e.Person.Appraisals[year] = data.Qualified
	}
	file, report := printed(t, jobFor("registration", e))
	text := textOf(t, file)
	for year := range e.Person.Appraisals {
		if !strings.Contains(text, fmt.Sprintf("%d年", year)) {
			t.Errorf("%d is missing", year)
		}
	}
	if report.Pages != 2 || strings.Count(text, string(data.Qualified)) != 12 || len(report.Warnings) > 0 {
		t.Errorf("%d pages, 合格 %d times, %v", report.Pages, strings.Count(text, string(data.Qualified)), report.Warnings)
	}
}

func TestFormsWithManyEquallyWidePhotosAreTheSameBytes(t *testing.T) {
	entries := crowd(40)
	for i := range entries {
		entries[i].Photo = photograph(250, 350, uint8(i%8*30)) // some are the same picture
	}
	first, _ := printed(t, jobFor("registration", entries...))
	for range 3 {
		if again, _ := printed(t, jobFor("registration", entries...)); !bytes.Equal(first, again) {
			t.Fatal("the bytes differ")
		}
	}
	pages := pdftest.Render(t, first, 40, 0, 14) // 0 and 7 have other shades
	if a, b := pages[0].Ink(170, 66, 14, 6), pages[1].Ink(170, 66, 14, 6); a < b+0.3 {
		t.Errorf("the photo of the first has ink %.2f, of the eighth %.2f", a, b)
	}
}

// A record no paper was made for is an error of this print, not of the program.
func TestPanicOnTheWayIsAnErrorAndWritesNothing(t *testing.T) {
	var b bytes.Buffer
	report, err := papersOf(t).Print(&b, jobFor("registration", Entry{}))
	if err == nil || report != nil || b.Len() > 0 || !strings.Contains(err.Error(), "registration") {
		t.Errorf("%v, %v and %d bytes", report, err, b.Len())
	}
}

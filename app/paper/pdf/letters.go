package pdf

import (
	"fmt"
	"strings"

	"github.com/jung-kurt/gofpdf"
)

// letters are the characters of one document: which small font each is in and
// under which code.
type letters struct {
	fonts []*embedded // in the order of first use
	known [len(faces)][]letter
	rare  [len(faces)]map[rune]letter
}

// letter is where to find a character: the font's number, from 1, and the code
// in it.
type letter struct {
	font int
	code uint16
}

// embedded is a small font on its way into a file.
type embedded struct {
	*subset
	resource string // gofpdf's name for it in page contents
}

// gather looks at every text of the sheet, so that all fonts are complete
// before the first page is written.
func gather(s *Sheet) *letters {
	l := &letters{}
	for _, p := range s.Pages {
		for _, t := range p.Texts {
			for _, r := range t.Text {
				l.find(t.Face, r)
			}
		}
	}
	return l
}

// find returns the letter for r in a face.
func (l *letters) find(f Face, r rune) letter {
	if l.known[f] == nil {
		l.known[f] = make([]letter, 0x10000)
		l.rare[f] = map[rune]letter{}
	}
	if r <= 0xFFFF {
		if l.known[f][r].font == 0 {
			l.known[f][r] = l.enter(f, r)
		}
		return l.known[f][r]
	}
	if _, ok := l.rare[f][r]; !ok {
		l.rare[f][r] = l.enter(f, r)
	}
	return l.rare[f][r]
}

func (l *letters) enter(f Face, r rune) letter {
	font, glyph := f.find(r)
	if glyph == 0 { // the caller has cleaned his strings; this is the second lock
		r = Geta
		font, _ = f.find(r)
	}
	for i, e := range l.fonts {
		if e.font == font {
			return letter{i + 1, e.code(r)}
		}
	}
	l.fonts = append(l.fonts, &embedded{subset: newSubset(font)})
	return letter{len(l.fonts), l.fonts[len(l.fonts)-1].code(r)}
}

// embed hands the small fonts to gofpdf. A template that is never placed
// serves twice: text set on it marks the characters as used without leaving a
// trace on a page, and it shows under which name gofpdf will file the font, so
// that pages can be written with our own operators.
func (l *letters) embed(doc *gofpdf.Fpdf) {
	for i, e := range l.fonts {
		family := familyName(i)
		doc.AddUTF8FontFromBytes(family, "", e.build())
		codes, _ := e.letters()
		all := make([]rune, len(codes))
		for i, c := range codes {
			all[i] = rune(c)
		}
		t := doc.CreateTemplate(func(t *gofpdf.Tpl) {
			t.SetFont(family, "", 10)
			t.Text(0, 0, string(all))
		})
		before, _, _ := strings.Cut(string(t.Bytes()), " 10.00 Tf")
		e.resource = before[strings.LastIndex(before, "/")+1:]
	}
}

// familyName is what gofpdf calls the i-th font; mend gives it its real name.
func familyName(i int) string { return fmt.Sprintf("gk%d", i) }

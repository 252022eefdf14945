package pdf

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/jung-kurt/gofpdf"
)

// letters are the characters of one document: which small font each is in and
// under which code.
type letters struct {
	fonts []*embedded // in the order of first use
	known [len(faces)]letterTable
}

// letterTable is looked into for every character printed, so it is an array of
// 256 letters for each beginning of a rune that occurs.
type letterTable [(utf8.MaxRune + 1) / 256]*[256]letter

// letter is where to find a character: the font's number, from 1, and the code
// in it.
type letter struct {
	font uint8
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
	row := &l.known[f][r/256]
	if *row == nil {
		*row = new([256]letter)
	}
	if at := &(*row)[r%256]; at.font != 0 {
		return *at
	}
	(*row)[r%256] = l.enter(f, r)
	return (*row)[r%256]
}

func (l *letters) enter(f Face, r rune) letter {
	font, glyph := f.find(r)
	if glyph == 0 { // the caller has cleaned his strings; this is the second lock
		r = Geta
		font, _ = f.find(r)
	}
	for i, e := range l.fonts {
		if c, ok := e.code(font, r); ok {
			return letter{uint8(i + 1), c}
		}
	}
	e := &embedded{subset: newSubset(font)}
	l.fonts = append(l.fonts, e)
	c, _ := e.code(font, r) // an empty subset holds anything of its own font
	return letter{uint8(len(l.fonts)), c}
}

// embed has gofpdf file a seed for each font. A template that is never placed
// shows under which name, so that pages can be written with our own operators.
func (l *letters) embed(doc *gofpdf.Fpdf) {
	for i, e := range l.fonts {
		family := familyName(i)
		doc.AddUTF8FontFromBytes(family, "", seed())
		t := doc.CreateTemplate(func(t *gofpdf.Tpl) { t.SetFont(family, "", 10) })
		before, _, _ := strings.Cut(string(t.Bytes()), " 10.00 Tf")
		e.resource = before[strings.LastIndex(before, "/")+1:]
	}
}

// familyName is what gofpdf calls the i-th font; mend gives it its real name.
func familyName(i int) string { return fmt.Sprintf("gk%d", i) }

package pdf

import (
	"bytes"
	"fmt"
	"io"
	"time"
	"unicode/utf16"

	"github.com/jung-kurt/gofpdf"
)

// Info is what a file says of itself.
type Info struct {
	Title  string
	Author string
	At     time.Time // creation and modification; the file holds no other time
	Duplex bool      // two-sided papers ask the printer for both sides
}

// Write writes the sheet as a PDF file. The same sheet and info give the same
// bytes. A panic inside gofpdf comes back as an error and nothing is written
// then.
func Write(w io.Writer, s *Sheet, info Info) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("pdf: writing failed: %v", p)
		}
	}()
	if len(s.Pages) == 0 {
		return fmt.Errorf("pdf: a sheet without pages")
	}
	letters := gather(s)
	doc := newDocument(s.Pages[0], info)
	letters.embed(doc)
	pen := &pen{doc: doc, letters: letters}
	marks := s.Outline
	for i, p := range s.Pages {
		pen.begin(p)
		for ; len(marks) > 0 && marks[0].Page <= i; marks = marks[1:] {
			doc.Bookmark(bigEndianText(marks[0].Title), 0, 0)
		}
		pen.page(p)
	}
	var raw bytes.Buffer
	if err := doc.Output(&raw); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	return mend(w, raw.Bytes(), letters, info)
}

// newDocument returns an empty gofpdf document. Titles go in ready encoded,
// because gofpdf's own encoding loses runes beyond the BMP.
func newDocument(first *Page, info Info) *gofpdf.Fpdf {
	doc := gofpdf.NewCustom(&gofpdf.InitType{OrientationStr: orientation(first), UnitStr: "mm", SizeStr: "A4"})
	doc.SetCatalogSort(true)
	doc.SetCompression(false) // mend compresses pages, with one compressor for all
	doc.SetAutoPageBreak(false, 0)
	doc.SetCreationDate(info.At)
	doc.SetModificationDate(info.At)
	doc.SetTitle(bigEndianText(info.Title), false)
	doc.SetAuthor(bigEndianText(info.Author), false)
	doc.SetProducer("gongkao", false)
	return doc
}

func orientation(p *Page) string {
	if p.Width > p.Height {
		return "L"
	}
	return "P"
}

// bigEndianText is a PDF text string: UTF-16 with a byte order mark.
func bigEndianText(s string) string {
	clean, _ := Clean(s)
	return string(bigEndian(append([]uint16{0xFEFF}, utf16.Encode([]rune(clean))...)))
}

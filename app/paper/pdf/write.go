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
	images := 0
	marks := s.Outline
	for i, p := range s.Pages {
		addPage(doc, p)
		for ; len(marks) > 0 && marks[0].Page <= i; marks = marks[1:] {
			doc.Bookmark(bigEndianText(marks[0].Title), 0, 0)
		}
		for _, image := range p.Images {
			images++
			addImage(doc, image, images)
		}
	}
	var raw, out bytes.Buffer
	if err := doc.Output(&raw); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	if err := mend(&out, raw.Bytes(), s, letters, info); err != nil {
		return err
	}
	_, err = w.Write(out.Bytes())
	return err
}

// addPage adds an empty page; mend writes its contents.
func addPage(doc *gofpdf.Fpdf, page *Page) {
	size := gofpdf.SizeType{Wd: page.Width, Ht: page.Height}
	if page.Width > page.Height {
		size = gofpdf.SizeType{Wd: page.Height, Ht: page.Width}
	}
	doc.AddPageFormat(orientation(page), size)
}

// addImage files each photo under a name of its own; equal ones gofpdf merges.
func addImage(doc *gofpdf.Fpdf, i Image, n int) {
	name := fmt.Sprintf("photo%06d", n)
	options := gofpdf.ImageOptions{ImageType: "JPG"}
	doc.RegisterImageOptionsReader(name, options, bytes.NewReader(i.JPEG))
	doc.ImageOptions(name, i.X, i.Y, i.W, i.H, false, options, 0, "")
}

// newDocument returns an empty gofpdf document. Titles go in ready encoded,
// because gofpdf's own encoding loses runes beyond the BMP.
func newDocument(first *Page, info Info) *gofpdf.Fpdf {
	doc := gofpdf.NewCustom(&gofpdf.InitType{OrientationStr: orientation(first), UnitStr: "mm", SizeStr: "A4"})
	doc.SetCatalogSort(true)
	doc.SetCompression(false) // mend compresses
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

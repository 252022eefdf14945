package grid

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"regexp"
	"strings"
)

// maxHead is how long the head of the letter may be.
const maxHead = 64 << 10

var headEnd = regexp.MustCompile(`\n\r?\n`)

// readArchive reads the sheets of a web page saved as one file: a letter whose
// parts are pages, one a sheet.
func readArchive(b *Book, content []byte) error {
	if !headEnd.Match(content[:min(len(content), maxHead)]) {
		return damaged(errCut)
	}
	letter, err := mail.ReadMessage(bytes.NewReader(content))
	if err != nil {
		return damaged(err)
	}
	_, with, err := mime.ParseMediaType(letter.Header.Get("Content-Type"))
	if err != nil || with["boundary"] == "" {
		return damaged(err)
	}
	a := &archive{parts: multipart.NewReader(letter.Body, with["boundary"])}
	if err := a.read(b); err != nil {
		return err
	}
	if len(b.Sheets) == 0 {
		return unreadable(nil, "这个单文件网页里没有表格", saveAs)
	}
	if len(a.names) == len(b.Sheets) {
		for i, name := range a.names {
			b.Sheets[i].Name = name
		}
	}
	return nil
}

// archive is a web page in one file while it is read.
type archive struct {
	parts *multipart.Reader
	names []string // that the workbook gives its sheets
	kept  int
}

func (a *archive) read(b *Book) error {
	for range maxParts {
		part, err := a.parts.NextPart()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return damaged(err)
		}
		isPage := strings.HasPrefix(strings.ToLower(part.Header.Get("Content-Type")), "text/html")
		if !isPage || strings.HasSuffix(part.Header.Get("Content-Location"), "tabstrip.htm") {
			continue // pictures, styles, and the list of the sheets
		}
		if err := a.page(b, part); err != nil {
			return err
		}
	}
	return tooLarge()
}

// page reads a part that is a page; one without tables is the frame of the
// others, and names them.
func (a *archive) page(b *Book, part *multipart.Part) error {
	var body io.Reader = part
	if strings.EqualFold(part.Header.Get("Content-Transfer-Encoding"), "base64") {
		body = base64.NewDecoder(base64.StdEncoding, part)
	}
	content, err := io.ReadAll(body)
	if err != nil {
		return damaged(err)
	}
	text, err := decodeText(content)
	if err != nil {
		return damaged(err)
	}
	p := newPage(text, &a.kept)
	if err := p.read(); err != nil {
		return err
	}
	if !p.found {
		a.names = append(a.names, p.names...)
		return nil
	}
	if len(b.Sheets) == maxSheets {
		return tooLarge()
	}
	sheet, err := p.sheet()
	b.Sheets = append(b.Sheets, sheet)
	return err
}

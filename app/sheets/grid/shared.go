package grid

import (
	"encoding/xml"
	"io"
	"regexp"
	"strconv"
	"strings"

	"gongkao/data"
)

// readStrings reads the shared strings: the texts that cells name by number.
func (w *workbook) readStrings() error {
	part := w.part(sharedStringsRel)
	if part == "" {
		return nil
	}
	return w.each(part, func(d *tokens, token xml.Token) error {
		e, ok := token.(xml.StartElement)
		if !ok || e.Name.Local != "si" {
			return nil
		}
		if len(w.strings) == maxStrings {
			return tooLarge()
		}
		text, err := readRich(d, "si")
		w.may.pay(text != "", tagsOfText)
		w.strings = append(w.strings, text)
		return err
	})
}

// readRich reads the text inside an element up to its end: the runs of a rich
// text joined, without the phonetic guides (rPh).
func readRich(d *tokens, until string) (string, error) {
	var b strings.Builder
	inText, inGuide := false, false
	for {
		token, err := d.RawToken()
		if err != nil {
			return "", unexpected(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			inText = t.Name.Local == "t"
			inGuide = inGuide || t.Name.Local == "rPh"
		case xml.CharData:
			if inText && !inGuide && b.Len() < maxText*4 {
				b.Write(t)
			}
		case xml.EndElement:
			inText = false
			switch t.Name.Local {
			case "rPh":
				inGuide = false
			case until:
				return cellText(unescape(b.String())), nil
			}
		}
	}
}

// readPlain reads the characters inside an element up to its end.
func readPlain(d *tokens, until string) (string, error) {
	text := ""
	for {
		token, err := d.RawToken()
		if err != nil {
			return "", unexpected(err)
		}
		switch t := token.(type) {
		case xml.CharData:
			if text == "" {
				text = string(t)
			} else if len(text) < maxText*4 {
				text += string(t)
			}
		case xml.EndElement:
			if t.Name.Local == until {
				return text, nil
			}
		}
	}
}

// unexpected makes the end of a part inside an element the damage it is.
func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// cellText gives the text of a cell its form: blanks alone are nothing, and
// what is longer than maxText characters is cut.
func cellText(s string) string {
	if strings.TrimSpace(s) == "" {
		return ""
	}
	if len(s) <= maxText {
		return s
	}
	return data.FirstRunes(s, maxText)
}

var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescape undoes the _x000D_ with which OOXML writes characters that XML may
// not hold.
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return escaped.ReplaceAllStringFunc(s, func(e string) string {
		code, _ := strconv.ParseUint(e[2:6], 16, 16)
		return string(rune(code))
	})
}

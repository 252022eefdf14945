package grid

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// webText is the text of a cell as a page shows it: blanks and line ends in the
// source are one blank, and between two Chinese characters a line end is none.
type webText struct {
	shown  []byte
	last   rune // of shown; 0 at the beginning of a line
	blank  bool // blanks have come since
	broken bool // a line end among them
}

// add appends text of the source.
func (t *webText) add(source []byte) {
	for len(source) > 0 && len(t.shown) < 4*maxText {
		r, size := utf8.DecodeRune(source)
		source = source[size:]
		switch r {
		case '\n', '\r':
			t.broken = true
			fallthrough
		case ' ', '\t', '\f':
			t.blank = true
			continue
		case '\u00a0':
			r = ' '
		}
		if t.blank && t.last != 0 && !(t.broken && unicode.Is(unicode.Han, t.last) && unicode.Is(unicode.Han, r)) {
			t.shown = append(t.shown, ' ')
		}
		t.shown = utf8.AppendRune(t.shown, r)
		t.last, t.blank, t.broken = r, false, false
	}
}

// newLine begins a line, unless at the beginning.
func (t *webText) newLine() {
	if t.last != 0 {
		t.shown = append(t.shown, '\n')
	}
	t.last, t.blank, t.broken = 0, false, false
}

// take returns the text and begins anew.
func (t *webText) take() string {
	s := string(bytes.TrimRight(t.shown, "\n"))
	*t = webText{shown: t.shown[:0]}
	return s
}

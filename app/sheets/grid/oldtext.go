package grid

import (
	"strings"
	"unicode/utf16"
)

// oldText reads the texts of a record that may go on in others (CONTINUE).
// Where the characters of a text go on, a byte says anew whether each takes one
// byte or two.
type oldText struct {
	piece []byte
	rest  []byte // of the stream, after it
	cut   bool   // more was asked for than there is
}

func (r record) text(at int) *oldText {
	return &oldText{piece: r.body[min(at, len(r.body)):], rest: r.rest}
}

// byte returns the next byte, across pieces; 0 at the end.
func (t *oldText) byte() int {
	for len(t.piece) == 0 {
		r, _, err := recordAt(t.rest, 0)
		if err != nil || r.kind != recContinue {
			t.cut = true
			return 0
		}
		t.piece, t.rest = r.body, r.rest
	}
	b := t.piece[0]
	t.piece = t.piece[1:]
	return int(b)
}

func (t *oldText) u16() int { return t.byte() | t.byte()<<8 }

func (t *oldText) u32() int { return t.u16() | t.u16()<<16 }

// skip leaves out n bytes, across pieces.
func (t *oldText) skip(n int) {
	for n > 0 && !t.cut {
		if len(t.piece) == 0 {
			t.byte()
			n--
			continue
		}
		step := min(n, len(t.piece))
		t.piece, n = t.piece[step:], n-step
	}
}

// long reads a text with a length of two bytes: flags, then the characters, the
// runs of its fonts and its phonetic guide.
func (t *oldText) long() string {
	n, flags := t.u16(), t.byte()
	after := 0
	if flags&8 != 0 {
		after = 4 * t.u16()
	}
	if flags&4 != 0 {
		after += t.u32()
	}
	s := t.characters(n, flags)
	t.skip(after)
	return s
}

// short reads a text with a length of one byte, as sheet names have.
func (t *oldText) short() string {
	n := t.byte()
	return t.characters(n, t.byte())
}

// characters reads n characters and keeps those that a cell may have.
func (t *oldText) characters(n, flags int) string {
	var b strings.Builder
	for n > 0 {
		if len(t.piece) == 0 {
			if flags = t.byte(); t.cut {
				break
			}
			continue
		}
		width := 1 + flags&1
		have := min(n, len(t.piece)/width)
		if have == 0 { // half a character ends the piece
			t.piece = nil
			continue
		}
		if b.Len() < 4*maxText {
			decode(&b, t.piece[:have*width], width)
		}
		t.piece, n = t.piece[have*width:], n-have
	}
	return cellText(b.String())
}

func decode(b *strings.Builder, chars []byte, width int) {
	if width == 1 {
		for _, c := range chars {
			b.WriteRune(rune(c))
		}
		return
	}
	units := make([]uint16, len(chars)/2)
	for i := range units {
		units[i] = uint16(chars[2*i]) | uint16(chars[2*i+1])<<8
	}
	b.WriteString(string(utf16.Decode(units)))
}

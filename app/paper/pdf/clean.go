package pdf

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Geta is printed where a character cannot be: 〓, the printers' sign for a
// missing sort.
const Geta = '〓'

// Clean makes a string printable on one line. Marks that cannot be seen (zero
// width, direction, variation selectors) go, line breaks, tabs and odd blanks
// become a blank, and what no font can print, or is not a character at all,
// becomes 〓. lost holds those runes (U+FFFD for broken UTF-8), so that a
// warning can name them.
func Clean(s string) (clean string, lost []rune) {
	if printable(s) {
		return s, nil
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD"):
			lost = append(lost, utf8.RuneError)
			b.WriteRune(Geta)
		case invisible(r):
		case blank(r):
			b.WriteByte(' ')
		default:
			if _, glyph := Song.find(r); glyph == 0 {
				lost = append(lost, r)
				r = Geta
			}
			b.WriteRune(r)
		}
	}
	return b.String(), lost
}

// printable is the quick answer for nearly every string: all its runes are
// plain ones of the Song face.
func printable(s string) bool {
	plain := plainRunes()
	for _, r := range s {
		if r > 0xFFFF || !plain[r] {
			return false
		}
	}
	return true
}

// plainRunes are the runes that Clean leaves as they are.
var plainRunes = sync.OnceValue(func() *[0x10000]bool {
	var plain [0x10000]bool
	bmp := loaded[Song]().bmp
	for i := range plain {
		r := rune(i)
		plain[i] = bmp[i] != 0 && r != utf8.RuneError && !invisible(r) && (r == ' ' || !blank(r))
	}
	return &plain
})

// Paragraphs splits a value at its line breaks and cleans each part.
func Paragraphs(s string) (clean []string, lost []rune) {
	if !strings.ContainsRune(s, '\n') {
		c, l := Clean(s)
		return []string{c}, l
	}
	for part := range strings.SplitSeq(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
		c, l := Clean(part)
		clean, lost = append(clean, c), append(lost, l...)
	}
	return clean, lost
}

// invisible marks say something to a computer only.
func invisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}

// blank covers controls and every blank but the full-width one, which clerks
// use to spread a name and which keeps its width.
func blank(r rune) bool {
	return r != '\u3000' && (unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Zl, r) || unicode.Is(unicode.Zp, r))
}

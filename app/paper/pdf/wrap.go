package pdf

import (
	"strings"
	"unicode/utf8"
)

// Signs that may not begin a line, or end one.
const (
	noStart = "，。、；：？！）》〉」』】〕”’…—％·,.;:?!)]}%〗～"
	noEnd   = "（《〈「『【〔“‘([{〖"
	// counted words stay with the number before them: 2026 年, 37 人.
	counted = "年月日天号元人份名册本"
)

// Breaking says where a line may break.
type Breaking int

// The ways of breaking.
const (
	Prose  Breaking = iota // anywhere kinsoku allows
	OfName                 // a name breaks only after · (and after a full-width blank)
)

// Wrap breaks s into lines no wider than width millimetres. Nothing is lost:
// the lines joined are s again. No line begins with a closing sign or ends
// with an opening one; numbers and Latin words stay whole, a number keeps its
// measure word, and what may not begin a line takes the whole word before it
// along. A word longer than a line is cut where the line ends.
func (f Face) Wrap(s string, size, width float64, how Breaking) []string {
	return f.wrapAfter(s, size, how, width, width)
}

// wrapAfter is Wrap with another width for the first line.
func (f Face) wrapAfter(s string, size float64, how Breaking, first, width float64) []string {
	w := wrapper{face: f, size: size, width: first, rest: width, text: s}
	for _, word := range words(s, how) {
		w.add(word)
	}
	return append(w.lines, s[w.start:])
}

// wrapper fills lines one after the other.
type wrapper struct {
	face  Face
	size  float64
	width float64 // of this line
	rest  float64 // of those after it
	text  string
	lines []string
	start int     // where this line begins in text
	end   int     // how far text has been taken
	used  float64 // width of this line, its trailing blanks included
}

func (w *wrapper) add(word string) {
	full := w.face.Width(word, w.size)
	seen := full
	if word[len(word)-1] == ' ' {
		seen = w.face.Width(strings.TrimRight(word, " "), w.size)
	}
	if !w.fits(seen) && w.end > w.start {
		w.next()
	}
	if w.fits(seen) {
		w.put(word, full)
		return
	}
	for len(word) > 0 { // longer than a line: cut it where lines end
		_, n := utf8.DecodeRuneInString(word)
		letter := word[:n]
		wide := w.face.Width(letter, w.size)
		if w.end > w.start && letter != " " && !w.fits(wide) {
			w.next()
		}
		w.put(letter, wide)
		word = word[n:]
	}
}

// fits allows a hair for rounding, so that a column drawn to measure holds
// what was measured for it.
func (w *wrapper) fits(wide float64) bool { return w.used+wide <= w.width+1e-6 }

func (w *wrapper) put(s string, wide float64) {
	w.end += len(s)
	w.used += wide
}

func (w *wrapper) next() {
	w.lines = append(w.lines, w.text[w.start:w.end])
	w.start, w.used, w.width = w.end, 0, w.rest
}

// words cuts s where a line may break; joined they are s again.
func words(s string, how Breaking) (parts []string) {
	start := 0
	previous := rune(0)
	for i, r := range s {
		if i > start && mayBreak(previous, r, how) {
			parts = append(parts, s[start:i])
			start = i
		}
		previous = r
	}
	if start < len(s) {
		parts = append(parts, s[start:])
	}
	return parts
}

func mayBreak(a, b rune, how Breaking) bool {
	switch {
	case how == OfName:
		return a == '·' || a == '　' && b != '　'
	case b == ' ', strings.ContainsRune(noStart, b), strings.ContainsRune(noEnd, a):
		return false
	case a == ' ':
		return true
	case solid(a) && solid(b):
		return false
	case a >= '0' && a <= '9' && strings.ContainsRune(counted, b):
		return false
	}
	return true
}

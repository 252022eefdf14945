package kit

import (
	"image/color"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
)

// Signs that may not begin a line, and signs that may not end one.
const (
	neverFirst = "，。；：、？！）》”’〕】」』…—%,.;:?!)]}·"
	neverLast  = "（《“‘〔【「『([{"
)

// Lines breaks a text as Chinese is set: between any two hanzi, but never
// before a closing sign or after an opening one, and never inside a word or a
// figure. "\n" begins a new line.
func Lines(text string, room, size float32, bold bool) []string {
	var lines []string
	for _, part := range strings.Split(text, "\n") {
		line := ""
		for _, piece := range pieces(part) {
			if line != "" && width(line+strings.TrimRight(piece, " 　"), size, bold) > room {
				lines = append(lines, strings.TrimRight(line, " 　"))
				line, piece = "", strings.TrimLeft(piece, " 　")
			}
			for width(piece, size, bold) > room && len([]rune(piece)) > 1 { // one word wider than the line
				head := longestHead(piece, room, size, bold)
				lines = append(lines, head)
				piece = strings.TrimPrefix(piece, head)
			}
			line += piece
		}
		lines = append(lines, strings.TrimRight(line, " 　"))
	}
	return lines
}

// pieces cuts a text where a line may end.
func pieces(text string) []string {
	var out []string
	runes := []rune(text)
	start := 0
	for i := 1; i < len(runes); i++ {
		if mayBreak(runes[i-1], runes[i]) {
			out = append(out, string(runes[start:i]))
			start = i
		}
	}
	if start < len(runes) {
		out = append(out, string(runes[start:]))
	}
	return out
}

func mayBreak(before, after rune) bool {
	switch {
	case strings.ContainsRune(neverFirst, after), strings.ContainsRune(neverLast, before), unicode.IsSpace(after):
		return false
	case unicode.IsSpace(before):
		return true
	}
	return !(inWord(before) && inWord(after))
}

func inWord(r rune) bool {
	return r < 0x2E80 && (unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-+/_.,:%*@#&=", r))
}

// longestHead cuts a word that is wider than a whole line.
func longestHead(piece string, room, size float32, bold bool) string {
	runes := []rune(piece)
	n := 1
	for n < len(runes)-1 && width(string(runes[:n+1]), size, bold) <= room {
		n++
	}
	for n > 1 && n < len(runes) && strings.ContainsRune(neverFirst, runes[n]) {
		n--
	}
	return string(runes[:n])
}

// Para sets a text in lines of a pitch, the first line's box beginning at 0, 0,
// and returns the height they take.
func Para(s string, room, size, pitch float32, c color.Color) (objects []fyne.CanvasObject, height float32) {
	return Style{Size: size, Color: c}.Para(s, room, pitch)
}

// Para is Para in a style.
func (s Style) Para(text string, room, pitch float32) (objects []fyne.CanvasObject, height float32) {
	for _, line := range Lines(text, room, s.size(), s.Bold) {
		t := s.Set(line)
		t.Move(fyne.NewPos(0, height-textRise))
		t.Resize(fyne.NewSize(room, pitch))
		objects = append(objects, t)
		height += pitch
	}
	return objects, height
}

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
	counted    = "年月日号天岁人个份页条处次级元" // stay with the figure before them
	dated      = "年月"              // and with the figure after them
)

// Lines breaks a text as Chinese is set: between any two hanzi, but never
// before a closing sign or after an opening one, and never inside a word, a
// figure or a date. "\n" begins a new line.
func Lines(text string, room, size float32, bold bool) []string {
	var lines []string
	fits := func(line string) bool { return width(strings.TrimRight(line, " 　"), size, bold) <= room }
	for _, part := range strings.Split(text, "\n") {
		line, first, whole := "", len(lines), "" // whole is the line before, with the blank it ended in
		for _, piece := range pieces(part) {
			if line != "" && !fits(line+piece) {
				lines, whole = append(lines, strings.TrimRight(line, " 　")), line
				line, piece = "", strings.TrimLeft(piece, " 　")
			}
			for !fits(piece) && len([]rune(piece)) > 1 { // one word wider than the line
				head := longestHead(piece, room, size, bold)
				lines, whole = append(lines, head), head
				piece = strings.TrimPrefix(piece, head)
			}
			line += piece
		}
		line = strings.TrimRight(line, " 　")
		if len(lines) > first {
			if before, last := accompany(whole, line); fits(last) {
				lines[len(lines)-1], line = before, last
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// accompany gives a hanzi that would stand alone in the last line the one
// before it.
func accompany(before, last string) (string, string) {
	const alone = 2 // a hanzi and its full stop
	all := pieces(before)
	before = strings.TrimRight(before, " 　")
	end := len(all) - 1
	if end < 1 || last == "" || len([]rune(last)) > alone || unicode.IsSpace([]rune(all[end])[0]) {
		return before, last
	}
	return strings.TrimRight(strings.Join(all[:end], ""), " 　"), all[end] + last
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
	case unicode.IsDigit(before) && strings.ContainsRune(counted, after), strings.ContainsRune(dated, before) && unicode.IsDigit(after):
		return false
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

package tray

import (
	"regexp"
	"unicode"
	"unicode/utf8"

	"gongkao/data"
)

// Span is a part of a text, by characters: from the first to before the second.
type Span struct{ From, To int }

// faults are the parts of a cell that are wrong, by the code of what is wrong with
// it; like is what it might have meant, "" where nobody knows. None where the cell
// is wrong as a whole.
func faults(code, written, like string) []Span {
	runes := []rune(written)
	switch code {
	case "id-checksum":
		return lastOf(runes, 1)
	case "id-mangled":
		return mangled(written)
	case "id-birth":
		if n := len(runes); n == 18 {
			return []Span{{6, 14}}
		}
	case "id-characters":
		return spans(runes, func(r rune) bool { return !unicode.IsDigit(r) && r != 'X' && r != 'x' })
	case "name-bad":
		return spans(runes, func(r rune) bool {
			return unicode.Is(unicode.Co, r) || r == '□' || r == utf8.RuneError || unicode.IsDigit(r) || r < utf8.RuneSelf && !unicode.IsLetter(r) && r != ' '
		})
	case "date-ambiguous":
		if at := dot.FindStringIndex(written); at != nil {
			return []Span{{utf8.RuneCountInString(written[:at[0]]), utf8.RuneCountInString(written[:at[1]])}}
		}
	case "unit-similar":
		if like != "" {
			return beyond(runes, []rune(like))
		}
		return spans(runes, unicode.IsSpace)
	}
	return nil
}

var (
	dot      = regexp.MustCompile(`[.．]\d+$`)
	zeros    = regexp.MustCompile(`0{2,}$`)
	exponent = regexp.MustCompile(`[eE]\+?\d+$`)
)

// mangled is what a spreadsheet has put in place of the last digits.
func mangled(written string) []Span {
	for _, shape := range []*regexp.Regexp{exponent, zeros} {
		if at := shape.FindStringIndex(written); at != nil {
			return []Span{{utf8.RuneCountInString(written[:at[0]]), utf8.RuneCountInString(written[:at[1]])}}
		}
	}
	return nil
}

func lastOf(runes []rune, n int) []Span {
	for end := len(runes); end > 0; end-- {
		if !unicode.IsSpace(runes[end-1]) {
			return []Span{{max(0, end-n), end}}
		}
	}
	return nil
}

// spans are the runs of characters that a test finds.
func spans(runes []rune, wrong func(rune) bool) (all []Span) {
	for i, r := range runes {
		switch n := len(all); {
		case !wrong(r):
		case n > 0 && all[n-1].To == i:
			all[n-1].To = i + 1
		default:
			all = append(all, Span{i, i + 1})
		}
	}
	return all
}

// beyond are the characters of a text that another has not, in their order. Where
// that is most of them nothing is marked: the name is another, not a slip.
func beyond(written, like []rune) []Span {
	common := commonWith(written, like)
	wrong, at := 0, 0
	all := spans(written, func(rune) bool {
		at++
		if !common[at-1] {
			wrong++
		}
		return !common[at-1]
	})
	if 2*wrong > len(written) {
		return nil
	}
	return all
}

// commonWith tells which characters of a belong to the longest sequence that a and
// b have in common. Names of units are short enough for the plain table.
func commonWith(a, b []rune) []bool {
	if len(a) > data.MaxNote || len(b) > data.MaxNote {
		return make([]bool, len(a))
	}
	length := make([][]int, len(a)+1)
	for i := range length {
		length[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			length[i][j] = max(length[i+1][j], length[i][j+1])
			if a[i] == b[j] {
				length[i][j] = max(length[i][j], 1+length[i+1][j+1])
			}
		}
	}
	common := make([]bool, len(a))
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			common[i] = true
			i, j = i+1, j+1
		case length[i+1][j] >= length[i][j+1]:
			i++
		default:
			j++
		}
	}
	return common
}

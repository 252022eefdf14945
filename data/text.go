package data

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of length, in characters. Longer names are refused, longer notes cut
// with a warning (command-line contract).
const (
	MaxName = 50
	MaxUnit = 60
	MaxNote = 500
)

// Narrow turns full-width digits, letters and signs (U+FF01–FF5E) and the
// full-width blank into their ordinary forms.
func Narrow(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0xFF01 && r <= 0xFF5E:
			return r - 0xFEE0
		case r == 0x3000:
			return ' '
		}
		return r
	}, s)
}

// Squeeze removes every blank and every mark that cannot be seen, so that
// names typed with care for looks ("张　伟") compare as what they say.
func Squeeze(s string) string { return strings.Map(dropBlank, s) }

// dropBlank drops blanks, line breaks, control and invisible format marks
// (zero-width space, byte order mark, direction marks).
func dropBlank(r rune) rune {
	if unicode.IsSpace(r) || unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) {
		return -1
	}
	return r
}

// NormaliseName gives a name its one form: blanks inside go (张　伟), the
// sundry middle dots (• ・ ． and kin) become U+00B7.
func NormaliseName(s string) string {
	s = strings.Map(func(r rune) rune {
		switch r {
		case '•', '・', '．', '‧', '∙', '⋅', '･', '●':
			return '·'
		}
		return r
	}, s)
	return Squeeze(s)
}

// CheckName refuses (code name-bad) what cannot be anybody's name on paper:
// placeholders for a character that was lost (□ 〓 �), private-use
// characters, control characters, more than MaxName characters. An empty name
// is the caller's question.
func CheckName(s string) error {
	if utf8.RuneCountInString(s) > MaxName {
		return Refuse("name-bad", "name", "姓名超过 50 个字", "请核对是否把别的内容粘进了姓名")
	}
	if !utf8.ValidString(s) {
		return Refuse("name-bad", "name", "姓名中有损坏的字符", "请对照身份证重新录入姓名")
	}
	for _, r := range s {
		switch {
		case r == '□' || r == '☐' || r == '〓' || r == utf8.RuneError || r == '?' || r == '？' || r == '*':
			return Refuse("name-bad", "name", "姓名中有打不出来的字（"+string(r)+"）", "请对照身份证补全这个字")
		case unicode.Is(unicode.Co, r):
			return Refuse("name-bad", "name", "姓名中有本机造字，别的电脑上会变成空框", "请用标准字重新录入这个字")
		case unicode.IsControl(r) || unicode.IsDigit(r):
			return Refuse("name-bad", "name", "姓名中有不该出现的字符", "请对照身份证重新录入姓名")
		}
	}
	return nil
}

// NormaliseUnit gives a unit's name the form in which two spellings compare:
// ordinary brackets and digits, no blanks. It is for matching only; the name
// itself is kept as it stands on the seal.
func NormaliseUnit(s string) string {
	return Squeeze(strings.NewReplacer("（", "(", "）", ")").Replace(Narrow(s)))
}

// FirstRunes returns at most n characters of s.
func FirstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// Commas writes a number as screens and papers do, with its thousands comma:
// 1,240.
func Commas(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Digits reports whether a text is the digits 0 to 9 alone, and not empty.
func Digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

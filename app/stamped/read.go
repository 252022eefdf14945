// Package stamped finds the record of a sheet again by its code, tells whether the
// sheet still says what is on record and what has changed, and writes down which
// sheets came back with their stamp (盖章件已回). Callers want Find, which only
// looks, and Receive, which takes a sheet in; Load says how every sheet stands.
package stamped

import (
	"regexp"
	"strings"
	"unicode"

	"gongkao/data"
)

// Scanned is what stands in the code of a sheet. Read off the paper by eye there
// is the check code alone.
type Scanned struct {
	Code string // 核对码, eight characters
	Kind string // of the paper, three capitals; "" typed by hand
	Year int    // the last two digits; 0 typed by hand
	Head string // of the history when it was printed, 16 hex digits; "" typed by hand
}

// A scanner types what it reads; a Chinese keyboard widens the signs, a key held
// down makes small letters of capitals, and people leave the dash out.
var (
	whole = regexp.MustCompile(`^GK([0-9]+)[:;]?([A-Z]{3})[:;]?([0-9]{2})[:;]?([0-9A-Z]{4})-?([0-9A-Z]{4})[:;]?([0-9A-F]{16})$`)
	alone = regexp.MustCompile(`^([0-9A-Z]{4})-?([0-9A-Z]{4})$`)
)

// form is the version of the code's form that this program writes.
const form = "1"

// letters are those of a check code: none is mistaken for another on paper.
const letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"

// dashes are the signs a keyboard makes of the dash.
const dashes = "-－–—―‐‑_＿·"

// plain brings a text to capitals, narrow signs and one kind of dash.
func plain(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b':
			return -1
		case strings.ContainsRune(dashes, r):
			return '-'
		}
		return r
	}, data.Narrow(text))
	return strings.ToUpper(strings.ReplaceAll(strings.ReplaceAll(text, "--", "-"), "::", ":"))
}

// Looks reports whether a text typed into a search box is a sheet's code: what a
// scanner types, or eight characters with the dash, or letters and digits mixed,
// as neither pinyin nor the tail of an ID number is.
func Looks(text string) bool {
	p := plain(text)
	if strings.HasPrefix(p, "GK1") {
		return len(p) > 20
	}
	if !alone.MatchString(p) {
		return false
	}
	return strings.Contains(p, "-") || strings.ContainsAny(p, "23456789") && strings.ContainsAny(p, letters[8:])
}

// Read reads what a scanner or a clerk typed. It refuses what is no code
// (code-bad), a sign that no code has (code-letter), and the code of a newer
// program (code-newer).
func Read(text string) (Scanned, error) {
	p := plain(text)
	if m := whole.FindStringSubmatch(p); m != nil {
		if m[1] != form {
			return Scanned{}, data.Refuse("code-newer", "", "这张纸是更新版本的程序打印的，本机读不了它的二维码", "请升级本机的工考程序，或录入纸上的核对码")
		}
		s := Scanned{Code: m[4] + m[5], Kind: m[2], Year: int(m[3][0]-'0')*10 + int(m[3][1]-'0'), Head: strings.ToLower(m[6])}
		return s, lettersOf(s.Code)
	}
	if m := alone.FindStringSubmatch(p); m != nil {
		return Scanned{Code: m[1] + m[2]}, lettersOf(m[1] + m[2])
	}
	return Scanned{}, data.Refuse("code-bad", "", "“"+data.FirstRunes(strings.TrimSpace(text), 40)+"”不是核对码", "核对码是纸上“核对码”后面的 8 个字符，如 K7M2-9QX4；扫二维码时请先切到英文输入")
}

// lettersOf refuses a code with a sign that none has.
func lettersOf(code string) error {
	for _, r := range code {
		if !strings.ContainsRune(letters, r) {
			return data.Refuse("code-letter", "", "核对码 "+data.Dashed(code)+" 录得不对：核对码里没有“"+string(r)+"”", "核对码里没有 0、O、1、I、L；请对着纸再录一遍")
		}
	}
	return nil
}

package registration

import (
	"strings"
	"sync"

	"github.com/mozillazg/go-pinyin"
)

// maxReadings caps how many readings of one name are indexed; names of four
// characters with several readings each would otherwise multiply.
const maxReadings = 16

// surnameReadings are the initials of surnames that are read otherwise than
// the dictionary says first or at all; the ordinary reading is indexed as well.
var surnameReadings = map[rune]string{
	'单': "s", '曾': "z", '仇': "q", '解': "x", '查': "z", '区': "o", '翟': "z", '覃': "q", '盖': "g", '朴': "p", '缪': "m", '乐': "y",
	'冼': "x", '折': "s", '员': "y", '种': "c", '重': "c", '秘': "b", '繁': "p", '召': "s", '隗': "w", '郗': "x", '褚': "c", '宿': "s",
}

// compoundReadings are surnames of two characters that are read as nobody
// would guess.
var compoundReadings = []struct{ surname, initials string }{
	{"尉迟", "yc"}, {"万俟", "mq"}, {"澹台", "tt"}, {"长孙", "zs"}, {"单于", "cy"},
}

// rareReadings are the initials of characters that the dictionary lacks or
// has wrong.
var rareReadings = map[rune]string{'𬱖': "w", '𠮷': "j"}

var runeInitials sync.Map // rune → string of distinct initials

// initialsOf returns the distinct initials a character may be read with; a
// letter or digit is its own.
func initialsOf(r rune) string {
	if known, ok := runeInitials.Load(r); ok {
		return known.(string)
	}
	found := rareReadings[r]
	for _, readings := range pinyin.Pinyin(string(r), pinyin.Args{Style: pinyin.FirstLetter, Heteronym: true}) {
		for _, initial := range readings {
			if !strings.Contains(found, initial) {
				found += initial
			}
		}
	}
	if found == "" && r < 0x80 && r != ' ' {
		found = strings.ToLower(string(r))
	}
	runeInitials.Store(r, found)
	return found
}

// Initials returns every way to abbreviate a name by pinyin initials: 曾乐 may
// be typed zy, zl, cy or cl. Characters without a known reading are skipped.
func Initials(name string) []string {
	forms := []string{""}
	rest := name
	for _, compound := range compoundReadings {
		if after, ok := strings.CutPrefix(name, compound.surname); ok {
			forms, rest = []string{compound.initials}, after
		}
	}
	first := len(rest) == len(name)
	for _, r := range rest {
		choices := initialsOf(r)
		if first {
			if extra := surnameReadings[r]; extra != "" && !strings.Contains(choices, extra) {
				choices = extra + choices
			}
			first = false
		}
		forms = extend(forms, choices)
	}
	if len(forms) == 1 && forms[0] == "" {
		return nil
	}
	return forms
}

func extend(forms []string, choices string) []string {
	if choices == "" {
		return forms
	}
	var longer []string
	for _, c := range choices {
		for _, f := range forms {
			if len(longer) == maxReadings {
				return longer
			}
			longer = append(longer, f+string(c))
		}
	}
	return longer
}

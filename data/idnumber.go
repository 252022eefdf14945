package data

import (
	"regexp"
	"strings"
)

// IDNumber is a citizen's identity number of 18 characters (GB 11643-1999):
// 6 region, 8 birth, 3 sequence, 1 check. People are told apart by it alone.
type IDNumber string

// IDReading is what can be read from something that should be an ID number.
type IDReading struct {
	Input      string
	Normalised IDNumber // 18 characters, X capital; what could be made of the input
	Birth      Date
	Sex        Sex
	Region     string // the six digits, "" when they cannot be read
	RegionName string
	Problems   []string // codes of the import contract: id-checksum, id-birth, …
}

// RegionLookup returns the name of a six-digit region code. known is false
// when such a code is not in use as far as we can tell.
type RegionLookup func(code string) (name string, known bool)

// idWarnings are the problem codes that do not make a number wrong.
var idWarnings = map[string]bool{"id-legacy": true, "region-unknown": true}

// Valid reports whether the number can be used; warnings do not count.
func (r IDReading) Valid() bool {
	for _, p := range r.Problems {
		if !idWarnings[p] {
			return false
		}
	}
	return r.Normalised != ""
}

// IsIDWarning reports whether a problem code of IDReading leaves the number
// usable.
func IsIDWarning(code string) bool { return idWarnings[code] }

var (
	idExponent = regexp.MustCompile(`^\d(\.\d+)?[eE]\+?\d+$`)
	idReckoned = regexp.MustCompile(`^\d{1,3}(,\d{3}){4,5}(\.0+)?$|^\d{15,19}\.0+$`) // 411,521,198,001,010,000 and …000.00
	idShape18  = regexp.MustCompile(`^\d{17}[\dX]$`)
	idShape15  = regexp.MustCompile(`^\d{15}$`)
	idLetters  = regexp.MustCompile(`[^\dX]|X.`)
)

// ReadID reads an ID number as people send it: full-width digits, blanks, a
// leading apostrophe, a small x, fifteen digits. A number that a spreadsheet
// has mangled (4.11521E+17, 411,521,198,001,010,000, or 18 digits that end in 000 and fail their check
// digit) gets the one problem id-mangled: its last digits are lost, and no
// digit is ever guessed.
func ReadID(input string, regions RegionLookup) IDReading {
	r := IDReading{Input: input}
	s := strings.ToUpper(Squeeze(Narrow(input)))
	s = strings.Trim(s, "'`’‘")
	switch {
	case s == "":
		r.Problems = []string{"id-length"}
		return r
	case idExponent.MatchString(s) || idReckoned.MatchString(s):
		r.Problems = []string{"id-mangled"}
		return r
	case idShape18.MatchString(s) && strings.HasSuffix(s, "000") && checkDigit(s) != s[17]:
		r.Problems = []string{"id-mangled"}
		return r
	case idLetters.MatchString(s):
		r.Problems = []string{"id-characters"}
		return r
	case idShape15.MatchString(s):
		s = s[:6] + "19" + s[6:]
		s += string(checkDigit(s))
		r.Problems = append(r.Problems, "id-legacy")
	case !idShape18.MatchString(s):
		r.Problems = []string{"id-length"}
		return r
	}
	r.Normalised = IDNumber(s)
	r.read(s, regions)
	return r
}

// read takes region, birth, sex and check digit from 18 characters.
func (r *IDReading) read(s string, regions RegionLookup) {
	birth, ok := NewDate(number(s[6:10]), number(s[10:12]), number(s[12:14]))
	if ok && birth.Year >= 1900 {
		r.Birth = birth
	} else {
		r.Problems = append(r.Problems, "id-birth")
	}
	if checkDigit(s) != s[17] {
		r.Problems = append(r.Problems, "id-checksum")
	}
	r.Sex = Female
	if (s[16]-'0')%2 == 1 {
		r.Sex = Male
	}
	r.Region = s[:6]
	name, known := regions(r.Region)
	r.RegionName = name
	if !known {
		r.Problems = append(r.Problems, "region-unknown")
	}
}

// checkDigit computes the eighteenth character from the first seventeen
// (GB 11643-1999, ISO 7064 MOD 11-2).
func checkDigit(s string) byte {
	weights := [17]int{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2}
	sum := 0
	for i, w := range weights {
		sum += int(s[i]-'0') * w
	}
	return "10X98765432"[sum%11]
}

// WithCheckDigit completes seventeen digits to an ID number; for invented
// people only.
func WithCheckDigit(seventeen string) IDNumber {
	return IDNumber(seventeen + string(checkDigit(seventeen)))
}

// CheckDigit returns the check character the first seventeen digits ask for,
// so that a message can say "第 18 位应为 X".
func (n IDNumber) CheckDigit() string {
	if !idShape18.MatchString(string(n)) {
		return ""
	}
	return string(checkDigit(string(n)))
}

// Grouped returns the number in groups of 6-8-4, the way screens show it.
func (n IDNumber) Grouped() string {
	if len(n) != 18 {
		return string(n)
	}
	return string(n[:6] + " " + n[6:14] + " " + n[14:])
}

// Masked hides the birthday and sequence, for lists: 411503 ******** 0027.
func (n IDNumber) Masked() string {
	if len(n) != 18 {
		return string(n)
	}
	return string(n[:6] + " ******** " + n[14:])
}

package photos

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"gongkao/data"
)

// clues are what a file's name says of whose picture it is.
type clues struct {
	number string   // as written, squeezed; "" for none
	words  []string // what may be a name, a unit, a trade: the whole first, then its parts
	parts  []string // its parts alone
	folder []string // the folders, innermost first
}

var (
	extension   = regexp.MustCompile(`\.[A-Za-z0-9]{2,5}$`)
	copyMark    = regexp.MustCompile(`(?:\s*[-_]?\s*(?:副本|复件|[Cc]opy)|\s*[(（\[【]\d{1,3}[)）\]】])+$`)
	counter     = regexp.MustCompile(`^\d{1,4}[-_.、\s]+|[-_.、\s]*\d{1,3}$`)
	idRun       = regexp.MustCompile(`(?:^|[^0-9])(\d{17}[0-9Xx]|\d{15})(?:$|[^0-9Xx])`)
	inNumber    = regexp.MustCompile(`(\d)[-_.\s]+([\dXx])`)
	separators  = regexp.MustCompile(`[-_—–－~～,，、;；.+&@#()（）\[\]【】《》<>"“”'‘’\s]+`)
	pictureWord = []string{"照片", "相片", "证件照", "一寸照", "一寸", "1寸", "二寸", "寸照", "白底", "电子照", "免冠", "头像"}
)

// cluesOf reads a file's name within its source.
func cluesOf(name string) clues {
	name = norm.NFC.String(name)
	var c clues
	if folder := path.Dir(name); folder != "." {
		c.folder = strings.Split(strings.Trim(folder, "/"), "/")
		slices.Reverse(c.folder)
	}
	base := copyMark.ReplaceAllString(extension.ReplaceAllString(path.Base(name), ""), "")
	base = data.Narrow(base)
	c.number, base = takeNumber(base)
	add := func(word string) bool {
		word = data.NormaliseName(word)
		if word == "" || slices.Contains(c.words, word) {
			return false
		}
		c.words = append(c.words, word)
		return true
	}
	add(strings.Trim(base, "-_. "))
	for _, part := range separators.Split(base, -1) {
		if part = data.NormaliseName(part); part != "" && !slices.Contains(c.parts, part) {
			c.parts = append(c.parts, part)
			add(part)
			add(counter.ReplaceAllString(part, ""))
		}
	}
	add(counter.ReplaceAllString(base, ""))
	return c
}

// takeNumber takes an ID number out of a name: whole, or with blanks and dashes in
// it. Digits that stand before or behind it in the same run are another number.
func takeNumber(base string) (number, rest string) {
	joined := base
	for range 20 { // one more pair is joined each time
		next := inNumber.ReplaceAllString(joined, "$1$2")
		if next == joined {
			break
		}
		joined = next
	}
	for _, text := range []string{base, data.Squeeze(base), joined} {
		if at := idRun.FindStringSubmatchIndex(text); at != nil {
			return strings.ToUpper(text[at[2]:at[3]]), text[:at[2]] + " " + text[at[3]:]
		}
	}
	return "", base
}

// noise reports whether a part of a name says nothing of the person.
func noise(part string) bool {
	if part == "" || data.Digits(part) {
		return true
	}
	for _, word := range pictureWord {
		part = strings.ReplaceAll(part, word, "")
	}
	return part == ""
}

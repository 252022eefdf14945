package units

import (
	"cmp"
	"slices"
	"strings"
)

// How near a name must be to be offered. The bounds were set on a register of
// 62 units against names of other counties: none of those is offered.
const (
	leastLength   = 4   // characters; shorter names are too much alike
	leastShare    = 0.6 // an abbreviation keeps at least so much of the name
	charactersOff = 8   // one slip is forgiven for every so many characters
	mostSlips     = 2
)

// telling characters make another unit of a name: 第一小学 is not 第二小学, 医院
// is not 中医院.
const telling = "零〇一二三四五六七八九十0123456789东西南北中甲乙丙丁"

// letters prepares a normalised name for the comparison. The 中 of 中心 tells
// nothing and is often left out.
func letters(key string) []rune {
	return []rune(strings.ReplaceAll(key, "中心", "心"))
}

// near is a unit that a name may mean, and why.
type near struct {
	unit int // index in units
	why  reason
}

// nearest lists the units that a written name may mean, each once, the nearest
// first. Abbreviations go before slips of the pen.
func (m *Matcher) nearest(written []rune) (found []near) {
	if len(written) < leastLength {
		return nil
	}
	type likeness struct {
		near
		off float64 // how far the name is: what was left out, else how many slips
	}
	var like []likeness
	allowed := min(mostSlips, len(written)/charactersOff)
	for _, a := range m.aliases {
		if share := abbreviates(written, a.letters); share > 0 {
			like = append(like, likeness{near{a.unit, reason{"名称像是少写或多写了几个字", "少写或多写了字"}}, 1 - share})
		} else if n, ok := slips(written, a.letters, allowed); ok {
			like = append(like, likeness{near{a.unit, reason{"名称只差一两个字", "只差一两个字"}}, float64(n)})
		}
	}
	slices.SortStableFunc(like, func(a, b likeness) int { return cmp.Compare(a.off, b.off) })
	for _, l := range like {
		if !slices.ContainsFunc(found, func(n near) bool { return n.unit == l.unit }) {
			found = append(found, l.near)
		}
	}
	return found
}

// abbreviates returns how much of the longer name the shorter one keeps, when
// the shorter one is the longer with characters left out; else 0. Nothing that
// tells two units apart may be among the characters left out.
func abbreviates(a, b []rune) float64 {
	short, long := a, b
	if len(short) > len(long) {
		short, long = long, short
	}
	share := float64(len(short)) / float64(len(long))
	if len(short) < leastLength || share < leastShare {
		return 0
	}
	at := 0
	for _, r := range long {
		switch {
		case at < len(short) && short[at] == r:
			at++
		case strings.ContainsRune(telling, r):
			return 0
		}
	}
	if at < len(short) {
		return 0
	}
	return share
}

// slips counts the characters changed, left out or added between two names
// (Levenshtein); ok is false when there are more than allowed, or when one of
// the characters tells two units apart.
func slips(a, b []rune, allowed int) (n int, ok bool) {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if allowed <= 0 || len(a)-len(b) > allowed || len(b)-len(a) > allowed {
		return 0, false
	}
	if strings.ContainsAny(string(a), telling) || strings.ContainsAny(string(b), telling) {
		return 0, false
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, s := range b {
			change := diagonal
			if r != s {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)], row[len(b)] <= allowed
}

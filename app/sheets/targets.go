package sheets

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"

	"gongkao/data"
)

// Target is what a column of a sheet can be read as.
type Target struct {
	Key   string // of a field, as SheetReading.Columns names it
	Label string
}

// Targets lists what the columns of a kind of sheet can be read as. Single years of
// 年度考核 are not among them: any year is one (appraisals.2025).
func Targets(kind string) (all []Target) {
	switch kind {
	case People:
		for _, f := range data.Fields {
			all = append(all, Target{f.Key, f.Label})
		}
	case Units:
		for _, w := range unitWords {
			all = append(all, Target{w.key, w.label})
		}
	default:
		all = ledgerTargets(kind)
	}
	return all
}

func ledgerTargets(kind string) (all []Target) {
	var keys []string
	for _, k := range ledgerKinds {
		if k.kind == kind {
			keys = k.keys
		}
	}
	for _, f := range data.Fields {
		if common[f.Key] && keys != nil {
			all = append(all, Target{f.Key, f.Label})
		}
	}
	for _, w := range ledgerWords {
		if slices.Contains(keys, w.key) {
			all = append(all, Target{w.key, w.label})
		}
	}
	return all
}

// Label names a key of a kind of sheet in words: 身份证号, 2025年度考核; "" when the
// kind has no such key.
func Label(kind, key string) string {
	if year := yearOfKey(key); kind == People && year != 0 {
		return fmt.Sprintf("%d年度考核", year)
	}
	for _, t := range Targets(kind) {
		if t.Key == key {
			return t.Label
		}
	}
	return ""
}

// yearKey is the key of one year's column of the field appraisals.
func yearKey(year int) string { return fmt.Sprintf("appraisals.%d", year) }

var yearKeyShape = regexp.MustCompile(`^appraisals\.((?:19|20)\d\d)$`)

// yearOfKey is the year of such a key; 0 for any other.
func yearOfKey(key string) int {
	m := yearKeyShape.FindStringSubmatch(key)
	if m == nil {
		return 0
	}
	year, _ := strconv.Atoi(m[1])
	return year
}

// columnOf is a column by its letters, from 0.
func columnOf(letters string) (column int, ok bool) {
	for _, r := range letters {
		if r < 'A' || r > 'Z' || column > 1000 {
			return 0, false
		}
		column = column*26 + int(r-'A') + 1
	}
	return column - 1, letters != ""
}

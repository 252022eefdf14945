package printing

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gongkao/app/policy"
)

// evidenceNames names documents: those of several years in one, 2021—2025 年度考核登记表.
func evidenceNames(slots []string) string {
	var years []int
	for _, slot := range slots {
		if year, ok := yearOf(slot); ok {
			years = append(years, year)
		}
	}
	if len(years) < 2 || len(years) < len(slots) {
		names := make([]string, len(slots))
		for i, slot := range slots {
			names[i] = policy.EvidenceName(slot)
		}
		return strings.Join(names, "、")
	}
	first, _, _ := strings.Cut(slots[0], "-")
	return yearsWords(years) + " 年度" + policy.EvidenceName(first)
}

// yearOf is the year of a document that there is one of a year.
func yearOf(slot string) (int, bool) {
	_, after, cut := strings.Cut(slot, "-")
	year, err := strconv.Atoi(after)
	return year, cut && err == nil
}

// yearsWords writes 2021—2025, or 2021、2023 where a year between is left out.
func yearsWords(years []int) string {
	slices.Sort(years)
	first, last := years[0], years[len(years)-1]
	if last-first == len(years)-1 {
		return fmt.Sprintf("%d—%d", first, last)
	}
	texts := make([]string, len(years))
	for i, y := range years {
		texts[i] = strconv.Itoa(y)
	}
	return strings.Join(texts, "、")
}

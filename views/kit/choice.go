package kit

import (
	"sort"
	"strings"
	"sync"

	"gongkao/app/registration"
	"gongkao/data"
)

// Choice is one of what a Lookup offers.
type Choice struct {
	Code   string // what it is kept as, and what may be typed when it is short
	Label  string // what is read, and what the field shows
	Pinyin string // initials in lower case, several readings with blanks between; "" are worked out
}

// shownCode is how long a code may be to be one that people know and type. A
// longer one is a key of ours.
const shownCode = 6

func (c Choice) typedCode() string {
	if len(c.Code) > shownCode || c.Code == c.Label {
		return ""
	}
	return strings.ToLower(c.Code)
}

var labelInitials sync.Map // label → " qcj" with a blank before every reading

func (c Choice) initials() string {
	if c.Pinyin != "" {
		return " " + strings.ToLower(c.Pinyin)
	}
	if known, ok := labelInitials.Load(c.Label); ok {
		return known.(string)
	}
	worked := ""
	for _, reading := range registration.Initials(c.Label) {
		worked += " " + strings.ToLower(reading)
	}
	labelInitials.Store(c.Label, worked)
	return worked
}

// Match returns the choices that a typed text may mean, the best first: the
// very code or label, then those that begin so (in Chinese, by initials or by
// code), then those that hold it. An empty text means all.
func Match(choices []Choice, typed string) []Choice {
	want := wanted(typed)
	if want == "" {
		return choices
	}
	type found struct {
		Choice
		rank int
	}
	var hits []found
	for _, c := range choices {
		if rank := c.rank(want); rank >= 0 {
			hits = append(hits, found{c, rank})
		}
	}
	sort.SliceStable(hits, func(i, j int) bool { return hits[i].rank < hits[j].rank })
	matches := make([]Choice, len(hits))
	for i, hit := range hits {
		matches[i] = hit.Choice
	}
	return matches
}

// wanted is a typed text as choices are compared with it.
func wanted(typed string) string { return strings.ToLower(strings.TrimSpace(data.Narrow(typed))) }

// rank returns how well a choice answers to what was typed, -1 for not at all.
func (c Choice) rank(want string) int {
	label, code, initials := wanted(c.Label), c.typedCode(), c.initials()
	switch {
	case label == want, code != "" && code == want:
		return 0
	case strings.HasPrefix(label, want), code != "" && strings.HasPrefix(code, want):
		return 1
	case strings.Contains(initials, " "+want):
		return 2
	case strings.Contains(label, want):
		return 3
	case len(want) > 1 && strings.Contains(initials, want):
		return 4
	}
	return -1
}

package registration

import (
	"slices"
	"strings"

	"gongkao/data"
)

// FirstNamed returns the first of the people whose name, or its pinyin initials,
// begin as the first word of a searched text does; -1 when nobody's do. A search
// finds people by their units as well, and whoever types a name means a name.
func (r *Register) FirstNamed(people []*data.Applicant, text string) int {
	words := strings.Fields(strings.ToLower(data.Narrow(text)))
	if len(words) == 0 || isTail(words[0]) {
		return -1
	}
	r.mu.RLock()
	defer r.mu.RUnlock()
	return slices.IndexFunc(people, func(a *data.Applicant) bool {
		at, known := r.byID[a.Application.ID]
		if !known {
			return false
		}
		found := r.entries[at].text // name, initials, number: a line each
		return strings.HasPrefix(found, words[0]) || strings.Contains(found, "\n"+words[0])
	})
}

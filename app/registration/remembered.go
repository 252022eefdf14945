package registration

import (
	"sync"

	"gongkao/data"
)

// memory keeps what was worked out about applicants. An applicant handed out by
// the register never changes, so what was said of him holds until another takes
// his place.
type memory struct {
	mu    sync.Mutex
	words map[string]map[data.ApplicationID]remembered
}

type remembered struct {
	applicant *data.Applicant
	word      string
}

// Remember returns what work says about an applicant, and does it again only when
// he has changed. about names what is worked out and everything else it depends
// on.
func (d *Desk) Remember(about string, a *data.Applicant, work func() string) string {
	m := &d.memory
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.words == nil {
		m.words = map[string]map[data.ApplicationID]remembered{}
	}
	of := m.words[about]
	if of == nil {
		of = map[data.ApplicationID]remembered{}
		m.words[about] = of
	}
	if known, ok := of[a.Application.ID]; ok && known.applicant == a {
		return known.word
	}
	word := work()
	of[a.Application.ID] = remembered{a, word}
	return word
}

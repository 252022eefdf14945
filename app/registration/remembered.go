package registration

import (
	"sync"

	"gongkao/data"
)

// memory keeps what was worked out about applicants, by what it is.
type memory struct {
	mu    sync.Mutex
	about map[string]*Memory
}

// Memory keeps one thing that was worked out about applicants. An applicant
// handed out by the register never changes, so what was said of him holds until
// another takes his place. It may be asked from several goroutines.
type Memory struct {
	mu    sync.RWMutex
	words map[data.ApplicationID]remembered
}

type remembered struct {
	applicant *data.Applicant
	word      string
}

// Memory returns what is remembered about applicants. about names what is worked
// out and everything it depends on besides them.
func (d *Desk) Memory(about string) *Memory {
	d.memory.mu.Lock()
	defer d.memory.mu.Unlock()
	if d.memory.about == nil {
		d.memory.about = map[string]*Memory{}
	}
	if d.memory.about[about] == nil {
		d.memory.about[about] = &Memory{words: map[data.ApplicationID]remembered{}}
	}
	return d.memory.about[about]
}

// Of returns what work says about an applicant, and does it again only when he has
// changed.
func (m *Memory) Of(a *data.Applicant, work func() string) string {
	m.mu.RLock()
	known := m.words[a.Application.ID]
	m.mu.RUnlock()
	if known.applicant == a {
		return known.word
	}
	word := work()
	m.mu.Lock()
	defer m.mu.Unlock()
	m.words[a.Application.ID] = remembered{a, word}
	return word
}

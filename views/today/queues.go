package today

import (
	"gongkao/app/registration"
	"gongkao/app/today"
	"gongkao/data"
	"gongkao/views/wording"
)

// Queue is a line of what waits.
type Queue struct {
	ID, Name string
	Count    string
	Zero     bool   // nothing waits: set it faint
	Earliest string // when the oldest of them was entered
	Words    string
	Mark     wording.Mark
	Opens    registration.Selection
	Opening  Opening
}

// Opening is what a queue opens.
type Opening int

// What queues open.
const (
	Nothing  Opening = iota // nobody waits
	People                  // the list Opens selects
	Units                   // the units that the queue counts
	Review                  // the people in the order of their review
	Reprints                // the papers to be printed again, with what has changed
	Tray                    // the rows of imports that wait
)

// Queues returns what waits, always in the same order.
func (m *Model) Queues() (all []Queue) {
	for _, q := range m.page.Queues {
		line := Queue{ID: q.ID, Name: q.Name, Count: wording.Count(q.Count), Zero: q.Count == 0, Earliest: "—", Words: q.Words, Opens: q.Opens}
		if q.Count > 0 {
			if !q.Earliest.IsZero() {
				line.Earliest = wording.Ago(data.DateOf(q.Earliest), m.page.Day)
			}
			if q.Warns {
				line.Mark = wording.Warn
			}
			line.Opening = opening(q)
		}
		all = append(all, line)
	}
	return all
}

func opening(q today.Queue) Opening {
	switch {
	case q.Counts == today.Rows:
		return Tray
	case q.Counts == today.Units:
		return Units
	case q.ID == "submitted":
		return Review
	case q.ID == "printed-changed":
		return Reprints
	}
	return People
}

// Start returns the queue to begin with: the first in which something waits
// and that can be opened.
func (m *Model) Start() int {
	for i, q := range m.Queues() {
		if q.Opening != Nothing {
			return i
		}
	}
	return 0
}

// WhyNot says why a queue that was asked for opens nothing.
func (m *Model) WhyNot(q Queue) wording.Done {
	return wording.Done{What: q.Name + "：没有等着办的"}
}

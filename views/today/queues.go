package today

import (
	"fmt"

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
	Nothing Opening = iota // nobody waits, or there is no screen for it
	People                 // the list Opens selects
	Units                  // the units that have sent nobody
	Review                 // the people in the order of their review
)

// Queues returns what waits, always in the same order.
func (m *Model) Queues() (all []Queue) {
	for _, q := range m.page.Queues {
		line := Queue{ID: q.ID, Name: q.Name, Count: wording.Count(q.Count), Zero: q.Count == 0, Earliest: "—", Opens: q.Opens}
		if q.Count > 0 {
			if !q.Earliest.IsZero() {
				line.Earliest = wording.Ago(data.DateOf(q.Earliest), m.page.Day)
			}
			line.Words, line.Mark = m.situation(q)
			line.Opening = opening(q)
		}
		all = append(all, line)
	}
	return all
}

func opening(q today.Queue) Opening {
	switch {
	case q.Tray:
		return Nothing
	case q.Silent:
		return Units
	case q.ID == "submitted":
		return Review
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
	if q.Zero {
		return wording.Done{What: q.Name + "：没有等着办的"}
	}
	return wording.Done{What: q.Name + " " + q.Count + " 行", Next: q.Words}
}

func (m *Model) situation(q today.Queue) (string, wording.Mark) {
	units := fmt.Sprintf("%s 个单位", wording.Count(q.Units))
	switch q.ID {
	case "draft":
		return "补齐后交审：" + first(q), wording.Plain
	case "submitted":
		return units + "，最早是" + q.First, wording.Plain
	case "returned":
		return units + "；等单位补正", wording.Plain
	case "commitment":
		if due, ok := m.desk.Office.Policy.Deadline("commitment-due"); ok {
			return fmt.Sprintf("%s；%s 到期", units, wording.Day(due.To)), wording.Plain
		}
		return units, wording.Plain
	case "confirm":
		return "通知下发的当月到龄，由人来定", wording.Warn
	case "unit-silent":
		if q.Formless > 0 {
			return fmt.Sprintf("%s 个主管部门没有交管理人员登记表", wording.Count(q.Formless)), wording.Warn
		}
		return "还没有一人申报", wording.Plain
	}
	return "在原表里改好这些行，再导入一次", wording.Warn
}

// first names who waits longest; a long name is cut here, so it stands last.
func first(q today.Queue) string {
	if q.Count > 1 {
		return q.First + "等"
	}
	return q.First
}

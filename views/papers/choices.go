package papers

import (
	"context"
	"fmt"

	"gongkao/app/printing"
	"gongkao/app/spotcheck"
	"gongkao/data"
	"gongkao/views/wording"
)

// What only one paper asks: in which order a roster is, and which spot check a
// sheet is about.

// orderNames are what orders are called; the usual is by unit.
var orderNames = map[string]string{"": "按单位", "level": "按等级", "trade": "按工种"}

func orderWords() (words []string) {
	for _, by := range printing.Orders {
		words = append(words, wording.Or(orderNames[by], orderNames[""]))
	}
	return words
}

// orderNamed is the order of that name, "" the usual.
func orderNamed(words string) string {
	for by, name := range orderNames {
		if name == words {
			return by
		}
	}
	return ""
}

// orderName is what a file's name says of an order that is not the usual.
func (m *Model) orderName() string {
	if m.paper != rosterPaper || m.scope.Order == "" {
		return ""
	}
	return "（" + orderNames[m.scope.Order] + "）"
}

// latestCheck is what is printed when no spot check is chosen.
const latestCheck = "最近一次"

// readChecks reads the year's spot checks. What cannot be read is told by the
// preview, which reads the same.
func (m *Model) readChecks() {
	m.checks = nil
	if m.paper == spotCheckPaper {
		m.checks, _ = spotcheck.List(context.Background(), m.desk)
	}
}

func (m *Model) checkField() Field {
	words, text := []string{latestCheck}, latestCheck
	for i, c := range m.checks {
		words = append(words, m.checkWords(i))
		if c.ID == m.scope.Check {
			text = m.checkWords(i)
		}
	}
	return Field{CheckField, "抽查", text, wording.Choices(words...)}
}

// checkWords tells one spot check from the others, two of a minute as well.
func (m *Model) checkWords(i int) string {
	c := &m.checks[i]
	return fmt.Sprintf("第 %d 次　%s　%d 人", i+1, wording.When(c.At, m.desk.Office.Now()), len(c.Sample))
}

func (m *Model) checkNamed(words string) data.SpotCheckID {
	for i, c := range m.checks {
		if m.checkWords(i) == words {
			return c.ID
		}
	}
	return ""
}

// check is the spot check chosen; ok is false when there is none.
func (m *Model) check() (c data.SpotCheck, ok bool) {
	for _, c := range m.checks {
		if c.ID == m.scope.Check {
			return c, true
		}
	}
	if n := len(m.checks); n > 0 {
		return m.checks[n-1], true
	}
	return c, false
}

// narrowSample comes from the population to the sample.
func (m *Model) narrowSample() []Step {
	c, ok := m.check()
	if !ok {
		return []Step{{Words: "抽到的"}}
	}
	all, drawn := len(c.Population), len(c.Sample)
	return []Step{{Words: "抽查总体", Left: all}, {CheckField, "没有抽到", all - drawn, drawn}}
}

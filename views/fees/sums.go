package fees

import (
	"cmp"
	"slices"

	money "gongkao/app/fees"
	"gongkao/app/fees/account"
	"gongkao/app/policy"
	"gongkao/data"
	"gongkao/views/wording"
)

// Line is a line of the sum.
type Line struct{ Label, People, Money string }

// Sum is the sum of the people of the unit: what is due, what came, and what is
// left, with whatever stands between them.
func (m *Model) Sum() []Line { return sumOf(m.sum) }

func sumOf(t money.Total) []Line {
	lines := []Line{{"应缴", wording.Count(t.Approved), t.Due.String()}, {"减：已缴", wording.Count(t.Settled), t.Paid.String()}}
	if t.Over > 0 {
		lines = append(lines, Line{"加：多缴的", "", t.Over.String()})
	}
	if t.Lapsed > 0 {
		lines = append(lines, Line{"减：自动放弃", wording.Count(t.Lapsed), t.Forgone.String()})
	}
	return append(lines, Line{"未缴", wording.Count(t.Unpaid), t.Owing.String()})
}

// Cut is by what the sums are cut.
type Cut int

// The cuts.
const (
	ByLevel Cut = iota
	ByUnit
	ByDay
	cuts
)

var cutWords = [cuts]string{"按等级", "按单位", "按日"}

// Part is one line of a cut.
type Part struct {
	Name   string
	People string // of days: payments
	money.Total
}

func partOf(name string, t money.Total) Part { return Part{name, wording.Count(t.Approved), t} }

// word is what stands in a column.
func (p *Part) word(column string) string {
	if column == "name" {
		return p.Name
	}
	if column == "people" {
		return p.People
	}
	return map[string]data.Fen{"due": p.Due, "paid": p.Paid, "owing": p.Owing, "forgone": p.Forgone, "over": p.Over}[column].String()
}

// payments counts the payments of the people shown that are not void.
func (m *Model) payments() (n int) {
	for i := range m.all {
		if m.within(&m.all[i]) {
			n += len(counting(&m.all[i]))
		}
	}
	return n
}

// Parts cuts the sum; the lines add up to it.
func (m *Model) Parts(c Cut) []Part {
	var people []*data.Applicant
	for i := range m.all {
		if m.within(&m.all[i]) {
			people = append(people, m.all[i].Applicant)
		}
	}
	p, today := m.desk.Office.Policy, m.desk.Office.Today()
	switch c {
	case ByDay:
		var parts []Part
		for _, d := range money.ByDay(people) {
			parts = append(parts, Part{d.Day.Chinese(), wording.Count(d.Payments), money.Total{Paid: d.Paid}})
		}
		return parts
	case ByUnit:
		return partsOf(money.ByUnit(p, people, today), func(unit string) string { return unit })
	}
	lines := money.ByLevel(p, people, today)
	slices.SortFunc(lines, func(a, b account.Line[data.Level]) int { return cmp.Compare(b.Key, a.Key) }) // five first, as everywhere
	return partsOf(lines, func(l data.Level) string { return levelWords(p, l) })
}

func partsOf[K cmp.Ordered](lines []account.Line[K], name func(K) string) []Part {
	parts := make([]Part, len(lines))
	for i, l := range lines {
		parts[i] = partOf(name(l.Key), l.Total)
	}
	return parts
}

// provinces marks a level whose fees the province collects.
const provinces = " 省收"

// levelWords marks a level whose fees the province collects.
func levelWords(p *policy.Policy, l data.Level) string {
	for _, fee := range p.Fee(l) {
		if fee.Collector != "" {
			return l.String() + provinces
		}
	}
	return l.String()
}

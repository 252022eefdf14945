package account

import (
	"cmp"
	"slices"

	"gongkao/app/policy"
	"gongkao/data"
)

// Total is the accounts of people added up. Due + Over = Paid + Owing + Forgone,
// whoever they are.
type Total struct {
	People   int
	Approved int      // of whom something is due
	Due      data.Fen // by the policy's table
	Paid     data.Fen
	Settled  int      // who have paid all that is due
	Unpaid   int      // of whom money is awaited
	Owing    data.Fen // by them
	Lapsed   int      // given up by rule
	Forgone  data.Fen // owed by those who gave up
	Differs  int      // whose money is not what is due
	Over     data.Fen // paid too much
	Slipless int      // who paid before the signed slip was back
}

// Add adds one account.
func (t *Total) Add(a *Account) {
	t.People++
	t.Due, t.Paid, t.Over = t.Due+a.Due, t.Paid+a.Paid, t.Over+a.Over()
	count(&t.Approved, a.Due > 0)
	count(&t.Settled, a.Settled())
	count(&t.Differs, a.Differs())
	count(&t.Slipless, a.Unslipped())
	switch owing := a.Owing(); {
	case a.lapsed:
		t.Lapsed++
		t.Forgone += owing
	case owing > 0:
		t.Unpaid++
		t.Owing += owing
	}
}

func count(n *int, yes bool) {
	if yes {
		*n++
	}
}

// Sum adds up people on a day.
func Sum(p *policy.Policy, people []*data.Applicant, today data.Date) (t Total) {
	r := On(p, today)
	for _, a := range people {
		acc := r.Of(a)
		t.Add(&acc)
	}
	return t
}

// Line is the total of those who have a key in common.
type Line[K cmp.Ordered] struct {
	Key K
	Total
}

// By adds up people by a key of theirs, in the order of keys: unit, level. Every
// person is in one line, so the lines add up to Sum.
func By[K cmp.Ordered](p *policy.Policy, people []*data.Applicant, today data.Date, key func(*data.Applicant) K) []Line[K] {
	r := On(p, today)
	at := map[K]int{}
	var lines []Line[K]
	for _, a := range people {
		k := key(a)
		i, known := at[k]
		if !known {
			i = len(lines)
			at[k] = i
			lines = append(lines, Line[K]{Key: k})
		}
		acc := r.Of(a)
		lines[i].Add(&acc)
	}
	slices.SortFunc(lines, func(a, b Line[K]) int { return cmp.Compare(a.Key, b.Key) })
	return lines
}

// Day is what was paid on one day.
type Day struct {
	Day      data.Date
	Payments int
	Paid     data.Fen
}

// ByDay adds up what people paid, day by day; the days add up to the Paid of Sum.
func ByDay(people []*data.Applicant) []Day {
	days := map[data.Date]*Day{}
	for _, a := range people {
		for _, p := range a.Ledger.Payments {
			if p.Void != "" {
				continue
			}
			d := days[p.Paid]
			if d == nil {
				d = &Day{Day: p.Paid}
				days[p.Paid] = d
			}
			d.Payments++
			d.Paid += p.Fen
		}
	}
	all := make([]Day, 0, len(days))
	for _, d := range days {
		all = append(all, *d)
	}
	slices.SortFunc(all, func(a, b Day) int { return a.Day.Compare(b.Day) })
	return all
}

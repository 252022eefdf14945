// Package statistics counts a year's people: by level, trade, unit, supervising
// unit, sex, age, path and status, one or several at once, beside the year
// before. Whatever is counted is a sum over the people themselves, in one pass,
// so that a total equals its lines and agrees with every roster. It is pure:
// people, policy and orders of values are arguments. Callers want Of, and Ask
// for an office's own people.
package statistics

import (
	"cmp"
	"slices"
	"strings"

	"gongkao/app/fees/account"
	"gongkao/app/policy"
	"gongkao/app/results"
	"gongkao/app/textbooks"
	"gongkao/data"
)

// Count is what is counted of some people.
type Count struct {
	People   int // who applied: neither carried over from last year nor withdrawn
	Approved int // whose review was passed, reported to the city or not yet
	Passed   int // who passed the assessment and has the certificate
	Copies   int // of textbooks, ordered by the people themselves
	Due      data.Fen
	Paid     data.Fen
	Before   int // who applied the year before
}

// Plus returns both counts together.
func (c Count) Plus(o Count) Count {
	return Count{c.People + o.People, c.Approved + o.Approved, c.Passed + o.Passed, c.Copies + o.Copies, c.Due + o.Due, c.Paid + o.Paid, c.Before + o.Before}
}

// CountOf is the count of one person this year.
func CountOf(p *policy.Policy, a *data.Applicant) Count {
	c := Count{People: 1}
	c.Copies, _ = textbooks.Of(a)
	if p != nil {
		money := account.Of(p, a, data.Date{}) // what is due and paid is the same on every day
		c.Due, c.Paid = money.Due, money.Paid
	}
	if account.Approved(a) {
		c.Approved = 1
	}
	if _, stands := results.CertificateOf(a); stands {
		c.Passed = 1
	}
	return c
}

// Applied reports whether somebody has applied this year, with whatever outcome.
func Applied(a *data.Applicant) bool {
	return a.Application.Status != data.Carried && a.Application.Status != data.Withdrawn
}

// Question is what is counted, of whom, and by what.
type Question struct {
	By     []string // keys of Dimensions; none: everybody together
	People []*data.Applicant
	Policy *policy.Policy

	// Before are the people of the year before, nil when there is no such year.
	// Of them only how many applied is counted.
	Before []*data.Applicant
	// Order are the values of a dimension in the order of an office's own lists:
	// its units, its catalogue of trades. A value not in it comes after them.
	Order map[string][]string
}

// Value is a value of a dimension: Code as the command line writes it, Label as
// people read it.
type Value struct {
	Code  any
	Label string
}

// Row is the count of the people who agree in all values asked by.
type Row struct {
	Values []Value
	Count
}

// Table is the answer to a question.
type Table struct {
	By    []*Dimension
	Rows  []Row
	Total Count
	Year  bool // whether there is a year before to be compared with
}

// most is how many dimensions a question may have.
const most = 8

// Of answers the question. It refuses a dimension there is not (dimension-unknown),
// one asked twice, and too many (dimension-twice).
func Of(q Question) (Table, error) {
	by, err := dimensions(q.By)
	if err != nil {
		return Table{}, err
	}
	c := counting{by: by, year: policyYear(q.Policy), seen: make([]map[string]int32, len(by)), codes: make([][]string, len(by)), at: map[place]int{}}
	for i := range by {
		c.seen[i] = map[string]int32{}
	}
	for _, a := range q.People {
		if Applied(a) {
			c.add(a, c.year, CountOf(q.Policy, a))
		}
	}
	for _, a := range q.Before {
		if Applied(a) {
			c.add(a, a.Application.Year, Count{Before: 1})
		}
	}
	return Table{By: by, Rows: c.rows(q.Order), Total: c.total, Year: q.Before != nil}, nil
}

func policyYear(p *policy.Policy) int {
	if p == nil {
		return 0
	}
	return p.Year
}

// place is where a row stands: for each dimension, which of the values seen.
type place [most]int32

// counting is a question being answered.
type counting struct {
	by     []*Dimension
	year   int
	seen   []map[string]int32 // of each dimension: value → its number, in the order of seeing
	codes  [][]string         // likewise, number → value
	at     map[place]int      // which of places
	places []place
	counts []Count
	total  Count
}

// add adds the count of one person.
func (c *counting) add(a *data.Applicant, year int, n Count) {
	var p place
	for i, d := range c.by {
		code := d.value(a, year)
		number, known := c.seen[i][code]
		if !known {
			number = int32(len(c.codes[i]))
			c.seen[i][code] = number
			c.codes[i] = append(c.codes[i], code)
		}
		p[i] = number
	}
	at, known := c.at[p]
	if !known {
		at = len(c.places)
		c.at[p] = at
		c.places, c.counts = append(c.places, p), append(c.counts, Count{})
	}
	c.counts[at] = c.counts[at].Plus(n)
	c.total = c.total.Plus(n)
}

// rows are the counts in the order of their values.
func (c *counting) rows(order map[string][]string) []Row {
	ranks := make([][]int, len(c.by))
	for i, d := range c.by {
		ranks[i] = ranked(c.codes[i], append(slices.Clone(d.order), order[d.Key]...))
	}
	shown := make([][]Value, len(c.by))
	for i, d := range c.by {
		for _, code := range c.codes[i] {
			shown[i] = append(shown[i], d.shown(code))
		}
	}
	numbers := make([]int, len(c.places))
	for i := range numbers {
		numbers[i] = i
	}
	slices.SortFunc(numbers, func(a, b int) int {
		for i := range c.by {
			if less := cmp.Compare(ranks[i][c.places[a][i]], ranks[i][c.places[b][i]]); less != 0 {
				return less
			}
		}
		return 0
	})
	rows, values := make([]Row, len(numbers)), make([]Value, len(numbers)*len(c.by))
	for i, n := range numbers {
		rows[i] = Row{Values: values[:len(c.by):len(c.by)], Count: c.counts[n]}
		values = values[len(c.by):]
		for j := range c.by {
			rows[i].Values[j] = shown[j][c.places[n][j]]
		}
	}
	return rows
}

// ranked returns the rank of each code: as ordered, then by the code itself; no
// value at all comes last.
func ranked(codes, order []string) []int {
	known := map[string]int{}
	for i, code := range order {
		if _, twice := known[code]; !twice {
			known[code] = i
		}
	}
	sorted := make([]int, len(codes))
	for i := range sorted {
		sorted[i] = i
	}
	rank := func(code string) int {
		if at, ok := known[code]; ok {
			return at
		}
		if code == "" {
			return len(order) + 1
		}
		return len(order)
	}
	slices.SortFunc(sorted, func(a, b int) int {
		return cmp.Or(cmp.Compare(rank(codes[a]), rank(codes[b])), strings.Compare(codes[a], codes[b]))
	})
	ranks := make([]int, len(codes))
	for i, at := range sorted {
		ranks[at] = i
	}
	return ranks
}

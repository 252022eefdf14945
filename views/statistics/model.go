// Package statistics is the page that counts the year's people: by one or two
// things chosen by a digit, with the money, beside the year before. Every line
// opens the people it counts. Model holds the choice and what was counted last.
package statistics

import (
	"context"
	"fmt"
	"slices"

	"gongkao/app/registration"
	"gongkao/app/statistics"
	"gongkao/data"
	"gongkao/views/wording"
)

// Model is the choice and the table it gave.
type Model struct {
	desk   *registration.Desk
	by     []string
	before []*data.Applicant // of last year; nil: none, or not read yet
	read   bool              // last year was read
	table  statistics.Table
	lines  []statistics.Line
}

// most is how many things the page counts by at once.
const most = 2

// New counts by level.
func New(desk *registration.Desk) *Model { return &Model{desk: desk, by: []string{"level"}} }

// By are the keys of what is counted by.
func (m *Model) By() []string { return m.by }

// SetBy takes a choice over; one that makes no sense leaves the present one.
func (m *Model) SetBy(by []string) {
	for _, key := range by {
		if statistics.Named(key) == nil {
			return
		}
	}
	if len(by) > 0 && len(by) <= most {
		m.by = slices.Clone(by)
	}
}

// Toggle takes a dimension in or out: the first chosen stands above the second,
// a third takes the second's place. The last one stays.
func (m *Model) Toggle(row int) {
	if row < 0 || row >= len(statistics.Dimensions) {
		return
	}
	key := statistics.Dimensions[row].Key
	switch at := slices.Index(m.by, key); {
	case at >= 0 && len(m.by) > 1:
		m.by = slices.Delete(slices.Clone(m.by), at, at+1)
	case at >= 0:
	case len(m.by) == most:
		m.by = []string{m.by[0], key}
	default:
		m.by = append(slices.Clone(m.by), key)
	}
}

// Choice is a line of the list of what may be counted by.
type Choice struct {
	Cap, Label, Mark string
	Chosen           bool
}

// Choices are all that may be counted by, with the digit of each.
func (m *Model) Choices() []Choice {
	all := make([]Choice, len(statistics.Dimensions))
	for i, d := range statistics.Dimensions {
		at := slices.Index(m.by, d.Key)
		all[i] = Choice{Cap: fmt.Sprint(i + 1), Label: d.Label, Chosen: at >= 0}
		if at >= 0 && len(m.by) > 1 {
			all[i].Mark = []string{"先", "后"}[at]
		}
	}
	return all
}

// Count counts; it is quick.
func (m *Model) Count() error {
	q := statistics.Ask(m.desk, m.by)
	q.Before = m.before
	table, err := statistics.Of(q)
	if err == nil {
		m.table, m.lines = table, table.Lines()
	}
	return err
}

// ReadEarlier returns the work of reading last year's people. Hand them to
// Compare.
func (m *Model) ReadEarlier() func(context.Context) ([]*data.Applicant, error) {
	return func(ctx context.Context) ([]*data.Applicant, error) { return statistics.Earlier(ctx, m.desk) }
}

// Compare sets last year's people beside this year's.
func (m *Model) Compare(before []*data.Applicant) { m.before, m.read = before, true }

// Head is the title of the page and what the year has come to.
func (m *Model) Head() (title, fact string) {
	t := m.table.Total
	return "统计", fmt.Sprintf("%d 年已申报 %s 人，通过 %s 人", m.desk.Office.Profile.Year, wording.Count(t.People), wording.Count(t.Approved))
}

// LastYear says how last year stands to it.
func (m *Model) LastYear() string {
	year := m.desk.Office.Profile.Year - 1
	switch {
	case !m.read:
		return fmt.Sprintf("正在读 %d 年的人，读完就有上年一列", year)
	case m.before == nil:
		return fmt.Sprintf("%d 年没有登记过人，没有上年可比", year)
	}
	return fmt.Sprintf("淡色的条是 %d 年的人数；增减是本年减上年", year)
}

// Compares reports whether there is a last year to compare with.
func (m *Model) Compares() bool { return m.before != nil }

// Empty says why there is nothing to count, "" when there is.
func (m *Model) Empty() (why, what string) {
	if len(m.lines) > 0 {
		return "", ""
	}
	return "今年还没有人申报", "登记了人、导入了花名册，这里就有数"
}

// What names the first column: 主管部门、等级.
func (m *Model) What() (what string) {
	for i, d := range m.table.By {
		if i > 0 {
			what += "、"
		}
		what += d.Label
	}
	return what
}

// Line is a line of the table as it is read.
type Line struct {
	Label                                             string
	People, Last, Change, Approved, Copies, Due, Paid string
	Sum, Under                                        bool
	Bar, Before                                       float32
}

// Len is how many lines there are.
func (m *Model) Len() int { return len(m.lines) }

// Line returns one of them.
func (m *Model) Line(row int) Line {
	l := m.lines[row]
	line := m.figures(l.Count)
	line.Label, line.Sum, line.Under = l.Label, l.Sum, l.Under
	if !l.Sum {
		full := float32(m.largest())
		line.Bar, line.Before = float32(l.People)/full, float32(l.Count.Before)/full
	}
	return line
}

// Total is the line of everybody.
func (m *Model) Total() Line {
	l := m.figures(m.table.Total)
	l.Label = "合计"
	return l
}

func (m *Model) largest() int { return statistics.Largest(m.lines) }

func (m *Model) figures(c statistics.Count) Line {
	l := Line{People: wording.Count(c.People), Approved: wording.Count(c.Approved), Copies: wording.Count(c.Copies), Due: c.Due.String(), Paid: c.Paid.String()}
	if m.before != nil {
		l.Last, l.Change = wording.Count(c.Before), signed(c.People-c.Before)
	}
	return l
}

// signed writes how many more or fewer.
func signed(n int) string {
	switch {
	case n > 0:
		return "+" + wording.Count(n)
	case n < 0:
		return "−" + wording.Count(-n)
	}
	return "0"
}

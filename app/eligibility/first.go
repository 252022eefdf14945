package eligibility

import (
	"fmt"

	"gongkao/app/policy"
	"gongkao/data"
)

// chance is the first year in which somebody who has too few years may apply to
// the level: when every row that counts years is met, each counted its own way,
// as far as the dates are known. ok is false when that lies after his retirement.
func (m *matter) chance() (c data.Chance, ok bool) {
	c = data.Chance{Year: m.Policy.Year, Level: m.application.Level}
	for _, row := range m.Policy.Rules(m.application.Level, m.application.Path) {
		from := m.countedFrom(row)
		if from.IsZero() {
			continue
		}
		c.Year = max(c.Year, m.firstYear(row, from))
	}
	return c, m.retirement.Month.IsZero() || m.retirement.Month.Year >= c.Year
}

// countedFrom is the month from which a row that asks for at least so many years
// counts them; zero for other rows, and when it is not known.
func (m *matter) countedFrom(r *policy.Rule) data.Month {
	switch {
	case r.Years == 0:
	case r.ID == "years-in-level" && m.stepsUp():
		return m.person.CurrentCertDate
	case r.ID == "working-years":
		return m.person.WorkStart
	}
	return data.Month{}
}

// firstYear is the first year, this one or later, at whose day the row counts
// enough years.
func (m *matter) firstYear(r *policy.Rule, from data.Month) int {
	row := *r
	for year := m.Policy.Year; ; year++ {
		if yearsSince(&row, from) >= r.Years {
			return year
		}
		row.AsOf.Year++
	}
}

// chanceWords says when somebody may apply, for the sentence of too few years.
func (m *matter) chanceWords() string {
	c, ok := m.chance()
	switch {
	case !ok:
		return fmt.Sprintf("到 %d 年才满年限，其时已过 %s 的退休时间", c.Year, m.retirement.Month)
	case m.retirement.Month.Year == c.Year:
		return fmt.Sprintf("最早 %d 年可申报%s（当年 %s 到龄）", c.Year, c.Level, m.retirement.Month)
	}
	return fmt.Sprintf("最早 %d 年可申报%s", c.Year, c.Level)
}

// sumYears writes a count of years as a sum and, where they are too few, when
// they will do.
func (c *Clause) sumYears(m *matter, r *policy.Rule, label string, from data.Month) {
	to, years := r.AsOf.MonthOf(), yearsSince(r, from)
	c.line(label, from.String())
	c.line("算到", r.AsOf.String())
	switch {
	case years < 0:
		c.result("满", "0 年")
		c.Fact = from.String()
	case r.Counting == policy.CalendarDifference:
		c.Fact = fmt.Sprintf("%d 年", years)
		c.result(fmt.Sprintf("年份相减 %d－%d", to.Year, from.Year), c.Fact)
	case r.Counting == policy.InclusiveYears:
		c.Fact = fmt.Sprintf("%d 年", years)
		c.result(fmt.Sprintf("年头 %d－%d＋1", to.Year, from.Year), c.Fact)
	default:
		c.Fact = fullText(from.MonthsUntil(to))
		c.result("满", c.Fact)
	}
	if r.Years > 0 {
		c.line("要求", fmt.Sprintf("%d 年", r.Years))
	}
	if r.Below > 0 {
		c.line("要求未满", fmt.Sprintf("%d 年", r.Below))
	}
	if r.Years > 0 && years < r.Years {
		if first, ok := m.chance(); ok {
			c.Trace.First = &first
		}
	}
}

// fullText writes a number of months as years and months: 5 年 3 个月.
func fullText(months int) string {
	switch {
	case months%12 == 0:
		return fmt.Sprintf("%d 年", months/12)
	case months < 12:
		return fmt.Sprintf("%d 个月", months)
	}
	return fmt.Sprintf("%d 年 %d 个月", months/12, months%12)
}

package eligibility

import (
	"fmt"

	"gongkao/app/policy"
	"gongkao/app/retirement"
)

// ageReached: 本通知下发前……已达到退休年龄的人员不再列入考核范围. It is judged by the notice's
// month, whatever today is. Somebody who reaches the age in that very month is
// left to a person: the month alone does not say on which side of the day.
func ageReached(m *matter, r *policy.Rule) {
	if m.birth.IsZero() {
		m.unclear(r, "birth", "未填出生日期，无法计算法定退休时间；请对照身份证补填")
		return
	}
	limit := m.Policy.Cutoff.Date
	switch m.standing {
	case retirement.Reached:
		m.broken(r, "birth", m.ageWords()+"，早于通知下发的 "+limit.String()+"，不列入考核范围；请退回申报并告知单位")
	case retirement.Boundary:
		m.unclear(r, "birth", m.ageWords()+"，正是通知下发的月份（"+limit.String()+"），需人工确认；请对照档案和退休手续决定，未到龄的还须本人与单位确认")
	}
}

func explainAgeReached(m *matter, _ *policy.Rule, c *Clause) bool {
	c.useAge(m)
	if m.standing == retirement.Boundary {
		c.bring("档案里的出生时间和退休手续，由人确认是否已到龄")
	}
	return true
}

// useAge writes out how the month of retirement comes about.
func (c *Clause) useAge(m *matter) {
	c.useBirth(m)
	if m.sex == "女" || m.person.Category != "" {
		c.use(m, "retirement_category")
	}
	if m.retirement.Month.IsZero() {
		c.Fact = "无法计算"
		if c.Severity == "" { // not met: nobody knows yet, and the category's own clause warns of it
			c.Severity = Info
		}
		switch {
		case m.birth.IsZero():
			c.bring("出生日期（看身份证）")
		default:
			c.bring("原法定退休年龄（50、55 或 60 周岁，由单位核实）")
		}
		return
	}
	c.Fact = m.retirement.Month.String() + " 到龄"
	c.line("出生", m.birth.MonthOf().String())
	c.line("原法定退休年龄", fmt.Sprintf("%d 周岁", m.retirement.Category.Age()))
	if m.retirement.DelayMonths > 0 {
		c.line("延迟", fmt.Sprintf("%d 个月", m.retirement.DelayMonths))
		c.line("法定退休年龄", m.ageText())
	}
	c.result("到龄", m.retirement.Month.String())
	c.line("通知下发", m.Policy.Cutoff.Date.String())
}

// useBirth notes the birthday and where it was read.
func (c *Clause) useBirth(m *matter) {
	if m.person.Birth.IsZero() && !m.birth.IsZero() {
		c.cite("birth", m.birth.String(), "身份证号")
		return
	}
	c.use(m, "birth")
}

// ageText is the statutory age: 60 岁 3 个月.
func (m *matter) ageText() string {
	if r := m.retirement; r.AgeMonths > 0 {
		return fmt.Sprintf("%d 岁 %d 个月", r.AgeYears, r.AgeMonths)
	}
	return fmt.Sprintf("%d 周岁", m.retirement.AgeYears)
}

// ageWords says how the month of retirement comes about.
func (m *matter) ageWords() string {
	age := m.ageText()
	if m.retirement.DelayMonths > 0 {
		age += fmt.Sprintf("（原 %d 周岁）", m.retirement.Category.Age())
	}
	return fmt.Sprintf("%s 出生，法定退休年龄 %s，%s 到龄", m.birth.MonthOf(), age, m.retirement.Month)
}

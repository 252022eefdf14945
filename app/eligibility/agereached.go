package eligibility

import (
	"fmt"

	"gongkao/app/policy"
)

// ageReached: 本通知下发前……已达到退休年龄的人员不再列入考核范围. It is judged by the notice's
// month, whatever today is. Somebody who reaches the age in that very month is
// left to a person: the month alone does not say on which side of the day.
func ageReached(m *matter, r *policy.Rule) {
	if m.birth.IsZero() {
		m.unclear(r, "birth", "未填出生日期，无法计算法定退休时间；请对照身份证补填")
		return
	}
	month, limit := m.retirement.Month, m.Policy.Cutoff.Date
	switch {
	case month.IsZero():
	case month.Before(limit.MonthOf()):
		m.broken(r, "birth", m.ageWords()+"，早于通知下发的 "+limit.String()+"，不列入考核范围；请退回申报并告知单位")
	case month == limit.MonthOf():
		m.unclear(r, "birth", m.ageWords()+"，正是通知下发的月份（"+limit.String()+"），需人工确认；请对照档案和退休手续决定，未到龄的还须本人与单位确认")
	}
}

// ageWords says how the month of retirement comes about.
func (m *matter) ageWords() string {
	r := m.retirement
	age := fmt.Sprintf("%d 周岁", r.AgeYears)
	if r.AgeMonths > 0 {
		age = fmt.Sprintf("%d 岁 %d 个月", r.AgeYears, r.AgeMonths)
	}
	if r.DelayMonths > 0 {
		age += fmt.Sprintf("（原 %d 周岁）", r.Category.Age())
	}
	return fmt.Sprintf("%s 出生，法定退休年龄 %s，%s 到龄", m.birth.MonthOf(), age, r.Month)
}

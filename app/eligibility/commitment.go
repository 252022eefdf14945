package eligibility

import (
	"slices"

	"gongkao/app/policy"
	"gongkao/data"
)

// commitmentDue: 年度考核结果未经组织人事部门备案的，经单位审核同意后，可实行承诺制，容缺后补，备案后的年度考核结果应在
// 9 月 30 日前上传完毕.
func commitmentDue(m *matter, r *policy.Rule) {
	due := m.due()
	if m.application.Commitment {
		if owed := m.owed(r); len(owed) > 0 && !m.AsOf.After(due) {
			m.note(r, "appraisals", "已作容缺承诺，"+yearsText(owed)+"年度考核备案后应在 "+due.String()+" 前上传；请按期催补")
		}
		return
	}
	if loose := m.unclaimed(); len(loose) > 0 {
		m.unclear(r, "commitment", yearsText(loose)+"年度考核未备案，也没有容缺承诺；请办承诺并取得单位同意，"+due.String()+" 前补齐")
	}
}

// commitmentLapsed: 未按时补充上传……的容缺后补申报人员，视为报名资格审查不通过. It follows from
// the day, from nobody's click.
func commitmentLapsed(m *matter, r *policy.Rule) {
	due := m.due()
	if !m.application.Commitment || !m.AsOf.After(due) {
		return
	}
	if owed := m.owed(r); len(owed) > 0 {
		m.broken(r, "appraisals", "承诺 "+due.String()+" 前补交，"+yearsText(owed)+"年度考核到期仍未备案，视为资格审查不通过；已经备案的请补录")
	}
}

func (m *matter) due() data.Date {
	d, _ := m.Policy.Deadline("commitment-due")
	return d.To
}

// owed lists the years a commitment speaks of, in order: those written 未备案,
// those the appraisals rules miss, and, where neither says which, the row's
// last year.
func (m *matter) owed(r *policy.Rule) []int {
	years := m.unrecorded()
	for _, row := range m.Policy.Rules(m.application.Level, m.application.Path) {
		if row.ID == "appraisals" {
			years = append(years, m.missingYears(row)...)
		}
	}
	if !m.recorded(r.LastYear) {
		years = append(years, r.LastYear)
	}
	slices.Sort(years)
	return slices.Compact(years)
}

// unclaimed lists the years written 未备案 of which no appraisals rule speaks.
func (m *matter) unclaimed() []int {
	years := m.unrecorded()
	for _, row := range m.Policy.Rules(m.application.Level, m.application.Path) {
		if row.ID == "appraisals" {
			years = slices.DeleteFunc(years, func(year int) bool { return year > row.LastYear-row.Years && year <= row.LastYear })
		}
	}
	slices.Sort(years)
	return years
}

// unrecorded lists the years written 未备案, in no order.
func (m *matter) unrecorded() []int {
	var years []int
	for year, grade := range m.person.Appraisals {
		if grade == data.Unrecorded {
			years = append(years, year)
		}
	}
	return years
}

package eligibility

import "gongkao/app/policy"

// ageThisYear: 考核当年度将……达到退休年龄的人员……自主决定是否申报考核并报单位同意. Admitted only
// with both on record.
func ageThisYear(m *matter, r *policy.Rule) {
	month := m.retirement.Month
	if month.Year != m.Policy.Year || !month.After(m.Policy.Cutoff.Date.MonthOf()) {
		return
	}
	if m.application.Consent {
		m.note(r, "consent", m.ageWords()+"，在考核当年度；本人与单位均已确认")
		return
	}
	m.broken(r, "consent", m.ageWords()+"，在考核当年度；请取得本人的书面决定和单位的同意，再填“到龄确认”")
}

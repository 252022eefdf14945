package eligibility

import (
	"gongkao/app/policy"
	"gongkao/app/retirement"
)

// ageThisYear: 考核当年度将……达到退休年龄的人员……自主决定是否申报考核并报单位同意. Admitted only
// with both on record.
func ageThisYear(m *matter, r *policy.Rule) {
	if m.standing != retirement.ThisYear {
		return
	}
	if m.application.Consent {
		m.note(r, "consent", m.ageWords()+"，在考核当年度；本人与单位均已确认")
		return
	}
	m.broken(r, "consent", m.ageWords()+"，在考核当年度；请取得本人的书面决定和单位的同意，再填“到龄确认”")
}

func explainAgeThisYear(m *matter, _ *policy.Rule, c *Clause) bool {
	if m.standing != retirement.ThisYear {
		return false
	}
	c.useAge(m)
	c.use(m, "consent")
	if m.application.Consent {
		c.Fact = "已确认"
		return true
	}
	c.Fact = m.retirement.Month.String() + " 到龄，未确认"
	c.bring("本人的书面决定", "单位的同意意见")
	return true
}

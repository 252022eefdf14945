package eligibility

import "gongkao/app/policy"

// unit: 确保单位及下属单位名称准确、规范. Without a unit nobody answers for the first
// review; without a supervising unit nobody for the second.
func unit(m *matter, r *policy.Rule) {
	switch {
	case m.Applicant.Unit == "":
		m.broken(r, "unit", "未填工作单位；请按公章上的全称填写")
	case m.Applicant.Supervising == "":
		m.unclear(r, "supervising_unit", "“"+m.Applicant.Unit+"”没有登记主管部门；请在单位里补上")
	}
}

func explainUnit(m *matter, _ *policy.Rule, c *Clause) bool {
	c.use(m, "unit", "supervising_unit")
	c.Fact = m.Applicant.Unit
	switch {
	case m.Applicant.Unit == "":
		c.Fact = "未填"
		c.bring("单位全称，与公章一致")
	case m.Applicant.Supervising == "":
		c.bring("主管部门")
	}
	return true
}

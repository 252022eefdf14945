package eligibility

import (
	"fmt"

	"gongkao/app/policy"
)

// appointed: 聘用在二级岗位. A post of a higher level serves too.
func appointed(m *matter, r *policy.Rule) {
	switch held := m.person.AppointedLevel; {
	case !held.Valid():
		m.unclear(r, "appointed_level", fmt.Sprintf("未填现聘岗位等级，要求聘在%s岗位；请核对聘用文件后补填", r.Appointed))
	case held > r.Appointed:
		m.broken(r, "appointed_level", fmt.Sprintf("现聘%s岗位，要求聘在%s岗位；请核对聘用文件", held, r.Appointed))
	}
}

func explainAppointed(m *matter, r *policy.Rule, c *Clause) bool {
	held := m.person.AppointedLevel
	c.use(m, "appointed_level", "appointed_date")
	c.Fact = "未填"
	if held.Valid() {
		c.Fact = held.String()
	}
	if !held.Valid() || held > r.Appointed {
		c.bring("聘在" + r.Appointed.String() + "岗位的聘用文件")
	}
	return true
}

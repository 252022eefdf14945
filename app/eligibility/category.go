package eligibility

import (
	"fmt"

	"gongkao/app/policy"
	"gongkao/data"
)

// retirementCategory: 已达到退休年龄的人员不再列入考核范围. Whether a woman has reached the
// age depends on whether hers was 50 or 55, which nobody may guess.
func retirementCategory(m *matter, r *policy.Rule) {
	entered := m.person.Category
	switch {
	case m.category != "":
	case entered != "" && entered.Age() == 0:
		m.broken(r, "retirement_category", "原法定退休年龄“"+string(entered)+"”不认识；请填 60、55 或 50")
	case m.sex == "":
		m.unclear(r, "sex", "未填性别，无法确定原法定退休年龄；请对照身份证补填")
	case m.sex == data.Male:
		m.broken(r, "retirement_category", fmt.Sprintf("男性的原法定退休年龄是 60 周岁，填的却是 %d 周岁；请改正", entered.Age()))
	case entered == data.M60:
		m.broken(r, "retirement_category", "女性的原法定退休年龄是 50 或 55 周岁，填的却是 60 周岁；请向单位核实后改正")
	default:
		m.broken(r, "retirement_category", "未填原法定退休年龄，不能由性别推定；请向单位核实后填 50 或 55")
	}
}

func explainRetirementCategory(m *matter, _ *policy.Rule, c *Clause) bool {
	c.use(m, "sex", "retirement_category")
	c.Fact = "未填"
	if m.category != "" {
		c.Fact = m.category.String()
	} else {
		c.bring("原法定退休年龄（由单位核实）")
	}
	return m.sex == data.Female
}

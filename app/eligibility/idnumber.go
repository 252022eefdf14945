package eligibility

import (
	"fmt"
	"slices"

	"gongkao/app/policy"
	"gongkao/data"
)

// idProblems says in words what is wrong with an ID number, by the codes of
// data.ReadID; the first that applies is told.
var idProblems = []struct{ code, message string }{
	{"id-mangled", "身份证号被表格软件改坏了，后几位已经丢失；请对照身份证原件重新录入"},
	{"id-characters", "身份证号里有不该有的字符；请对照身份证原件重新录入"},
	{"id-length", "身份证号不是 18 位；请对照身份证原件重新录入"},
	{"id-birth", "身份证号第 7 至 14 位不是真实的日期；请对照身份证原件重新录入"},
}

// idNumber: 实名注册后填报个人申报信息……并对个人提交申报材料的真实性负责. The number
// must be one by GB 11643, and sex and birth must be those it holds.
func idNumber(m *matter, r *policy.Rule) {
	if m.person.IDNumber == "" {
		m.broken(r, "id_number", "未填身份证号；请对照身份证原件录入")
		return
	}
	has := func(code string) bool { return slices.Contains(m.id.Problems, code) }
	for _, p := range idProblems {
		if has(p.code) {
			m.broken(r, "id_number", p.message)
			return
		}
	}
	if has("id-checksum") {
		m.broken(r, "id_number", fmt.Sprintf("身份证号末位校验不符，前 17 位无误时第 18 位应为 %s；请对照身份证原件", m.id.Normalised.CheckDigit()))
		return
	}
	if has("region-unknown") {
		m.unclear(r, "id_number", "身份证号前 6 位 "+m.id.Region+" 不是已知的行政区划代码；请对照身份证原件")
	}
	m.agree(r)
}

// agree holds sex and birth against the number.
func (m *matter) agree(r *policy.Rule) {
	if sex := m.person.Sex; sex != "" && sex != m.id.Sex {
		m.broken(r, "sex", fmt.Sprintf("性别填为%s，身份证号第 17 位表示%s；请对照身份证原件改正", sex, m.id.Sex))
	}
	if birth := m.person.Birth; !birth.IsZero() && birth != m.id.Birth {
		m.broken(r, "birth", fmt.Sprintf("出生日期填为 %s，身份证号里是 %s；请对照身份证原件改正", birth, m.id.Birth))
	}
	if data.IDNumber(m.id.Input) != m.id.Normalised {
		m.unclear(r, "id_number", "身份证号的写法不规范，应为 "+string(m.id.Normalised)+"；请改过来")
	}
}

func explainIDNumber(m *matter, _ *policy.Rule, c *Clause) bool {
	c.Fact = "无误"
	switch {
	case m.person.IDNumber == "":
		c.Fact = "未填"
		c.bring("身份证")
	case !m.id.Valid():
		c.Fact = "号码有误"
	case m.sex != m.id.Sex || m.birth != m.id.Birth:
		c.Fact = "不一致"
	}
	c.use(m, "id_number", "sex", "birth")
	if m.id.Valid() {
		c.line("号码里的出生日期", m.id.Birth.String())
		c.line("号码里的性别", string(m.id.Sex))
	}
	return true
}

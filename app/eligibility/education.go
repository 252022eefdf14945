package eligibility

import (
	"fmt"
	"slices"
	"strings"

	"gongkao/app/policy"
	"gongkao/data"
)

// education: 技校、高中以上文化程度; 男满 50、女满 45 周岁且技能好的放宽到初中. What a
// relaxation or an honour is worth, somebody has to see.
func education(m *matter, r *policy.Rule) {
	word := m.person.Education
	have, need := m.Codes.EducationRank(word), m.Codes.EducationRank(r.Education)
	switch {
	case word == "":
		m.unclear(r, "education", "未填文化程度，要求"+r.Education+"以上；请核对毕业证后补填")
	case have == 0:
		m.unclear(r, "education", "文化程度“"+word+"”不在表内，无法与"+r.Education+"比较；请改成表内的写法")
	case need == 0:
		m.unclear(r, "education", "政策文件要求的“"+r.Education+"”不在文化程度表内，无法比较；请改正政策文件")
	case have >= need:
	case m.relaxed(r, have):
		m.unclear(r, "education", fmt.Sprintf("%s，%s，至 %s 满 %d 周岁，可以放宽到%s；%s", word, m.sex, r.AsOf, ageOn(m.birth, r.AsOf), r.RelaxedEducation, orLook(r.RelaxedNote)))
	case m.waived(r):
		m.unclear(r, "education", word+"，要求"+r.Education+"以上；填有业绩，是否可以免除学历要求请核对证书原件")
	default:
		m.broken(r, "education", word+"，要求"+r.Education+"以上"+m.tooYoung(r, have)+"；请核对毕业证，确实不符的请退回申报")
	}
}

// relaxed reports whether age opens the lower requirement.
func (m *matter) relaxed(r *policy.Rule, have int) bool {
	if r.RelaxedEducation == "" || m.birth.IsZero() || have < m.Codes.EducationRank(r.RelaxedEducation) {
		return false
	}
	age := ageOn(m.birth, r.AsOf)
	return m.sex == data.Male && age >= r.RelaxedAgeMen || m.sex == data.Female && age >= r.RelaxedAgeWomen
}

// tooYoung says why the lower requirement is not open to somebody who has it.
func (m *matter) tooYoung(r *policy.Rule, have int) string {
	if r.RelaxedEducation == "" || m.birth.IsZero() || m.sex == "" || have < m.Codes.EducationRank(r.RelaxedEducation) {
		return ""
	}
	from := r.RelaxedAgeMen
	if m.sex == data.Female {
		from = r.RelaxedAgeWomen
	}
	return fmt.Sprintf("；%s满 %d 周岁才可以放宽到%s，至 %s 是 %d 周岁", m.sex, from, r.RelaxedEducation, r.AsOf, ageOn(m.birth, r.AsOf))
}

// waived reports whether honours may stand in for what is missing: one of those
// the row lists or, while nobody knows the list, any.
func (m *matter) waived(r *policy.Rule) bool {
	honours := m.application.Honours
	return r.HonoursWaive && honours != "" && (len(r.Waivers) == 0 || names(honours, r.Waivers))
}

// names reports whether one of the words stands in the text.
func names(text string, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(text, word) })
}

// useHonours notes the honours where the row lets them count.
func (c *Clause) useHonours(m *matter, r *policy.Rule) {
	if r.HonoursWaive || len(r.Alternatives) > 0 {
		c.use(m, "honours")
	}
}

func orLook(note string) string {
	if note == "" {
		return "请核对"
	}
	return note
}

func explainEducation(m *matter, r *policy.Rule, c *Clause) bool {
	word := m.person.Education
	c.use(m, "education")
	if c.Fact = word; word == "" {
		c.Fact = "未填"
	}
	c.line("文化程度", c.Fact)
	c.line("要求", r.Education+"以上")
	have := m.Codes.EducationRank(word)
	if have >= m.Codes.EducationRank(r.Education) && have > 0 {
		return true
	}
	if r.RelaxedEducation != "" && !m.birth.IsZero() {
		c.useBirth(m)
		c.line("至 "+r.AsOf.String(), fmt.Sprintf("%s %d 周岁", m.sex, ageOn(m.birth, r.AsOf)))
		c.line("可放宽到"+r.RelaxedEducation, fmt.Sprintf("男 %d、女 %d 周岁", r.RelaxedAgeMen, r.RelaxedAgeWomen))
	}
	c.useHonours(m, r)
	switch {
	case m.relaxed(r, have):
		c.bring(orLook(r.RelaxedNote))
	case m.waived(r):
		c.bring("可以免除学历要求的荣誉证书")
	default:
		c.bring(r.Education + "以上的毕业证")
	}
	return true
}

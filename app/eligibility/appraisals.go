package eligibility

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gongkao/app/policy"
	"gongkao/data"
)

// counted is how a person's appraisals stand to a row.
type counted struct {
	good, excellent int
	poor            []string // 2024 年度基本合格
	missing         []int    // not recorded
	hoped           int      // of these, any may turn out 优秀
	unpromised      []int    // of these, nobody may bring later
}

// count holds the appraisals against a row. A year not recorded yet may be
// promised (容缺承诺); then commitment-due speaks of it.
func (m *matter) count(r *policy.Rule) counted {
	n := counted{missing: m.missingYears(r)}
	n.hoped = len(n.missing)
	for year := r.LastYear - r.Years + 1; year <= r.LastYear; year++ {
		switch grade := m.person.Appraisals[year]; {
		case slices.Contains(n.missing, year):
			if !m.promised(year) {
				n.unpromised = append(n.unpromised, year)
			}
		case !slices.Contains(r.Grades, grade):
			n.poor = append(n.poor, fmt.Sprintf("%d 年度%s", year, grade))
		default:
			n.good++
			if grade == data.Excellent {
				n.excellent++
			}
		}
	}
	return n
}

// short reports whether there can no longer be enough years 优秀.
func (n *counted) short(r *policy.Rule) bool { return n.excellent+n.hoped < r.Excellent }

// appraisals: 近 3 年年度考核合格以上; 近 5 年合格以上，其中 2 年优秀.
func appraisals(m *matter, r *policy.Rule) {
	n := m.count(r)
	wrong, next := n.poor, "；请核对考核登记表"
	if len(n.unpromised) > 0 {
		wrong = append(wrong, yearsText(n.unpromised)+"年度未备案或未填")
		next += "，尚未备案的可办容缺承诺"
	}
	short := n.short(r)
	if short {
		wrong = append(wrong, fmt.Sprintf("优秀 %d 年", n.excellent))
	}
	if len(wrong) == 0 {
		return
	}
	message := askedOf(r) + "：" + strings.Join(wrong, "，")
	switch {
	case short && len(wrong) == 1 && names(m.application.Honours, r.Alternatives):
		m.unclear(r, "appraisals", message+"；业绩里写有"+strings.Join(r.Alternatives, "、")+"，能否顶替优秀请核对证书原件")
		return
	case m.waived(r):
		m.unclear(r, "appraisals", message+"；填有业绩，是否可以免除考核要求请核对证书原件")
		return
	case short && len(r.Alternatives) > 0:
		next += "，有" + strings.Join(r.Alternatives, "、") + "证书的填入业绩"
	}
	m.broken(r, "appraisals", message+next)
}

// askedOf says what the row asks for.
func askedOf(r *policy.Rule) string {
	asked := fmt.Sprintf("要求 %d—%d 年度考核都合格", r.LastYear-r.Years+1, r.LastYear)
	if r.Excellent > 0 {
		asked += fmt.Sprintf("、其中优秀 %d 年", r.Excellent)
	}
	return asked
}

// missingYears lists the years the row looks at for which nothing is recorded.
func (m *matter) missingYears(r *policy.Rule) []int {
	var years []int
	for year := r.LastYear - r.Years + 1; year <= r.LastYear; year++ {
		if !m.recorded(year) {
			years = append(years, year)
		}
	}
	return years
}

// recorded reports whether the personnel department has recorded the year.
func (m *matter) recorded(year int) bool {
	grade := m.person.Appraisals[year]
	return grade != "" && grade != data.Unrecorded
}

// yearsText writes 2024、2025 .
func yearsText(years []int) string {
	parts := make([]string, len(years))
	for i, year := range years {
		parts[i] = strconv.Itoa(year)
	}
	return strings.Join(parts, "、") + " "
}

func explainAppraisals(m *matter, r *policy.Rule, c *Clause) bool {
	n := m.count(r)
	for year := r.LastYear - r.Years + 1; year <= r.LastYear; year++ {
		grade := string(m.person.Appraisals[year])
		if grade == "" {
			grade = "未填"
		}
		if !m.recorded(year) && m.promised(year) {
			grade += "（容缺承诺）"
		}
		c.cite("appraisals", fmt.Sprintf("%d %s", year, grade), "填报")
	}
	c.useHonours(m, r)
	c.line("合格以上", fmt.Sprintf("%d 年", n.good))
	c.Fact = fmt.Sprintf("合格 %d 年", n.good)
	if r.Excellent > 0 {
		c.line("其中优秀", fmt.Sprintf("%d 年", n.excellent))
		c.Fact += fmt.Sprintf("，优秀 %d 年", n.excellent)
	}
	if promised := len(n.missing) - len(n.unpromised); promised > 0 {
		c.line("容缺后补", fmt.Sprintf("%d 年", promised))
		c.Fact, c.Owed = yearsText(n.missing)+"容缺", len(n.unpromised) == 0
	}
	if len(n.unpromised) > 0 {
		c.Fact = yearsText(n.unpromised) + "未备案"
		c.bring(yearsText(n.unpromised) + "年度考核登记表，或容缺承诺书")
	}
	c.line("要求", fmt.Sprintf("%d 年", r.Years))
	if r.Excellent > 0 {
		c.line("要求优秀", fmt.Sprintf("%d 年", r.Excellent))
	}
	if n.short(r) {
		c.bring(fmt.Sprintf("优秀 %d 年的考核登记表", r.Excellent))
		if len(r.Alternatives) > 0 {
			c.bring("或" + strings.Join(r.Alternatives, "、") + "证书")
		}
	}
	if len(n.poor) > 0 {
		c.Fact = strings.Join(n.poor, "，")
	}
	return true
}

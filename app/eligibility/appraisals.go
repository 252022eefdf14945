package eligibility

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gongkao/app/policy"
	"gongkao/data"
)

// appraisals: 近 3 年年度考核合格以上; 近 5 年合格以上，其中 2 年优秀. A year not recorded yet may
// be promised (容缺承诺); then commitment-due speaks of it.
func appraisals(m *matter, r *policy.Rule) {
	var poor []string
	excellent, hoped := 0, 0
	missing := m.missingYears(r)
	for year := r.LastYear - r.Years + 1; year <= r.LastYear; year++ {
		switch grade := m.person.Appraisals[year]; {
		case slices.Contains(missing, year):
			hoped++
		case !slices.Contains(r.Grades, grade):
			poor = append(poor, fmt.Sprintf("%d 年度%s", year, grade))
		case grade == data.Excellent:
			excellent++
		}
	}
	wrong, next := poor, "；请核对考核登记表"
	if len(missing) > 0 && !m.application.Commitment {
		wrong = append(wrong, yearsText(missing)+"年度未备案或未填")
		next += "，尚未备案的可办容缺承诺"
	}
	if excellent+hoped < r.Excellent {
		wrong = append(wrong, fmt.Sprintf("优秀 %d 年", excellent))
	}
	if len(wrong) == 0 {
		return
	}
	message := askedOf(r) + "：" + strings.Join(wrong, "，")
	if m.waived(r) {
		m.unclear(r, "appraisals", message+"；填有业绩，是否可以免除考核要求请核对证书原件")
		return
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

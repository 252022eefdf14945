package eligibility

import (
	"fmt"

	"gongkao/app/policy"
)

// workingYears: 工作满 10 年可以申报四级 and its kin, counted from 参加工作时间; for a first
// application at most so many.
func workingYears(m *matter, r *policy.Rule) {
	start := m.person.WorkStart
	if start.IsZero() {
		m.unclear(r, "work_start", "未填参加工作时间，无法计算工作年限（要求"+span(r)+"）；请核对档案后补填")
		return
	}
	years := yearsSince(r, start)
	if years >= r.Years && years >= 0 && (r.Below == 0 || years < r.Below) {
		return
	}
	message := fmt.Sprintf("%s 参加工作，%s，要求%s", start, sum(r, start), span(r))
	if r.Years > 0 && years < r.Years {
		message += "；" + m.chanceWords()
	}
	m.broken(r, "work_start", message+"；请核对档案上的时间和申报途径")
}

// span says how many years of work a row wants: 满 10 年, 未满 10 年.
func span(r *policy.Rule) string {
	switch {
	case r.Below == 0:
		return fmt.Sprintf("满 %d 年", r.Years)
	case r.Years == 0:
		return fmt.Sprintf("未满 %d 年", r.Below)
	}
	return fmt.Sprintf("满 %d 年、未满 %d 年", r.Years, r.Below)
}

func explainWorkingYears(m *matter, r *policy.Rule, c *Clause) bool {
	start := m.person.WorkStart
	c.use(m, "work_start")
	if start.IsZero() {
		c.Fact = "参加工作时间未填"
		c.bring("档案里的参加工作时间")
		return true
	}
	c.sumYears(m, r, "参加工作", start)
	return true
}

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
		m.unclear(r, "work_start", "未填参加工作时间，无法计算工作年限（"+bounds(r)+"）；请核对档案后补填")
		return
	}
	years := yearsSince(r, start)
	if years < r.Years || years < 0 || r.Below > 0 && years >= r.Below {
		m.broken(r, "work_start", fmt.Sprintf("%s 参加工作，%s，%s；请核对档案上的时间和申报途径", start, sum(r, start), bounds(r)))
	}
}

func bounds(r *policy.Rule) string {
	switch {
	case r.Below == 0:
		return fmt.Sprintf("要求满 %d 年", r.Years)
	case r.Years == 0:
		return fmt.Sprintf("要求未满 %d 年", r.Below)
	}
	return fmt.Sprintf("要求满 %d 年、未满 %d 年", r.Years, r.Below)
}

package eligibility

import (
	"fmt"

	"gongkao/app/policy"
)

// publicNotice: 申报一级（高级技师）的……统一在单位公示栏内公示，并在公示期满后按程序申报. No record of
// it is kept here, so a person has to see the proof.
func publicNotice(m *matter, r *policy.Rule) {
	days := "公示天数待核对"
	if n := m.Policy.PublicNotice.Days; n > 0 {
		days = fmt.Sprintf("公示 %d 天", n)
		if !m.Policy.PublicNotice.Confirmed() {
			days += "，待核对"
		}
	}
	m.unclear(r, "level", m.application.Level.String()+"须先在单位公示栏公示，期满后才能申报（"+days+"）；请收单位盖章的公示证明")
}

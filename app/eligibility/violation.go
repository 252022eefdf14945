package eligibility

import (
	"fmt"
	"slices"

	"gongkao/app/policy"
	"gongkao/data"
)

// violationBan: 一经查实，立即取消当年申报资格，并限制其两年内不得再次申报；已通过考核取得证书的，依法撤销其证书. What is
// found in the year cancels the year's application; a ban of earlier years shuts
// out whoever is still banned when registration ends. One that ends while people
// register leaves days to apply, and a person has to see when he did.
func violationBan(m *matter, r *policy.Rule) {
	window, _ := m.Policy.Deadline("registration")
	for i := range m.Applicant.Dossier.Violations {
		v := &m.Applicant.Dossier.Violations[i]
		if !m.stands(v) {
			continue
		}
		until := m.until(v)
		said := fmt.Sprintf("%s 查实“%s”，%s不得再次申报", v.Found, v.What, m.banText(v))
		switch {
		case v.Found.Year == m.Policy.Year:
			m.broken(r, "", said+fmt.Sprintf("，%d 年度的申报取消；请核对处理依据后办理取消，%s", m.Policy.Year, m.afterBan(until)))
		case v.Found.Year > m.Policy.Year:
		case !until.Before(window.To):
			m.broken(r, "", said+"，报名截止的 "+window.To.String()+" 仍在限制期内；请退回申报并告知单位，"+m.afterBan(until))
		case !until.Before(window.From):
			m.unclear(r, "", said+"，在报名期间期满；请核对是期满以后才提交的")
		}
		if no := m.person.CurrentCertNo; no != "" && slices.Contains(v.Revoked, no) {
			m.broken(r, "current_cert_no", "证书 "+no+" 已于 "+v.Found.String()+" 查实违规后撤销，不能作为现等级的依据；请核对撤销文件并更正现等级")
		}
	}
}

// stands reports whether the violation was known on the day and not taken back.
func (m *matter) stands(v *data.Violation) bool {
	return v.Withdrawn.IsZero() && !v.Found.IsZero() && (m.AsOf.IsZero() || !v.Found.After(m.AsOf))
}

// until is the last day of the ban: as recorded, else by the policy's years.
func (m *matter) until(v *data.Violation) data.Date {
	if !v.Until.IsZero() {
		return v.Until
	}
	return m.banEnd(v)
}

// banEnd is the last day of a ban of as many years as the policy says.
func (m *matter) banEnd(v *data.Violation) data.Date {
	return data.Date{Year: v.Found.Year + m.Policy.Violation.BanYears, Month: v.Found.Month, Day: v.Found.Day}.AddDays(-1)
}

// banText says until when, and for how many years where that is what they come
// to.
func (m *matter) banText(v *data.Violation) string {
	if until := m.until(v); until != m.banEnd(v) {
		return "到 " + until.String() + " 为止"
	}
	return fmt.Sprintf("%d 年内（到 %s 为止）", m.Policy.Violation.BanYears, m.banEnd(v))
}

// afterBan names the first year whose registration lies after the ban, as far
// as this year's window tells.
func (m *matter) afterBan(until data.Date) string {
	window, _ := m.Policy.Deadline("registration")
	year := until.Year
	if end := (data.Date{Year: year, Month: window.To.Month, Day: window.To.Day}); !until.Before(end) {
		year++
	}
	return fmt.Sprintf("按今年的报名日程推算最早 %d 年可再申报", year)
}

func explainViolationBan(m *matter, _ *policy.Rule, c *Clause) bool {
	c.Fact = "无违规记录"
	for i := range m.Applicant.Dossier.Violations {
		v := &m.Applicant.Dossier.Violations[i]
		if !m.stands(v) {
			continue
		}
		until := m.until(v)
		c.Fact = "限制到 " + until.String()
		c.cite("", v.Found.String()+" "+v.What, "违规记录 "+v.Basis)
		c.line("查实", v.Found.String())
		if until == m.banEnd(v) {
			c.line("限制", fmt.Sprintf("%d 年", m.Policy.Violation.BanYears))
		}
		c.result("到", until.String())
	}
	if len(c.Trace.Used) == 0 {
		c.cite("", "无", "违规记录")
	}
	return true
}

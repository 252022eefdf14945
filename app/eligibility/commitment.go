package eligibility

import (
	"fmt"
	"slices"

	"gongkao/app/policy"
	"gongkao/data"
)

// commitmentDue: 年度考核结果未经组织人事部门备案的，经单位审核同意后，可实行承诺制，容缺后补，备案后的年度考核结果应在
// 9 月 30 日前上传完毕.
func commitmentDue(m *matter, r *policy.Rule) {
	due := m.due()
	for _, c := range m.promises() {
		if !c.Consent {
			m.unclear(r, "commitment", c.Made.String()+" 的容缺承诺没有单位同意，还不能容缺；请取得单位审核同意后登记")
		}
		if names := otherSlots(c); names != "" && c.Open() && !m.AsOf.After(m.dueOf(c)) {
			m.note(r, "commitment", "承诺 "+m.dueOf(c).String()+" 前补交"+names+"；请按期催补")
		}
	}
	owed, earliest := m.open(r)
	if owed = slices.DeleteFunc(owed, func(year int) bool { return !m.promised(year) }); len(owed) > 0 && !m.AsOf.After(due) {
		if m.AsOf.After(earliest) {
			m.unclear(r, "appraisals", "承诺 "+earliest.String()+" 前补交，"+yearsText(owed)+"年度考核仍未备案；最迟 "+due.String()+" 前上传，请催补")
		} else {
			m.note(r, "appraisals", "已作容缺承诺，"+yearsText(owed)+"年度考核备案后应在 "+due.String()+" 前上传；请按期催补")
		}
	}
	for _, year := range m.owed(r) {
		if day, with := m.brought(year); !day.IsZero() && !day.After(due) {
			m.unclear(r, "appraisals", fmt.Sprintf("%d 年度考核已于 %s 补交（%s），等次还没有录入；请补录等次", year, day, orUnsaid(with)))
		}
	}
	if loose := m.unclaimed(); len(loose) > 0 {
		m.unclear(r, "commitment", yearsText(loose)+"年度考核未备案，也没有容缺承诺；请办承诺并取得单位同意，"+due.String()+" 前补齐")
	}
}

// commitmentLapsed: 未按时补充上传……的容缺后补申报人员，视为报名资格审查不通过. It follows from
// the day, from nobody's click.
func commitmentLapsed(m *matter, r *policy.Rule) {
	due := m.due()
	if owed, _ := m.open(r); len(owed) > 0 && m.AsOf.After(due) {
		m.broken(r, "appraisals", "承诺 "+due.String()+" 前补交，"+yearsText(owed)+"年度考核到期仍未备案，视为资格审查不通过；已经备案的请补录")
	}
	for _, c := range m.promises() {
		switch names := otherSlots(c); {
		case ofAppraisals(c) && c.Fulfilled.After(due) && m.AsOf.After(due):
			m.broken(r, "appraisals", "承诺 "+due.String()+" 前补交，"+c.Fulfilled.String()+" 才补交，视为资格审查不通过；按时上传、登记晚了的请改正补交日期")
		case names != "" && m.AsOf.After(m.dueOf(c)) && (c.Open() || c.Fulfilled.After(m.dueOf(c))):
			m.broken(r, "commitment", "承诺 "+m.dueOf(c).String()+" 前补交"+names+"，到期没有补交，视为资格审查不通过；按时补交的请登记补交日期")
		}
	}
}

// Lapsed reports whether an application lapses on the day asked about, because
// what was promised did not come in time. It is what Judge would find, and quick
// enough to be asked of everybody.
func Lapsed(q Question) bool {
	m := &matter{Question: q, person: &q.Applicant.Person, application: &q.Applicant.Application} // no promise asks for the ID number
	for _, r := range q.Policy.Rules(m.application.Level, m.application.Path) {
		if r.ID == "commitment-lapsed" {
			commitmentLapsed(m, r)
		}
	}
	return m.verdict().Outcome == Fail
}

// Owing returns the years whose appraisals were promised and are still to be
// brought, and the earliest day that was promised for one of them; no years when
// nothing is owed. It is these that let an application lapse.
func Owing(q Question) (years []int, due data.Date) {
	m := take(q)
	for _, r := range q.Policy.Rules(m.application.Level, m.application.Path) {
		if r.ID == "commitment-due" {
			return m.open(r)
		}
	}
	return nil, due
}

// open lists the owed years for which nothing was brought, and the earliest day
// that was promised for one of them.
func (m *matter) open(r *policy.Rule) (years []int, earliest data.Date) {
	if committed, _ := m.committed(); !committed {
		return nil, m.due()
	}
	earliest = m.due()
	for _, year := range m.owed(r) {
		if day, _ := m.brought(year); !day.IsZero() {
			continue
		}
		years = append(years, year)
		for _, c := range m.promises() {
			if speaksOf(c, year) && m.dueOf(c).Before(earliest) {
				earliest = m.dueOf(c)
			}
		}
	}
	return years, earliest
}

func orUnsaid(text string) string {
	if text == "" {
		return "未写补交了什么"
	}
	return text
}

func explainCommitmentDue(m *matter, r *policy.Rule, c *Clause) bool {
	committed, onRecord := m.committed()
	c.usePromises(m, onRecord)
	open, _ := m.open(r)
	switch {
	case len(open) > 0:
		c.Fact, c.Owed = m.due().String()+" 前补", true
		c.line("应补", yearsText(open)+"年度考核")
		c.line("期限", m.due().String())
		if days := m.AsOf.DaysUntil(m.due()); days >= 0 && !m.AsOf.IsZero() {
			c.result("还有", fmt.Sprintf("%d 天", days))
		}
		c.bring(yearsText(open) + "年度考核的备案结果（" + m.due().String() + " 前）")
	case committed:
		c.Fact = "已补"
	default:
		c.Fact = "没有承诺"
	}
	if loose := m.unclaimed(); len(loose) > 0 {
		c.bring("容缺承诺书和单位的同意")
	}
	return committed || len(m.promises()) > 0
}

// explainCommitmentLapsed makes no clause before something has lapsed: until then
// commitment-due tells it all.
func explainCommitmentLapsed(m *matter, r *policy.Rule, c *Clause) bool {
	_, onRecord := m.committed()
	c.usePromises(m, onRecord)
	c.Fact = "到期未补"
	c.line("期限", m.due().String())
	c.line("判断之日", m.AsOf.String())
	c.result("已过", fmt.Sprintf("%d 天", m.due().DaysUntil(m.AsOf)))
	if open, _ := m.open(r); len(open) > 0 {
		c.bring(yearsText(open) + "年度考核在 " + m.due().String() + " 前已备案、上传的依据")
	}
	return false
}

// usePromises notes what was promised, by whom and how far it has come.
func (c *Clause) usePromises(m *matter, onRecord bool) {
	if !onRecord {
		c.use(m, "commitment")
	}
	for _, p := range m.promises() {
		text := p.Made.String() + " 承诺，" + m.dueOf(p).String() + " 前补交"
		if len(p.Years) > 0 {
			text += " " + yearsText(p.Years) + "年度考核"
		}
		text += otherSlots(p)
		if p.Consent {
			text += "，单位同意"
		} else {
			text += "，单位未同意"
		}
		if !p.Fulfilled.IsZero() {
			text += "，" + p.Fulfilled.String() + " 已补"
		}
		c.cite("commitment", text, "容缺承诺")
	}
}

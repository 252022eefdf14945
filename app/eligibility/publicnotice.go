package eligibility

import (
	"fmt"

	"gongkao/app/policy"
	"gongkao/data"
)

// publicNotice: 申报一级（高级技师）的……统一在单位公示栏内公示，并在公示期满后按程序申报. Who applies
// before it has ended, or had no day left to apply after it, has applied too
// early. The rest, a person has to see: that it hung at all, the objections, the
// stamped proof.
func publicNotice(m *matter, r *policy.Rule) {
	n, level := m.Applicant.Dossier.Notice, m.application.Level.String()
	if !n.Given() {
		m.unclear(r, "level", level+"须先在单位公示栏公示，期满后才能申报（"+m.noticeDays()+"）；还没有登记公示，请收单位盖章的公示证明后登记")
		return
	}
	if n.To.IsZero() {
		m.unclear(r, "level", "公示 "+n.From.String()+" 开始，没有登记到哪一天；请对照公示证明补填")
		return
	}
	window, _ := m.Policy.Deadline("registration")
	hung := "公示 " + n.From.String() + " 至 " + n.To.String()
	switch {
	case !m.AsOf.IsZero() && !m.AsOf.After(n.To):
		m.broken(r, "level", hung+"，到 "+m.AsOf.String()+" 还没有期满，期满后才能申报；请等期满，收公示证明")
	case !n.To.Before(window.To):
		m.broken(r, "level", hung+"，报名 "+window.To.String()+" 截止，来不及在期满后申报；请核对公示证明上的日期")
	}
	if n.Objections != "" && n.Settled == "" {
		m.unclear(r, "level", hung+"，有异议“"+n.Objections+"”，没有登记处理结果；请查明后登记")
	}
	if !n.Proof {
		m.unclear(r, "level", hung+"，还没有公示证明；请收单位盖章的公示证明")
	}
}

// noticeLength holds the days against the number of the policy. It has a row of
// its own, because the notice leaves the number to another document.
func noticeLength(m *matter, r *policy.Rule) {
	n := m.Applicant.Dossier.Notice
	if r.Days == 0 || !dated(n) {
		return
	}
	if hung := daysOf(n); hung < r.Days {
		m.broken(r, "level", fmt.Sprintf("公示 %s 至 %s 共 %d 天，要求 %d 天；请核对公示证明上的日期", n.From, n.To, hung, r.Days))
	}
}

// explainNoticeLength has nothing to say before the number and both days are
// known; the clause of the notice itself asks for them.
func explainNoticeLength(m *matter, r *policy.Rule, c *Clause) bool {
	n := m.Applicant.Dossier.Notice
	if r.Days == 0 || !dated(n) {
		return false
	}
	c.Fact = fmt.Sprintf("%d 天", daysOf(n))
	c.line("公示", n.From.String()+" 至 "+n.To.String())
	c.line("要求", fmt.Sprintf("%d 天", r.Days))
	c.result("共", c.Fact)
	return true
}

// dated reports whether both days of a notice are on record.
func dated(n *data.PublicNotice) bool { return n.Given() && !n.To.IsZero() }

// daysOf counts the days a notice hung, the first and the last included.
func daysOf(n *data.PublicNotice) int { return n.From.DaysUntil(n.To) + 1 }

func (m *matter) noticeDays() string {
	asked := m.Policy.Only(policy.NoticeDays)
	switch {
	case asked.Days == 0:
		return "公示天数待核对"
	case asked.Confirmed():
		return fmt.Sprintf("公示 %d 天", asked.Days)
	}
	return fmt.Sprintf("公示 %d 天，待核对", asked.Days)
}

func explainPublicNotice(m *matter, _ *policy.Rule, c *Clause) bool {
	n := m.Applicant.Dossier.Notice
	if !n.Given() {
		c.Fact = "未登记"
		c.bring("单位盖章的公示证明")
		return true
	}
	c.cite("public-notice", n.Place, "公示")
	c.line("公示开始", n.From.String())
	if n.To.IsZero() {
		c.Fact = "未登记期满日"
		c.bring("公示期满的日期（看公示证明）")
		return true
	}
	c.Fact = n.To.String() + " 期满"
	c.result("公示期满", n.To.String())
	c.line("共", fmt.Sprintf("%d 天", daysOf(n)))
	if n.Objections != "" {
		c.cite("public-notice", n.Objections, "异议")
		if n.Settled == "" {
			c.bring("异议的处理结果")
		} else {
			c.cite("public-notice", n.Settled, "异议处理")
		}
	}
	if !n.Proof {
		c.bring("单位盖章的公示证明")
	}
	return true
}

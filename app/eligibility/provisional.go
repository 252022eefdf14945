package eligibility

import (
	"fmt"
	"slices"

	"gongkao/app/policy"
)

// A provisional year has no rules: of everybody the same is said, that nobody can
// be judged before the notice is there.

// awaited is the row under which that is said; it is the file's, so that its
// title and documents are those of any year.
func awaited(p *policy.Policy) *policy.Rule {
	if at := slices.IndexFunc(p.RuleRows, func(r *policy.Rule) bool { return r.ID == windowRule }); at >= 0 {
		return p.RuleRows[at]
	}
	return &policy.Rule{ID: windowRule}
}

const windowRule = "window-closed"

func (m *matter) awaitNotice() {
	m.findings = append(m.findings, Finding{Rule: windowRule, Severity: Warning, Message: awaitingNotice(m.Policy.Year)})
}

// awaitingNotice says what a provisional year lacks and what to do.
func awaitingNotice(year int) string {
	return fmt.Sprintf("%d 年度的通知还没有录入，条件不能核对；请照通知填好数据文件夹里的 policy/%d.toml，再重新打开", year, year)
}

func (m *matter) explainAwaiting() (Verdict, []Clause) {
	row := awaited(m.Policy)
	c := Clause{Key: windowRule, Rule: windowRule, Row: row, Title: Title(row), Fact: "等通知", Severity: Warning}
	c.cite("", "还没有录入", "政策")
	m.awaitNotice()
	trace := c.Trace
	m.findings[0].Trace = &trace
	c.Findings = slices.Clone(m.findings)
	return m.verdict(), []Clause{c}
}

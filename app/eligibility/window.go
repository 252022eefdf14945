package eligibility

import (
	"gongkao/app/policy"
	"gongkao/data"
)

// windowClosed: 3月14日—4月8日，网上注册报名. It is the province's site that opens and
// closes, so this only says so, and only of applications not handed in yet.
func windowClosed(m *matter, r *policy.Rule) {
	if s := m.application.Status; s != data.Draft && s != data.Returned && s != "" {
		return
	}
	window, _ := m.Policy.Deadline("registration")
	switch {
	case m.AsOf.IsZero():
	case m.AsOf.Before(window.From):
		m.note(r, "", "网上报名 "+window.From.String()+" 才开始；请先备齐材料")
	case m.AsOf.After(window.To):
		m.note(r, "", "网上报名已于 "+window.To.String()+" 截止；请核对此人是否已在网上提交")
	}
}

// explainWindowClosed makes no clause of its own: what is to be said is a note.
func explainWindowClosed(m *matter, _ *policy.Rule, c *Clause) bool {
	window, _ := m.Policy.Deadline("registration")
	c.cite("", window.From.String()+" 至 "+window.To.String(), "政策")
	c.Fact = window.To.String() + " 截止"
	return false
}

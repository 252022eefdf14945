package eligibility

import (
	"gongkao/app/policy"
	"gongkao/data"
)

// windowClosed: 3月14日—4月8日，网上注册报名；3月14日—4月15日，网上资格审查. It is the province's
// site that opens and closes. Of an application that is not handed in this only
// says so; one that is handed in and still waits when the review's window has
// closed is approved only by somebody who says why (app/review).
func windowClosed(m *matter, r *policy.Rule) {
	window, _ := m.Policy.Deadline("registration")
	reviewing, reviewed := m.Policy.Deadline("review")
	switch s := m.application.Status; {
	case m.AsOf.IsZero():
	case s == data.Submitted && reviewed && m.AsOf.After(reviewing.To):
		m.unclear(r, "", "网上资格审查已于 "+reviewing.To.String()+" 截止；仍要通过的，请写明依据")
	case s != data.Draft && s != data.Returned && s != "":
	case m.AsOf.Before(window.From):
		m.note(r, "", "网上报名 "+window.From.String()+" 才开始；请先备齐材料")
	case m.AsOf.After(window.To):
		m.note(r, "", "网上报名已于 "+window.To.String()+" 截止；请核对此人是否已在网上提交")
	}
}

// explainWindowClosed makes no clause of its own: where there is something to be
// said, that makes it one.
func explainWindowClosed(m *matter, _ *policy.Rule, c *Clause) bool {
	id := "registration"
	if m.application.Status == data.Submitted {
		id = "review"
	}
	window, _ := m.Policy.Deadline(id)
	c.cite("", window.From.String()+" 至 "+window.To.String(), "政策")
	c.Fact = window.To.String() + " 截止"
	return false
}

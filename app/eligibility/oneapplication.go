package eligibility

import (
	"strings"

	"gongkao/app/policy"
	"gongkao/data"
)

// oneApplication: 一人一年只申报一个工种、一个等级. Entry lets nobody in twice under one
// number, so this speaks only when the caller knows of another application, from
// a colleague's file or under another number.
func oneApplication(m *matter, r *policy.Rule) {
	if others := m.others(); len(others) > 0 {
		m.broken(r, "", "本年还有申报："+strings.Join(others, "，")+"；一年只能报一个工种、一个等级，请核对后只留一项")
	}
}

// others names the person's other applications of the year that stand.
func (m *matter) others() []string {
	var named []string
	for _, o := range m.Others {
		if o.ID == m.application.ID || o.Status == data.Withdrawn || o.Status == data.Cancelled {
			continue
		}
		named = append(named, o.Trade+o.Level.String()+"（"+o.Status.String()+"）")
	}
	return named
}

func explainOneApplication(m *matter, _ *policy.Rule, c *Clause) bool {
	others := m.others()
	for _, o := range others {
		c.cite("", o, "登记")
	}
	c.Fact = "另有申报"
	return len(others) > 0
}

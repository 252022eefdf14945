package papers

import (
	"context"
	"fmt"

	"gongkao/app/printing"
	"gongkao/app/registration"
)

// Step is a line of the scope, how many it leaves out of those before it, and
// how many remain.
type Step struct {
	Key       string // the line's field, "" for the first step
	Words     string
	Out, Left int
}

// Narrowing tells line by line how the scope comes to its number: from all of
// the year to those on the paper. It is counted once for a choice.
func (m *Model) Narrowing() []Step {
	switch {
	case m.steps != nil:
	case m.paper == administratorForm:
		m.steps = m.narrowUnits()
	case m.paper == orderForm:
		m.steps = m.narrowOrders()
	case m.paper == unitChange || m.paper == importNote:
		m.steps = m.narrowChanges()
	case m.paper == custodySlip:
		m.steps = m.narrow(m.name(m.paper), m.forms)
	case m.paper == spotCheckPaper:
		m.steps = m.narrowSample()
	default:
		m.steps = m.narrow(fmt.Sprintf("%d 年登记", m.desk.Office.Profile.Year), func(q registration.Query) int { return len(m.desk.Register.Find(q)) })
	}
	return m.steps
}

// forms counts the forms that the paper has for a query. What cannot be counted
// here is told by the preview, which reads the same.
func (m *Model) forms(q registration.Query) int {
	n, err := printing.Forms(context.Background(), m.desk, printing.Order{Paper: m.paper, Query: q})
	if err != nil {
		return 0
	}
	return n
}

// narrowChanges counts the changes of units, of which a unit without one gets an
// empty form, or the notes to units.
func (m *Model) narrowChanges() []Step {
	all, left := m.forms(registration.Query{}), m.forms(m.query())
	switch {
	case m.scope.Unit == "":
		return []Step{{Words: m.name(m.paper), Left: all}}
	case left > all:
		return []Step{{Words: "空表", Left: left}}
	}
	return []Step{{Words: m.name(m.paper), Left: all}, {UnitField, "别的单位", all - left, left}}
}

// narrow tells of what is counted how the scope comes to its number.
func (m *Model) narrow(what string, count func(registration.Query) int) []Step {
	q := registration.Query{}
	left := count(q)
	steps := []Step{{Words: what, Left: left}}
	add := func(key, words string, narrow func()) {
		narrow()
		now := count(q)
		steps = append(steps, Step{key, words, left - now, now})
		left = now
	}
	if m.scope.Unit != "" {
		add(UnitField, "别的单位", func() { q.Unit = m.scope.Unit })
	}
	if m.scope.Level != 0 {
		add(LevelField, "别的等级", func() { q.Level = m.scope.Level })
	}
	add(StatusField, m.otherStatuses(), func() { q.Statuses = m.wanted() })
	if len(m.scope.Numbers) > 0 {
		add(PeopleField, "没有选中", func() { q.Numbers = m.scope.Numbers })
	}
	if others, is, err := printing.Only(m.desk, m.paper); err == nil && is != nil {
		now := 0
		for _, a := range m.desk.Register.Find(q) {
			if is(a) {
				now++
			}
		}
		steps = append(steps, Step{Words: others, Out: left - now, Left: now})
		left = now
	}
	leave := func(key, words string, out int) {
		left -= out
		steps = append(steps, Step{key, words, out, left})
	}
	// Who has changed is only known when the pages are made.
	if m.scope.Changed && m.shown {
		leave(ChangedField, "印后没有改动", min(m.preview.Same, left))
	}
	if n := m.scope.From; n > 1 {
		leave(FromField, "前面的人", min(n-1, left))
	}
	return steps
}

// before is how many people there are before a field leaves some out.
func (m *Model) before(key string) int {
	for _, s := range m.Narrowing() {
		if s.Key == key {
			return s.Out + s.Left
		}
	}
	return m.Count()
}

func (m *Model) otherStatuses() string {
	switch {
	case len(m.scope.Statuses) > 0:
		return "别的状态"
	case m.usual() == running:
		return "不在办"
	}
	return "不是" + m.usual()
}

// narrowOrders counts order forms.
func (m *Model) narrowOrders() []Step {
	all := m.forms(registration.Query{})
	steps := []Step{{Words: "征订单", Left: all}}
	if m.scope.Unit != "" {
		left := m.forms(m.query())
		steps = append(steps, Step{UnitField, "别的单位、合计", all - left, left})
	}
	return steps
}

func (m *Model) narrowUnits() []Step {
	all := 0
	for _, u := range m.desk.AllUnits() {
		if u.Supervising == u.ID {
			all++
		}
	}
	steps := []Step{{Words: "主管部门", Left: all}}
	if m.scope.Unit != "" {
		left := min(1, all)
		steps = append(steps, Step{UnitField, "别的单位", all - left, left})
	}
	return steps
}

// Count returns how many people, or forms, the scope has.
func (m *Model) Count() int {
	steps := m.Narrowing()
	return steps[len(steps)-1].Left
}

// Line is a line of the sum under the scope.
type Line struct{ Label, Figure string }

// Sum is the narrowing as a sum; lines that leave nobody out are not in it.
func (m *Model) Sum() (lines []Line) {
	steps := m.Narrowing()
	for i, s := range steps {
		switch {
		case i == 0:
			lines = append(lines, Line{s.Words, m.counted(s.Left)})
		case s.Out > 0:
			lines = append(lines, Line{s.Words, "−" + m.counted(s.Out)})
		}
	}
	return append(lines, Line{"印在表上", m.counted(steps[len(steps)-1].Left)})
}

// Nobody says why there is nothing to print, what to do, and which field to
// change for it ("": none of them). ok is false when there is something, or when
// nobody knows yet.
func (m *Model) Nobody() (why, next, key string, ok bool) {
	steps := m.Narrowing()
	switch last := steps[len(steps)-1]; {
	case last.Left > 0 && (!m.shown || m.preview.Records > 0), printing.ByHand(m.paper) && !m.scope.Changed: // the latter has an empty sheet
		return "", "", "", false
	case steps[0].Left == 0 && empty[m.paper][0] != "":
		return empty[m.paper][0], empty[m.paper][1], "", true
	case last.Left > 0:
		return "这个范围里还没有登记网上报名管理人员", "到“单位”里登记以后再印", UnitField, true
	case steps[0].Left == 0:
		return "今年还没有登记的人", "先登记一人，或导入单位的花名册", "", true
	}
	for _, s := range steps {
		if s.Left == 0 && s.Key == "" {
			why, next := printing.Nobody(m.paper)
			return why, next, "", true
		}
		if s.Left == 0 {
			key = s.Key
			next = fmt.Sprintf("“%s”一行把余下的 %s都排除了", m.label(key), m.counted(s.Out))
			break
		}
	}
	return "没有人符合这个范围", next, key, true
}

// empty says of papers that are not about everybody why there is none of them yet,
// and what to do.
var empty = map[string][2]string{
	orderForm:      {"今年还没有教材征订", "到“缴费与教材”里登记征订以后再印"},
	custodySlip:    {"今年还没有收过原件", "到“单位”里按 F6 登记收到的原件以后再印"},
	spotCheckPaper: {"今年还没有抽查过", "到“资格审查”里按 F7 抽取以后再印"},
	importNote:     {"没有要退回单位改的行", "导入花名册以后，不能录入的行才要退回"},
	unitChange:     {"今年还没有单位变更", "到“单位”里按 F2 办理以后再印；要一张空表，在这里选一个单位"},
}

// label is how a field of the scope is called, with what it says.
func (m *Model) label(key string) string {
	for _, f := range m.Fields() {
		if f.Key == key {
			return f.Label + "：" + f.Text
		}
	}
	return ""
}

// Widen sets a field of the scope to everybody.
func (m *Model) Widen(key string) {
	s := m.scope
	s.From = 0
	switch key {
	case UnitField:
		s.Unit = ""
	case LevelField:
		s.Level = 0
	case StatusField:
		s.Statuses = nil
	case PeopleField:
		s.Numbers = nil
	case ChangedField:
		s.Changed = false
	case OrderField:
		s.Order = ""
	case CheckField:
		s.Check = ""
	}
	m.SetScope(s)
}

// eachPages are papers of which everybody has pages of his own.
var eachPages = map[string]bool{"registration": true, "payment-slip": true, "commitment": true, reviewSheet: true, custodySlip: true}

// Many is from how many on a paper is not laid out unasked: each form is pages
// of its own, a table holds some 15 people a page.
var many = map[bool]int{true: 20000, false: 1000}

// Large reports whether the pages should only be made when asked for, and says
// so.
func (m *Model) Large() (why, next string, ok bool) {
	n := m.Count()
	if n <= many[!eachPages[m.paper]] {
		return "", "", false
	}
	return fmt.Sprintf("%s有 %s，排版要等一会儿", m.name(m.paper), m.counted(n)), "选一个单位会快得多；要全部，就按“现在排版”", true
}

// Held says why pages wait to be asked for: there are many, or making them was
// stopped.
func (m *Model) Held() (why, next string, ok bool) {
	if why, next, ok = m.Large(); ok {
		return why, next, ok
	}
	return "排版停下了", "按“现在排版”重新开始，或换一种表、换一个范围", true
}

// WidenLabel is what the button that widens a field of the scope says.
func (m *Model) WidenLabel(key string) string {
	wide := map[string]string{UnitField: "改成" + wholeCounty, LevelField: "改成" + anyLevel, StatusField: "改成" + m.usual(), PeopleField: "不限人员", ChangedField: "改成" + everybody, FromField: "改成" + fromFirst}
	return wide[key]
}

package eligibility

import (
	"fmt"

	"gongkao/app/policy"
)

// steps says what each kind of step asks for.
var steps = map[policy.Step]func(*matter, *policy.Rule){
	policy.StepStated:   stepStated,
	policy.StepNext:     stepNext,
	policy.StepBelow:    stepBelow,
	policy.StepNoneHeld: stepNoneHeld,
	policy.StepHonoured: stepHonoured,
	policy.StepClosed:   stepClosed,
}

// levelStep: 逐级申报，不得越级申报; and by which path which level can be reached.
func levelStep(m *matter, r *policy.Rule) {
	if ask := steps[r.Step]; ask != nil {
		ask(m, r)
	}
}

func stepStated(m *matter, r *policy.Rule) {
	switch {
	case !m.application.Level.Valid():
		m.unclear(r, "level", "未填申报等级，无法核对条件；请补填")
	case !m.Policy.Assessed(m.application.Level):
		named := *r
		named.Quote = m.Policy.Assessment.Quote
		m.broken(&named, "level", "本年度不开展"+m.application.Level.String()+"考核；请核对申报等级")
	case m.application.Path.String() == "":
		m.unclear(r, "path", "未填申报途径，无法核对等级、年限等条件；请补填晋级、年限、破格或首次")
	}
}

func stepNext(m *matter, r *policy.Rule) {
	need := m.application.Level + 1
	switch held := m.person.CurrentLevel; {
	case held == need:
	case !held.Valid():
		m.unclear(r, "current_level", fmt.Sprintf("未填现等级，晋级申报%s须持有%s；请核对证书后补填", m.application.Level, need))
	case held < need:
		m.alreadyHeld(r)
	default:
		m.broken(r, "level", fmt.Sprintf("现等级%s，申报%s属于越级，只能申报%s；请核对现等级和申报等级", held, m.application.Level, held-1))
	}
}

func stepBelow(m *matter, r *policy.Rule) {
	if held := m.person.CurrentLevel; held.Valid() && m.application.Level.Valid() && held <= m.application.Level {
		m.alreadyHeld(r)
	}
}

func stepNoneHeld(m *matter, r *policy.Rule) {
	if held := m.person.CurrentLevel; held.Valid() {
		m.broken(r, "path", fmt.Sprintf("已取得%s，不属于首次申报；请核对申报途径", held))
	}
}

// stepHonoured: 破格 rests on what the person has been honoured for; whether it
// is enough, somebody has to see on paper.
func stepHonoured(m *matter, r *policy.Rule) {
	if m.application.Honours == "" {
		m.unclear(r, "honours", "破格申报未填业绩；请填写破格依据并核对证书原件")
	} else {
		m.note(r, "honours", "破格申报，依据是否在规定范围内要由人核对；请看证书原件")
	}
	stepBelow(m, r)
}

func stepClosed(m *matter, r *policy.Rule) {
	m.broken(r, "path", fmt.Sprintf("%s没有“%s”这一申报途径；请核对申报途径", m.application.Level, m.application.Path))
}

// alreadyHeld reports a level held that is not below the one applied for. In
// another trade it can be right, and a person has to see.
func (m *matter) alreadyHeld(r *policy.Rule) {
	held, asked := m.person.CurrentLevel, m.application.Level
	if m.anotherTrade() {
		m.unclear(r, "current_level", fmt.Sprintf("已持有%s%s，改工种申报%s%s；请核对是否按规定改工种", m.person.CurrentTrade, held, m.application.Trade, asked))
		return
	}
	m.broken(r, "current_level", fmt.Sprintf("已持有%s，不必再申报%s；请核对现等级和申报等级", held, asked))
}

// anotherTrade reports whether the trade held is known and is not the one
// applied for.
func (m *matter) anotherTrade() bool {
	held, asked := m.person.CurrentTrade, m.application.Trade
	return held != "" && asked != "" && !m.Codes.SameTrade(held, asked)
}

// stepsUp reports whether the level held is the one below that applied for.
func (m *matter) stepsUp() bool {
	return m.application.Level.Valid() && m.person.CurrentLevel == m.application.Level+1
}

func explainLevelStep(m *matter, r *policy.Rule, c *Clause) bool {
	held, asked := m.person.CurrentLevel, m.application.Level
	switch c.Fact = "尚无等级"; {
	case r.Step == policy.StepStated:
		c.use(m, "level", "path")
		c.Fact = "未填全"
		return false
	case r.Step == policy.StepClosed:
		c.use(m, "level", "path")
		c.Fact = asked.String() + " " + m.application.Path.String()
		return true
	case r.Step == policy.StepHonoured:
		c.use(m, "honours")
		c.bring("破格依据的证书原件")
	}
	c.use(m, "current_level", "level")
	if held.Valid() {
		c.Fact = held.String() + " → " + asked.String()
	} else if r.Step == policy.StepNext {
		c.Fact = "现等级未填"
		c.bring((asked + 1).String() + "证书")
	}
	if r.Step == policy.StepNext && held > asked+1 {
		c.bring((asked + 1).String() + "证书")
	}
	return true
}

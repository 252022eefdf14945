package record

import (
	"fmt"
	"strings"

	"gongkao/app/eligibility"
	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/wording"
)

// Panel is what the rules say, as the panel at the right draws it.
type Panel struct {
	Mark  wording.Mark
	Title string   // 还缺 1 项
	Facts []string // 提醒 1, 符合 9
	Lines []Line   // what deserves a word: blocks, then warnings, then notes
	Met   []Met    // what is plainly met
	Note  string   // why nothing can be changed here
	Lacks string   // what a new person lacks to be registered
	Twin  string   // who has the ID number typed here already, "" when nobody
	Strip string   // all of it in one line, where there is no room for a panel
}

// Line is a finding.
type Line struct {
	Mark   wording.Mark
	Title  string
	Fact   string
	Steps  []string // what to do
	Source string
	Key    string // of the slot to go to, "" when none
}

// Met is a rule that is met, and what it asks.
type Met struct {
	Title, Want string
	Unconfirmed bool
}

// words are how screens call a rule: as a heading, and inside a field.
type words struct{ rule, title, note string }

// ruleWords lists them in the order of importance to a clerk.
var ruleWords = []words{
	{"identity-id-number", "身份证号", "号码不符"},
	{"identity-unit", "工作单位", "单位不全"},
	{"object-retired", "在岗", "已退休"},
	{"object-retirement-category", "原法定退休年龄", "要填"},
	{"object-age-reached", "到龄", "到龄"},
	{"object-age-this-year", "本年到龄", "要确认"},
	{"level-step", "逐级", "不符逐级"},
	{"years-in-level", "取得年限", "年限"},
	{"working-years", "工作年限", "年限"},
	{"education", "文化程度", "学历"},
	{"appointed", "岗位聘用", "未聘"},
	{"appraisals", "年度考核", "考核"},
	{"commitment-due", "容缺承诺", "缺承诺"},
	{"commitment-lapsed", "容缺到期", "已到期"},
	{"trade-catalogue", "工种目录", "目录"},
	{"public-notice", "公示", "公示"},
	{"window-closed", "报名时间", "时间"},
}

func wordsOf(rule string) words {
	for _, w := range ruleWords {
		if w.rule == rule {
			return w
		}
	}
	return words{rule, "其他", "请看"}
}

// Panel returns what the rules say now.
func (m *Model) Panel() Panel {
	var p Panel
	if m.Decided() {
		p.Note = "已审结（" + m.applicant.Application.Status.String() + "），更正另办"
	}
	if other, taken := m.namesake(); taken {
		p.Twin = other.Person.Name + "，" + wording.Or(other.Unit, "没有单位") + "，" + other.Application.Status.String()
		p.Mark, p.Title, p.Strip = wording.Block, "本年已经登记", "本年已经登记　"+p.Twin
		return p
	}
	if m.IsNew() {
		p.Lacks = m.toEnter() + "，以后填一栏存一栏"
	}
	if m.applicant.Application.Level == 0 || m.typing && !m.looked && !m.visited["level"] {
		p.Title, p.Strip = "填到申报等级后给结论", "填到申报等级后给结论"
		return p
	}
	p.Lines = m.unsaved()
	counts := map[wording.Mark]int{}
	for _, l := range p.Lines {
		counts[l.Mark]++
	}
	spoken := map[string]bool{}
	for _, mark := range []wording.Mark{wording.Block, wording.Warn, wording.Plain} {
		for _, f := range m.verdict.Findings {
			if markOf(f) == mark {
				p.Lines = append(p.Lines, m.line(f))
				counts[mark]++
				spoken[f.Rule] = true
			}
		}
	}
	p.Met = m.met(spoken)
	p.Mark, p.Title = headline(counts[wording.Block], counts[wording.Warn])
	if p.Mark == wording.Block && counts[wording.Warn] > 0 {
		p.Facts = append(p.Facts, fmt.Sprintf("提醒 %d", counts[wording.Warn]))
	}
	if len(p.Met) > 0 {
		p.Facts = append(p.Facts, fmt.Sprintf("符合 %d", len(p.Met)))
	}
	p.Strip = p.Title
	if len(p.Lines) > 0 && p.Mark >= wording.Warn {
		p.Strip += "　" + p.Lines[0].Title + "：" + p.Lines[0].Fact
	}
	return p
}

// unsaved are the fields whose texts could not be taken: the verdict is about
// what stood there before.
func (m *Model) unsaved() (lines []Line) {
	for _, s := range m.Slots() {
		if _, unread := m.raw[s.Key]; !unread {
			continue
		}
		l := Line{Mark: wording.Block, Title: labelOf(s.Key) + "没有存上", Key: s.Key}
		if refusal, ok := data.AsRefusal(m.problems[s.Key]); ok {
			l.Fact, l.Steps = refusal.Message, steps(refusal.Hint)
		} else {
			l.Mark, l.Fact, l.Steps = wording.Warn, unfinished, []string{finish}
		}
		lines = append(lines, l)
	}
	return lines
}

func steps(hint string) []string {
	if hint == "" {
		return nil
	}
	return []string{hint}
}

func headline(blocks, warnings int) (wording.Mark, string) {
	switch {
	case blocks > 0:
		return wording.Block, fmt.Sprintf("还缺 %d 项", blocks)
	case warnings > 0:
		return wording.Warn, fmt.Sprintf("有 %d 项要核对", warnings)
	}
	return wording.Pass, "符合条件"
}

func (m *Model) line(f eligibility.Finding) Line {
	fact, steps := wording.Part(f.Message)
	l := Line{Mark: markOf(f), Title: wordsOf(f.Rule).title, Fact: fact, Steps: steps, Source: sourceOf(f.Source, f.Clause, f.Confirmed)}
	for _, key := range m.slotsOf(f) {
		for _, s := range m.Slots() {
			if s.Key == key && l.Key == "" {
				l.Key = key
			}
		}
	}
	return l
}

// sourceOf names where a rule stands, and whether somebody has held it against
// the original.
func sourceOf(source, clause string, confirmed bool) string {
	standing := "待核对，只提醒"
	if confirmed {
		standing = "已核对"
	}
	return strings.TrimSpace(source+" "+clause) + "　" + standing
}

// met lists the rules of this level and path that had nothing to say, once
// each.
func (m *Model) met(spoken map[string]bool) (all []Met) {
	a := &m.applicant.Application
	rows := map[string]*policy.Rule{}
	for _, r := range m.desk.Office.Policy.Rules(a.Level, a.Path) {
		if known := rows[r.ID]; known == nil || wants(known) == "" {
			rows[r.ID] = r
		}
	}
	for _, w := range ruleWords {
		if r := rows[w.rule]; r != nil && !spoken[w.rule] && !m.idle(w.rule) {
			all = append(all, Met{w.title, m.wantOf(r), !r.Confirmed()})
		}
	}
	return all
}

// idle tells which rules asked nothing of this person, or could not: a rule
// that kept silent for want of a fact is not one that is met.
func (m *Model) idle(rule string) bool {
	a := &m.applicant
	switch rule {
	case "identity-id-number":
		return m.raw["id_number"] != "" // the rule saw the number before
	case "object-retired":
		return a.Application.StaffKind == ""
	case "object-age-reached":
		return m.verdict.RetirementMonth.IsZero()
	case "years-in-level":
		return a.Person.CurrentLevel != a.Application.Level+1
	case "object-age-this-year", "object-retirement-category", "commitment-due", "commitment-lapsed", "window-closed":
		return true // they speak up when they ask anything
	}
	return false
}

func (m *Model) wantOf(r *policy.Rule) string {
	switch r.ID {
	case "object-age-reached":
		return m.verdict.RetirementMonth.String() + " 到龄"
	case "appraisals":
		if m.desk.Has(&m.applicant, registration.Owing) {
			return "容缺后补"
		}
	case "level-step":
		if held := m.applicant.Person.CurrentLevel; held != 0 {
			return held.String() + " → " + m.applicant.Application.Level.String()
		}
	}
	return wants(r)
}

// wants says what a row of the policy asks, in its own numbers.
func wants(r *policy.Rule) string {
	switch {
	case r.ID == "appraisals" && r.Excellent > 0:
		return fmt.Sprintf("近 %d 年合格，%d 年优秀", r.Years, r.Excellent)
	case r.ID == "appraisals":
		return fmt.Sprintf("近 %d 年合格", r.Years)
	case r.Years > 0:
		return fmt.Sprintf("满 %d 年", r.Years)
	case r.Below > 0:
		return fmt.Sprintf("未满 %d 年", r.Below)
	case r.Education != "":
		return r.Education + "以上"
	case r.Appointed > 0:
		return data.Level(r.Appointed).String() + "岗位"
	}
	return ""
}

package record

import (
	"fmt"
	"slices"
	"strings"

	"gongkao/app/eligibility"
	"gongkao/data"
	"gongkao/views/wording"
)

// Line is a finding as a colleague would put it: what is wrong, the sum that
// shows it, what to bring, and where it is written.
type Line struct {
	Mark      wording.Mark
	Word      string // 不符, 要核对: what is the matter with the clause that Title names
	Title     string
	Fact      string      // in a sentence; the sum says the same where there is one
	Sum       []data.Line // label left, figure right
	Bring     []string    // what is missing and must be brought
	Steps     []string    // what to do, where nothing is to be brought
	First     string      // when the person may apply, for too few years
	Source    string      // document and clause
	Confirmed bool        // and somebody has held it against the original
	Hopeless  bool        // nothing that could be brought this year would help
	Key       string      // of the slot to go to, "" when none
	Act       Act         // the sheet that mends it, 0 when none
}

// Standing says whether the rule has been held against the original.
func (l *Line) Standing() string {
	if l.Confirmed {
		return "已核对"
	}
	return "待核对，只提醒"
}

// Met is a clause that is met, and what decided it.
type Met struct {
	Title, Fact string
	Unconfirmed bool
	Plain       bool // goes without saying: the fact stands in the form
}

// plain are the rules whose facts stand in the form for everybody to see.
var plain = map[string]bool{
	"identity-id-number": true, "identity-unit": true, "object-retired": true, "object-retirement-category": true, "one-application": true, "violation-ban": true,
}

// hopeless are the rules that nothing brought this year can satisfy.
var hopeless = map[string]bool{"object-retired": true, "object-age-reached": true, "violation-ban": true, "commitment-lapsed": true}

// matters are the words before the name of a clause that has a finding: the name
// alone says what is asked, and would read as if it were so.
var matters = map[wording.Mark]string{wording.Block: "不符", wording.Warn: "要核对"}

// mended are the sheets in which a rule's findings are mended.
var mended = map[string]Act{"public-notice": ActNotice, "commitment-due": ActPromise, "commitment-lapsed": ActPromise}

// found are the findings, the gravest first.
func (m *Model) found() (lines []Line) {
	for _, mark := range []wording.Mark{wording.Block, wording.Warn, wording.Plain} {
		for _, f := range m.verdict.Findings {
			if markOf(f) == mark {
				lines = append(lines, m.line(f))
			}
		}
	}
	return lines
}

func (m *Model) line(f eligibility.Finding) Line {
	fact, steps := wording.Part(f.Message)
	l := Line{Mark: markOf(f), Word: matters[markOf(f)], Fact: fact, Steps: steps, Source: strings.TrimSpace(f.Source + " " + f.Clause), Confirmed: f.Confirmed, Hopeless: hopeless[f.Rule]}
	c := m.clauseOf(f)
	l.Title = m.titleOf(f.Rule, c)
	if t := traceOf(f, c); t != nil {
		l.Sum, l.Bring = t.Sum, t.Missing
		if t.First != nil {
			l.Steps = slices.DeleteFunc(slices.Clone(l.Steps), func(step string) bool { return strings.HasPrefix(step, "最早") })
			l.First = fmt.Sprintf("%d 年可以申报%s", t.First.Year, t.First.Level.Full())
			l.Hopeless = l.Hopeless || t.First.Year > m.desk.Office.Policy.Year
		}
	}
	if act := mended[f.Rule]; act != 0 && m.can(act) {
		l.Act = act
		if act == ActNotice {
			return l // no field says anything of it
		}
	}
	for _, key := range m.slotsOf(f) {
		for _, s := range m.Slots() {
			if s.Key == key && l.Key == "" {
				l.Key = key
			}
		}
	}
	return l
}

// traceOf is how a finding came about. The findings of one clause share its sum,
// which is set under the first of them.
func traceOf(f eligibility.Finding, c *eligibility.Clause) *data.Trace {
	switch {
	case c == nil:
		return f.Trace
	case same(c.Findings[0], f):
		return &c.Trace
	}
	return nil
}

// clauseOf returns the clause that has the finding, nil when none has.
func (m *Model) clauseOf(f eligibility.Finding) *eligibility.Clause {
	for i := range m.clauses {
		c := &m.clauses[i]
		if c.Rule == f.Rule && slices.ContainsFunc(c.Findings, func(own eligibility.Finding) bool { return same(own, f) }) {
			return c
		}
	}
	return nil
}

func same(a, b eligibility.Finding) bool {
	return a.Rule == b.Rule && a.Field == b.Field && a.Message == b.Message
}

// titleOf is how a clause is called, whether or not it has a finding.
func (m *Model) titleOf(rule string, c *eligibility.Clause) string {
	if c != nil && c.Title != "" {
		return c.Title
	}
	a := &m.applicant.Application
	for _, row := range m.desk.Office.Policy.Rules(a.Level, a.Path) {
		if row.ID == rule {
			return eligibility.Title(row)
		}
	}
	return "其他"
}

// met are the clauses that were asked and are met. Not among them is one that
// kept silent for want of a fact, nor one that rests on a field whose text could
// not be taken: the rule saw what stood there before.
func (m *Model) met() (all []Met) {
	for i := range m.clauses {
		c := &m.clauses[i]
		if isMet(c) && !m.restsOnUnsaved(c) {
			all = append(all, Met{c.Title, c.Fact, !c.Row.Confirmed(), plain[c.Rule]})
		}
	}
	return all
}

func isMet(c *eligibility.Clause) bool { return c.Severity == "" && len(c.Trace.Missing) == 0 }

func (m *Model) restsOnUnsaved(c *eligibility.Clause) bool {
	if c.Rule == "identity-id-number" && m.raw["id_number"] != "" {
		return true
	}
	return slices.ContainsFunc(c.Trace.Used, func(u data.Used) bool {
		_, unread := m.raw[u.Field]
		return unread
	})
}

// notes are the words that stand inside a field for what a rule found there.
var notes = map[string]string{
	"identity-id-number": "号码不符", "identity-unit": "单位不全", "object-retired": "已退休", "object-retirement-category": "要填",
	"object-age-reached": "到龄", "object-age-this-year": "要确认", "level-step": "不符逐级", "years-in-level": "年限", "working-years": "年限",
	"education": "学历", "appointed": "未聘", "appraisals": "考核", "commitment-due": "缺承诺", "commitment-lapsed": "已到期",
	"trade-catalogue": "目录", "public-notice": "公示", "window-closed": "时间", "violation-ban": "禁报",
}

func noteOf(rule string) string { return wording.Or(notes[rule], "请看") }

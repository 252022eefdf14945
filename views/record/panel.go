package record

import (
	"context"
	"fmt"
	"strings"

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
	Note  string   // why nothing can be changed here, or what was asked on returning it
	Lacks string   // what a new person lacks to be registered
	Twin  string   // who has the ID number typed here already, "" when nobody
	Strip string   // all of it in one line, where there is no room for a panel
}

// Panel returns what the rules say now.
func (m *Model) Panel() Panel {
	p := Panel{Note: m.whyClosed()}
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
	p.Lines = append(m.unsaved(), m.found()...)
	p.Met = m.met()
	p.conclude()
	return p
}

// whyClosed says why nothing can be changed here, or what a return has asked for;
// "" where there is nothing to say.
func (m *Model) whyClosed() string {
	switch {
	case m.past != nil:
		return m.pastNote()
	case m.desk.Office.Looking():
		return fmt.Sprintf("%d 年度已经结束，只能看", m.desk.Office.Profile.Year)
	case m.Decided():
		return "已审结（" + m.applicant.Application.Status.String() + "），更正另办"
	case m.applicant.Application.Status == data.Returned:
		return m.whatWasAsked()
	}
	return ""
}

// whatWasAsked says what a returned person has to bring or mend.
func (m *Model) whatWasAsked() string {
	asks, err := m.Asks(context.Background())
	switch {
	case err != nil:
		return "退回时的要求读不出来，请按 F7 看经过"
	case len(asks) == 0:
		return "退回的，要求的都已补正，可以交审"
	}
	words := make([]string, len(asks))
	for i, a := range asks {
		words[i] = a.Text
	}
	return "退回要求：" + strings.Join(words, "；") + "。补好后交审，写明怎么补的"
}

// conclude writes the headline, which agrees with the verdict of the command
// line, and what stands beside it.
func (p *Panel) conclude() {
	counts, hopeless := map[wording.Mark]int{}, false
	for _, l := range p.Lines {
		counts[l.Mark]++
		hopeless = hopeless || l.Hopeless && l.Mark == wording.Block
	}
	p.Mark, p.Title = headline(counts[wording.Block], counts[wording.Warn], hopeless)
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
}

// headline is the verdict in a few words. Where nothing that could be brought
// would help, nothing is called missing.
func headline(blocks, warnings int, hopeless bool) (wording.Mark, string) {
	switch {
	case hopeless:
		return wording.Block, "不符合条件"
	case blocks > 0:
		return wording.Block, fmt.Sprintf("还缺 %d 项", blocks)
	case warnings > 0:
		return wording.Warn, fmt.Sprintf("有 %d 项要核对", warnings)
	}
	return wording.Pass, "符合条件"
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

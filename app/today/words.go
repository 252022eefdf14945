package today

import (
	"fmt"
	"strings"

	"gongkao/app/policy"
	"gongkao/data"
)

// situations say in one line what a queue is about, where the queue itself has not
// said it while counting.
var situations = map[string]func(*morning, *Queue) string{
	"draft":     func(_ *morning, q *Queue) string { return "补齐后交审：" + first(q) },
	"submitted": func(_ *morning, q *Queue) string { return fromUnits(q) + "，最早是" + q.First },
	"returned":  func(_ *morning, q *Queue) string { return fromUnits(q) + "；等单位补正" },
	"commitment": func(m *morning, q *Queue) string {
		due, known := m.desk.Office.Policy.Deadline("commitment-due")
		switch {
		case known && m.day.After(due.To):
			return fmt.Sprintf("%s；%s 已过", fromUnits(q), dayOf(due.To))
		case known:
			return fmt.Sprintf("%s；%s 到期", fromUnits(q), dayOf(due.To))
		}
		return fromUnits(q)
	},
	"unpaid":           (*morning).payDay,
	"printed-changed":  (*morning).toReprint,
	"confirm":          func(*morning, *Queue) string { return "通知下发的当月到龄，由人来定" },
	"unit-silent":      func(*morning, *Queue) string { return "还没有一人申报" },
	"unit-unconfirmed": (*morning).namesDue,
	"duplicates":       func(_ *morning, q *Queue) string { return "同名同生日、身份证号不同：" + first(q) },
	"lapsed":           func(_ *morning, q *Queue) string { return fromUnits(q) + "；到期没有补或没有缴" },
	"import-tray":      func(*morning, *Queue) string { return "逐行改好放入，或退给单位重报" },
}

// warning are the queues whose line carries a sign.
var warning = map[string]bool{"confirm": true, "printed-changed": true, "duplicates": true, "lapsed": true, "import-tray": true, "forms-owed": true}

// word writes the line of a queue in which something waits.
func (m *morning) word(q *Queue) {
	if say := situations[q.ID]; say != nil && q.Words == "" {
		q.Words = say(m, q)
	}
	q.Warns = q.Warns || warning[q.ID]
}

func fromUnits(q *Queue) string { return data.Commas(q.Units) + " 个单位" }

// first names who waits longest; a long name is cut by screens, so it stands last.
func first(q *Queue) string {
	if q.Count > 1 {
		return q.First + "等"
	}
	return q.First
}

// payDay says until when fees can be paid, as far as anybody has signed off a day.
func (m *morning) payDay(q *Queue) string {
	row := m.desk.Office.Policy.Only(policy.PaymentDue)
	switch {
	case row.Due.IsZero():
		return fromUnits(q) + "；截止日待核对"
	case !row.Confirmed():
		return fmt.Sprintf("%s；%s 截止，待核对", fromUnits(q), dayOf(row.Due))
	}
	return fmt.Sprintf("%s；%s 截止", fromUnits(q), dayOf(row.Due))
}

// toReprint says how many of which papers have to be printed again.
func (m *morning) toReprint(q *Queue) string {
	var papers []string
	count := map[string]int{}
	for _, a := range m.found[q.ID].people {
		for _, paper := range m.changed[a.Application.ID] {
			if count[paper]++; count[paper] == 1 {
				papers = append(papers, paper)
			}
		}
	}
	words := ""
	for _, paper := range papers {
		words += fmt.Sprintf("、%s %s 人", m.desk.PaperName(paper), data.Commas(count[paper]))
	}
	return trimmed(words) + "要重打"
}

// namesDue says until when names are to be checked.
func (m *morning) namesDue(q *Queue) string {
	due, known := m.desk.Office.Policy.Deadline("unit-names")
	switch {
	case !known:
		return "主管部门还没有核对单位名称"
	case m.day.After(due.To):
		q.Warns = true
		return "没有核对名称，" + dayOf(due.To) + " 已过"
	}
	return dayOf(due.To) + " 前核对单位名称"
}

// trimmed cuts the mark off that stands between parts of a list.
func trimmed(list string) string {
	return strings.TrimPrefix(strings.TrimPrefix(list, "；"), "、")
}

func dayOf(d data.Date) string { return fmt.Sprintf("%d月%d日", d.Month, d.Day) }

// Notes says everything there is to know of a deadline: what stands in its way,
// what is odd about it, and that nobody has signed it off.
func (d *Deadline) Notes() (notes []string) {
	if d.Way != "" {
		notes = append(notes, d.Way)
	}
	if d.Clash != "" {
		notes = append(notes, d.Clash)
	}
	if d.Unconfirmed {
		notes = append(notes, "日期待核对")
	}
	return notes
}

package today

import (
	"fmt"

	"gongkao/app/today"
	"gongkao/data"
	"gongkao/views/wording"
)

// Deadline is a stretch of the ruler.
type Deadline struct {
	Days  string // 5, or 今天
	Unit  string // 天
	Day   string // 4月7日
	Date  string // 4月7日 星期二
	Name  string
	Words string // what it means here
	First bool   // the next one
	Mark  wording.Mark
}

// Deadlines returns the next days, nearest first, as many as there is room for
// on the ruler, and those that stand behind it.
func (m *Model) Deadlines(room int) (ruler, later []Deadline) {
	for i, d := range m.page.Deadlines {
		one := Deadline{Days: fmt.Sprint(d.DaysLeft), Unit: "天", Day: wording.Day(d.To), Date: wording.Day(d.To) + " " + wording.Weekday(d.To), Name: d.Name, First: i == 0}
		if d.DaysLeft == 0 {
			one.Days, one.Unit = "今天", ""
		}
		one.Words = m.meaning(d)
		if d.DaysLeft <= 1 {
			one.Mark = wording.Warn
		}
		if i < room {
			ruler = append(ruler, one)
		} else {
			later = append(later, one)
		}
	}
	return ruler, later
}

// Ahead returns how many days are still to come.
func (m *Model) Ahead() int { return len(m.page.Deadlines) }

// Last says that the ruler ends before its room does: no days are left behind
// those on it. "" while it is full.
func (m *Model) Last(room int) string {
	switch left := len(m.page.Deadlines); {
	case left == 0 || left >= room:
		return ""
	case left == 1:
		return "这是本年度最后一个日期"
	default:
		return "本年度往后没有别的日期了"
	}
}

// Over says that the year's calendar has ended; "" before.
func (m *Model) Over() string {
	if !m.read || len(m.page.Deadlines) > 0 {
		return ""
	}
	return fmt.Sprintf("%d 年度的日期都过了", m.desk.Office.Profile.Year)
}

// meaning says what a deadline means for what waits now.
func (m *Model) meaning(d today.Deadline) string {
	p := m.page.Progress
	switch d.ID {
	case "registration", "first-review":
		if p.Draft > 0 {
			return fmt.Sprintf("还有 %s 份草稿没有交审", wording.Count(p.Draft))
		}
	case "review":
		if p.Submitted > 0 {
			return fmt.Sprintf("待审 %s 人", wording.Count(p.Submitted)) + perDay(p.Submitted, m.page.Day, d.To)
		}
	case "commitment-due":
		if n := m.count("commitment"); n > 0 {
			return fmt.Sprintf("未补 %s 人，逾期视为不通过", wording.Count(n))
		}
	}
	return d.Who
}

// perDay says how many a working day must take; nothing when one day is left.
func perDay(count int, from, to data.Date) string {
	days := 0
	for day := from; !day.After(to); day = day.AddDays(1) {
		if w := wording.Weekday(day); w != "星期六" && w != "星期日" {
			days++
		}
	}
	if days < 2 {
		return "，都要在今明两天办完"
	}
	return fmt.Sprintf("，每个工作日约 %s 人", wording.Count((count+days-1)/days))
}

func (m *Model) count(queue string) int {
	for _, q := range m.page.Queues {
		if q.ID == queue {
			return q.Count
		}
	}
	return 0
}

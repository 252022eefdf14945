// Package today is the first screen of the morning: which day comes next, and
// what waits. Model reads the page of app/today and words it; every queue knows
// the list it opens. It knows no widgets.
package today

import (
	"context"
	"fmt"

	"gongkao/app/registration"
	"gongkao/app/today"
	"gongkao/data"
	"gongkao/views/wording"
)

// Model is the morning page on the screen.
type Model struct {
	desk *registration.Desk
	page today.Page
}

// mostDeadlines is how many stand on the ruler.
const mostDeadlines = 4

// New returns an empty page; Show fills it.
func New(desk *registration.Desk) *Model { return &Model{desk: desk} }

// Read counts what waits. It is for the background; hand the page to Show.
func (m *Model) Read(ctx context.Context) (today.Page, error) {
	return today.Morning(ctx, m.desk, m.desk.Office.Today())
}

// Show puts a page on the screen.
func (m *Model) Show(p today.Page) { m.page = p }

// Head returns title, day and day of the week.
func (m *Model) Head() (title, day, weekday string) {
	d := m.desk.Office.Today()
	return "今日", wording.Day(d), wording.Weekday(d)
}

// Deadline is a stretch of the ruler.
type Deadline struct {
	Days  string // 5, or 今天
	Unit  string // 天
	Date  string // 4月7日 星期二
	Name  string
	Words string // what it means here
	First bool   // the next one
	Mark  wording.Mark
}

// Deadlines returns the next days, nearest first.
func (m *Model) Deadlines() (all []Deadline) {
	for i, d := range m.page.Deadlines[:min(len(m.page.Deadlines), mostDeadlines)] {
		one := Deadline{Days: fmt.Sprint(d.DaysLeft), Unit: "天", Date: wording.Day(d.To) + " " + wording.Weekday(d.To), Name: d.Name, First: i == 0}
		if d.DaysLeft == 0 {
			one.Days, one.Unit = "今天", ""
		}
		one.Words = m.meaning(d)
		if d.DaysLeft <= 1 {
			one.Mark = wording.Warn
		}
		all = append(all, one)
	}
	return all
}

// meaning says what a deadline means for what waits now.
func (m *Model) meaning(d today.Deadline) string {
	p := m.page.Progress
	switch d.ID {
	case "registration", "first-review":
		if p.Draft > 0 {
			return fmt.Sprintf("还有 %s 份草稿没有提交", wording.Count(p.Draft))
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
	return fmt.Sprintf("，每个工作日约 %d 人", (count+days-1)/days)
}

func (m *Model) count(queue string) int {
	for _, q := range m.page.Queues {
		if q.ID == queue {
			return q.Count
		}
	}
	return 0
}

// Queue is a line of what waits.
type Queue struct {
	ID, Name string
	Count    string
	Zero     bool   // nothing waits: set it faint
	Earliest string // when the oldest of them was entered
	Words    string
	Mark     wording.Mark
	Opens    registration.Selection
	Tray     bool // it opens the import tray, not the list of people
}

// Queues returns what waits, always in the same order.
func (m *Model) Queues() (all []Queue) {
	for _, q := range m.page.Queues {
		line := Queue{ID: q.ID, Name: q.Name, Count: wording.Count(q.Count), Zero: q.Count == 0, Earliest: "—", Opens: q.Opens, Tray: q.Tray}
		if q.Count > 0 {
			line.Earliest = wording.Ago(data.DateOf(q.Earliest), m.page.Day)
			line.Words, line.Mark = m.situation(q)
		}
		all = append(all, line)
	}
	return all
}

func (m *Model) situation(q today.Queue) (string, wording.Mark) {
	units := fmt.Sprintf("%s 个单位", wording.Count(q.Units))
	switch q.ID {
	case "draft":
		return q.First + "等，补齐后提交", wording.Plain
	case "submitted":
		return q.First + "最早，" + units, wording.Plain
	case "returned":
		return units + "；等单位补正", wording.Plain
	case "commitment":
		if due, ok := m.desk.Office.Policy.Deadline("commitment-due"); ok {
			return fmt.Sprintf("%s；%s 到期", units, wording.Day(due.To)), wording.Plain
		}
		return units, wording.Plain
	case "confirm":
		return "正在通知下发的月份到龄，程序不替人决定", wording.Warn
	}
	return "读不懂的行等着改", wording.Warn
}

// Sum is a label with its figure.
type Sum struct{ Label, Figure string }

// Done returns what was done today, and until when.
func (m *Model) Done() (sums []Sum, until string) {
	d := m.page.Done
	return []Sum{{"新登记", wording.Count(d.Entered)}, {"导入", wording.Count(d.Imported)}}, "到 " + m.desk.Office.Now().Format("15:04")
}

// Progress is how far the year is: parts of All, for the bar.
type Progress struct {
	All                                int
	Decided, Submitted, Returned, Rest int
	Words                              []Sum
}

// Progress returns how far the year is.
func (m *Model) Progress() Progress {
	p := m.page.Progress
	return Progress{p.All, p.Decided, p.Submitted, p.Returned, p.Draft,
		[]Sum{{"审结", wording.Count(p.Decided)}, {"待审", wording.Count(p.Submitted)}, {"退回", wording.Count(p.Returned)}}}
}

// Empty says what to do on the first day of a year; "" when there is somebody.
func (m *Model) Empty() (why, what string) {
	if m.page.Progress.All > 0 {
		return "", ""
	}
	return "还没有人报名", "导入单位的花名册（Ctrl+O），或登记一人（Ctrl+N）"
}

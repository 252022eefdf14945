package today

import (
	"fmt"
	"strings"

	"gongkao/app/today"
	"gongkao/views/wording"
)

// Deadline is a stretch of the ruler.
type Deadline struct {
	Days    string // 5, or 今天
	Unit    string // 天
	Working string // 工作日 2 天; "": none are left besides today
	Day     string // 4月7日
	Date    string // 4月7日 星期二
	Name    string
	Words   string // what stands in its way
	First   bool   // the next one
	Mark    wording.Mark
}

// Deadlines returns the next days, nearest first, as many as there is room for
// on the ruler, and those that stand behind it.
func (m *Model) Deadlines(room int) (ruler, later []Deadline) {
	for i, d := range m.page.Deadlines {
		one := Deadline{Days: fmt.Sprint(d.DaysLeft), Unit: "天", Day: wording.Day(d.To), Date: wording.Day(d.To) + " " + wording.Weekday(d.To), Name: d.Name, First: i == 0}
		if d.WorkingLeft > 0 {
			one.Working = fmt.Sprintf("工作日 %d 天", d.WorkingLeft)
		}
		if d.DaysLeft == 0 {
			one.Days, one.Unit = "今天", ""
		}
		one.Words, one.Mark = meaning(d)
		if i < room {
			ruler = append(ruler, one)
		} else {
			later = append(later, one)
		}
	}
	return ruler, later
}

// meaning says in the one line there is what a deadline means for what waits now.
// What is odd about the day itself goes before the count, which a deadline beside
// it and the queues tell as well.
func meaning(d today.Deadline) (words string, mark wording.Mark) {
	words = wording.Or(d.Way, d.Who)
	switch {
	case d.Clash != "":
		return d.Clash, wording.Warn
	case d.Unconfirmed:
		words, mark = "日期待核对；"+words, wording.Unconfirmed
	}
	if d.DaysLeft <= 1 {
		mark = wording.Warn
	}
	return words, mark
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
	if p := m.desk.Office.Policy; p.Provisional() {
		return fmt.Sprintf("%d 年度的通知还没有录入，日期都还不知道；请填好 policy/%d.toml", p.Year, p.Year)
	}
	return fmt.Sprintf("%d 年度的日期都过了；都办完了，到“设置”的“年度”里开启下一年度", m.desk.Office.Profile.Year)
}

// Calendar says what working days are counted by, for whoever asks; a table that
// nobody has checked says so.
func (m *Model) Calendar() string {
	h := m.page.Holidays
	switch {
	case h == nil || !h.Known():
		return "工作日只按星期六、星期日数：没有这一年的放假表"
	case !h.Confirmed():
		return "工作日按《" + strings.Trim(h.Source, "《》") + "》数，放假表待核对"
	}
	return "工作日按《" + strings.Trim(h.Source, "《》") + "》数"
}

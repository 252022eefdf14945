package tray

import (
	"fmt"
	"slices"
	"strings"

	"gongkao/data"
	"gongkao/views/wording"
)

// Figure is a number of the batch with its word and what it is made of.
type Figure struct {
	Word, Number, Of string
	Mark             wording.Mark
}

// Title is the page's, and the file that is shown.
func (m *Model) Title() (title, file string) {
	if m.tray == nil {
		return "导入待处理", ""
	}
	return "导入待处理", fileOf(m.tray.Batch())
}

// fileOf names a batch by its files.
func fileOf(b data.Batch) string {
	switch len(b.Files) {
	case 0:
		return ""
	case 1:
		return b.Files[0].Name
	}
	return fmt.Sprintf("%s 等 %d 个文件", b.Files[0].Name, len(b.Files))
}

// Figures are what became of the rows of the batch.
func (m *Model) Figures() []Figure {
	f := m.tray.Figures()
	all := []Figure{
		{Word: "读到", Number: wording.Count(f.Read), Of: "行"},
		{Word: "已进入", Number: wording.Count(f.Entered), Mark: wording.Pass},
		{Word: "待处理", Number: wording.Count(f.Open), Mark: wording.Warn},
	}
	for _, more := range []Figure{
		{Word: "退给单位", Number: wording.Count(f.Sent)}, {Word: "不放入", Number: wording.Count(f.Dropped)},
		{Word: "跳过", Number: wording.Count(f.Skipped), Of: m.skipped()},
	} {
		if more.Number != "0" {
			all = append(all, more)
		}
	}
	return all
}

// skipped says what was skipped: 标题、合计、填表人.
func (m *Model) skipped() string {
	var why []string
	for _, s := range m.tray.Batch().Sheets {
		for _, row := range s.Skipped {
			if !slices.Contains(why, row.Why) {
				why = append(why, row.Why)
			}
		}
	}
	return strings.Join(why, "、")
}

// Ready counts the rows that F8 takes in.
func (m *Model) Ready() int {
	if m.tray == nil {
		return 0
	}
	return m.tray.Figures().Ready
}

// EnterLabel is what F8 does.
func (m *Model) EnterLabel() string {
	if n := m.Ready(); n > 0 {
		return "放入改好的 " + wording.Count(n) + " 行"
	}
	return "放入改好的行"
}

// Group is a problem as the list at the left shows it.
type Group struct {
	Title, Advice, Count string
	Grave, Current, Done bool // Done: all of its rows are ready
}

// Groups are the problems.
func (m *Model) Groups() []Group {
	all := make([]Group, len(m.groups))
	current, known := m.current()
	for i, g := range m.groups {
		done := !slices.ContainsFunc(g.Rows, func(row int) bool { return !m.tray.Row(row).Ready })
		all[i] = Group{g.Title, g.Advice, wording.Count(len(g.Rows)), g.Block, known && current.group == i, done}
	}
	return all
}

// ToGroup goes to a group: to its head where that asks, else to the first of its
// rows that waits.
func (m *Model) ToGroup(group int) {
	for at, l := range m.lines {
		if l.group == group && m.unanswered(at) {
			m.at = at
			return
		}
	}
	for at, l := range m.lines {
		if l.group == group && l.row != head {
			m.at = at
			return
		}
	}
}

// Group is the place of the group one is in; -1 when there is none.
func (m *Model) Group() int {
	if l, ok := m.current(); ok {
		return l.group
	}
	return -1
}

// Question is what a group's head asks for all of its rows at once.
type Question struct {
	Words   string
	Choices []string // each has its figure
}

// longAdvice is what the head of a group says where the list at the left has no room
// for it.
var longAdvice = map[string]string{
	"unit-similar": "单位库里没有一字不差的；按印章选定，以后同样写法自动认得",
	"unit-unknown": "选一个；确是新单位，按 F7 登记",
	"id-mangled":   "后几位已经丢了，谁也猜不出；F9 退给单位，Shift+F9 这一组都退",
}

// Question returns what the head of a group asks; without choices it only says
// what the group is about.
func (m *Model) Question(group int) Question {
	g := m.groups[group]
	if !m.asksOnce(group) {
		return Question{Words: wording.Or(longAdvice[g.Code], g.Advice)}
	}
	q := Question{Words: "Excel 会吃掉末尾的 0", Choices: []string{"1 月", "10 月", "逐行答"}}
	written := m.tray.Row(g.Rows[0]).Written[g.Field]
	q.Words = fmt.Sprintf("“%s”是 1 月还是 10 月？%s", written, q.Words)
	if g.Column != "" {
		q.Words = g.Column + " 列　" + q.Words
	}
	return q
}

// Wait is a batch that waits, for choosing among several.
type Wait struct {
	ID          data.BatchID
	When, File  string
	Open, Ready string
	Shown       bool
}

// Waits are the batches that wait, newest first.
func (m *Model) Waits() []Wait {
	all := make([]Wait, len(m.waits))
	for i, w := range m.waits {
		all[i] = Wait{w.Batch.ID, wording.WhenExactly(w.Batch.At, m.desk.Office.Now()), fileOf(w.Batch), wording.Count(w.Open), wording.Count(w.Ready), w.Batch.ID == m.Batch()}
	}
	return all
}

// Others says that other batches wait too; "" when none does.
func (m *Model) Others() string {
	if n := len(m.waits); n > 1 {
		return fmt.Sprintf("共 %d 批在等", n)
	}
	return ""
}

package tray

import (
	"context"
	"fmt"
	"strings"

	trays "gongkao/app/tray"
	"gongkao/data"
	"gongkao/views/wording"
)

// kept is what every answer ends with.
const kept = "改动都留着，关了程序也在；改好的按 F8 放入，其余以后再办。"

// Answered is what an answer did.
type Answered struct {
	wording.Done
	Ready bool // the row may enter now
	Said  bool // something was changed
}

// At is the row one is at and the field it is asked for: what a field on the screen
// is of, until another is open.
func (m *Model) At() (row int, field string, ok bool) {
	l, field, ok := m.open()
	return l.row, field, ok
}

// Answer writes what stands for a cell from now on. A choice of the list counts
// for all rows written alike; other words, also those that mean nothing yet, for
// this row alone.
func (m *Model) Answer(ctx context.Context, row int, field, text string) (Answered, error) {
	before := m.tray.Row(row)
	text = strings.TrimSpace(text)
	if mended, answered := before.Mended[field]; text == mended && (answered || text == "") {
		return Answered{Ready: before.Ready}, nil
	}
	rows := 1
	var err error
	if trays.Alike(field) && before.Written[field] != "" && m.listed(row, field, text) {
		rows, err = m.tray.MendAlike(ctx, row, field, text)
	} else {
		err = m.tray.Mend(ctx, row, field, text)
	}
	if err != nil {
		return Answered{}, err
	}
	m.last[row] = field
	m.arrange()
	return m.answered(row, rows), nil
}

// answered words what came of an answer.
func (m *Model) answered(row, rows int) Answered {
	r := m.tray.Row(row)
	where := fmt.Sprintf("第 %d 行", r.Number)
	if rows > 1 {
		where += fmt.Sprintf("和同样写法的 %s 行", wording.Count(rows-1))
	}
	if r.Ready {
		return Answered{Done: wording.Done{What: where + "改好了", Next: kept}, Ready: true, Said: true}
	}
	_, problem, _ := m.asked(r)
	return Answered{Done: wording.Done{What: where + "记下了，还有：" + problem.Message, Next: problem.Hint}, Said: true}
}

// Choose answers the question on a group's head, by the place of the answer.
func (m *Model) Choose(ctx context.Context, choice int) (wording.Done, error) {
	l, ok := m.current()
	if !ok || !m.asksOnce(l.group) {
		return wording.Done{}, nil
	}
	g := m.groups[l.group]
	months := []int{1, 10}
	if choice >= len(months) {
		m.singly[keyOf(g)] = true
		m.ToGroup(l.group)
		return wording.Done{What: "逐行答：每行按 1 是 1 月，按 2 是 10 月"}, nil
	}
	rows, err := m.tray.Month(ctx, l.group, months[choice])
	if err != nil {
		return wording.Done{}, err
	}
	for _, row := range g.Rows {
		if r := m.tray.Row(row); len(r.Mended) > 0 {
			m.last[row], _, _ = m.asked(r)
		}
	}
	m.arrange()
	return wording.Done{What: fmt.Sprintf("%s 行都按 %d 月记", wording.Count(rows), months[choice]), Next: kept}, nil
}

// Why are usual reasons for sending a row back, the likeliest first.
func (m *Model) Why() []string {
	l, ok := m.current()
	if !ok {
		return nil
	}
	g := m.groups[l.group]
	likely := g.Title
	if l.row != head {
		if _, problem, open := m.asked(m.tray.Row(l.row)); open {
			likely = problem.Message
		}
	}
	return []string{likely, "与原件不符", "不是本年度申报的人", "不是本单位的人"}
}

// Reason is why rows of the group one is in were sent back before; "" where none
// was.
func (m *Model) Reason() string {
	if g := m.Group(); g >= 0 {
		return m.reasons[keyOf(m.groups[g])]
	}
	return ""
}

// SendBack sends the row one is at back to the sender, or all rows of its group.
func (m *Model) SendBack(ctx context.Context, why string, all bool) (wording.Done, error) {
	l, ok := m.current()
	if !ok {
		return wording.Done{}, nil
	}
	why = strings.TrimSpace(why)
	if why == "" {
		return wording.Done{}, data.Refuse("reason-missing", "", "没有写为什么退", "选一个理由，或写一句；单位要照着改")
	}
	g := m.groups[l.group]
	rows := []int{l.row}
	if all || l.row == head {
		rows = g.Rows
	}
	m.reasons[keyOf(g)] = why
	what := fmt.Sprintf("%s 行退给单位", wording.Count(len(rows)))
	if len(rows) == 1 {
		what = fmt.Sprintf("第 %d 行退给单位", m.tray.Row(rows[0]).Number)
	}
	if err := m.tray.SendAllBack(ctx, rows, why); err != nil {
		return wording.Done{}, err
	}
	m.arrange()
	return wording.Done{What: what + "：" + why, Next: "Ctrl+E 写出标注了原因的表，发给单位；Ctrl+Z 撤销。"}, nil
}

// Drop leaves the row one is at out: the same person stands elsewhere, or it is
// nobody.
func (m *Model) Drop(ctx context.Context, why string) (wording.Done, error) {
	l, ok := m.current()
	if !ok || l.row == head {
		return wording.Done{}, nil
	}
	return m.drop(ctx, l.row, why)
}

func (m *Model) drop(ctx context.Context, row int, why string) (wording.Done, error) {
	if err := m.tray.Drop(ctx, row, why); err != nil {
		return wording.Done{}, err
	}
	r := m.tray.Row(row)
	m.arrange()
	return wording.Done{What: fmt.Sprintf("第 %d 行不放入：%s", r.Number, r.Why), Next: "Ctrl+Z 撤销。"}, nil
}

// Undo takes the last answer of this sitting back.
func (m *Model) Undo(ctx context.Context) (wording.Done, error) {
	if m.tray == nil {
		return wording.Done{}, nil
	}
	what, err := m.tray.Undo(ctx)
	if err != nil {
		return wording.Done{}, err
	}
	m.reasons, m.singly = map[string]string{}, map[string]bool{}
	m.arrange()
	return wording.Done{What: "已撤销：" + what}, nil
}

// Enter returns the work of taking in what is ready. Hand the answer to Entered.
func (m *Model) Enter() func(context.Context, func(done, total int)) (trays.Entered, error) {
	tray := m.tray
	return func(ctx context.Context, progress func(done, total int)) (trays.Entered, error) {
		return tray.Enter(ctx, progress)
	}
}

// Entered takes what has entered.
func (m *Model) Entered(e trays.Entered) wording.Done {
	m.arrange()
	m.at = m.first()
	done := wording.Done{What: fmt.Sprintf("放入 %s 行", wording.Count(e.Rows)), Next: "都是“待审”，在“申报人员”里。"}
	if left := m.tray.Figures().Open; left > 0 {
		done.Next = fmt.Sprintf("都是“待审”；还有 %s 行待处理。", wording.Count(left))
	}
	return done
}

// SendTitle asks before rows are sent back.
func (m *Model) SendTitle(all bool) (title, button string) {
	l, ok := m.current()
	if !ok {
		return "", ""
	}
	if g := m.groups[l.group]; (all || l.row == head) && len(g.Rows) > 1 {
		return fmt.Sprintf("“%s”的 %s 行都退给单位", g.Title, wording.Count(len(g.Rows))), "都退给单位"
	}
	return m.rowTitle() + "退给单位", "退给单位"
}

// DropTitle asks before a row is left out.
func (m *Model) DropTitle() string { return m.rowTitle() + "不放入" }

func (m *Model) rowTitle() string {
	l, _ := m.current()
	row := l.row
	if row == head {
		row = m.groups[l.group].Rows[0]
	}
	r := m.tray.Row(row)
	return strings.TrimSpace(fmt.Sprintf("第 %d 行 %s", r.Number, r.Name))
}

// Len says how many rows there are: 14 行.
func (m *Model) Len() string {
	n := 0
	for _, g := range m.groups {
		n += len(g.Rows)
	}
	return wording.Count(n) + " 行"
}

// Try says whether the open row may enter with a text that is only being typed,
// and if not, what is wrong with it.
func (m *Model) Try(text string) (ready bool, trouble string) {
	l, field, ok := m.open()
	if !ok {
		return false, ""
	}
	problem, good, known := m.tray.Try(l.row, field, strings.TrimSpace(text))
	if !known || good {
		return known, ""
	}
	return false, problem.Message + "：" + problem.Hint
}

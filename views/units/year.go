package units

import (
	"context"
	"fmt"

	"gongkao/app/unitbook"
	"gongkao/data"
	"gongkao/views/wording"
)

// Item is a line of what the unit shown is to send in the year.
type Item struct {
	Mark            wording.Mark
	Name            string
	Due, Done, Left string
	By              string // the last day, and how far away it is
	ByMark          wording.Mark
	Next            string
}

// soon is from how many days before a last day on it carries a sign.
const soon = 7

// Items lists what the unit shown is to send and what of it has come.
func (m *Model) Items() (items []Item) {
	if m.book == nil || m.selected == "" {
		return nil
	}
	for _, it := range m.book.Items(m.selected) {
		one := Item{Mark: wording.Pass, Name: it.Name, Due: wording.Count(it.Due), Done: wording.Count(it.Done), Left: "—"}
		if !it.By.IsZero() {
			one.By = wording.Day(it.By)
		}
		one.Next = m.next(it)
		if it.Left() > 0 {
			one.Left, one.Mark = wording.Count(it.Left()), wording.Warn
			m.hurry(&one, it)
		}
		items = append(items, one)
	}
	return items
}

// hurry says of what is owed how much time is left.
func (m *Model) hurry(one *Item, it unitbook.Item) {
	days := m.desk.Office.Today().DaysUntil(it.By)
	switch {
	case it.By.IsZero():
	case days < 0:
		one.By, one.ByMark, one.Mark = one.By+" 已过", wording.Block, wording.Block
	case days == 0:
		one.By, one.ByMark = "今天", wording.Warn
	case days <= soon:
		one.By, one.ByMark = one.By+fmt.Sprintf(" 剩 %d 天", days), wording.Warn
	}
}

// nexts say what to do about what is owed.
var nexts = map[string]string{
	unitbook.ItemConfirmation: "核对后按 F8 登记", "first-review": "催单位补齐、交审", "returned": "等单位补正", "commitment": "F6 看是谁、欠什么", "payment": "按 Alt+5 看是谁", unitbook.ItemRows: "请单位改好再报一次",
}

// formNexts say it of the administrator's form, by how far it has come.
var formNexts = map[unitbook.FormState]string{
	unitbook.FormNobody: "打印空表，今天打电话", unitbook.FormChanged: "换了人：重新打印、盖章", unitbook.FormAwaited: "盖章交回后按 F9", unitbook.FormReturned: "F9 发账户", unitbook.FormDone: "账户已发",
}

func (m *Model) next(it unitbook.Item) string {
	switch {
	case it.ID == unitbook.ItemForm:
		return formNexts[m.book.Form(m.selected).State]
	case it.Left() > 0:
		return nexts[it.ID]
	case it.ID == unitbook.ItemConfirmation:
		c, _ := m.book.Confirmed(m.selected)
		return c.Who + " " + wording.Ago(c.On, m.desk.Office.Today()) + "核对"
	}
	return ""
}

// Owed says in one line what the unit shown still owes, for a window that has no
// room for more; "" when nothing.
func (m *Model) Owed() (words string) {
	for _, it := range m.Items() {
		if it.Left != "—" {
			words += "、" + it.Name + " " + it.Left
		}
	}
	if words == "" {
		return ""
	}
	return "还欠 " + words[len("、"):]
}

// Confirmable reports whether the names of the unit shown can be confirmed, and
// whether they are.
func (m *Model) Confirmable() (can, confirmed bool) {
	u, known := m.unit(m.selected)
	if !known || u.Supervising != u.ID || m.book == nil {
		return false, false
	}
	_, confirmed = m.book.Confirmed(u.ID)
	return true, confirmed
}

// Names lists the names that a supervising unit confirms.
func (m *Model) Names() (words string) {
	u, _ := m.unit(m.selected)
	below := m.book.Below(u.ID)
	if len(below) == 0 {
		return u.Name
	}
	return fmt.Sprintf("%s，和下属 %s 个单位", u.Name, wording.Count(len(below)))
}

// FormState is how far the form of the unit shown has come; ok is false for a unit
// that has none of its own.
func (m *Model) FormState() (state unitbook.FormState, holder string, ok bool) {
	if can, _ := m.Confirmable(); !can {
		return 0, "", false
	}
	a := m.administrators[m.selected]
	return m.book.Form(m.selected).State, a.Name, true
}

// wrote counts again and says what was done.
func (m *Model) wrote(ctx context.Context, err error, what, next string) (wording.Done, error) {
	if err != nil {
		return wording.Done{}, err
	}
	return wording.Done{What: what, Next: next}, m.Refresh(ctx)
}

// Confirm records that somebody has checked the names of the unit shown.
func (m *Model) Confirm(ctx context.Context, who string) (wording.Done, error) {
	u, _ := m.unit(m.selected)
	_, err := unitbook.Confirm(ctx, m.desk, m.selected, who)
	return m.wrote(ctx, err, u.Name+"：单位名称已核对", "核对错了，再按 F8 撤回")
}

// Withdraw takes the confirmation of the unit shown back.
func (m *Model) Withdraw(ctx context.Context, why string) (wording.Done, error) {
	u, _ := m.unit(m.selected)
	return m.wrote(ctx, unitbook.Withdraw(ctx, m.desk, m.selected, why), u.Name+"：核对已撤回", "改好后再按 F8 登记")
}

// ReturnForm records that the stamped form of the unit shown is back.
func (m *Model) ReturnForm(ctx context.Context) (wording.Done, error) {
	_, holder, _ := m.FormState()
	return m.wrote(ctx, unitbook.ReturnForm(ctx, m.desk, m.selected), holder+" 的登记表已登记交回", "再按 F9 发账户；按错了 Ctrl+Z")
}

// HandOut records who took the account of the unit shown.
func (m *Model) HandOut(ctx context.Context, hand string) (wording.Done, error) {
	return m.wrote(ctx, unitbook.HandOut(ctx, m.desk, m.selected, hand), "账户已发给 "+hand, "按错了 Ctrl+Z")
}

// Recall takes back what was recorded of the form last.
func (m *Model) Recall(ctx context.Context) (wording.Done, error) {
	return m.wrote(ctx, unitbook.RecallForm(ctx, m.desk, m.selected), "登记表的最后一步已撤销", "")
}

// Rename gives the unit shown another name, with what it rests on.
func (m *Model) Rename(ctx context.Context, name string, why unitbook.Basis) (wording.Done, error) {
	c, err := unitbook.Rename(ctx, m.desk, m.selected, name, why)
	return m.wrote(ctx, err, c.Old+" 已更名为 "+c.New, "旧名称留作曾用名；F7 里可以撤销")
}

// Merge merges the unit shown into another, which is shown then.
func (m *Model) Merge(ctx context.Context, into string, why unitbook.Basis) (wording.Done, error) {
	heir, err := m.desk.UnitNamed(into)
	if err != nil {
		return wording.Done{}, err
	}
	c, err := unitbook.Merge(ctx, m.desk, m.selected, heir.ID, why)
	if err != nil {
		return wording.Done{}, err
	}
	m.Select(heir.ID)
	return m.wrote(ctx, nil, fmt.Sprintf("%s 已并入 %s，%s 人随同转入", c.Old, c.New, wording.Count(c.Moved)), "F7 里可以撤销")
}

// TakeBack takes a change of the unit shown back.
func (m *Model) TakeBack(ctx context.Context, change data.UnitChangeID, why string) (wording.Done, error) {
	return m.wrote(ctx, unitbook.TakeBack(ctx, m.desk, change, why), "变更已撤销", "经过里两次都留着")
}

// Told is a line of the unit's own history.
type Told struct {
	When, By, Words string
	Change          data.UnitChangeID // what can be taken back; "": nothing
}

// Story tells what happened to the unit shown in the year, newest first.
func (m *Model) Story() (all []Told) {
	now := m.desk.Office.Now()
	for _, t := range m.book.Story(m.selected) {
		all = append(all, Told{wording.When(t.At, now), t.By, t.Words, t.Change})
	}
	return all
}

// Others are the units that the one shown may be merged into.
func (m *Model) Others() (names []string) {
	for _, u := range m.desk.AllUnits() {
		if u.ID != m.selected {
			names = append(names, u.Name)
		}
	}
	return names
}

// Package units is the screen of the county's units: the tree of supervising
// units with their counts, one unit's names and contacts, and the account
// administrator whose form the notice asks for. Model holds the state and takes
// the commands; it knows no widgets. As everywhere a field is written when it is
// left, and what cannot be taken stays as it was typed.
package units

import (
	"context"
	"fmt"

	"gongkao/app/registration"
	"gongkao/app/unitbook"
	"gongkao/data"
	"gongkao/views/wording"
)

// Model is the units on the screen.
type Model struct {
	desk           *registration.Desk
	branches       []branch
	counts         map[data.UnitID]counts
	administrators map[data.UnitID]data.Administrator
	book           *unitbook.Book      // nil before it was read
	owes           map[data.UnitID]int // kinds of things still owed
	folded         map[data.UnitID]bool
	filter         string
	shown          Show
	selected       data.UnitID
	fresh          bool // a new unit is being entered
	texts          map[string]string
	problems       map[string]error
	initials       map[string][]string
}

// manyUnits is from how many on the tree opens folded.
const manyUnits = 100

// New reads the register of units and the administrators.
func New(ctx context.Context, desk *registration.Desk) (*Model, error) {
	m := blank(desk)
	return m, m.begin(ctx)
}

func blank(desk *registration.Desk) *Model {
	return &Model{desk: desk, folded: map[data.UnitID]bool{}, texts: map[string]string{}, problems: map[string]error{}, initials: map[string][]string{}}
}

// begin reads for the first time.
func (m *Model) begin(ctx context.Context) error {
	if err := m.Refresh(ctx); err != nil {
		return err
	}
	if len(m.desk.AllUnits()) > manyUnits {
		for _, b := range m.branches {
			m.folded[b.top.ID] = true
		}
	}
	if len(m.branches) > 0 {
		m.Select(m.branches[0].top.ID)
	}
	return nil
}

// Refresh counts again: something was written or imported.
func (m *Model) Refresh(ctx context.Context) (err error) {
	if m.administrators, err = m.desk.Administrators(ctx); err != nil {
		return err
	}
	if m.book, err = unitbook.Load(ctx, m.desk); err != nil {
		return err
	}
	m.arrange()
	m.count()
	return nil
}

// Head returns the title and how many units there are, and how many of them
// have sent nobody.
func (m *Model) Head() (title, fact string) {
	silent := 0
	for _, u := range m.desk.AllUnits() {
		if m.counts[u.ID].entered == 0 {
			silent++
		}
	}
	fact = fmt.Sprintf("%s 个单位", wording.Count(len(m.desk.AllUnits())))
	if silent > 0 {
		fact += fmt.Sprintf("，%s 个没有人申报", wording.Count(silent))
	}
	return "单位", fact
}

// Empty says why there is nothing in the tree, and what to do.
func (m *Model) Empty() (why, what string) {
	switch {
	case len(m.branches) == 0:
		return "还没有单位", "导入单位报来的单位册，或登记一个"
	case len(m.Rows()) > 0:
		return "", ""
	case m.filter == "" && m.shown == Silent:
		return "每个单位都有人申报", "按 Esc 看全部"
	case m.filter == "" && m.shown == Formless:
		return "管理人员登记表都交了", "按 Esc 看全部"
	case m.filter == "" && m.shown == Unconfirmed:
		return "主管部门都核对了单位名称", "按 Esc 看全部"
	case m.filter == "" && m.shown == Owing:
		return "没有单位还欠东西", "按 Esc 看全部"
	}
	return "没有单位符合“" + m.filter + "”", "按 Esc 清除，或用曾用名、拼音首字母再找"
}

// nobody reports that there is no unit at all.
func (m *Model) nobody() bool { return len(m.branches) == 0 }

// Sentence is the one that must be read about the unit shown.
type Sentence struct {
	Mark  wording.Mark
	Words string
}

// Particulars returns the head of the unit shown.
func (m *Model) Particulars() (name, fact string, must Sentence) {
	u, ok := m.unit(m.selected)
	if !ok {
		return wording.Or(m.texts["unit"], "新单位"), m.lacking(), Sentence{}
	}
	for _, b := range m.branches {
		if b.top.ID != u.ID {
			continue
		}
		sum := m.sum(b)
		fact = "主管部门，"
		if len(b.below) > 0 {
			fact += fmt.Sprintf("下属 %s 个单位，", wording.Count(len(b.below)))
		}
		fact += wording.Count(sum.entered) + " 人申报"
		return u.Name, fact, m.must(u, sum)
	}
	above, _ := m.unit(u.Supervising)
	return u.Name, fmt.Sprintf("属 %s，%s 人申报", above.Name, wording.Count(m.counts[u.ID].entered)), m.mustAbove(u)
}

// Above is the unit that the one shown stands below; "" for a supervising one.
func (m *Model) Above() string {
	if top := m.Supervises(); top.ID != m.selected {
		return top.Name
	}
	return ""
}

// mustAbove says of a unit what its supervising unit owes.
func (m *Model) mustAbove(u data.Unit) Sentence {
	if !m.book.Form(m.Supervises().ID).State.Owed() {
		return Sentence{wording.Pass, "管理人员由主管部门登记"}
	}
	words := "主管部门的管理人员登记表没有交"
	if n := m.counts[u.ID].entered; n > 0 {
		words += fmt.Sprintf("：%s 人不能初审", wording.Count(n))
	}
	return Sentence{wording.Block, words}
}

// must says what a supervising unit owes: without the form of its administrator
// nobody may do the first review (notice, 四（一）).
func (m *Model) must(u data.Unit, sum counts) Sentence {
	form, today := m.book.Form(u.ID), m.desk.Office.Today()
	words := ""
	switch form.State {
	case unitbook.FormReturned:
		return Sentence{wording.Pass, "管理人员登记表 " + wording.Ago(form.Returned, today) + "交回，账户还没有发"}
	case unitbook.FormDone:
		return Sentence{wording.Pass, "管理人员登记表 " + wording.Ago(form.Returned, today) + "交回，账户 " + wording.Ago(form.Account, today) + "发给 " + form.Hand}
	case unitbook.FormChanged:
		words = "管理人员换了人（交回的表是 " + form.Holder + "），要重新交表"
	case unitbook.FormAwaited:
		return Sentence{wording.Warn, "管理人员登记了，登记表还没有盖章交回" + m.overdue()}
	default:
		words = "管理人员登记表没有交"
	}
	words += m.overdue()
	if sum.entered > 0 {
		words += fmt.Sprintf("：没有初审权限，%s 人都卡在这里", wording.Count(sum.entered))
	}
	return Sentence{wording.Block, words}
}

// overdue says that the day for names and forms has passed; "" before.
func (m *Model) overdue() string {
	if due, ok := m.desk.Office.Policy.Deadline("unit-names"); ok && m.desk.Office.Today().After(due.To) {
		return "，已过 " + wording.Day(due.To)
	}
	return ""
}

func (m *Model) unit(id data.UnitID) (data.Unit, bool) {
	for _, u := range m.desk.AllUnits() {
		if u.ID == id {
			return u, true
		}
	}
	return data.Unit{}, false
}

// Supervises returns the supervising unit of the one shown: its administrator
// is this unit's too.
func (m *Model) Supervises() data.Unit {
	u, _ := m.unit(m.selected)
	above, ok := m.unit(u.Supervising)
	if !ok {
		return u
	}
	return above
}

// Prints returns the supervising unit whose administrator's form is printed; ""
// when there is none.
func (m *Model) Prints() string { return m.Supervises().Name }

// Opens returns the list of the unit's people that the head counts; ok is false
// when there are none.
func (m *Model) Opens() (people registration.Selection, ok bool) {
	u, known := m.unit(m.selected)
	n := m.counts[u.ID].entered
	for _, b := range m.branches {
		if b.top.ID == u.ID {
			n = m.sum(b).entered
		}
	}
	return registration.Selection{Unit: u.Name, Statuses: registration.Running}, known && n > 0
}

package fees

import (
	"fmt"

	"gongkao/app/fees/account"
	"gongkao/app/policy"
	"gongkao/data"
	"gongkao/views/wording"
)

// Row is somebody as the list shows him.
type Row struct {
	Name, Unit, Level string
	Due, Paid, Gap    string
	Slip              string
	SlipLacks         bool // and money has come
	State             string
	Mark              wording.Mark
}

// Row returns a row.
func (m *Model) Row(row int) Row {
	p, ok := m.at(row)
	if !ok {
		return Row{}
	}
	acc := &p.account
	r := Row{Name: p.Person.Name, Unit: p.Unit, Level: levelWords(m.desk.Office.Policy, p.Application.Level), Due: acc.Due.String(), Paid: acc.Paid.String(), Gap: gap(acc)}
	r.Slip, r.SlipLacks = m.slip(p), acc.Unslipped()
	r.State, r.Mark = state(acc, p.Application.Status)
	return r
}

// gap is what was paid against what is due: −45.00 is still to come.
func gap(acc *account.Account) string {
	switch owing, over := acc.Owing(), acc.Over(); {
	case owing > 0 && over > 0:
		return fmt.Sprintf("−%s ＋%s", owing, over)
	case owing > 0:
		return "−" + owing.String()
	case over > 0:
		return "＋" + over.String()
	}
	return ""
}

func (m *Model) slip(p *person) string {
	switch {
	case p.account.Slip:
		return "已交"
	case p.account.Unslipped():
		return "未交"
	case m.printed[p.Application.ID]:
		return "已打印"
	}
	return "—"
}

// state says in a word how somebody stands.
func state(acc *account.Account, status data.Status) (word string, mark wording.Mark) {
	switch {
	case acc.Lapsed():
		return "自动放弃", wording.Block
	case acc.Due == 0 && acc.Paid > 0:
		return status.String() + "，已缴", wording.Warn
	case acc.Due == 0:
		return "不用缴", wording.Plain
	case acc.Over() > 0:
		return "缴多了", wording.Warn
	case acc.Differs() && acc.Owing() > 0:
		return "缴少了", wording.Warn
	case acc.Late():
		return "逾期缴的", wording.Warn
	case acc.Settled():
		return "已缴清", wording.Pass
	case acc.Paid > 0:
		return "评审费未缴", wording.Plain
	}
	return "未缴", wording.Plain
}

// Deadline is what the page says of a last day to pay.
type Deadline struct {
	Days  string // 12; "" when no day is in force
	Words string // 天后缴费截止
	Hint  string // what to do when no day is in force
	Over  bool
}

// Deadlines are the last day of the fee and, once somebody has entered the
// evaluation, of its second part.
func (m *Model) Deadlines() []Deadline {
	all := []Deadline{m.deadline(1, "缴费截止")}
	for i := range m.all {
		if m.all[i].Ledger.Evaluation.Admitted() {
			return append(all, m.deadline(2, "评审费截止"))
		}
	}
	return all
}

func (m *Model) deadline(step int, name string) Deadline {
	rows := map[int]string{1: policy.PaymentDue, 2: policy.EvaluationPaymentDue}
	day, confirmed := account.LastDay(m.desk.Office.Policy, step)
	where := "在“设置”的政策里填写、核对（" + m.desk.Office.Policy.Only(rows[step]).Clause + "）；核对以前不会让任何人自动放弃。"
	switch left := m.desk.Office.Today().DaysUntil(day); {
	case day.IsZero():
		return Deadline{Words: name + "的日期还不知道", Hint: where}
	case !confirmed:
		return Deadline{Words: name + " " + wording.Day(day) + "，待核对", Hint: where}
	case left > 0:
		return Deadline{Days: fmt.Sprint(left), Words: "天后" + name + "（" + wording.Day(day) + "）"}
	case left == 0:
		return Deadline{Days: "今天", Words: name + "（" + wording.Day(day) + "）"}
	default:
		return Deadline{Days: fmt.Sprint(-left), Words: "天前已" + name + "（" + wording.Day(day) + "）", Over: true}
	}
}

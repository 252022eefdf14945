package fees

import (
	"context"
	"fmt"
	"slices"
	"strings"

	money "gongkao/app/fees"
	"gongkao/app/sheets"
	"gongkao/data"
	"gongkao/views/wording"
)

// Entry is what a clerk writes to enter a payment.
type Entry struct{ Amount, Day, Reference, Step, Why string }

// Proposal is a payment as the page proposes it: what is owed, today.
type Proposal struct {
	Title       string
	Words       []string // how the person stands, what was paid before
	Amount, Day string
	Steps       []string // to choose from, where there are two
	Step        string
}

// Propose proposes a payment of a row.
func (m *Model) Propose(row int) (p Proposal, err error) {
	one, ok := m.at(row)
	if !ok {
		return p, nobody()
	}
	acc := &one.account
	p = Proposal{Title: one.Person.Name + "：登记缴费", Day: m.desk.Office.Today().String()}
	p.Words = append(p.Words, fmt.Sprintf("%s　%s　应缴 %s 元，已缴 %s 元", one.Unit, levelWords(m.desk.Office.Policy, one.Application.Level), acc.Due, acc.Paid))
	p.Words = append(p.Words, paidBefore(one)...)
	if !acc.Slip {
		p.Words = append(p.Words, "缴费前信息确认单还没有签字交回：照样登记，会标“确认单未交”。")
	}
	if step, owed := acc.Next(); owed {
		p.Amount = step.Owing().String()
	}
	if len(acc.Steps) > 1 {
		p.Steps = stepWords[1:]
		if step, owed := acc.Next(); owed {
			p.Step = stepWords[step.Step]
		}
	}
	return p, nil
}

var stepWords = []string{"", "第一次（考核费）", "第二次（评审费）"}

func paidBefore(p *person) (lines []string) {
	for _, paid := range p.Ledger.Payments {
		line := "已登记：" + words(paid)
		if paid.Void != "" {
			line = "已作废：" + words(paid) + "（" + paid.Void + "）"
		}
		lines = append(lines, line)
	}
	const most = 4
	if len(lines) > most {
		lines = append([]string{fmt.Sprintf("前面还有 %d 笔，见这个人的经过。", len(lines)-most)}, lines[len(lines)-most:]...)
	}
	return lines
}

// words tell a payment in one line.
func words(p data.Payment) string {
	line := fmt.Sprintf("%s 缴 %s 元", p.Paid, p.Fen)
	if p.Step > 1 {
		line += "（评审费）"
	}
	if p.Reference != "" {
		line += "，流水号 " + p.Reference
	}
	return line
}

func nobody() error {
	return data.Refuse("no-person", "", "没有选中谁", "请先在名单里选一个人")
}

// Pay writes a payment of a row down.
func (m *Model) Pay(ctx context.Context, row int, e Entry) (wording.Done, error) {
	one, ok := m.at(row)
	if !ok {
		return wording.Done{}, nobody()
	}
	p, err := e.read()
	if err != nil {
		return wording.Done{}, err
	}
	p.Application = one.Application.ID
	name := one.Person.Name
	if p, err = money.Pay(ctx, m.desk, p, e.Why); err != nil {
		return wording.Done{}, err
	}
	m.read()
	return wording.Done{What: fmt.Sprintf("%s：%s", name, words(p)), Next: m.after(p.Application)}, nil
}

// after says what to do next with somebody who has paid. Who has paid all leaves
// the list of the unpaid, and the next one stands where he stood: the keys are not
// his any more, and first comes where he is now.
func (m *Model) after(id data.ApplicationID) string {
	next, view := "登记错了按 F9 更正，写明理由", Everybody
	if a, known := m.desk.Register.ByID(id); known {
		acc := money.Of(m.desk.Office.Policy, a, m.desk.Office.Today())
		if acc.Unslipped() {
			next = "确认单未交：收到签字的确认单按 F8"
		}
		if acc.Settled() {
			view = Paid
		}
	}
	if slices.Contains(m.List(), id) {
		return next
	}
	return fmt.Sprintf("人在“%s”里，按 %d 去那里；%s", viewWords[view], view+1, next)
}

// read takes the words of an entry; what is wrong is said with its field.
func (e Entry) read() (p data.Payment, err error) {
	if p.Fen, err = sheets.ReadAmount(e.Amount); err != nil {
		return p, err
	}
	if text := strings.TrimSpace(e.Day); text != "" {
		written, err := data.ReadDate(text)
		if err != nil {
			return p, err
		}
		day, whole := written.Date()
		if !whole {
			return p, data.Refuse("pay-date", "paid_on", "缴费日期“"+text+"”没有写是哪一天", "请写成 2026-05-08")
		}
		p.Paid = day
	}
	for step, word := range stepWords {
		if word != "" && word == e.Step {
			p.Step = step
		}
	}
	p.Reference = e.Reference
	return p, nil
}

// Correctable are the payments of a row that may be made void.
func (m *Model) Correctable(row int) (title string, lines []string, err error) {
	one, ok := m.at(row)
	if !ok {
		return "", nil, nobody()
	}
	for _, p := range counting(one) {
		lines = append(lines, words(p))
	}
	if len(lines) == 0 {
		return "", nil, data.Refuse("pay-none", "", one.Person.Name+" 没有可以更正的缴费记录", "登记缴费按 Enter")
	}
	return one.Person.Name + "：更正缴费记录", lines, nil
}

func counting(p *person) (all []data.Payment) {
	for _, paid := range p.Ledger.Payments {
		if paid.Void == "" {
			all = append(all, paid)
		}
	}
	return all
}

// Correct makes one of Correctable void.
func (m *Model) Correct(ctx context.Context, row, which int, why string) (wording.Done, error) {
	one, ok := m.at(row)
	if !ok {
		return wording.Done{}, nobody()
	}
	all := counting(one)
	if which < 0 || which >= len(all) {
		return wording.Done{}, data.Refuse("pay-unknown", "", "没有选更正哪一笔", "请选一笔：按它前面的数字")
	}
	name := one.Person.Name
	p, err := money.Correct(ctx, m.desk, all[which].ID, why)
	if err != nil {
		return wording.Done{}, err
	}
	m.read()
	return wording.Done{What: fmt.Sprintf("%s：%s，已作废，记录留着", name, words(p)), Next: "确实缴过的，请按 Enter 重新登记"}, nil
}

// ReturnSlips takes in the signed slips of rows.
func (m *Model) ReturnSlips(ctx context.Context, rows []int) (wording.Done, error) {
	var pile []data.ApplicationID
	for _, row := range rows {
		if id := m.ID(row); id != "" {
			pile = append(pile, id)
		}
	}
	if len(pile) == 0 {
		return wording.Done{}, nobody()
	}
	if len(pile) == 1 {
		one, _ := m.at(rows[0])
		name := one.Person.Name
		if err := money.ReturnSlip(ctx, m.desk, pile[0]); err != nil {
			return wording.Done{}, err
		}
		m.read()
		return wording.Done{What: name + " 的确认单已签字交回"}, nil
	}
	n, err := money.ReturnSlips(ctx, m.desk, pile)
	if err != nil {
		return wording.Done{}, err
	}
	m.read()
	return wording.Done{What: fmt.Sprintf("%d 人的确认单已签字交回", n)}, nil
}

// Numbers are the ID numbers of rows: for whom slips are printed.
func (m *Model) Numbers(rows []int) (numbers []data.IDNumber) {
	for _, row := range rows {
		if p, ok := m.at(row); ok {
			numbers = append(numbers, p.Person.IDNumber)
		}
	}
	return numbers
}

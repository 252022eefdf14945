package fees

import (
	"fmt"
	"slices"

	"gongkao/app/fees/account"
	"gongkao/data"
)

// Note is something about a payment: a doubt with which it may be entered, or
// what keeps it out. Codes begin with pay-.
type Note struct {
	Code, Field   string
	Message, Hint string
	Doubt         bool // money that was really paid all the same
}

func (n Note) refusal() error { return data.Refuse(n.Code, n.Field, n.Message, n.Hint) }

// judge says what is wrong with a payment of somebody. paid are the payments that
// count; a payment without a step is given the one it must be for.
func judge(acc *Account, a *data.Applicant, p *data.Payment, today data.Date) []Note {
	if n, bad := impossible(p, today); bad {
		return []Note{n}
	}
	if acc.Due == 0 || p.Step != 0 && acc.StepOf(p.Step).Due == 0 {
		return []Note{notDue(a, p.Step)}
	}
	if p.Step == 0 {
		step, owed := stepFor(acc, p.Fen)
		if !owed {
			return []Note{settled(acc, a, p)}
		}
		p.Step = step.Step
	}
	step := acc.StepOf(p.Step)
	if step.Owing() == 0 {
		return []Note{settled(acc, a, p)}
	}
	return doubts(&step, a, p)
}

// impossible refuses what is no payment at all.
func impossible(p *data.Payment, today data.Date) (n Note, bad bool) {
	switch {
	case p.Fen <= 0:
		return Note{"pay-amount", "amount", "金额是 " + p.Fen.String() + " 元", "请填大于 0 的金额；缴费一律不退，登记错了请用更正作废", false}, true
	case p.Paid.After(today):
		return Note{"pay-date", "paid_on", "缴费日期 " + p.Paid.String() + " 还没有到", "请核对日期，今天是 " + today.String(), false}, true
	}
	return n, false
}

func notDue(a *data.Applicant, step int) Note {
	n := Note{Code: "pay-not-due", Message: fmt.Sprintf("%s 的申报是“%s”，还不用缴费", a.Person.Name, a.Application.Status), Hint: "审查通过以后才缴费；请先核对是不是记错了人，确已通过的先登记审查结果"}
	if step > 1 && account.Approved(a) {
		n.Field, n.Message, n.Hint = "step", fmt.Sprintf("%s 没有进入综合评审，不缴第二次费用", a.Person.Name), "一级进入评审环节才缴评审费；请核对是第几次缴费，确已进入的先登记评审"
	}
	return n
}

// stepFor is the step an amount is for: the one that is owed exactly so much, else
// the first that is owed.
func stepFor(acc *Account, fen data.Fen) (s Step, owed bool) {
	for _, s := range acc.Steps {
		if s.Owing() == fen {
			return s, true
		}
	}
	return acc.Next()
}

// settled: the same step once more waits, for it is a line read twice far more
// often than money paid twice.
func settled(acc *Account, a *data.Applicant, p *data.Payment) Note {
	what := "应缴的 " + acc.Due.String() + " 元"
	if p.Step > 0 && len(acc.Steps) > 1 {
		what = fmt.Sprintf("第 %d 次费用", p.Step)
	}
	n := Note{Code: "pay-twice", Message: fmt.Sprintf("%s 已经缴清%s", a.Person.Name, what), Hint: "请核对是不是同一笔；先登记的那一笔错了，请先把它更正作废"}
	if another(a, p) {
		n.Code, n.Field, n.Message = "pay-double", "reference", n.Message+"，这一笔流水号不同"
		n.Hint = "真的缴了两次的，一律不退，请告知本人并向收费单位核实；先登记的那一笔错了，请先把它更正作废"
	}
	return n
}

// another reports whether a payment has a reference by which it is none of those
// on record.
func another(a *data.Applicant, p *data.Payment) bool {
	return p.Reference != "" && !slices.ContainsFunc(a.Ledger.Payments, func(o data.Payment) bool {
		return o.Void == "" && (o.Reference == "" || o.Reference == p.Reference)
	})
}

// doubts are what is odd about money that was paid.
func doubts(step *Step, a *data.Applicant, p *data.Payment) (notes []Note) {
	owed := step.Owing()
	if p.Fen < owed {
		notes = append(notes, Note{"pay-short", "amount", fmt.Sprintf("%s 应缴 %s 元，缴了 %s 元，少 %s 元", a.Person.Name, owed, p.Fen, owed-p.Fen), "请通知本人补足", true})
	}
	if p.Fen > owed {
		notes = append(notes, Note{"pay-over", "amount", fmt.Sprintf("%s 应缴 %s 元，缴了 %s 元，多 %s 元", a.Person.Name, owed, p.Fen, p.Fen-owed), "请核对等级和第几次缴费；缴费一律不退", true})
	}
	if !step.Last.IsZero() && p.Paid.After(step.Last) {
		notes = append(notes, Note{"pay-late", "paid_on", fmt.Sprintf("%s 缴费在 %s，截止是 %s", a.Person.Name, p.Paid, step.Last), "逾期未缴视为自动放弃；请向收费单位核实这笔算不算", true})
	}
	return notes
}

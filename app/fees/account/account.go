// Package account says how an application stands to the fees of the year: what
// is due, what was paid, what is still owed, whether it has lapsed because nothing
// came. It is pure: a person in memory, the policy and a day go in, figures come
// out, and every total is a sum of people. So whatever adds up money agrees with
// every list. Package fees writes what is summed here, and hands these types on;
// they stand apart because the register's own flags ask them. Callers want Of
// and Sum.
package account

import (
	"gongkao/app/policy"
	"gongkao/data"
)

// Account is how one application stands to the fees on a day.
type Account struct {
	Due   data.Fen // of the steps that are due
	Paid  data.Fen // all that came in and is not void, due or not
	Steps []Step   // due, or paid for; in the order of the policy
	Slip  bool     // the slip signed before paying is back

	lapsed bool
}

// Step is one of the fees: only level 1 has two.
type Step struct {
	Step      int
	Collector string    // 省工考管理机构; "": the notice does not say
	Due       data.Fen  // 0: not due, or not yet
	Paid      data.Fen  // not counting what is void
	Last      data.Date // last day to pay; zero: nobody has signed one off
	Late      bool      // some of it was paid after the last day
}

// Owing is what is still to be paid of a step, never below zero.
func (s Step) Owing() data.Fen { return max(0, s.Due-s.Paid) }

// Over is what was paid too much, or for a step that is not due.
func (s Step) Over() data.Fen { return max(0, s.Paid-s.Due) }

// lapsed reports whether the day has passed with nothing paid (逾期未缴费的，视为自动放弃).
// Money paid too little or too late is no case for a rule: it stands out instead.
func (s Step) lapsed(today data.Date) bool {
	return s.Due > 0 && s.Paid == 0 && !s.Last.IsZero() && today.After(s.Last)
}

// Owing is what is still to be paid, never below zero: a step paid too much pays
// for no other.
func (a Account) Owing() (owing data.Fen) {
	for i := range a.Steps {
		owing += a.Steps[i].Owing()
	}
	return owing
}

// Over is what was paid too much; nothing of it is paid back (一律不予退费).
func (a Account) Over() (over data.Fen) {
	for i := range a.Steps {
		over += a.Steps[i].Over()
	}
	return over
}

// Settled reports whether something is due and all of it is paid.
func (a Account) Settled() bool { return a.Due > 0 && a.Owing() == 0 }

// Lapsed reports whether the application is given up by rule: a step's last day
// has passed and nothing was paid for it.
func (a Account) Lapsed() bool { return a.lapsed }

// Unpaid reports whether money is still awaited.
func (a Account) Unpaid() bool { return !a.lapsed && a.Owing() > 0 }

// Late reports whether something was paid after the last day.
func (a Account) Late() bool {
	for i := range a.Steps {
		if a.Steps[i].Late {
			return true
		}
	}
	return false
}

// Differs reports whether what was paid is not what is due (与应缴不符): too little,
// too much, too late, or for what is not due. Nothing paid at all is no
// difference, it is unpaid.
func (a Account) Differs() bool {
	return a.Paid > 0 && (a.Over() > 0 || a.Late() || a.short())
}

func (a Account) short() bool {
	for i := range a.Steps {
		if s := &a.Steps[i]; s.Paid > 0 && s.Paid < s.Due {
			return true
		}
	}
	return false
}

// Unslipped reports whether something was paid before the signed slip was back
// (缴费前须对照个人申报材料进行再次确认).
func (a Account) Unslipped() bool { return a.Paid > 0 && !a.Slip }

// Next is the step to pay for next; ok is false when nothing is owed.
func (a Account) Next() (s Step, ok bool) {
	for _, s := range a.Steps {
		if s.Owing() > 0 {
			return s, true
		}
	}
	return Step{}, false
}

// StepOf returns a step; one that is neither due nor paid for is all zero.
func (a Account) StepOf(step int) Step {
	for _, s := range a.Steps {
		if s.Step == step {
			return s
		}
	}
	return Step{Step: step}
}

// Of returns how an application stands on a day.
func Of(p *policy.Policy, a *data.Applicant, today data.Date) Account {
	if moneyless(a) {
		return Account{Slip: a.Ledger.Slip.Returned()}
	}
	return On(p, today).Of(a)
}

// moneyless reports whether nothing is due of an application and nothing came.
func moneyless(a *data.Applicant) bool { return !Approved(a) && len(a.Ledger.Payments) == 0 }

// Reader reads the accounts of many on one day: it knows what is the same for
// everybody. It may be asked from several goroutines.
type Reader struct {
	policy *policy.Policy
	today  data.Date
	last   [2]data.Date // day of the first step and the second; zero: none that is signed off
}

// deadlines are the rows that say until when the steps are paid.
var deadlines = [2]string{policy.PaymentDue, policy.EvaluationPaymentDue}

// On returns the reader of a day.
func On(p *policy.Policy, today data.Date) *Reader {
	r := &Reader{policy: p, today: today}
	for i := range r.last {
		if day, confirmed := LastDay(p, i+1); confirmed {
			r.last[i] = day
		}
	}
	return r
}

// Of returns how an application stands: what one person owes and paid.
func (r *Reader) Of(a *data.Applicant) Account {
	acc := Account{Slip: a.Ledger.Slip.Returned()}
	if moneyless(a) {
		return acc
	}
	for _, fee := range r.policy.Fee(a.Application.Level) {
		s := r.step(a, fee.Step)
		s.Collector = fee.Collector
		if due(a, fee.Step) {
			s.Due = fee.Fen
		}
		acc.add(s, r.today)
	}
	for _, p := range a.Ledger.Payments { // a level that was changed since knows no such step
		if s := acc.StepOf(p.Step); p.Void == "" && s.Paid == 0 {
			acc.add(r.step(a, p.Step), r.today)
		}
	}
	return acc
}

func (acc *Account) add(s Step, today data.Date) {
	if s.Due == 0 && s.Paid == 0 {
		return
	}
	acc.Due, acc.Paid = acc.Due+s.Due, acc.Paid+s.Paid
	acc.lapsed = acc.lapsed || s.lapsed(today)
	acc.Steps = append(acc.Steps, s)
}

// step sums what was paid for a step.
func (r *Reader) step(a *data.Applicant, step int) Step {
	s := Step{Step: step}
	if step >= 1 && step <= len(r.last) {
		s.Last = r.last[step-1]
	}
	for i := range a.Ledger.Payments {
		if p := &a.Ledger.Payments[i]; p.Step == step && p.Void == "" {
			s.Paid += p.Fen
			s.Late = s.Late || !s.Last.IsZero() && p.Paid.After(s.Last)
		}
	}
	return s
}

// LastDay returns until when a step is paid, and whether the day is signed off;
// one that is not lapses nobody. A zero day is not known yet.
func LastDay(p *policy.Policy, step int) (day data.Date, confirmed bool) {
	if step < 1 || step > len(deadlines) {
		return data.Date{}, false
	}
	row := p.Only(deadlines[step-1])
	return row.Due, row.Confirmed()
}

// Approved reports whether the review is passed: 通过资格审查后缴费.
func Approved(a *data.Applicant) bool {
	return a.Application.Status == data.Approved || a.Application.Status == data.Reported
}

// due reports whether a step is due: the first on approval, the second on
// entering the evaluation (进入评审环节人员，缴纳评审费；未进入评审环节的人员不再缴纳第二次费用).
func due(a *data.Applicant, step int) bool {
	return Approved(a) && (step == 1 || a.Ledger.Evaluation.Admitted())
}

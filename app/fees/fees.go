// Package fees keeps the money of the year: what each application has to pay by
// the policy's table, what came in, what does not agree. The office takes no
// money itself, people pay on the web site; so a payment is a fact that is
// written down, typed (Pay) or reconciled with a sheet of the site or the bank
// (NewSheet). Nothing is ever paid back (一律不予退费): a wrong entry is made void
// with its reason (Correct) and stays to be read, and what has to be true before
// is said on a slip the person signs (ReturnSlip). Of and Sum say how people
// stand; who has paid nothing when the last day is over has given up by rule,
// with nobody's click (Account.Lapsed, told by review.Lapsed).
package fees

import (
	"gongkao/app/fees/account"
	"gongkao/app/policy"
	"gongkao/data"
)

// SlipPaper is the id of the paper signed before paying (缴费前信息确认单).
const SlipPaper = "payment-slip"

// Account, Step, Total and Day are how people stand to the fees; see the package
// they come from.
type (
	Account = account.Account
	Step    = account.Step
	Total   = account.Total
	Day     = account.Day
)

// Of returns how an application stands on a day.
func Of(p *policy.Policy, a *data.Applicant, today data.Date) Account {
	return account.Of(p, a, today)
}

// Sum adds up people on a day.
func Sum(p *policy.Policy, people []*data.Applicant, today data.Date) Total {
	return account.Sum(p, people, today)
}

// ByUnit adds up people unit by unit.
func ByUnit(p *policy.Policy, people []*data.Applicant, today data.Date) []account.Line[string] {
	return account.By(p, people, today, func(a *data.Applicant) string { return a.Unit })
}

// BySupervising adds up people by the units that supervise theirs.
func BySupervising(p *policy.Policy, people []*data.Applicant, today data.Date) []account.Line[string] {
	return account.By(p, people, today, func(a *data.Applicant) string { return a.Supervising })
}

// ByLevel adds up people level by level.
func ByLevel(p *policy.Policy, people []*data.Applicant, today data.Date) []account.Line[data.Level] {
	return account.By(p, people, today, func(a *data.Applicant) data.Level { return a.Application.Level })
}

// ByDay adds up what people paid, day by day.
func ByDay(people []*data.Applicant) []Day { return account.ByDay(people) }

package today

import (
	"slices"

	"gongkao/app/eligibility"
	"gongkao/app/fees/account"
	"gongkao/app/registration"
	"gongkao/data"
)

// lapses are the rules by which an application lapses of itself on a day.
var lapses = []func(*registration.Desk, *data.Applicant, data.Date) bool{promiseLapsed, givenUp}

// promiseLapsed reports whether what was promised did not come in time.
func promiseLapsed(d *registration.Desk, a *data.Applicant, day data.Date) bool {
	o := d.Office
	due, _ := o.Policy.Deadline("commitment-due")
	if len(a.Dossier.Commitments) == 0 && !day.After(due.To) {
		return false // whoever only ticked the word has until the last day
	}
	return d.Has(a, registration.Committed) && eligibility.Lapsed(eligibility.Question{Applicant: a, Policy: o.Policy, Codes: o.Codes, AsOf: day})
}

// givenUp reports whether the last day to pay was over with nothing paid.
func givenUp(d *registration.Desk, a *data.Applicant, day data.Date) bool {
	return account.Of(d.Office.Policy, a, day).Lapsed()
}

func (m *morning) lapsed(a *data.Applicant) bool {
	for _, by := range lapses {
		if by(m.desk, a, m.day) {
			return true
		}
	}
	return false
}

// unpaid are those of whom money is awaited on another day than today, of which the
// flag speaks: whoever has given up by then is not waited for.
func (m *morning) unpaid() (people []*data.Applicant) {
	for _, a := range m.everybody {
		acc := account.Of(m.desk.Office.Policy, a, m.day)
		if slices.Contains(registration.Running, a.Application.Status) && acc.Unpaid() {
			people = append(people, a)
		}
	}
	return people
}

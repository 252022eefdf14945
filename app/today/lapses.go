package today

import (
	"gongkao/app/eligibility"
	"gongkao/app/registration"
	"gongkao/data"
)

// lapses are the rules by which an application lapses of itself on a day.
var lapses = []func(*morning, *data.Applicant) bool{(*morning).promiseLapsed, (*morning).givenUp}

// promiseLapsed reports whether what was promised did not come in time.
func (m *morning) promiseLapsed(a *data.Applicant) bool {
	if len(a.Dossier.Commitments) == 0 && !m.day.After(m.promised) {
		return false // whoever only ticked the word has until the last day
	}
	o := m.desk.Office
	return m.desk.Has(a, registration.Committed) && eligibility.Lapsed(eligibility.Question{Applicant: a, Policy: o.Policy, Codes: o.Codes, AsOf: m.day})
}

// givenUp reports whether the last day to pay was over with nothing paid.
func (m *morning) givenUp(a *data.Applicant) bool { return m.accounts.Of(a).Lapsed() }

func (m *morning) lapsed(a *data.Applicant) bool {
	for _, by := range lapses {
		if by(m, a) {
			return true
		}
	}
	return false
}

// unpaid reports whether money is awaited: whoever has given up by the day is not
// waited for.
func (m *morning) unpaid(a *data.Applicant) bool { return m.accounts.Of(a).Unpaid() }

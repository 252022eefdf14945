package registration

import (
	"gongkao/app/fees/account"
	"gongkao/data"
)

// hasOfFees is Has for what follows from the money.
func (d *Desk) hasOfFees(a *data.Applicant, f Flag) bool {
	acc := account.Of(d.Office.Policy, a, d.Office.Today())
	switch f {
	case Unpaid:
		return acc.Unpaid()
	case GivenUp:
		return acc.Lapsed()
	case Differs:
		return acc.Differs()
	}
	return acc.Unslipped()
}

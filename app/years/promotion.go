package years

import (
	"slices"

	"gongkao/app/fees/account"
	"gongkao/app/results"
	"gongkao/data"
)

// risen returns the person as he stands by the certificate that he earned in the
// year, nil when it changes nothing; owed says why somebody who may have passed
// has not risen.
func risen(a *data.Applicant) (p *data.Person, owed string) {
	c, earned := results.CertificateOf(a)
	level, now := a.Application.Level, a.Person.CurrentLevel
	switch {
	case !earned && examined(a):
		return nil, "有成绩，还没有登记证书，现等级没有改"
	case !earned:
		return nil, ""
	case !account.Approved(a):
		return nil, "有证书，但申报是“" + a.Application.Status.String() + "”，现等级没有改"
	case now != 0 && level >= now: // 1 is the highest
		return nil, "证书是" + level.String() + "，不高于现等级" + now.String() + "，现等级没有改"
	}
	next := a.Person
	next.CurrentLevel, next.CurrentTrade = level, a.Application.Trade
	next.CurrentCertDate, next.CurrentCertNo = c.Issued.MonthOf(), c.Number
	return &next, ""
}

// examined reports whether somebody was admitted and has a score that counts.
func examined(a *data.Applicant) bool {
	return account.Approved(a) && slices.ContainsFunc(a.Ledger.Scores, func(s data.Score) bool { return s.Void == "" && !s.Absent })
}

package years

import (
	"slices"

	"gongkao/data"
)

// risen returns the person as he stands by the certificate that he earned in the
// year, nil when it changes nothing; owed says why somebody who may have passed
// has not risen.
func risen(a *data.Applicant) (p *data.Person, owed string) {
	c, earned := certificateOf(a)
	level, now := a.Application.Level, a.Person.CurrentLevel
	switch {
	case !earned && examined(a):
		return nil, "有成绩，还没有登记证书，现等级没有改"
	case !earned:
		return nil, ""
	case !admitted(a):
		return nil, "有证书，但申报是“" + a.Application.Status.String() + "”，现等级没有改"
	case now != 0 && level >= now: // 1 is the highest
		return nil, "证书是" + level.String() + "，不高于现等级" + now.String() + "，现等级没有改"
	}
	next := a.Person
	next.CurrentLevel, next.CurrentTrade = level, a.Application.Trade
	next.CurrentCertDate, next.CurrentCertNo = c.Issued.MonthOf(), c.Number
	return &next, ""
}

// certificateOf returns the certificate of the application that stands: neither
// void nor revoked by a violation.
func certificateOf(a *data.Applicant) (data.Certificate, bool) {
	for _, c := range slices.Backward(a.Ledger.Certificates) {
		if c.Void == "" && !revoked(a, c.Number) {
			return c, true
		}
	}
	return data.Certificate{}, false
}

func revoked(a *data.Applicant, number string) bool {
	return slices.ContainsFunc(a.Dossier.Violations, func(v data.Violation) bool {
		return v.Withdrawn.IsZero() && slices.Contains(v.Revoked, number)
	})
}

// examined reports whether somebody was admitted and has a score that counts.
func examined(a *data.Applicant) bool {
	return admitted(a) && slices.ContainsFunc(a.Ledger.Scores, func(s data.Score) bool { return s.Void == "" && !s.Absent })
}

func admitted(a *data.Applicant) bool {
	return a.Application.Status == data.Approved || a.Application.Status == data.Reported
}

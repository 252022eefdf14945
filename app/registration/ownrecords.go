package registration

import (
	"gongkao/data"
	"gongkao/data/store"
)

// EachRecord calls f with every record that is about an applicant alone, as his
// dossier and his part of the year's books list them. Those of which he can have
// one are named whether or not there is one.
func EachRecord(a *data.Applicant, f func(kind data.Kind, id string)) {
	for _, kind := range []data.Kind{data.KindApplication, data.KindReview, data.KindNotice, data.KindPaymentSlip, data.KindEvaluation, data.KindArchive} {
		f(kind, string(a.Application.ID))
	}
	for _, kind := range []data.Kind{data.KindPerson, data.KindPhoto} {
		f(kind, string(a.Application.Person))
	}
	eachOf(f, data.KindDocument, a.Dossier.Documents, func(d data.Document) string { return string(d.ID) })
	eachOf(f, data.KindCommitment, a.Dossier.Commitments, func(c data.Commitment) string { return string(c.ID) })
	eachOf(f, data.KindViolation, a.Dossier.Violations, func(v data.Violation) string { return string(v.ID) })
	eachOf(f, data.KindPayment, a.Ledger.Payments, func(p data.Payment) string { return string(p.ID) })
	eachOf(f, data.KindBookOrder, a.Ledger.Orders, func(o data.BookOrder) string { return string(o.ID) })
	eachOf(f, data.KindScore, a.Ledger.Scores, func(s data.Score) string { return string(s.ID) })
	eachOf(f, data.KindCertificate, a.Ledger.Certificates, func(c data.Certificate) string { return string(c.ID) })
}

func eachOf[T any](f func(data.Kind, string), kind data.Kind, list []T, id func(T) string) {
	for _, it := range list {
		f(kind, id(it))
	}
}

// ownRecords lists the records of EachRecord of an application in the store.
func ownRecords(r *store.Reader, app data.Application) (records []record, err error) {
	a := data.Applicant{Application: app}
	if a.Dossier, err = r.Dossier(app); err != nil {
		return nil, err
	}
	if a.Ledger, err = r.Ledger(app.ID); err != nil {
		return nil, err
	}
	EachRecord(&a, func(kind data.Kind, id string) { records = append(records, record{kind, id}) })
	return records, nil
}

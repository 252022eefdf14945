package registration

import "gongkao/data"

// recordsOfLedger lists the records of the year's books that are about an
// application.
func recordsOfLedger(app data.ApplicationID, l *data.Ledger) []record {
	records := []record{{data.KindPaymentSlip, string(app)}, {data.KindEvaluation, string(app)}, {data.KindArchive, string(app)}}
	for _, it := range l.Payments {
		records = append(records, record{data.KindPayment, string(it.ID)})
	}
	for _, it := range l.Orders {
		records = append(records, record{data.KindBookOrder, string(it.ID)})
	}
	for _, it := range l.Scores {
		records = append(records, record{data.KindScore, string(it.ID)})
	}
	for _, it := range l.Certificates {
		records = append(records, record{data.KindCertificate, string(it.ID)})
	}
	return records
}

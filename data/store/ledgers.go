package store

import "gongkao/data"

// Ledger returns what the year's books say of one application.
func (r *Reader) Ledger(id data.ApplicationID) (l data.Ledger, err error) {
	for _, b := range ledgerBooks {
		if err := b.one(r, string(id), &l); err != nil {
			return l, err
		}
	}
	return l, nil
}

// fillLedgers gives applicants what the year's books say of them.
func (r *Reader) fillLedgers(list []*data.Applicant) error {
	of := make(map[string]*data.Ledger, len(list))
	for _, a := range list {
		of[string(a.Application.ID)] = &a.Ledger
	}
	for _, b := range ledgerBooks {
		if err := b.all(r, of); err != nil {
			return err
		}
	}
	return nil
}

// book is one table of the books.
type book struct {
	all func(*Reader, map[string]*data.Ledger) error
	one func(*Reader, string, *data.Ledger) error
}

// ledgerBooks are all tables of which a ledger is made: the column names the
// application, several records each or, where it is the id, one.
var ledgerBooks = []book{
	bookOf(payments, "application", func(l *data.Ledger, p data.Payment) { l.Payments = append(l.Payments, p) }),
	bookOf(paymentSlips, "id", func(l *data.Ledger, s data.PaymentSlip) { l.Slip = &s }),
	bookOf(bookOrders, "application", func(l *data.Ledger, o data.BookOrder) { l.Orders = append(l.Orders, o) }),
	bookOf(scores, "application", func(l *data.Ledger, s data.Score) { l.Scores = append(l.Scores, s) }),
	bookOf(evaluations, "id", func(l *data.Ledger, e data.Evaluation) { l.Evaluation = &e }),
	bookOf(certificates, "application", func(l *data.Ledger, c data.Certificate) { l.Certificates = append(l.Certificates, c) }),
	bookOf(archives, "id", func(l *data.Ledger, a data.Archive) { l.Archive = &a }),
}

func bookOf[T any](t *table[T], column string, add func(*data.Ledger, T)) book {
	return book{
		all: func(r *Reader, of map[string]*data.Ledger) error { return eachFor(r, t, column, of, add) },
		one: func(r *Reader, id string, l *data.Ledger) error {
			recs, err := all(r, t, "WHERE "+column+" = ? ORDER BY id", id)
			for _, rec := range recs {
				add(l, rec)
			}
			return err
		},
	}
}

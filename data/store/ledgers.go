package store

import "gongkao/data"

// Ledger returns what the year's books say of one application.
func (r *Reader) Ledger(id data.ApplicationID) (l data.Ledger, err error) {
	of := newLedgers([]*data.Applicant{{Application: data.Application{ID: id}}})
	if err := of.read(r, "WHERE application = ? ORDER BY id", "WHERE id = ?", string(id)); err != nil {
		return l, err
	}
	return *of[id], nil
}

// fillLedgers gives applicants what the year's books say of them. It reads whole
// tables, once.
func (r *Reader) fillLedgers(list []*data.Applicant) error {
	return newLedgers(list).read(r, "ORDER BY id", "ORDER BY id")
}

// ledgers are books to be filled, by application; what is of others is passed over.
type ledgers map[data.ApplicationID]*data.Ledger

func newLedgers(list []*data.Applicant) ledgers {
	l := make(ledgers, len(list))
	for _, a := range list {
		l[a.Application.ID] = &a.Ledger
	}
	return l
}

// read fills the books from every table: many selects where an application has
// several records, single where it has at most one.
func (l ledgers) read(r *Reader, many, single string, args ...any) error {
	for _, fill := range []func() error{
		func() error {
			return into(r, l, payments, many, args, func(p *data.Payment) data.ApplicationID { return p.Application },
				func(at *data.Ledger, p data.Payment) { at.Payments = append(at.Payments, p) })
		},
		func() error {
			return into(r, l, paymentSlips, single, args, func(s *data.PaymentSlip) data.ApplicationID { return s.ID },
				func(at *data.Ledger, s data.PaymentSlip) { at.Slip = &s })
		},
		func() error {
			return into(r, l, bookOrders, many, args, func(o *data.BookOrder) data.ApplicationID { return o.Application },
				func(at *data.Ledger, o data.BookOrder) { at.Orders = append(at.Orders, o) })
		},
		func() error {
			return into(r, l, scores, many, args, func(s *data.Score) data.ApplicationID { return s.Application },
				func(at *data.Ledger, s data.Score) { at.Scores = append(at.Scores, s) })
		},
		func() error {
			return into(r, l, evaluations, single, args, func(e *data.Evaluation) data.ApplicationID { return e.ID },
				func(at *data.Ledger, e data.Evaluation) { at.Evaluation = &e })
		},
		func() error {
			return into(r, l, certificates, many, args, func(c *data.Certificate) data.ApplicationID { return c.Application },
				func(at *data.Ledger, c data.Certificate) { at.Certificates = append(at.Certificates, c) })
		},
		func() error {
			return into(r, l, archives, single, args, func(a *data.Archive) data.ApplicationID { return a.ID },
				func(at *data.Ledger, a data.Archive) { at.Archive = &a })
		},
	} {
		if err := fill(); err != nil {
			return err
		}
	}
	return nil
}

// into hands each record that rest selects to the ledger it belongs to.
func into[T any](r *Reader, l ledgers, t *table[T], rest string, args []any, of func(*T) data.ApplicationID, add func(*data.Ledger, T)) error {
	return r.each(t.selecting(rest), args, func(row []any) error {
		rec, err := t.record(r.reading, row, false)
		if err != nil {
			return err
		}
		if at := l[of(&rec)]; at != nil {
			add(at, rec)
		}
		return nil
	})
}

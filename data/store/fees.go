package store

import (
	"time"

	"gongkao/data"
)

var payments = &table[data.Payment]{kind: data.KindPayment, name: "payments", columns: []column[data.Payment]{
	text("id", func(p *data.Payment) *data.PaymentID { return &p.ID }),
	text("application", func(p *data.Payment) *data.ApplicationID { return &p.Application }),
	number("step", func(p *data.Payment) *int { return &p.Step }),
	number("fen", func(p *data.Payment) *data.Fen { return &p.Fen }),
	day("paid", func(p *data.Payment) *data.Date { return &p.Paid }),
	reference("batch", func(p *data.Payment) *data.BatchID { return &p.Batch }),
	word("clerk", func(p *data.Payment) *string { return &p.By }),
	moment("at", func(p *data.Payment) *time.Time { return &p.At }),
	sealedTexts(data.KindPayment, func(p *data.Payment) string { return string(p.ID) },
		func(p *data.Payment) []*string { return []*string{&p.Reference, &p.Void} }),
}}

var paymentSlips = &table[data.PaymentSlip]{kind: data.KindPaymentSlip, name: "payment_slips", columns: []column[data.PaymentSlip]{
	text("id", func(s *data.PaymentSlip) *data.ApplicationID { return &s.ID }),
	day("signed", func(s *data.PaymentSlip) *data.Date { return &s.Signed }),
	word("clerk", func(s *data.PaymentSlip) *string { return &s.By }),
	moment("at", func(s *data.PaymentSlip) *time.Time { return &s.At }),
}}

// PutPayment writes an entry of money paid.
func (tx *Tx) PutPayment(p data.Payment) error { return put(tx, payments, p) }

// PutPaymentSlip writes whether the slip signed before paying is back.
func (tx *Tx) PutPaymentSlip(s data.PaymentSlip) error { return put(tx, paymentSlips, s) }

package store

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gongkao/data"
)

// yearBooks are one of each kind of record that the year's books keep.
type yearBooks struct {
	ledger       data.Ledger
	book         data.Book
	unitOrder    data.BookOrder
	slip         data.BookSlip
	confirmation data.UnitConfirmation
	change       data.UnitChange
	form         data.AdministratorForm
	opening      data.YearOpening
}

func yearBooksOf(app data.ApplicationID, unit data.UnitID, batch data.BatchID, at time.Time) yearBooks {
	day, by := data.MustDate(2026, 4, 20), "李娟"
	b := yearBooks{
		book:         data.Book{ID: "k1", Year: 2026, Trade: "汽车驾驶员", Level: 3, Title: "汽车驾驶员（高级）", Price: 4850, Source: "征订目录", By: by, At: at},
		slip:         data.BookSlip{ID: "bs1", Year: 2026, Unit: unit, Money: 9700, Books: map[data.BookID]int{"k1": 2}, On: day, Hand: "赵敏", By: by, At: at},
		confirmation: data.UnitConfirmation{ID: "uc1", Year: 2026, Unit: unit, On: day, Who: "赵敏", By: by, At: at},
		change:       data.UnitChange{ID: "ch1", Year: 2026, Kind: data.UnitRenamed, Unit: unit, Old: "旧名", New: "新名", Basis: "罗编办〔2026〕1号", On: day, Moved: 3, By: by, At: at},
		form:         data.AdministratorForm{ID: "2026/a1", Year: 2026, Unit: unit, Holder: "周𬱖", Returned: day, By: by, At: at},
		opening:      data.YearOpening{ID: "y1", Year: 2026, From: 2025, Batch: batch, People: 1, Units: 1, Left: []data.Left{{Person: "p9", Why: "已到退休年龄"}}, By: by, At: at},
		ledger: data.Ledger{
			Payments: []data.Payment{{ID: "pay1", Application: app, Step: 1, Fen: 36500, Paid: day, Reference: "20260420001", Batch: batch, By: by, At: at},
				{ID: "pay2", Application: app, Step: 1, Fen: 1, Paid: day, Void: "录错了", By: by, At: at}},
			Slip:         &data.PaymentSlip{ID: app, Signed: day, By: by, At: at},
			Orders:       []data.BookOrder{{ID: "o1", Year: 2026, Unit: unit, Application: app, Book: "k1", Copies: 1, Price: 4850, By: by, At: at}},
			Scores:       []data.Score{{ID: "sc1", Application: app, Subject: "computer", Points: 785, By: by, At: at}, {ID: "sc2", Application: app, Subject: "theory", Absent: true, Void: "弄错了", By: by, At: at}},
			Evaluation:   &data.Evaluation{ID: app, Entered: day, By: by, At: at},
			Certificates: []data.Certificate{{ID: "ce1", Application: app, Number: "豫工001", Issued: day, Collected: day, Collector: "赵敏", By: by, At: at}},
			Archive:      &data.Archive{ID: app, Items: []string{"form", "review"}, Box: "3 号柜", Filed: day, By: by, At: at},
		},
	}
	b.unitOrder = b.ledger.Orders[0]
	b.unitOrder.ID, b.unitOrder.Application, b.unitOrder.Void = "o2", "", "单位撤回"
	return b
}

func (b yearBooks) put(tx *Tx) error {
	errs := []error{tx.PutBook(b.book), tx.PutBookOrder(b.unitOrder), tx.PutBookSlip(b.slip), tx.PutConfirmation(b.confirmation), tx.PutUnitChange(b.change),
		tx.PutAdministratorForm(b.form), tx.PutYearOpening(b.opening), tx.PutPaymentSlip(*b.ledger.Slip), tx.PutEvaluation(*b.ledger.Evaluation), tx.PutArchive(*b.ledger.Archive)}
	for _, p := range b.ledger.Payments {
		errs = append(errs, tx.PutPayment(p))
	}
	for _, o := range b.ledger.Orders {
		errs = append(errs, tx.PutBookOrder(o))
	}
	for _, s := range b.ledger.Scores {
		errs = append(errs, tx.PutScore(s))
	}
	for _, c := range b.ledger.Certificates {
		errs = append(errs, tx.PutCertificate(c))
	}
	return errors.Join(errs...)
}

func readYearBooks(t *testing.T, r *Reader, app data.Application) (b yearBooks) {
	t.Helper()
	var err error
	b.ledger, err = r.Ledger(app.ID)
	must(t, err)
	applicants, err := r.Applicants(app.Year)
	must(t, err)
	if diff := cmp.Diff(b.ledger, applicants[0].Ledger); diff != "" {
		t.Error("with the register: " + diff)
	}
	b.book = onlyOf(t, r.Books)
	orders, err := r.BookOrders(2026)
	must(t, err)
	b.unitOrder = orders[1]
	b.slip = onlyOf(t, r.BookSlips)
	b.confirmation = onlyOf(t, r.Confirmations)
	b.change = onlyOf(t, r.UnitChanges)
	b.form = onlyOf(t, r.AdministratorForms)
	openings, err := r.YearOpenings()
	must(t, err)
	b.opening = openings[0]
	return b
}

// onlyOf returns the one record of the year.
func onlyOf[T any](t *testing.T, of func(year int) ([]T, error)) T {
	t.Helper()
	all, err := of(2026)
	must(t, err)
	if len(all) != 1 {
		t.Fatalf("%d records, want one: %v", len(all), all)
	}
	return all[0]
}

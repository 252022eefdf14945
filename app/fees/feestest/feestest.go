// Package feestest gives tests of the money what other doors bring: a sheet that
// an import takes in (Take), and an application as it might stand, changed by no
// door (Change).
package feestest

import (
	"context"
	"testing"

	"gongkao/app/fees"
	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/data"
	"gongkao/data/store"
)

// Take writes the rows that a sheet's Sort let pass, with those that wait, as an
// import does.
func Take(t testing.TB, d *registration.Desk, s *fees.Sheet, tray ...data.WaitingRow) data.BatchID {
	t.Helper()
	b := data.Batch{Kind: sheets.Payments, Files: []data.BatchFile{{Name: "缴费明细.xlsx"}}, Accepted: len(s.Matches()), Waiting: len(tray), Tray: tray}
	update(t, d, data.OpImport, func(tx *store.Tx) error {
		b.ID, b.At = data.BatchID(tx.NewID()), tx.Now()
		if err := tx.PutBatch(b); err != nil {
			return err
		}
		_, err := s.Put(tx, b.ID)
		return err
	})
	reload(t, d)
	return b.ID
}

// Change changes people, their applications and their entry in the evaluation.
func Change(t testing.TB, d *registration.Desk, people []*data.Applicant, change func(i int, a *data.Applicant)) {
	t.Helper()
	update(t, d, data.OpPractice, func(tx *store.Tx) error {
		for i, known := range people {
			a := *known
			change(i, &a)
			if err := tx.PutPerson(a.Person); err != nil {
				return err
			}
			if err := tx.PutApplication(a.Application); err != nil {
				return err
			}
			if e := a.Ledger.Evaluation; e != nil {
				if err := tx.PutEvaluation(*e); err != nil {
					return err
				}
			}
		}
		return nil
	})
	reload(t, d)
}

func update(t testing.TB, d *registration.Desk, op data.Op, do func(*store.Tx) error) {
	t.Helper()
	if _, err := d.Office.Store.Update(context.Background(), op, "", do); err != nil {
		t.Fatal(err)
	}
}

func reload(t testing.TB, d *registration.Desk) {
	t.Helper()
	if err := d.Reload(context.Background()); err != nil {
		t.Fatal(err)
	}
}

package years_test

import (
	"context"
	"testing"
	"time"

	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

var ctx = context.Background()

// inJanuary is a clock that stands on a morning after the year.
func inJanuary() time.Time { return time.Date(2027, 1, 5, 9, 0, 0, 0, time.Local) }

// january is a small county on a morning after its year.
func january(t testing.TB, people int) *registration.Desk {
	t.Helper()
	at := time.Date(2027, 1, 5, 9, 0, 0, 0, time.Local)
	return demotest.Open(t, office.Place{Folder: demotest.County(t, demotest.Small(people)), Now: func() time.Time { at = at.Add(time.Second); return at }})
}

// everybody returns the people of the year that is shown.
func everybody(d *registration.Desk) []*data.Applicant { return d.Register.Find(registration.Query{}) }

// write writes as the practice county does.
func write(t testing.TB, d *registration.Desk, f func(tx *store.Tx) error) {
	t.Helper()
	if _, err := d.Office.Store.Update(ctx, data.OpPractice, "", f); err != nil {
		t.Fatal(err)
	}
	if err := d.Reload(ctx); err != nil {
		t.Fatal(err)
	}
}

// certify lets somebody pass, and returns his certificate.
func certify(t testing.TB, d *registration.Desk, a *data.Applicant) data.Certificate {
	t.Helper()
	demotest.Certified(t, d, a, "豫2026-"+string(a.Person.ID[len(a.Person.ID)-4:]))
	now, _ := d.Register.ByID(a.Application.ID)
	return now.Ledger.Certificates[0]
}

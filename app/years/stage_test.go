package years_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

var ctx = context.Background()

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

// certify approves somebody for the level above his own and gives him a
// certificate.
func certify(t testing.TB, d *registration.Desk, a *data.Applicant) data.Certificate {
	t.Helper()
	app, person := a.Application, a.Person
	app.Status, app.Level, app.Trade, person.CurrentLevel = data.Approved, 3, "农艺工", 4
	c := data.Certificate{ID: data.CertificateID("cert-" + app.ID), Application: app.ID, Number: fmt.Sprintf("豫2026-%s", person.ID[len(person.ID)-4:]), Issued: data.MustDate(2026, 12, 20)}
	write(t, d, func(tx *store.Tx) error {
		if err := tx.PutPerson(person); err != nil {
			return err
		}
		if err := tx.PutApplication(app); err != nil {
			return err
		}
		return tx.PutCertificate(c)
	})
	return c
}

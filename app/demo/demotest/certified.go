package demotest

import (
	"context"
	"errors"
	"testing"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Certified lets somebody who holds 四级 pass 三级: approved, paid, examined, with a
// certificate of the number.
func Certified(t testing.TB, d *registration.Desk, a *data.Applicant, number string) {
	t.Helper()
	app, person := a.Application, a.Person
	app.Status, app.Level, person.CurrentLevel = data.Approved, 3, 4
	_, err := d.Office.Store.Update(context.Background(), data.OpPractice, "", func(tx *store.Tx) error {
		return errors.Join(
			tx.PutPerson(person), tx.PutApplication(app),
			tx.PutPayment(data.Payment{ID: data.PaymentID("pay-" + app.ID), Application: app.ID, Step: 1, Fen: 36500, Paid: data.MustDate(app.Year, 4, 20)}),
			tx.PutScore(data.Score{ID: data.ScoreID("score-" + app.ID), Application: app.ID, Subject: "subject-computer", Points: 785}),
			tx.PutCertificate(data.Certificate{ID: data.CertificateID("cert-" + app.ID), Application: app.ID, Number: number, Issued: data.MustDate(app.Year, 12, 20)}))
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Reload(context.Background()); err != nil {
		t.Fatal(err)
	}
}

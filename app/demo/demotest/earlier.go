package demotest

import (
	"context"
	"testing"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Earlier gives somebody an application of the year before, refused, from
// another unit of the county.
func Earlier(t testing.TB, d *registration.Desk, a *data.Applicant) {
	t.Helper()
	app := a.Application
	app.ID, app.Year, app.Status = "0199-last-year", app.Year-1, data.Rejected
	for _, u := range d.AllUnits() {
		if u.ID != app.Unit {
			app.Unit = u.ID
		}
	}
	_, err := d.Office.Store.Update(context.Background(), data.OpPractice, "", func(tx *store.Tx) error { return tx.PutApplication(app) })
	if err != nil {
		t.Fatal(err)
	}
}

package demotest

import (
	"context"
	"testing"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// YearBefore gives every second person of the county an application of the year
// before, reported, for the same trade and level.
func YearBefore(t testing.TB, d *registration.Desk) {
	t.Helper()
	people := d.Register.Find(registration.Query{})
	_, err := d.Office.Store.Update(context.Background(), data.OpPractice, "", func(tx *store.Tx) error {
		for i, a := range people {
			if i%2 == 0 {
				continue
			}
			app := a.Application
			app.ID, app.Year, app.Status = data.ApplicationID(tx.NewID()), app.Year-1, data.Reported
			if err := tx.PutApplication(app); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

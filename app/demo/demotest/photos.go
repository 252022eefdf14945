package demotest

import (
	"context"
	"testing"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Photos leaves no photo in the county but those given.
func Photos(t testing.TB, d *registration.Desk, given map[data.PersonID][]byte) {
	t.Helper()
	_, err := d.Office.Store.Update(context.Background(), data.OpPractice, "", func(tx *store.Tx) error {
		for _, a := range d.Register.Find(registration.Query{}) {
			p := a.Person
			if p.Photo = given[p.ID]; p.Photo == nil {
				p.Photo = []byte{}
			}
			if err := tx.PutPerson(p); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

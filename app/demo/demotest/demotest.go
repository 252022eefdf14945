// Package demotest gives tests a practice county on the disk: Desk opens one
// that is closed again when the test ends.
package demotest

import (
	"context"
	"path/filepath"
	"testing"

	"gongkao/app/demo"
	"gongkao/app/office"
	"gongkao/app/registration"
)

// Desk invents a county of so many people (12 units, always the same county)
// and opens it.
func Desk(t testing.TB, people int) *registration.Desk {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "县")
	if _, err := demo.Fill(context.Background(), folder, demo.Size{People: people, Units: 12, Seed: 5}); err != nil {
		t.Fatal(err)
	}
	return Open(t, office.Place{Folder: folder})
}

// Open opens the office of a place.
func Open(t testing.TB, place office.Place) *registration.Desk {
	t.Helper()
	o, err := office.Open(context.Background(), place)
	if err != nil {
		t.Fatal(err)
	}
	return Sit(t, o)
}

// Sit takes over an open office and closes it when the test ends.
func Sit(t testing.TB, o *office.Office) *registration.Desk {
	t.Helper()
	t.Cleanup(func() {
		if err := o.Close(); err != nil {
			t.Error(err)
		}
	})
	d, err := registration.NewDesk(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

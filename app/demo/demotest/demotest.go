// Package demotest gives tests a practice county on the disk: Desk opens one
// that is closed again when the test ends, County only makes it.
package demotest

import (
	"context"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"gongkao/app/demo"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/data"
)

// Season is a day on which registration has closed and the review still goes on.
var Season = time.Date(2026, 4, 10, 9, 0, 0, 0, time.UTC)

// Desk invents a county of so many people, always the same, and opens it in the
// middle of its season.
func Desk(t testing.TB, people int) *registration.Desk {
	t.Helper()
	return Open(t, office.Place{Folder: County(t, Small(people)), Now: func() time.Time { return Season }})
}

// Small is the county of Desk: so many people in 12 units.
func Small(people int) demo.Size { return demo.Size{People: people, Units: 12, Seed: 5} }

// County invents a county and returns its folder, closed.
func County(t testing.TB, size demo.Size) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "县")
	if _, err := demo.Fill(context.Background(), folder, size); err != nil {
		t.Fatal(err)
	}
	return folder
}

// Open opens the office of a place, in the middle of the season where the place
// has no clock of its own: no test goes by the machine's.
func Open(t testing.TB, place office.Place) *registration.Desk {
	t.Helper()
	if place.Now == nil {
		place.Now = func() time.Time { return Season }
	}
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

// Empty is an office of its own, without anybody in it, of 2026.
func Empty(t testing.TB) *registration.Desk {
	t.Helper()
	place := office.Place{Folder: t.TempDir(), Passphrase: "试验用的口令", Now: passing()}
	o, _, err := office.Create(context.Background(), place, data.Office{Name: "罗山县工考管理机构", Year: 2026}, "王建国")
	if err != nil {
		t.Fatal(err)
	}
	return Sit(t, o)
}

// passing is a clock by which a second passes whenever it is looked at, so that
// what is written later is later.
func passing() func() time.Time {
	var looked atomic.Int64
	return func() time.Time { return Season.Add(time.Duration(looked.Add(1)) * time.Second) }
}

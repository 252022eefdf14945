package years_test

import (
	"context"
	"testing"
	"time"

	"gongkao/app/demo"
	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/years"
)

// BenchmarkOpen opens a year for 100,000 people and takes it back. Asked for: the
// opening in less than 20 s.
func BenchmarkOpen(b *testing.B) {
	d := demotest.Open(b, office.Place{Folder: demotest.County(b, demo.Size{People: 100_000, Units: 1000, Seed: 7}), Now: func() time.Time { return time.Date(2027, 1, 5, 9, 0, 0, 0, time.Local) }})
	for b.Loop() {
		began := time.Now()
		act, err := years.Open(ctx, d, 2027, nil)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(time.Since(began).Seconds(), "s/open")
		began = time.Now()
		if _, err := years.TakeBack(ctx, d, 2027, nil); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(time.Since(began).Seconds(), "s/takeback")
		b.ReportMetric(float64(act.People), "people")
	}
}

func TestACancelledOpeningLeavesTheOldYear(t *testing.T) {
	d := january(t, 60)
	before := recordsOf(t, d, 2026)
	cancelled, cancel := context.WithCancel(ctx)
	if _, err := years.Open(cancelled, d, 2027, func(int, int) { cancel() }); err == nil {
		t.Fatal("it was opened all the same")
	}
	if after := recordsOf(t, d, 2026); after.Office.Year != 2026 || len(after.People) != len(before.People) || d.Office.Profile.Year != 2026 {
		t.Errorf("the office works in %d", after.Office.Year)
	}
	if after := recordsOf(t, d, 2027); len(after.People) != 0 {
		t.Errorf("%d people came over", len(after.People))
	}
	if _, err := years.Open(ctx, d, 2027, nil); err != nil {
		t.Errorf("afterwards: %v", err)
	}
	if _, err := d.Office.Store.Verify(ctx); err != nil {
		t.Error(err)
	}
}

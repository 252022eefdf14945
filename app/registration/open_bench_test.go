package registration_test

import (
	"context"
	"runtime"
	"testing"

	"gongkao/app/demo"
	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/registration"
)

// BenchmarkOpen100000 opens and unlocks a practice county with 100,000 people
// and reads its register. A real passphrase adds a tenth of a second or two,
// which the benchmark of data/store that opens as many people includes.
func BenchmarkOpen100000(b *testing.B) {
	ctx := context.Background()
	folder := demotest.County(b, demo.Size{People: 100_000, Units: 1000, Seed: 1})
	for b.Loop() {
		o, err := office.Open(ctx, office.Place{Folder: folder})
		if err != nil {
			b.Fatal(err)
		}
		d, err := registration.NewDesk(ctx, o)
		if err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		b.ReportMetric(float64(m.HeapAlloc)/(1<<20), "MB-heap")
		b.ReportMetric(float64(m.Sys)/(1<<20), "MB-from-system")
		if d.Register.Len() != 100_000 {
			b.Fatalf("%d people", d.Register.Len())
		}
		if err := o.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}

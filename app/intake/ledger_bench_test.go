package intake_test

import (
	"fmt"
	"testing"

	"gongkao/app/demo"
	"gongkao/app/demo/demotest"
	"gongkao/app/intake"
	"gongkao/app/office"
	"gongkao/app/registration"
)

// BenchmarkPayments10000 is the whole import of payments, but for what the office
// thinks of them: backup, reading, finding everybody, sealing, history, commit,
// and the register read again.
func BenchmarkPayments10000(b *testing.B) {
	keep(b)
	folder := demotest.County(b, demo.Size{People: 10_000, Units: 60, Seed: 1})
	d := demotest.Open(b, office.Place{Folder: folder})
	for n := 0; b.Loop(); n++ {
		b.StopTimer()
		lines := []string{payHeads}
		for i, a := range d.Register.Find(registration.Query{}) {
			lines = append(lines, fmt.Sprintf("%s,%s,365.00,2026-04-20 13:05:22,A%d-%d", a.Person.Name, a.Person.IDNumber, n, i))
		}
		path := sent(b, "缴费.csv", lines...)
		b.StartTimer()
		if accepted, waiting := take(b, d, intake.Options{}, path).Counts(); accepted != 10_000 {
			b.Fatalf("%d entered, %d wait", accepted, waiting)
		}
	}
}

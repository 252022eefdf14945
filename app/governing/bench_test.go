package governing_test

import (
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/governing"
)

// BenchmarkCompare is what a keystroke in the form of a row costs in the
// background, for a county of 2,000.
func BenchmarkCompare(b *testing.B) {
	d := demotest.Desk(b, 2000)
	next, err := governing.Next(d, governing.Edit{Row: third, Values: map[string]any{"years": 4}})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := governing.Compare(ctx, d, d.Office.Policy, next, d.Office.Today()); err != nil {
			b.Fatal(err)
		}
	}
}

package kit_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/views/kit"
	"gongkao/views/kit/kittest"
)

// BenchmarkMatch is a letter typed into a lookup of 1,000 units: it must be far
// below the 100 ms in which a list is filtered.
func BenchmarkMatch(b *testing.B) {
	var choices []kit.Choice
	for i := range 1000 {
		choices = append(choices, kit.Choice{Code: fmt.Sprintf("0198f2aa-%04d", i), Label: fmt.Sprintf("罗山县%s第%d分部", units[i%len(units)], i)})
	}
	kit.Match(choices, "x")
	for b.Loop() {
		kit.Match(choices, "yey")
	}
}

// BenchmarkKey is a letter typed into a field of the record screen, without the
// drawing of the window.
func BenchmarkKey(b *testing.B) {
	a := kittest.App(b)
	r := newRecord()
	d := kittest.Open(b, a, r.root, 1366, 768)
	r.form.Focus("address")
	for b.Loop() {
		d.Type("x")
		d.Press(fyne.KeyBackspace)
	}
}

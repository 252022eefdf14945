package units_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"gongkao/app/demo"
)

// BenchmarkGoingToTheNextUnit is ↓ and ↑ in the tree of a large county: the form
// and the sentence of another unit are shown, without the drawing of the frame.
func BenchmarkGoingToTheNextUnit(b *testing.B) {
	s, _ := stage(b, demo.Size{People: 2000, Units: 1000, Seed: 1})
	for b.Loop() {
		s.Press(fyne.KeyDown)
		s.Press(fyne.KeyUp)
	}
}

// BenchmarkFindingAUnit is a letter typed above the tree.
func BenchmarkFindingAUnit(b *testing.B) {
	s, _ := stage(b, demo.Size{People: 2000, Units: 1000, Seed: 1})
	s.Type("x")
	for b.Loop() {
		s.Type("x")
		s.Press(fyne.KeyBackspace)
	}
}

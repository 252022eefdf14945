package papers_test

import (
	"testing"

	"fyne.io/fyne/v2"
)

// BenchmarkAnotherPaper100000 is ↓ and ↑ in the list of papers of the largest
// county: for whom is counted anew, the pages wait to be asked for.
func BenchmarkAnotherPaper100000(b *testing.B) {
	s := open(b, 100_000)
	for b.Loop() {
		s.Press(fyne.KeyDown)
		s.Press(fyne.KeyUp)
	}
}

package photos

import (
	"fmt"
	"image/color"
	"os"
	"path/filepath"
	"testing"

	"gongkao/app/registration"
)

// BenchmarkFiveThousandPictures finds the people of 5,000 pictures of 600×840 in one
// folder and puts on record what may be put. It tells how long each takes; make
// bench tells the memory.
func BenchmarkFiveThousandPictures(b *testing.B) {
	d := county(b, 5000)
	root := b.TempDir()
	for i, a := range d.Register.Find(registration.Query{}) {
		name := fmt.Sprintf("%s_%s.jpg", a.Person.Name, a.Person.IDNumber)
		if err := os.WriteFile(filepath.Join(root, name), asJPEG(b, portraitOf(600, 840, i, color.White)), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("look", func(b *testing.B) {
		for b.Loop() {
			look(b, d, root, Ask{})
		}
	})
	b.Run("put", func(b *testing.B) {
		s, p := look(b, d, root, Ask{})
		all := placedOf(p.Of(Matched))
		b.ReportMetric(float64(len(all)), "photos")
		for b.Loop() {
			if _, err := s.Put(b.Context(), d, all, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}

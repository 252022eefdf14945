package paper

import (
	"math"
	"testing"

	"gongkao/app/paper/pdf"
)

// By calculation on every form: nothing but its own words stands in the circle
// of a seal. (A table's seals move with it; pixels are looked at there.)
func TestSealPlacesOfFormsAreFree(t *testing.T) {
	papers := papersOf(t)
	for _, id := range papers.IDs() {
		job := jobFor(id, liuDi())
		job.Administrators = []AdministratorEntry{administrator()}
		job.Slips, job.Changes = []Slip{custody(8)}, []Change{merger()}
		d := papers.papers[id]
		if d.Table != nil || d.Letter != nil {
			continue
		}
		sheet, _, _, err := papers.layOut(job)
		if err != nil {
			t.Fatal(err)
		}
		i := -1
		for _, side := range d.Page {
			if !side.Same {
				i++
			}
			for _, s := range side.Seal {
				x, y := s.X+sealSide/2, s.Y+sealSide/2
				for _, text := range sheet.Pages[i].Texts {
					if own := text.Text == s.Text.source; !own && touches(x, y, inkOf(text)) && !s.Over {
						t.Errorf("%s: %q stands in the place of %s", id, text.Text, s.Text.source)
					}
				}
				for _, l := range sheet.Pages[i].Lines {
					if touches(x, y, pdf.Rect{X: l.X1, Y: l.Y1, W: l.X2 - l.X1, H: l.Y2 - l.Y1}) {
						t.Errorf("%s: a rule from %g, %g crosses the place of %s", id, l.X1, l.Y1, s.Text.source)
					}
				}
			}
		}
	}
}

// touches reports whether the circle of a seal around x, y reaches into r.
func touches(x, y float64, r pdf.Rect) bool {
	dx := math.Max(math.Max(r.X-x, x-r.X-r.W), 0)
	dy := math.Max(math.Max(r.Y-y, y-r.Y-r.H), 0)
	return math.Hypot(dx, dy) < sealSide/2
}

func inkOf(t pdf.Text) pdf.Rect {
	em := t.Size * pdf.MM
	return pdf.Rect{X: t.X, Y: t.Y - 0.87*em, W: t.Face.Width(t.Text, t.Size) + float64(pdf.Openings(t.Text))*t.Gap, H: em}
}

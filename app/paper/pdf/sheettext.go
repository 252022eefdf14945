package pdf

import (
	"fmt"
	"strings"
)

// Text returns the sheet as readable lines, one a thing, for golden files: a
// changed millimetre shows as a changed line.
func (s *Sheet) Text() string {
	var b strings.Builder
	for _, m := range s.Outline {
		fmt.Fprintf(&b, "outline %d %s\n", m.Page+1, m.Title)
	}
	for i, p := range s.Pages {
		fmt.Fprintf(&b, "page %d  %g×%g\n", i+1, p.Width, p.Height)
		p.text(&b)
	}
	return b.String()
}

func (p *Page) text(b *strings.Builder) {
	for _, t := range p.Texts {
		fmt.Fprintf(b, "  text %7.2f %7.2f %s %g", t.X, t.Y, t.Face, t.Size)
		if t.Gap != 0 {
			fmt.Fprintf(b, " gap %.3f", t.Gap)
		}
		fmt.Fprintf(b, "  %s\n", t.Text)
	}
	for _, l := range p.Lines {
		fmt.Fprintf(b, "  line %7.2f %7.2f %7.2f %7.2f  %g", l.X1, l.Y1, l.X2, l.Y2, l.Width)
		if l.Dash != [2]float64{} {
			fmt.Fprintf(b, " dash %g/%g", l.Dash[0], l.Dash[1])
		}
		b.WriteByte('\n')
	}
	for _, block := range p.Blocks {
		if len(block) > 0 {
			fmt.Fprintf(b, "  block of %d from %.2f %.2f\n", len(block), block[0].X, block[0].Y)
		}
	}
	for _, i := range p.Images {
		fmt.Fprintf(b, "  image %.2f %.2f %.2f %.2f\n", i.X, i.Y, i.W, i.H)
	}
}

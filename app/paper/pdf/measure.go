package pdf

// MM is how many millimetres a point is.
const MM = 25.4 / 72

// em returns how wide r is in this face, in em.
func (f Face) em(r rune) float64 {
	font, glyph := f.find(r)
	if glyph == 0 {
		font, glyph = f.find(Geta)
	}
	return float64(font.advance(r, glyph)) / float64(font.unitsPerEm)
}

// Width returns how long s is in millimetres when set in size points.
func (f Face) Width(s string, size float64) float64 {
	own := loaded[f]()
	units, em := 0, 0.0
	for _, r := range s {
		if r <= 0xFFFF && own.widths[r] != 0 {
			units += int(own.widths[r])
		} else {
			em += f.em(r)
		}
	}
	return (em + float64(units)/float64(own.unitsPerEm)) * size * MM
}

// Baseline returns where the baseline lies, in millimetres below the middle of
// a cell, so that hanzi of that size look centred.
func (f Face) Baseline(size float64) float64 { return loaded[f]().middle * size * MM }

// Openings counts the places where a justified or spread line may open.
func Openings(s string) (n int) {
	previous := rune(0)
	for _, r := range s {
		if opens(previous, r) {
			n++
		}
		previous = r
	}
	return n
}

// opens reports whether a gap may open between a and b: between hanzi, and
// between hanzi and figures, but never inside figures or Latin words.
func opens(a, b rune) bool {
	return a != 0 && (!solid(a) || !solid(b))
}

// solid runes hold together: figures, Latin letters and the signs inside them.
func solid(r rune) bool { return r > ' ' && r < 0x2000 && r != '·' }

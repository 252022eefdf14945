package pdf

import (
	"encoding/binary"
	"slices"
)

// A subset is a font under construction that holds only the glyphs one
// document uses, of all its faces. A character's code in the document is the
// number of its glyph here; the document's ToUnicode map says which character
// that is, so that runes beyond the BMP are like any other.
type subset struct {
	base    *Font
	sources []source // glyph 1, 2, … : glyph 0 is .notdef
	codes   map[source]uint16
}

// source is where a glyph comes from.
type source struct {
	font *Font
	r    rune
}

// mostGlyphs leaves room for the parts of composites below 65,536.
const mostGlyphs = 60_000

func newSubset(base *Font) *subset {
	return &subset{base: base, codes: map[source]uint16{}}
}

// code returns the code for the glyph of r in f, which has one. ok is false
// when the subset cannot hold it: another em, or full.
func (s *subset) code(f *Font, r rune) (c uint16, ok bool) {
	at := source{f, r}
	if c, ok = s.codes[at]; ok {
		return c, true
	}
	if f.unitsPerEm != s.base.unitsPerEm || len(s.sources) >= mostGlyphs {
		return 0, false
	}
	s.sources = append(s.sources, at)
	c = uint16(len(s.sources))
	s.codes[at] = c
	return c, true
}

// name is the font's name inside the file, marked as a subset.
func (s *subset) name() string {
	name := s.base.name
	for _, from := range s.sources {
		if from.font != s.base {
			name = "Several"
		}
	}
	return "GONGKA+" + name
}

// glyphRow is one glyph of the new font.
type glyphRow struct {
	font    *Font
	outline []byte
	advance int
	bearing uint16
}

// rows returns the glyphs: .notdef, one a code, then the parts of composites.
// Figures get their fixed width here, centred in it: then
// "411503198109010027" is one plain string whose digits stand under each other.
func (s *subset) rows() []glyphRow {
	rows := []glyphRow{rowOf(s.base, 0)}
	for _, from := range s.sources {
		g := from.font.Glyph(from.r)
		row := rowOf(from.font, g)
		if a := from.font.advance(from.r, g); a != row.advance {
			dx := (a - row.advance) / 2
			row.outline, row.advance, row.bearing = shifted(row.outline, dx), a, row.bearing+uint16(dx)
		}
		rows = append(rows, row)
	}
	return withParts(rows)
}

func rowOf(f *Font, glyph int) glyphRow {
	return glyphRow{f, unhinted(f.outline(glyph)), f.drawnAdvance(glyph), f.bearing(glyph)}
}

// withParts appends the glyphs that composites are made of and points the
// composites at their new numbers.
func withParts(rows []glyphRow) []glyphRow {
	type part struct {
		font  *Font
		glyph int
	}
	moved := map[part]int{}
	for i := 0; i < len(rows); i++ {
		at := parts(rows[i].outline)
		if len(at) == 0 {
			continue
		}
		outline := slices.Clone(rows[i].outline)
		for _, p := range at {
			old := part{rows[i].font, int(u16(outline, p))}
			if moved[old] == 0 {
				moved[old] = len(rows)
				rows = append(rows, rowOf(old.font, old.glyph))
			}
			binary.BigEndian.PutUint16(outline[p:], uint16(moved[old]))
		}
		rows[i].outline = outline
	}
	return rows
}

package pdf

import (
	"bytes"
	"encoding/binary"
	"slices"
	"sort"
)

// A subset is a font under construction that holds only the glyphs one
// document uses. Its characters have 16-bit codes, which is all gofpdf knows:
// a rune of the Basic Multilingual Plane is its own code, one beyond it gets a
// private-use code, and the document's ToUnicode map says which is which.
type subset struct {
	font  *Font
	used  [0x10000 / 64]uint64 // codes in use, one bit each
	rare  map[rune]uint16      // private-use codes of runes beyond the BMP
	first uint16               // next private-use code
}

func newSubset(f *Font) *subset {
	return &subset{font: f, rare: map[rune]uint16{}, first: 0xE000}
}

// code returns the rune's code and notes that its glyph is wanted. The rune
// has a glyph in the font.
func (s *subset) code(r rune) uint16 {
	c := uint16(r)
	if r > 0xFFFF {
		known, ok := s.rare[r]
		if !ok {
			known = s.first
			s.rare[r] = known
			s.first++
		}
		c = known
	}
	s.used[c/64] |= 1 << (c % 64)
	return c
}

// letters returns the codes in order and the rune behind each.
func (s *subset) letters() (codes []uint16, runes []rune) {
	private := map[uint16]rune{}
	for r, c := range s.rare {
		private[c] = r
	}
	for c := range 0x10000 {
		if s.used[c/64]&(1<<(c%64)) == 0 {
			continue
		}
		r, ok := private[uint16(c)]
		if !ok {
			r = rune(c)
		}
		codes, runes = append(codes, uint16(c)), append(runes, r)
	}
	return codes, runes
}

// glyphRow is one glyph of the new font.
type glyphRow struct {
	outline []byte
	advance int
	bearing uint16
}

// build returns the new font file. Glyph 0 is .notdef, then one glyph a code
// in the order of codes (two codes never share one, which keeps gofpdf's own
// cutting in one order), then the parts of composites. Figures get their fixed
// width here, centred in it: then "411503198109010027" is one plain string
// whose digits stand under each other.
func (s *subset) build() []byte {
	codes, runes := s.letters()
	rows := []glyphRow{s.row(0)}
	for _, r := range runes {
		g := s.font.Glyph(r)
		row := s.row(g)
		if a := s.font.advance(r, g); a != row.advance {
			dx := (a - row.advance) / 2
			row = glyphRow{shifted(row.outline, dx), a, row.bearing + uint16(dx)}
		}
		rows = append(rows, row)
	}
	rows = s.withParts(rows)
	return assemble(s.tables(codes, rows))
}

func (s *subset) row(glyph int) glyphRow {
	return glyphRow{s.font.outline(glyph), s.font.drawnAdvance(glyph), s.font.bearing(glyph)}
}

// withParts appends the glyphs that composites are made of and points the
// composites at their new numbers.
func (s *subset) withParts(rows []glyphRow) []glyphRow {
	moved := map[int]int{}
	for i := 0; i < len(rows); i++ {
		at := parts(rows[i].outline)
		if len(at) == 0 {
			continue
		}
		outline := slices.Clone(rows[i].outline)
		for _, p := range at {
			old := int(u16(outline, p))
			if moved[old] == 0 {
				moved[old] = len(rows)
				rows = append(rows, s.row(old))
			}
			binary.BigEndian.PutUint16(outline[p:], uint16(moved[old]))
		}
		rows[i].outline = outline
	}
	return rows
}

func (s *subset) tables(codes []uint16, rows []glyphRow) map[string][]byte {
	var glyf, loca, hmtx []byte
	for _, r := range rows {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		glyf = append(glyf, r.outline...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(r.advance))
		hmtx = binary.BigEndian.AppendUint16(hmtx, r.bearing)
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	n := uint16(len(rows))
	t := s.font.tables
	return map[string][]byte{
		"cmap": characterMap(codes), "glyf": glyf, "loca": loca, "hmtx": hmtx,
		"head": patched(t["head"], 50, 1), "hhea": patched(t["hhea"], 34, n), "maxp": patched(t["maxp"], 4, n),
		"OS/2": t["OS/2"], "post": patched(t["post"][:min(32, len(t["post"]))], 0, 3), "name": plainName,
	}
}

// plainName is a name table without names: readers take the name from the PDF.
var plainName = []byte{0, 0, 0, 0, 0, 6}

// characterMap writes a cmap of format 4 in which the i-th code has glyph i+1.
func characterMap(codes []uint16) []byte {
	var first, last, delta []uint16
	for i, c := range codes {
		if i > 0 && c == codes[i-1]+1 {
			last[len(last)-1] = c
			continue
		}
		first, last, delta = append(first, c), append(last, c), append(delta, uint16(i+1)-c)
	}
	first, last, delta = append(first, 0xFFFF), append(last, 0xFFFF), append(delta, 1)
	n := uint16(len(first))
	words := []uint16{0, 1, 3, 1, 0, 12, 4, 16 + 8*n, 0, 2 * n, 0, 0, 0}
	words = append(append(append(words, last...), 0), first...)
	words = append(append(words, delta...), make([]uint16, n)...)
	return bigEndian(words)
}

func bigEndian(words []uint16) []byte {
	b := make([]byte, 0, 2*len(words))
	for _, w := range words {
		b = binary.BigEndian.AppendUint16(b, w)
	}
	return b
}

func patched(table []byte, at int, v uint16) []byte {
	t := slices.Clone(table)
	binary.BigEndian.PutUint16(t[at:], v)
	return t
}

// assemble writes the font file. Checksums stay zero: gofpdf cuts the font
// once more and writes them.
func assemble(tables map[string][]byte) []byte {
	names := make([]string, 0, len(tables))
	for n := range tables {
		names = append(names, n)
	}
	sort.Strings(names)
	var head, body bytes.Buffer
	head.Write(bigEndian([]uint16{0, 1, uint16(len(names)), 0, 0, 0}))
	binary.BigEndian.PutUint32(head.Bytes(), 0x00010000)
	for _, n := range names {
		head.WriteString(n)
		at := uint32(12 + 16*len(names) + body.Len())
		for _, v := range []uint32{0, at, uint32(len(tables[n]))} {
			head.Write(binary.BigEndian.AppendUint32(nil, v))
		}
		body.Write(tables[n])
		for body.Len()%4 != 0 {
			body.WriteByte(0)
		}
	}
	return append(head.Bytes(), body.Bytes()...)
}

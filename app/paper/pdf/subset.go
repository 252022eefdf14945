package pdf

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"slices"
	"sort"
)

// A subset is a font under construction that holds only the glyphs one
// document uses, of all its faces: gofpdf takes 4 ms for each font, however
// small. Its characters have 16-bit codes, which is all gofpdf knows. A rune of
// the Basic Multilingual Plane in the base font is its own code; a rune beyond
// it, and every glyph of another font, gets a private-use code, and the
// document's ToUnicode map says which character that is.
type subset struct {
	base  *Font
	used  [0x10000 / 64]uint64 // codes in use, one bit each
	moved map[source]uint16    // private-use codes
	from  map[uint16]source    // and back
	next  uint16               // next private-use code
}

// source is where a glyph comes from.
type source struct {
	font *Font
	r    rune
}

// The private-use area of the Basic Multilingual Plane. Every second code is
// left free: gofpdf's list of widths takes the third power of the length of a
// run of codes without a gap (three minutes for 6,000).
const firstPrivate, lastPrivate, privateStep = 0xE000, 0xF8FF, 2

func newSubset(base *Font) *subset {
	return &subset{base: base, moved: map[source]uint16{}, from: map[uint16]source{}, next: firstPrivate}
}

// code returns the code for the glyph of r in f, which has one, and notes that
// it is wanted. ok is false when it cannot be held: another em, or no code
// left.
func (s *subset) code(f *Font, r rune) (c uint16, ok bool) {
	if f.unitsPerEm != s.base.unitsPerEm {
		return 0, false
	}
	c = uint16(r)
	if f != s.base || r > 0xFFFF {
		at := source{f, r}
		if c, ok = s.moved[at]; !ok {
			if s.next > lastPrivate {
				return 0, false
			}
			c = s.next
			s.next += privateStep
			s.moved[at], s.from[c] = c, at
		}
	}
	s.used[c/64] |= 1 << (c % 64)
	return c, true
}

// letters returns the codes in order and what is behind each.
func (s *subset) letters() (codes []uint16, sources []source) {
	for i, word := range s.used {
		for ; word != 0; word &= word - 1 {
			c := uint16(64*i + bits.TrailingZeros64(word))
			from, ok := s.from[c]
			if !ok {
				from = source{s.base, rune(c)}
			}
			codes, sources = append(codes, c), append(sources, from)
		}
	}
	return codes, sources
}

// name is the font's name inside the file.
func (s *subset) name() string {
	for _, from := range s.from {
		if from.font != s.base {
			return "NotoSC" // several faces, all Noto
		}
	}
	return s.base.name
}

// glyphRow is one glyph of the new font.
type glyphRow struct {
	font    *Font
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
	codes, sources := s.letters()
	rows := []glyphRow{rowOf(s.base, 0)}
	for _, from := range sources {
		g := from.font.Glyph(from.r)
		row := rowOf(from.font, g)
		if a := from.font.advance(from.r, g); a != row.advance {
			dx := (a - row.advance) / 2
			row.outline, row.advance, row.bearing = shifted(row.outline, dx), a, row.bearing+uint16(dx)
		}
		rows = append(rows, row)
	}
	rows = s.withParts(rows)
	return assemble(s.tables(codes, rows))
}

func rowOf(f *Font, glyph int) glyphRow {
	return glyphRow{f, f.outline(glyph), f.drawnAdvance(glyph), f.bearing(glyph)}
}

// withParts appends the glyphs that composites are made of and points the
// composites at their new numbers.
func (s *subset) withParts(rows []glyphRow) []glyphRow {
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
	t := s.base.tables
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

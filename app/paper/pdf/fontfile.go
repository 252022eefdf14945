package pdf

import (
	"bytes"
	"encoding/binary"
	"maps"
	"slices"
	"sync"
)

// fontTables returns the tables of a font made of these glyphs, with the
// measures of base. They are all that a font inside a PDF needs, whose codes
// are glyph numbers.
func fontTables(base *Font, rows []glyphRow) map[string][]byte {
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
	return map[string][]byte{
		"glyf": glyf, "loca": loca, "hmtx": hmtx, "hhea": patched(base.tables["hhea"], 34, n), "maxp": patched(base.tables["maxp"], 4, n),
		"head": patched(patched(patched(base.tables["head"], 50, 1), 8, 0), 10, 0), // long loca; checksum still to come
	}
}

// build returns the font file.
func (s *subset) build() []byte { return assemble(fontTables(s.base, s.rows())) }

// patched returns a copy of a table with one word changed.
func patched(table []byte, at int, v uint16) []byte {
	t := slices.Clone(table)
	if at+2 <= len(t) {
		binary.BigEndian.PutUint16(t[at:], v)
	}
	return t
}

// checksumMagic is what a font file's sum and its head.checkSumAdjustment make
// together (OpenType, table head).
const checksumMagic = 0xB1B0AFBA

// assemble writes the font file.
func assemble(tables map[string][]byte) []byte {
	names := slices.Sorted(maps.Keys(tables))
	n := uint16(len(names))
	entries := uint16(0)
	for 2<<entries <= n {
		entries++
	}
	search := uint16(16) << entries
	head := bigEndian([]uint16{1, 0, n, search, entries, 16*n - search})
	var body bytes.Buffer
	adjust := 0
	for _, name := range names {
		at := 12 + 16*len(names) + body.Len()
		if name == "head" {
			adjust = at + 8
		}
		head = append(head, name...)
		for _, v := range []uint32{checksum(tables[name]), uint32(at), uint32(len(tables[name]))} {
			head = binary.BigEndian.AppendUint32(head, v)
		}
		body.Write(tables[name])
		for body.Len()%4 != 0 {
			body.WriteByte(0)
		}
	}
	file := append(head, body.Bytes()...)
	binary.BigEndian.PutUint32(file[adjust:], checksumMagic-checksum(file))
	return file
}

func checksum(b []byte) (sum uint32) {
	for ; len(b) >= 4; b = b[4:] {
		sum += binary.BigEndian.Uint32(b)
	}
	var rest [4]byte
	copy(rest[:], b)
	return sum + binary.BigEndian.Uint32(rest[:])
}

func bigEndian(words []uint16) []byte {
	b := make([]byte, 0, 2*len(words))
	for _, w := range words {
		b = binary.BigEndian.AppendUint16(b, w)
	}
	return b
}

// seedRune is the one character of the font that gofpdf is given.
const seedRune = 'A'

// seed is a font of one glyph. gofpdf files it under its own rules, which take
// minutes for some thousand neighbouring characters, and mend puts the real
// font in its place.
var seed = sync.OnceValue(func() []byte {
	s := newSubset(loaded[Song]().Font)
	s.code(s.base, seedRune)
	t := fontTables(s.base, s.rows())
	t["OS/2"], t["post"] = s.base.tables["OS/2"], patched(s.base.tables["post"][:32], 0, 3)
	t["name"] = []byte{0, 0, 0, 0, 0, 6} // without names
	// one segment for the seed and the closing one, format 4
	t["cmap"] = bigEndian([]uint16{0, 1, 3, 1, 0, 12, 4, 32, 0, 4, 4, 1, 0, seedRune, 0xFFFF, 0, seedRune, 0xFFFF, 0x10001 - seedRune, 1, 0, 0})
	return assemble(t)
})

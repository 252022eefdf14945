package pdf

import (
	"encoding/binary"
	"errors"
	"fmt"
	"sort"
)

// Font is a TrueType font (or one face of a collection), read once and kept:
// where each glyph's outline lies and how wide it is. It is safe for
// concurrent use, since nothing changes after OpenFont.
type Font struct {
	name       string
	tables     map[string][]byte
	hmtx, loca []byte
	bmp        []uint16 // glyph of each rune of the Basic Multilingual Plane, 0: none
	beyond     []run    // glyphs of the runes above it, in order
	unitsPerEm int
	glyphs     int // how many there are
	metrics    int // how many of them have a width of their own
	longLoca   bool
	figure     int // width given to each of 0–9, in font units; 0 leaves them as drawn
	dot        int // likewise to ·
}

// run says that the runes first … last have the glyphs from glyph on.
type run struct {
	first, last rune
	glyph       int
}

var errNotTrueType = errors.New("pdf: not a TrueType font with outlines in a glyf table")

// OpenFont reads a .ttf, or the given face of a .ttc. name becomes the font's
// name inside the files written.
func OpenFont(name string, data []byte, face int) (*Font, error) {
	start := 0
	if string(peek(data, 0, 4)) == "ttcf" {
		if face < 0 || face >= int(u32(data, 8)) {
			return nil, fmt.Errorf("pdf: collection %s has no face %d", name, face)
		}
		start = int(u32(data, 12+4*face))
	}
	f := &Font{name: name, tables: map[string][]byte{}}
	for i := range int(u16(data, start+4)) {
		at := start + 12 + 16*i
		f.tables[string(peek(data, at, 4))] = peek(data, int(u32(data, at+8)), int(u32(data, at+12)))
	}
	for _, need := range []string{"glyf", "loca", "head", "hhea", "hmtx", "maxp"} {
		if len(f.tables[need]) == 0 {
			return nil, fmt.Errorf("%w: %s has no table %s", errNotTrueType, name, need)
		}
	}
	f.unitsPerEm = int(u16(f.tables["head"], 18))
	f.longLoca = u16(f.tables["head"], 50) == 1
	f.glyphs = int(u16(f.tables["maxp"], 4))
	f.metrics = int(u16(f.tables["hhea"], 34))
	if f.unitsPerEm == 0 || f.metrics == 0 || f.glyphs == 0 {
		return nil, fmt.Errorf("%w: %s is damaged", errNotTrueType, name)
	}
	f.hmtx, f.loca = f.tables["hmtx"], f.tables["loca"]
	f.readCharacters()
	return f, nil
}

// readCharacters reads the character maps. Format 12 knows all of Unicode and
// wins; old fonts have only format 4.
func (f *Font) readCharacters() {
	cmap := f.tables["cmap"]
	f.bmp = make([]uint16, 0x10000)
	var four, twelve []byte
	for i := range int(u16(cmap, 2)) {
		sub := peek(cmap, int(u32(cmap, 8+8*i)), len(cmap))
		switch u16(sub, 0) {
		case 4:
			four = sub
		case 12:
			twelve = sub
		}
	}
	f.readSegments(four)
	f.readGroups(twelve)
	sort.Slice(f.beyond, func(i, j int) bool { return f.beyond[i].first < f.beyond[j].first })
}

// readSegments reads a subtable of format 4.
func (f *Font) readSegments(t []byte) {
	n := int(u16(t, 6)) / 2
	ends, starts, deltas, offsets := 14, 16+2*n, 16+4*n, 16+6*n
	for i := range n {
		first, last := int(u16(t, starts+2*i)), int(u16(t, ends+2*i))
		delta, offset := u16(t, deltas+2*i), int(u16(t, offsets+2*i))
		for r := first; r <= last && r < 0xFFFF; r++ {
			g := uint16(r)
			if offset != 0 {
				if g = u16(t, offsets+2*i+offset+2*(r-first)); g == 0 {
					continue
				}
			}
			f.bmp[r] = g + delta
		}
	}
}

// readGroups reads a subtable of format 12.
func (f *Font) readGroups(t []byte) {
	for i := range int(min(u32(t, 12), uint32(len(t)/12))) {
		at := 16 + 12*i
		g := run{rune(u32(t, at)), rune(u32(t, at+4)), int(u32(t, at+8))}
		for r := g.first; r <= g.last && r < 0xFFFF; r++ {
			f.bmp[r] = uint16(g.glyph + int(r-g.first))
		}
		if g.first > 0xFFFF {
			f.beyond = append(f.beyond, g)
		}
	}
}

// Glyph returns the glyph of a rune, 0 when the font has none.
func (f *Font) Glyph(r rune) int {
	if r >= 0 && r <= 0xFFFF {
		return int(f.bmp[r])
	}
	i := sort.Search(len(f.beyond), func(i int) bool { return f.beyond[i].last >= r })
	if i < len(f.beyond) && f.beyond[i].first <= r {
		return f.beyond[i].glyph + int(r-f.beyond[i].first)
	}
	return 0
}

// advance returns how far the rune's glyph moves on, in font units, with the
// fixed widths.
func (f *Font) advance(r rune, glyph int) int {
	switch {
	case f.figure != 0 && r >= '0' && r <= '9':
		return f.figure
	case f.dot != 0 && r == '·':
		return f.dot
	}
	return f.drawnAdvance(glyph)
}

// drawnAdvance is the width as the font's designer drew it.
func (f *Font) drawnAdvance(glyph int) int {
	return int(u16(f.hmtx, 4*min(glyph, f.metrics-1)))
}

// bearing returns the white at the left of the glyph, in font units.
func (f *Font) bearing(glyph int) uint16 {
	if glyph < f.metrics {
		return u16(f.hmtx, 4*glyph+2)
	}
	return u16(f.hmtx, 4*f.metrics+2*(glyph-f.metrics))
}

// reach returns how low and how high the glyph's ink goes, in font units from
// the baseline.
func (f *Font) reach(glyph int) (low, high int) {
	o := f.outline(glyph)
	return int(int16(u16(o, 4))), int(int16(u16(o, 8)))
}

// outline returns the glyph's description in the glyf table; empty for a
// blank.
func (f *Font) outline(glyph int) []byte {
	if glyph < 0 || glyph >= f.glyphs {
		return nil
	}
	from, to := 2*int(u16(f.loca, 2*glyph)), 2*int(u16(f.loca, 2*glyph+2))
	if f.longLoca {
		from, to = int(u32(f.loca, 4*glyph)), int(u32(f.loca, 4*glyph+4))
	}
	if to <= from {
		return nil
	}
	return peek(f.tables["glyf"], from, to-from)
}

// peek returns up to n bytes from at, without ever leaving b: a damaged font
// gives blanks, not a panic.
func peek(b []byte, at, n int) []byte {
	if at < 0 || at > len(b) || n < 0 {
		return nil
	}
	return b[at:min(len(b), at+n)]
}

func u16(b []byte, at int) uint16 {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return binary.BigEndian.Uint16(b[at:])
}

func u32(b []byte, at int) uint32 {
	if at < 0 || at+4 > len(b) {
		return 0
	}
	return binary.BigEndian.Uint32(b[at:])
}

package pdf

import (
	"encoding/binary"
	"slices"
)

// Flags of a composite glyph's parts and of a simple glyph's points (OpenType,
// table glyf).
const (
	partWords    = 1 << 0
	partScale    = 1 << 3
	partMore     = 1 << 5
	partXYScale  = 1 << 6
	partTwoByTwo = 1 << 7
	partProgram  = 1 << 8

	pointXShort = 1 << 1
	pointRepeat = 1 << 3
	pointXSame  = 1 << 4
)

// parts returns where in a composite outline the numbers of its part glyphs
// stand; none for a simple glyph.
func parts(outline []byte) (at []int) {
	at, _ = partsAndEnd(outline)
	return at
}

// partsAndEnd is parts, and where the last part ends.
func partsAndEnd(outline []byte) (at []int, end int) {
	if len(outline) < 10 || int16(u16(outline, 0)) >= 0 {
		return nil, len(outline)
	}
	p := 10
	for p+4 <= len(outline) {
		flags := u16(outline, p)
		at = append(at, p+2)
		p += 6
		if flags&partWords != 0 {
			p += 2
		}
		switch {
		case flags&partScale != 0:
			p += 2
		case flags&partXYScale != 0:
			p += 4
		case flags&partTwoByTwo != 0:
			p += 8
		}
		if flags&partMore == 0 {
			break
		}
	}
	return at, min(p, len(outline))
}

// unhinted returns an outline without its instructions. They call programs of
// the whole font, which the small ones do not carry, and no printer needs them.
func unhinted(outline []byte) []byte {
	contours := int(int16(u16(outline, 0)))
	if len(outline) < 10 {
		return outline
	}
	if contours >= 0 {
		at := 10 + 2*contours
		n := int(u16(outline, at))
		if n == 0 || at+2+n > len(outline) {
			return outline
		}
		return slices.Concat(outline[:at], []byte{0, 0}, outline[at+2+n:])
	}
	places, end := partsAndEnd(outline)
	plain := slices.Clone(outline[:end])
	for _, at := range places {
		binary.BigEndian.PutUint16(plain[at-2:], u16(plain, at-2)&^partProgram)
	}
	return plain
}

// shifted returns a simple outline moved right by dx units: points are stored
// as differences, so moving the first moves all. A composite is returned as it
// is.
func shifted(outline []byte, dx int) []byte {
	contours := int(int16(u16(outline, 0)))
	if dx == 0 || contours <= 0 {
		return outline
	}
	flagsAt := 10 + 2*contours
	flagsAt += 2 + int(u16(outline, flagsAt))
	points := int(u16(outline, 10+2*(contours-1))) + 1
	flags, xAt := pointFlags(outline, flagsAt, points)
	if len(flags) == 0 {
		return outline
	}
	x, width := firstX(outline, xAt, flags[0])
	out := append([]byte(nil), outline[:flagsAt]...)
	for _, field := range []int{2, 6} { // xMin, xMax
		binary.BigEndian.PutUint16(out[field:], u16(outline, field)+uint16(dx))
	}
	flags[0] &^= pointXShort | pointXSame
	out = append(out, flags...)
	out = binary.BigEndian.AppendUint16(out, uint16(x+dx))
	return append(out, peek(outline, xAt+width, len(outline))...)
}

// pointFlags unpacks the flags of a simple outline, one a point; next is where
// the x coordinates begin.
func pointFlags(outline []byte, at, points int) (flags []byte, next int) {
	for len(flags) < points && at < len(outline) {
		flag, times := outline[at]&^pointRepeat, 1
		if outline[at]&pointRepeat != 0 && at+1 < len(outline) {
			at++
			times += int(outline[at])
		}
		for ; times > 0 && len(flags) < points; times-- {
			flags = append(flags, flag)
		}
		at++
	}
	return flags, at
}

// firstX reads the first point's x and how many bytes it takes.
func firstX(outline []byte, at int, flag byte) (x, width int) {
	switch {
	case flag&pointXShort != 0 && at < len(outline):
		x = int(outline[at])
		if flag&pointXSame == 0 {
			x = -x
		}
		return x, 1
	case flag&pointXSame != 0:
		return 0, 0
	}
	return int(int16(u16(outline, at))), 2
}

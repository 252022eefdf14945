package pdf

import (
	"bytes"
	"fmt"
	"strconv"
)

// Objects gofpdf writes for a font, counted from the first.
const (
	typeZero = iota
	cidFont
	unicodeMap
	systemInfo
	descriptor
	glyphMap
	fontFile
	fontObjects
)

// mendFont puts a font in the place of the seed that gofpdf filed under family.
func mendFont(objects []object, family string, e *embedded, press *press) error {
	first := -1
	for i, o := range objects {
		if bytes.HasPrefix(o.body, []byte("<</Type /Font\n/Subtype /Type0\n/BaseFont /utf8"+family+"\n")) {
			first = i
		}
	}
	if first < 0 || first+fontObjects > len(objects) {
		return errForeign
	}
	name := e.name()
	ref := func(kind int) string { return fmt.Sprintf("%d 0 R", objects[first+kind].number) }
	set := func(kind int, body string) { objects[first+kind].body = []byte(body + "\nendobj\n") }
	rows := e.rows()
	set(typeZero, fmt.Sprintf("<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%s] /ToUnicode %s>>", name, ref(cidFont), ref(unicodeMap)))
	set(cidFont, fmt.Sprintf("<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo %s /FontDescriptor %s /CIDToGIDMap /Identity\n/W [0 [%s]]>>",
		name, ref(systemInfo), ref(descriptor), e.widths(rows)))
	set(systemInfo, "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>")
	set(descriptor, e.descriptor(name, ref(fontFile)))
	set(glyphMap, "null") // codes are glyph numbers: nothing to map
	objects[first+unicodeMap].body = press.stream(toUnicode(e.subset), "")
	file := assemble(fontTables(e.base, rows)) // build, with the rows at hand
	objects[first+fontFile].body = press.stream(file, fmt.Sprintf(" /Length1 %d", len(file)))
	return nil
}

// widths lists the glyphs' widths in thousandths of an em.
func (s *subset) widths(rows []glyphRow) []byte {
	var b []byte
	for i, r := range rows {
		b = strconv.AppendInt(b, int64(s.thousandths(r.advance)), 10)
		if b = append(b, ' '); i%16 == 15 {
			b = append(b, '\n')
		}
	}
	return b
}

func (s *subset) thousandths(units int) int {
	return (units*1000 + s.base.unitsPerEm/2) / s.base.unitsPerEm
}

// descriptor tells readers the font's measures. Flag 4 says that its codes are
// its own; the width of stems is a guess nobody needs while the font is there.
func (s *subset) descriptor(name, file string) string {
	signed := func(table string, at int) int {
		return s.thousandths(int(int16(u16(s.base.tables[table], at))))
	}
	return fmt.Sprintf("<</Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [%d %d %d %d] /ItalicAngle 0 /Ascent %d /Descent %d /CapHeight %d /StemV 80 /FontFile2 %s>>",
		name, signed("head", 36), signed("head", 38), signed("head", 40), signed("head", 42), signed("hhea", 4), signed("hhea", 6), signed("hhea", 4), file)
}

package pdf

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode/utf16"
)

// mendFont gives the font gofpdf filed under family its real name, marked as a
// subset, and the map from its codes to characters.
func mendFont(objects []object, family string, e *embedded) {
	old := []byte("/utf8" + family)
	name := []byte("/GONGKA+" + e.name())
	for i, o := range objects {
		if !bytes.HasPrefix(o.body, []byte("<</Type /Font")) {
			continue
		}
		if at := bytes.Index(o.body, old); at < 0 || !ends(o.body, at+len(old)) {
			continue
		}
		objects[i].body = bytes.ReplaceAll(o.body, old, name)
		if m := toUnicodeOf.FindSubmatch(o.body); m != nil {
			n, _ := strconv.Atoi(string(m[1]))
			stream := toUnicode(e)
			objects[n-1].body = fmt.Appendf(nil, "<</Length %d>>\nstream\n%s\nendstream\nendobj\n", len(stream), stream)
		}
	}
}

// ends reports whether a PDF name ends at i, so that gk1 is not found in gk10.
func ends(b []byte, i int) bool {
	return i >= len(b) || b[i] == ' ' || b[i] == '\n' || b[i] == '/'
}

const (
	mapHead = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`
	mapFoot = `endcmap
CMapName currentdict /CMap defineresource pop
end
end`
	// mapBlock is how many lines a bfchar section may have (PDF 1.7, 9.10.3).
	mapBlock = 100
)

// toUnicode returns the map that lets readers copy and find the true
// characters, those behind private-use codes included.
func toUnicode(e *embedded) []byte {
	codes, sources := e.letters()
	var b bytes.Buffer
	b.WriteString(mapHead)
	for len(codes) > 0 {
		n := min(len(codes), mapBlock)
		fmt.Fprintf(&b, "%d beginbfchar\n", n)
		for i, c := range codes[:n] {
			fmt.Fprintf(&b, "<%04X> <%X>\n", c, bigEndian(utf16.Encode([]rune{sources[i].r})))
		}
		b.WriteString("endbfchar\n")
		codes, sources = codes[n:], sources[n:]
	}
	b.WriteString(mapFoot)
	return b.Bytes()
}

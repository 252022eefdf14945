package pdf

import (
	"bytes"
	"fmt"
	"unicode/utf16"
)

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

// toUnicode returns the map from codes to characters, which lets readers copy
// and find them.
func toUnicode(s *subset) []byte {
	var b bytes.Buffer
	b.WriteString(mapHead)
	for from := 0; from < len(s.sources); from += mapBlock {
		part := s.sources[from:min(from+mapBlock, len(s.sources))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for i, at := range part {
			fmt.Fprintf(&b, "<%04X> <%X>\n", from+i+1, bigEndian(utf16.Encode([]rune{at.r})))
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString(mapFoot)
	return b.Bytes()
}

package grid

import (
	"encoding/binary"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestStreamsMayLieAnywhere has a workbook in the stream of small streams, in
// sectors that stand in reverse order, and at the end of a file that is cut
// inside its last sector, as some programs leave it.
func TestStreamsMayLieAnywhere(t *testing.T) {
	small := oldStream(nil, rec(recLabel, 0, 0, 0, "姓名"))
	large := oldStream(nil, append(rec(0x0201, 9, 9, 0, make([]byte, 6000)), rec(recLabel, 0, 0, 0, "姓名")...))
	for name, content := range map[string][]byte{"small": inSmallSectors(small), "in reverse": inReverse(large), "cut": cutAtTheEnd(oldWorkbook(large, len(large)))} {
		book, err := Decode("名册.xls", content)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff([]string{"1 姓名"}, lines(book)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func inSmallSectors(stream []byte) []byte {
	m := &compoundMaker{shift: 9}
	var table []byte
	for n := miniSize; n < len(stream); n += miniSize {
		table = binary.LittleEndian.AppendUint32(table, uint32(n/miniSize))
	}
	table = binary.LittleEndian.AppendUint32(table, chainEnd)
	mini, tableAt := m.add(stream), m.add(table)
	directory := m.add(append(dirEntry("Root Entry", 5, 1, mini, (len(stream)+63)&^63), dirEntry("Workbook", 2, noSector, 0, len(stream))...))
	return head(m.file(directory), 60, tableAt)
}

func inReverse(stream []byte) []byte {
	m := &compoundMaker{shift: 9}
	pieces := (len(stream) + 511) / 512
	for i := pieces - 1; i >= 0; i-- {
		m.add(stream[512*i : min(512*i+512, len(stream))])
		if n := len(m.fat); n > 1 {
			m.fat[n-1] = uint32(n - 2)
		}
	}
	return m.file(m.add(append(dirEntry("Root Entry", 5, 1, chainEnd, 0), dirEntry("WORKBOOK", 2, noSector, uint32(pieces-1), len(stream))...)))
}

func cutAtTheEnd(content []byte) []byte { return content[:len(content)-100] }

package grid

import (
	"encoding/binary"
	"errors"
)

// The records of a workbook before .xlsx (BIFF8, Excel 97–2003) that matter
// here. [MS-XLS] 2.3.
const (
	recFormula  = 0x0006
	recEOF      = 0x000A
	rec1904     = 0x0022
	recFilePass = 0x002F
	recContinue = 0x003C
	recColumns  = 0x007D // COLINFO
	recSheet    = 0x0085 // BOUNDSHEET
	recMulRK    = 0x00BD
	recRString  = 0x00D6
	recXF       = 0x00E0
	recMerged   = 0x00E5
	recSST      = 0x00FC
	recLabelSST = 0x00FD
	recNumber   = 0x0203
	recLabel    = 0x0204
	recBoolErr  = 0x0205
	recString   = 0x0207
	recRow      = 0x0208
	recRK       = 0x027E
	recFormat   = 0x041E
	recBOF      = 0x0809
	biff8       = 0x0600
)

// record is one record: a kind and its bytes. What goes on in records of the
// kind recContinue is read from there when it is asked for.
type record struct {
	kind int
	body []byte
	rest []byte // of the stream, after the record
}

// u16 returns the number at a byte; 0 beyond the end.
func (r record) u16(at int) int {
	if at+2 > len(r.body) {
		return 0
	}
	return int(binary.LittleEndian.Uint16(r.body[at:]))
}

// u32 is u16 of four bytes.
func (r record) u32(at int) int { return r.u16(at) | r.u16(at+2)<<16 }

// u64 is u16 of eight bytes.
func (r record) u64(at int) uint64 { return uint64(r.u32(at)) | uint64(r.u32(at+4))<<32 }

// u8 is u16 of one byte.
func (r record) u8(at int) int {
	if at >= len(r.body) {
		return 0
	}
	return int(r.body[at])
}

var (
	errCut     = errors.New("sheets: record cut off")
	errNoBegin = errors.New("sheets: no sheet begins where the workbook says")
)

// eachRecord calls f with every record from a place in the stream to the EOF
// that ends it; what is nested in between (charts) is left out. It returns how
// many bytes it went through.
func eachRecord(stream []byte, from int, f func(record) error) (read int, err error) {
	at, depth := from, 0
	for {
		r, next, err := recordAt(stream, at)
		if err != nil {
			return at - from, err
		}
		if at == from && r.kind != recBOF {
			return 0, errNoBegin
		}
		at = next
		switch {
		case r.kind == recBOF:
			depth++
		case r.kind == recEOF:
			depth--
		}
		if depth == 0 {
			return at - from, nil
		}
		if depth > 1 {
			continue
		}
		if err := f(r); err != nil {
			return at - from, err
		}
	}
}

// recordAt reads the record at a place, and where the next one begins.
func recordAt(stream []byte, at int) (r record, next int, err error) {
	if at < 0 || at+4 > len(stream) {
		return record{}, at, errCut
	}
	next = at + 4 + int(binary.LittleEndian.Uint16(stream[at+2:]))
	if next > len(stream) {
		return record{}, at, errCut
	}
	return record{int(binary.LittleEndian.Uint16(stream[at:])), stream[at+4 : next], stream[next:]}, next, nil
}

package grid

import (
	"bytes"
	"encoding/binary"
	"math"
	"unicode/utf16"
)

// compoundMaker makes compound files, sound ones and others.
type compoundMaker struct {
	shift   int // of a sector: 9, or 12 for files that are large
	sectors []byte
	fat     []uint32
}

const chainEnd, noSector = 0xFFFFFFFE, 0xFFFFFFFF

// add appends a content as a chain of sectors and returns the first.
func (m *compoundMaker) add(content []byte) (first uint32) {
	size := 1 << m.shift
	first = uint32(len(m.fat))
	for at := 0; at < len(content) || at == 0; at += size {
		piece := make([]byte, size)
		copy(piece, content[min(at, len(content)):])
		m.sectors = append(m.sectors, piece...)
		m.fat = append(m.fat, uint32(len(m.fat)+1))
	}
	m.fat[len(m.fat)-1] = chainEnd
	return first
}

// dirEntry is a directory entry: kind 5 is the root, 1 a folder, 2 a stream.
func dirEntry(name string, kind byte, child, first uint32, size int) []byte {
	e := make([]byte, 128)
	for i, u := range utf16.Encode([]rune(name)) {
		binary.LittleEndian.PutUint16(e[2*i:], u)
	}
	binary.LittleEndian.PutUint16(e[64:], uint16(2*len(name)+2))
	e[66], e[67] = kind, 1
	for at, v := range map[int]uint32{68: noSector, 72: noSector, 76: child, 116: first, 120: uint32(size)} {
		binary.LittleEndian.PutUint32(e[at:], v)
	}
	return e
}

// file ends the making: the allocation table, and the header in front.
func (m *compoundMaker) file(directory uint32) []byte {
	head := make([]byte, 1<<m.shift)
	copy(head, compoundMark)
	le := binary.LittleEndian
	le.PutUint16(head[24:], 0x3E)
	le.PutUint16(head[26:], map[int]uint16{9: 3, 12: 4}[m.shift])
	le.PutUint16(head[28:], 0xFFFE)
	le.PutUint16(head[30:], uint16(m.shift))
	le.PutUint16(head[32:], 6)
	le.PutUint32(head[48:], directory)
	le.PutUint32(head[56:], 4096)
	le.PutUint32(head[60:], chainEnd)
	le.PutUint32(head[68:], chainEnd)
	for i := range 109 {
		le.PutUint32(head[76+4*i:], noSector)
	}
	perSector := 1 << (m.shift - 2)
	tables := len(m.fat)/perSector + 1
	table := bytes.Repeat([]byte{0xFF}, tables<<m.shift)
	for i, next := range m.fat {
		le.PutUint32(table[4*i:], next)
	}
	le.PutUint32(head[44:], uint32(tables))
	for i := range tables {
		le.PutUint32(head[76+4*i:], uint32(len(m.fat)+i))
	}
	return append(append(head, m.sectors...), table...)
}

// oldWorkbook wraps a workbook stream as an .xls; size is what it claims to be
// long.
func oldWorkbook(stream []byte, size int) []byte {
	m := &compoundMaker{shift: 9}
	if len(stream) > 4<<20 {
		m.shift = 12
	}
	padded := append(bytes.Clone(stream), make([]byte, max(0, 4096-len(stream)))...) // shorter ones would be in the mini stream
	first := m.add(padded)
	directory := m.add(append(dirEntry("Root Entry", 5, 1, chainEnd, 0), dirEntry("Workbook", 2, noSector, first, max(size, 4096))...))
	return m.file(directory)
}

// rec writes a record of numbers (two bytes each), bytes and texts.
func rec(kind int, parts ...any) []byte {
	var body []byte
	for _, p := range parts {
		switch p := p.(type) {
		case int:
			body = binary.LittleEndian.AppendUint16(body, uint16(p))
		case uint32:
			body = binary.LittleEndian.AppendUint32(body, p)
		case float64:
			body = binary.LittleEndian.AppendUint64(body, math.Float64bits(p))
		case byte:
			body = append(body, p)
		case []byte:
			body = append(body, p...)
		case string:
			body = append(body, oldString(p)...)
		}
	}
	head := binary.LittleEndian.AppendUint16(nil, uint16(kind))
	return append(binary.LittleEndian.AppendUint16(head, uint16(len(body))), body...)
}

// oldString writes a text as BIFF8 does, two bytes a character.
func oldString(s string) []byte {
	units := utf16.Encode([]rune(s))
	out := binary.LittleEndian.AppendUint16(nil, uint16(len(units)))
	return append(append(out, 1), wide(units)...)
}

func wide(units []uint16) []byte {
	var out []byte
	for _, u := range units {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}

var (
	beginBook  = rec(recBOF, biff8, 5, 0, 0, uint32(0), uint32(0))
	beginSheet = rec(recBOF, biff8, 0x10, 0, 0, uint32(0), uint32(0))
	endOfPart  = rec(recEOF)
)

// oldStream is a workbook stream of one sheet: records of the workbook, then of
// the sheet.
func oldStream(global, sheet []byte) []byte {
	return oldSheets(global, []string{"表一"}, sheet)
}

// oldSheets is a workbook stream of sheets of these names that all begin at one
// place; a name that begins with "-" is a hidden sheet's, with "+" a chart's.
func oldSheets(global []byte, names []string, sheet []byte) []byte {
	list := func(at int) []byte {
		out := append(bytes.Clone(beginBook), global...)
		for _, name := range names {
			hidden, kind := byte(0), byte(0)
			switch name[0] {
			case '-':
				hidden = 1
			case '+':
				kind = 2
			}
			units := utf16.Encode([]rune(name))
			out = append(out, rec(recSheet, uint32(at), hidden, kind, byte(len(units)), byte(1), wide(units))...)
		}
		return append(out, endOfPart...)
	}
	head := list(len(list(0)))
	return append(append(append(head, beginSheet...), sheet...), endOfPart...)
}

// wideText writes a text in UTF-16.
func wideText(s string) []byte { return wide(utf16.Encode([]rune(s))) }

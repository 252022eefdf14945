package grid

import "math"

// oldSheet is a sheet of an .xls while it is read.
type oldSheet struct {
	*oldBook
	*gathering
	formula record // the last one, whose text is still to come
}

// readSheet reads the rows of a sheet into the book. It returns how many bytes
// of the stream they took.
func (w *oldBook) readSheet(b *Book, l oldListed) (read int, err error) {
	s := oldSheet{oldBook: w, gathering: newGathering(l.name, &w.kept)}
	if read, err = eachRecord(w.stream, l.at, s.take); err != nil {
		return read, err
	}
	sheet, err := s.sheet()
	b.Sheets = append(b.Sheets, sheet)
	return read, err
}

// take takes in one record of the sheet.
func (s *oldSheet) take(r record) error {
	switch r.kind {
	case recRow:
		if r.u16(12)&0x20 != 0 {
			s.hideRow(r.u16(0) + 1)
		}
	case recColumns:
		if r.u16(8)&1 != 0 {
			s.hideColumns(r.u16(0), r.u16(2))
		}
	case recMerged:
		for i := range r.u16(0) {
			if at := 2 + 8*i; at+8 <= len(r.body) {
				s.merge(area{column: r.u16(at + 4), first: r.u16(at) + 1, last: r.u16(at+2) + 1})
			}
		}
	case recMulRK:
		return s.takeMany(r)
	case recString:
		if s.formula.body != nil {
			return s.place(s.formula, TextCell(r.text(0).long()))
		}
	default:
		return s.place(r, s.read(r))
	}
	return nil
}

// place sets the cell that a record names.
func (s *oldSheet) place(r record, c Cell) error { return s.put(r.u16(0)+1, r.u16(2), c) }

// read makes a cell of a record of one cell; of any other, the empty one.
func (s *oldSheet) read(r record) Cell {
	const valueAt = 6
	switch r.kind {
	case recLabelSST:
		if i := r.u32(valueAt); i < len(s.strings) {
			return TextCell(s.strings[i])
		}
	case recLabel, recRString:
		return TextCell(r.text(valueAt).long())
	case recNumber:
		return s.float(r.u64(valueAt), r.u16(4))
	case recRK:
		return s.show(rkNumber(uint32(r.u32(valueAt))), r.u16(4))
	case recBoolErr:
		return boolOrFault(r.u8(valueAt), r.u8(valueAt+1) != 0)
	case recFormula:
		s.formula = record{}
		return s.readFormula(r)
	}
	return Cell{}
}

// takeMany takes in a row of numbers that stand side by side.
func (s *oldSheet) takeMany(r record) error {
	column := r.u16(2)
	for at := 4; at+6 <= len(r.body)-2; at += 6 {
		if err := s.put(r.u16(0)+1, column, s.show(rkNumber(uint32(r.u32(at+2))), r.u16(at))); err != nil {
			return err
		}
		column++
	}
	return nil
}

// readFormula makes a cell of the value that a formula had when the file was
// saved. A text follows in a record of its own.
func (s *oldSheet) readFormula(r record) Cell {
	const noNumber = 0xFFFF
	if r.u16(12) != noNumber {
		return s.float(r.u64(6), r.u16(4))
	}
	switch r.u8(6) {
	case 0:
		s.formula = r
	case 1:
		return boolOrFault(r.u8(8), false)
	case 2:
		return boolOrFault(r.u8(8), true)
	}
	return Cell{}
}

func (s *oldSheet) float(bits uint64, style int) Cell {
	n := math.Float64frombits(bits)
	if math.IsInf(n, 0) || math.IsNaN(n) {
		return Cell{}
	}
	return s.show(n, style)
}

// rkNumber unpacks a number of four bytes: the upper half of a floating-point
// number or a whole one, a hundredfold or not.
func rkNumber(rk uint32) float64 {
	n := math.Float64frombits(uint64(rk&^3) << 32)
	if rk&2 != 0 {
		n = float64(int32(rk) >> 2)
	}
	if rk&1 != 0 {
		n /= 100
	}
	return n
}

// faults are how failed formulas show, by their number in the file.
var faults = map[int]string{0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}

func boolOrFault(value int, fault bool) Cell {
	if !fault {
		return boolCell(value != 0)
	}
	if text, known := faults[value]; known {
		return Cell{Text: text, Kind: Fault}
	}
	return Cell{Text: "#N/A", Kind: Fault}
}

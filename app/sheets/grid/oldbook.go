package grid

import "errors"

// oldBook is an .xls while it is read: what its records say before the sheets.
type oldBook struct {
	shows
	stream  []byte
	strings []string        // shared strings
	formats map[int]showing // number formats by their number
	styles  []int           // the number format of each style
	listed  []oldListed     // visible sheets in order
	left    []string        // names of the others
	kept    int             // cells kept so far, all sheets
}

// oldListed is a sheet as the workbook lists it.
type oldListed struct {
	name string
	at   int // where it begins in the stream
}

// readOldBook reads the visible sheets of a workbook stream.
func readOldBook(b *Book, stream []byte) error {
	start, _, err := recordAt(stream, 0)
	switch {
	case err != nil:
		return damaged(err)
	case start.kind != recBOF || start.u16(0) != biff8:
		return tooOld()
	}
	w := &oldBook{stream: stream, formats: map[int]showing{}}
	left := len(stream) // each record is read once; a file whose sheets all begin at one place is a trap
	read, err := eachRecord(stream, 0, w.global)
	for _, id := range w.styles {
		w.shown = append(w.shown, showingByID(id, w.formats))
	}
	for i := 0; err == nil && i < len(w.listed); i++ {
		if left -= read; left < 0 {
			return damaged(errors.New("sheets: sheets overlap"))
		}
		read, err = w.readSheet(b, w.listed[i])
	}
	if errors.Is(err, errCut) || errors.Is(err, errNoBegin) {
		return damaged(err)
	}
	b.Left = w.left
	return err
}

func tooOld() error {
	return unreadable(nil, "这是 Excel 95 或更早的格式，本程序读不了", saveAs)
}

// global takes in a record that stands before the sheets.
func (w *oldBook) global(r record) error {
	switch r.kind {
	case recFilePass:
		return encrypted()
	case rec1904:
		w.epoch = (r.u16(0) & 1) * epoch1904
	case recFormat:
		w.formats[r.u16(0)] = showingOf(r.text(2).long())
	case recXF:
		w.styles = append(w.styles, r.u16(2))
	case recSST:
		return w.readStrings(r.text(8))
	case recSheet:
		return w.enlist(r)
	}
	return nil
}

// readStrings reads the shared strings up to the end of their record; the count
// that the record claims is not believed.
func (w *oldBook) readStrings(t *oldText) error {
	for {
		text := t.long()
		if t.cut {
			return nil
		}
		if len(w.strings) == maxCells {
			return tooLarge()
		}
		w.strings = append(w.strings, text)
	}
}

// enlist adds a sheet when it is visible and holds rows; charts and macros do
// not.
func (w *oldBook) enlist(r record) error {
	const hiddenBits, rows = 3, 0
	name := r.text(6).short()
	switch {
	case len(w.listed)+len(w.left) == maxSheets:
		return tooLarge()
	case r.u8(4)&hiddenBits != 0 || r.u8(5) != rows:
		w.left = append(w.left, name)
	default:
		w.listed = append(w.listed, oldListed{name, r.u32(0)})
	}
	return nil
}

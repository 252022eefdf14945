package grid

import "errors"

// oldBook is an .xls while it is read: what its records say before the sheets.
type oldBook struct {
	shows
	stream  []byte
	strings []string       // shared strings
	formats map[int]string // number formats by their number
	styles  []int          // the number format of each style
	listed  []oldListed    // visible sheets in order
	left    []string       // names of the others
	kept    int            // cells kept so far, all sheets
}

// oldListed is a sheet as the workbook lists it.
type oldListed struct {
	name string
	at   int // where it begins in the stream
}

// readCompound reads the workbook inside a compound file, or says what else the
// file is.
func readCompound(b *Book, content []byte) error {
	c, err := openCompound(content)
	if err != nil {
		return err
	}
	streams := c.top()
	has := func(name string) bool { return streams[name] != nil }
	switch {
	case has("encryptedpackage"):
		return encrypted()
	case has("workbook"):
		stream, err := c.stream(streams["workbook"])
		if err != nil {
			return err
		}
		return readOldBook(b, stream)
	case has("book"):
		return tooOld()
	case has("worddocument"):
		return unreadable(nil, "这是 Word 文档，不是表格", wantSheet)
	}
	return unreadable(nil, "这个文件里没有 Excel 工作簿", "请检查是否选错了文件；能用 WPS 或 Excel 打开的，另存为 .xlsx 再导入")
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
	w := &oldBook{stream: stream, formats: map[int]string{}}
	left := len(stream) // each record is read once; a file whose sheets all begin at one place is a trap
	read, err := eachRecord(stream, 0, w.global)
	w.readStyles()
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
		w.formats[r.u16(0)] = r.text(2).long()
	case recXF:
		if len(w.styles) < maxStyles {
			w.styles = append(w.styles, r.u16(2))
		}
	case recSST:
		return w.readStrings(r.text(8))
	case recSheet:
		return w.enlist(r)
	}
	return nil
}

// readStyles makes of the number formats how each style shows numbers.
func (w *oldBook) readStyles() {
	custom := map[int]showing{}
	for _, id := range w.styles {
		if code, ok := w.formats[id]; ok {
			custom[id] = showingOf(code)
			delete(w.formats, id)
		}
		w.shown = append(w.shown, showingByID(id, custom))
	}
}

// readStrings reads the shared strings up to the end of their record; the count
// that the record claims is not believed.
func (w *oldBook) readStrings(t *oldText) error {
	for {
		text := t.long()
		if t.cut {
			return nil
		}
		if len(w.strings) == maxStrings {
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

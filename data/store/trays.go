package store

import "gongkao/data"

var (
	trayAnswers = &table[data.TrayAnswer]{kind: data.KindTrayAnswer, name: "tray_answers", columns: []column[data.TrayAnswer]{
		text("id", func(a *data.TrayAnswer) *data.TrayRowID { return &a.ID }),
		text("batch", func(a *data.TrayAnswer) *data.BatchID { return &a.Batch }),
		sealedJSON(data.KindTrayAnswer, func(a *data.TrayAnswer) string { return string(a.ID) }),
	}}
	sheetLayouts = &table[data.SheetLayout]{kind: data.KindSheetLayout, name: "sheet_layouts", columns: []column[data.SheetLayout]{
		text("id", func(l *data.SheetLayout) *string { return &l.ID }),
		sealedJSON(data.KindSheetLayout, func(l *data.SheetLayout) string { return l.ID }),
	}}
	sentFiles = &table[data.SentFile]{kind: data.KindSentFile, name: "sent_files", columns: []column[data.SentFile]{
		text("id", func(f *data.SentFile) *string { return &f.SHA256 }),
		sealedJSON(data.KindSentFile, func(f *data.SentFile) string { return f.SHA256 }),
	}}
)

// TrayAnswers returns what was answered of the rows of a batch, by their place.
func (r *Reader) TrayAnswers(batch data.BatchID) (map[int]data.TrayAnswer, error) {
	list, err := all(r, trayAnswers, "WHERE batch = ? ORDER BY id", string(batch))
	answers := make(map[int]data.TrayAnswer, len(list))
	for _, a := range list {
		answers[a.Row] = a
	}
	return answers, err
}

// TrayAnswer returns what was answered of one row; found is false when nobody has.
func (r *Reader) TrayAnswer(id data.TrayRowID) (a data.TrayAnswer, found bool, err error) {
	return one(r, trayAnswers, "WHERE id = ?", string(id))
}

// PutTrayAnswer writes what was answered of a row.
func (tx *Tx) PutTrayAnswer(a data.TrayAnswer) error { return put(tx, trayAnswers, a) }

// SheetLayouts returns what was said of the columns of sheets, by the layouts'
// ids.
func (r *Reader) SheetLayouts() (map[string]data.SheetLayout, error) {
	list, err := all(r, sheetLayouts, "ORDER BY id")
	layouts := make(map[string]data.SheetLayout, len(list))
	for _, l := range list {
		layouts[l.ID] = l
	}
	return layouts, err
}

// PutSheetLayout writes what was said of the columns of a sheet.
func (tx *Tx) PutSheetLayout(l data.SheetLayout) error { return put(tx, sheetLayouts, l) }

// SentFile returns a sender's file by its hash; found is false when it is not, or
// no longer, kept.
func (r *Reader) SentFile(sha256 string) (f data.SentFile, found bool, err error) {
	f, found, err = one(r, sentFiles, "WHERE id = ?", sha256)
	return f, found && len(f.Content) > 0, err
}

// PutSentFile keeps a sender's file.
func (tx *Tx) PutSentFile(f data.SentFile) error { return put(tx, sentFiles, f) }

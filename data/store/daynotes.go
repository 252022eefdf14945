package store

import "gongkao/data"

var dayNotes = &table[data.DayNote]{kind: data.KindDayNote, name: "day_notes", columns: []column[data.DayNote]{
	text("id", func(n *data.DayNote) *string { return &n.ID }),
	sealedJSON(data.KindDayNote, func(n *data.DayNote) string { return n.ID }),
}}

// DayNote returns what was written on a day; the zero DayNote when nothing was.
func (r *Reader) DayNote(day data.Date) (data.DayNote, error) {
	n, _, err := one(r, dayNotes, "WHERE id = ?", day.String())
	return n, err
}

// PutDayNote writes the note of a day.
func (tx *Tx) PutDayNote(n data.DayNote) error { return put(tx, dayNotes, n) }

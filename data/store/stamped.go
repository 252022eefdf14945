package store

import (
	"time"

	"gongkao/data"
)

var stampedSheets = &table[data.StampedSheet]{kind: data.KindStampedSheet, name: "stamped_sheets", columns: []column[data.StampedSheet]{
	text("id", func(s *data.StampedSheet) *data.StampedID { return &s.ID }),
	number("year", func(s *data.StampedSheet) *int { return &s.Year }),
	text("print", func(s *data.StampedSheet) *data.PrintID { return &s.Print }),
	number("sheet", func(s *data.StampedSheet) *int { return &s.Sheet }),
	word("paper", func(s *data.StampedSheet) *string { return &s.Paper }),
	text("code", func(s *data.StampedSheet) *string { return &s.Code }),
	number("people", func(s *data.StampedSheet) *int { return &s.People }),
	word("clerk", func(s *data.StampedSheet) *string { return &s.By }),
	moment("at", func(s *data.StampedSheet) *time.Time { return &s.At }),
	sealedTexts(data.KindStampedSheet, func(s *data.StampedSheet) string { return string(s.ID) },
		func(s *data.StampedSheet) []*string { return []*string{&s.Void} }),
}}

// StampedSheets returns the sheets of a year that came back with their stamp, in
// no order that means anything; void ones too.
func (r *Reader) StampedSheets(year int) ([]data.StampedSheet, error) {
	return all(r, stampedSheets, "WHERE year = ? ORDER BY id", year)
}

// StampedSheet returns one of them; found is false while it is not back.
func (r *Reader) StampedSheet(id data.StampedID) (s data.StampedSheet, found bool, err error) {
	return one(r, stampedSheets, "WHERE id = ?", string(id))
}

// StampedSheetsOf returns the sheets of one print that came back.
func (r *Reader) StampedSheetsOf(print data.PrintID) ([]data.StampedSheet, error) {
	return all(r, stampedSheets, "WHERE print = ? ORDER BY id", string(print))
}

// PutStampedSheet writes a sheet that came back.
func (tx *Tx) PutStampedSheet(s data.StampedSheet) error { return put(tx, stampedSheets, s) }

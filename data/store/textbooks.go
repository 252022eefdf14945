package store

import (
	"time"

	"gongkao/data"
)

var books = &table[data.Book]{kind: data.KindBook, name: "books", columns: []column[data.Book]{
	text("id", func(b *data.Book) *data.BookID { return &b.ID }),
	number("year", func(b *data.Book) *int { return &b.Year }),
	word("trade", func(b *data.Book) *string { return &b.Trade }),
	number("level", func(b *data.Book) *data.Level { return &b.Level }),
	text("title", func(b *data.Book) *string { return &b.Title }),
	number("price", func(b *data.Book) *data.Fen { return &b.Price }),
	word("source", func(b *data.Book) *string { return &b.Source }),
	reference("batch", func(b *data.Book) *data.BatchID { return &b.Batch }),
	text("void", func(b *data.Book) *string { return &b.Void }),
	word("clerk", func(b *data.Book) *string { return &b.By }),
	moment("at", func(b *data.Book) *time.Time { return &b.At }),
}}

var bookOrders = &table[data.BookOrder]{kind: data.KindBookOrder, name: "book_orders", columns: []column[data.BookOrder]{
	text("id", func(o *data.BookOrder) *data.BookOrderID { return &o.ID }),
	number("year", func(o *data.BookOrder) *int { return &o.Year }),
	reference("unit", func(o *data.BookOrder) *data.UnitID { return &o.Unit }),
	reference("application", func(o *data.BookOrder) *data.ApplicationID { return &o.Application }),
	word("book", func(o *data.BookOrder) *data.BookID { return &o.Book }),
	number("copies", func(o *data.BookOrder) *int { return &o.Copies }),
	number("price", func(o *data.BookOrder) *data.Fen { return &o.Price }),
	reference("batch", func(o *data.BookOrder) *data.BatchID { return &o.Batch }),
	word("clerk", func(o *data.BookOrder) *string { return &o.By }),
	moment("at", func(o *data.BookOrder) *time.Time { return &o.At }),
	sealedTexts(data.KindBookOrder, func(o *data.BookOrder) string { return string(o.ID) },
		func(o *data.BookOrder) []*string { return []*string{&o.Void} }),
}}

var bookSlips = &table[data.BookSlip]{kind: data.KindBookSlip, name: "book_slips", columns: []column[data.BookSlip]{
	text("id", func(s *data.BookSlip) *data.BookSlipID { return &s.ID }),
	number("year", func(s *data.BookSlip) *int { return &s.Year }),
	reference("unit", func(s *data.BookSlip) *data.UnitID { return &s.Unit }),
	sealedJSON(data.KindBookSlip, func(s *data.BookSlip) string { return string(s.ID) }),
}}

// Books returns a year's catalogue in the order of entry, void ones too.
func (r *Reader) Books(year int) ([]data.Book, error) {
	return all(r, books, "WHERE year = ? ORDER BY id", year)
}

// PutBook writes a textbook of the catalogue.
func (tx *Tx) PutBook(b data.Book) error { return put(tx, books, b) }

// BookOrders returns all orders of a year, of people and of units, oldest first;
// void ones too.
func (r *Reader) BookOrders(year int) ([]data.BookOrder, error) {
	return all(r, bookOrders, "WHERE year = ? ORDER BY id", year)
}

// BookOrder returns one order.
func (r *Reader) BookOrder(id data.BookOrderID) (o data.BookOrder, found bool, err error) {
	return one(r, bookOrders, "WHERE id = ?", string(id))
}

// UnitBookOrders returns the orders of a year that units made for themselves,
// oldest first; those of people come with the applicants.
func (r *Reader) UnitBookOrders(year int) ([]data.BookOrder, error) {
	return all(r, bookOrders, "WHERE application IS NULL AND year = ? ORDER BY id", year)
}

// PutBookOrder writes an order.
func (tx *Tx) PutBookOrder(o data.BookOrder) error { return put(tx, bookOrders, o) }

// BookSlips returns the slips of a year, oldest first.
func (r *Reader) BookSlips(year int) ([]data.BookSlip, error) {
	return all(r, bookSlips, "WHERE year = ? ORDER BY id", year)
}

// PutBookSlip writes a slip of books handed out or money handed up.
func (tx *Tx) PutBookSlip(s data.BookSlip) error { return put(tx, bookSlips, s) }

package textbooks

import (
	"context"
	"fmt"

	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/data"
	"gongkao/data/store"
)

// Sheet takes in sheets of orders and of catalogues (intake.Ledger). Whether a row
// is an order or a book of the catalogue it says itself: a price without anybody
// who orders is a book. An order names a person, by ID number or by name and unit,
// or a unit with trade, level and copies.
type Sheet struct {
	desk   *registration.Desk
	finder *registration.Finder
	books  []data.Book // of the catalogue, with those of the sheet
	taken  map[holding]taking

	newBooks []data.Book
	orders   []data.BookOrder
}

// holding is that somebody has a book: a second order of it waits, or taking in a
// sheet twice would double everything.
type holding struct {
	application data.ApplicationID
	unit        data.UnitID // of a unit's own
	book        data.BookID
}

// taking is of how many copies, and whether this sheet has brought it.
type taking struct {
	copies int
	here   bool
}

// NewSheet reads the catalogue and what units have ordered.
func NewSheet(d *registration.Desk) (*Sheet, error) {
	s := &Sheet{desk: d, finder: registration.NewFinder(d, "book"), taken: map[holding]taking{}}
	return s, d.Office.Store.View(context.Background(), func(r *store.Reader) (err error) {
		if s.books, err = r.Books(d.Office.Profile.Year); err != nil {
			return err
		}
		own, err := r.UnitBookOrders(d.Office.Profile.Year)
		homes := newHomes(d.EveryUnit())
		for _, o := range own {
			if u := homes.standing(o.Unit); u != nil && o.Void == "" {
				s.taken[holding{unit: u.ID, book: o.Book}] = taking{copies: o.Copies}
			}
		}
		return err
	})
}

// Sort judges rows and writes nothing; a row with a problem waits. Books of the
// catalogue come first, so that orders of the same file find them.
func (s *Sheet) Sort(rows []sheets.LedgerRow) [][]sheets.Problem {
	problems := make([][]sheets.Problem, len(rows))
	for _, catalogue := range []bool{true, false} {
		for i := range rows {
			r := &rows[i]
			if isBook(r) != catalogue {
				continue
			}
			take := s.takeOrder
			if catalogue {
				take = s.takeBook
			}
			if err := take(r); err != nil {
				field := ""
				if refusal, ok := data.AsRefusal(err); ok {
					field = refusal.Field
				}
				problems[i] = append(problems[i], r.Refused(field, err))
			}
		}
	}
	return problems
}

// isBook tells a book of a catalogue from an order.
func isBook(r *sheets.LedgerRow) bool {
	for _, key := range []string{"name", "id_number", "unit", "copies"} {
		if r.Texts[key] != "" {
			return false
		}
	}
	return r.Texts["price"] != "" || r.Texts["book"] != ""
}

// Put writes the books and orders that Sort let pass, and returns who has ordered.
func (s *Sheet) Put(tx *store.Tx, batch data.BatchID) (touched []data.ApplicationID, err error) {
	for _, b := range s.newBooks {
		b.Batch, b.At = batch, tx.Now()
		if err := tx.PutBook(b); err != nil {
			return nil, err
		}
	}
	met := map[data.ApplicationID]bool{}
	for _, o := range s.orders {
		o.ID, o.Batch, o.At = data.BookOrderID(tx.NewID()), batch, tx.Now()
		if err := tx.PutBookOrder(o); err != nil {
			return nil, err
		}
		if o.Application != "" && !met[o.Application] {
			met[o.Application] = true
			touched = append(touched, o.Application)
		}
	}
	s.newBooks, s.orders = nil, nil
	return touched, nil
}

// TakeBack makes the books and orders that a batch brought void, and returns whose
// orders were among them.
func (s *Sheet) TakeBack(tx *store.Tx, batch data.BatchID, reason string) (touched []data.ApplicationID, err error) {
	year := s.desk.Office.Profile.Year
	books, err := tx.Books(year)
	if err != nil {
		return nil, err
	}
	for _, b := range books {
		if b.Batch == batch && b.Void == "" {
			b.Void = reason
			if err := tx.PutBook(b); err != nil {
				return nil, err
			}
		}
	}
	orders, err := tx.BookOrders(year)
	if err != nil {
		return nil, err
	}
	for _, o := range orders {
		if o.Batch != batch || o.Void != "" {
			continue
		}
		o.Void = reason
		if err := tx.PutBookOrder(o); err != nil {
			return nil, err
		}
		if o.Application != "" {
			touched = append(touched, o.Application)
		}
	}
	return touched, nil
}

// takeBook reads a book of a catalogue.
func (s *Sheet) takeBook(r *sheets.LedgerRow) error {
	b := data.Book{Trade: r.Texts["trade"], Title: r.Texts["book"], Source: r.Texts["source"]}
	var err error
	if b.Level, err = levelOf(r.Texts["level"]); err != nil {
		return err
	}
	if b.Price, err = priceOf(r.Texts["price"]); err != nil {
		return err
	}
	if b, err = tidied(s.desk, b); err != nil {
		return err
	}
	if err := notYet(s.books, &b); err != nil {
		return err
	}
	b.ID = data.BookID(s.desk.Office.Store.NewID())
	s.books, s.newBooks = append(s.books, b), append(s.newBooks, b)
	return nil
}

// everyLevel are the words for a book that serves every level of a trade.
var everyLevel = map[string]bool{"": true, "各级": true, "各等级": true, "通用": true, "全部": true, "不分等级": true}

// levelOf reads the level a book is for; 0 is every level.
func levelOf(text string) (data.Level, error) {
	text = data.Squeeze(text)
	if everyLevel[text] {
		return 0, nil
	}
	level, ok := data.ReadLevel(text)
	if !ok {
		return 0, data.Refuse("level-unknown", "level", fmt.Sprintf("读不出等级“%s”", text), "请写五级到一级；各级通用的写“各级”")
	}
	return level, nil
}

func priceOf(text string) (data.Fen, error) {
	price, err := sheets.ReadAmount(text)
	if err != nil {
		return 0, data.Refuse("book-price", "price", fmt.Sprintf("读不出单价“%s”", text), "请写成 32 或 32.00，只写数字")
	}
	return price, nil
}

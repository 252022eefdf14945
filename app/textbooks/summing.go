package textbooks

import "gongkao/data"

// summing is a ledger while it is summed.
type summing struct {
	ledger   *Ledger
	books    map[data.BookID]*data.Book
	accounts map[data.UnitID]*Account
}

// take takes in an order. One of a person belongs where the person is now, one of
// a unit to that unit, or to the one it was merged into.
func (s *summing) take(o *data.BookOrder, a *data.Applicant) {
	unit := o.Unit
	if a != nil {
		unit = a.Application.Unit
	}
	book := s.books[o.Book]
	home := s.ledger.homes.supervising(unit)
	if book == nil || home == nil { // the store holds both; nothing is lost that could be counted
		return
	}
	s.ledger.orders = append(s.ledger.orders, Ordered{o, book, a, s.ledger.homes.standing(unit), home})
	if o.Void == "" {
		s.account(home).order(book, o)
	}
}

// settle takes in a slip of money or of books.
func (s *summing) settle(slip *data.BookSlip) {
	home := s.ledger.homes.supervising(slip.Unit)
	if slip.Void != "" || home == nil {
		return
	}
	a := s.account(home)
	a.Paid += slip.Money
	for id, n := range slip.Books {
		if book := s.books[id]; book != nil && n > 0 {
			a.ware(book).Handed += n
		}
	}
}

func (s *summing) account(u *data.Unit) *Account {
	a := s.accounts[u.ID]
	if a == nil {
		a = newAccount(*u)
		s.accounts[u.ID] = a
	}
	return a
}

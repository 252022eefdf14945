package textbooks

import "gongkao/data"

// summing is a ledger while it is summed.
type summing struct {
	ledger   *Ledger
	books    map[data.BookID]*data.Book
	accounts map[data.UnitID]*Account
}

// person takes in the orders of a person: they belong where the person is now.
func (s *summing) person(a *data.Applicant) {
	if len(a.Ledger.Orders) == 0 {
		return
	}
	at, standing := s.ledger.homes.of(a.Application.Unit), false
	for i := range a.Ledger.Orders {
		o := &a.Ledger.Orders[i]
		s.take(o, a, at)
		standing = standing || o.Void == ""
	}
	if standing && at != nil {
		s.account(at).People++
	}
}

// take takes in an order. The store holds unit and book of each; one without
// them would have nowhere to be counted.
func (s *summing) take(o *data.BookOrder, a *data.Applicant, at *home) {
	book := s.books[o.Book]
	if book == nil || at == nil {
		return
	}
	s.ledger.orders = append(s.ledger.orders, Ordered{o, book, a, at.unit, at.supervising})
	if o.Void == "" {
		s.account(at).order(book, o)
	}
}

// settle takes in a slip of money or of books.
func (s *summing) settle(slip *data.BookSlip) {
	at := s.ledger.homes.of(slip.Unit)
	if slip.Void != "" || at == nil {
		return
	}
	a := s.account(at)
	a.Paid += slip.Money
	for id, n := range slip.Books {
		if book := s.books[id]; book != nil && n > 0 {
			a.ware(book).Handed += n
		}
	}
}

// account returns the account of a home, made when it is first asked for.
func (s *summing) account(at *home) *Account {
	if at.account == nil {
		a := s.accounts[at.supervising.ID]
		if a == nil {
			a = newAccount(*at.supervising)
			s.accounts[a.Unit.ID] = a
		}
		at.account = a
	}
	return at.account
}

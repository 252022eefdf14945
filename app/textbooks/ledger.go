package textbooks

import (
	"cmp"
	"context"
	"slices"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Ledger is the year's textbooks as they stood when it was loaded.
type Ledger struct {
	Books []data.Book     // the catalogue by trade and level, void ones too
	Slips []data.BookSlip // of money and of books, oldest first, void ones too

	orders   []Ordered
	accounts []*Account
	homes    homes
}

// Ordered is an order with what it belongs to.
type Ordered struct {
	*data.BookOrder
	Title       *data.Book
	Applicant   *data.Applicant // whose; nil: the unit's own
	Of          *data.Unit      // the unit it is of now
	Supervising *data.Unit      // that answers for it now
}

// Load reads the year's textbooks and sums them.
func Load(ctx context.Context, d *registration.Desk) (*Ledger, error) {
	r := records{units: d.EveryUnit(), people: d.Register.Find(registration.Query{})}
	year := d.Office.Profile.Year
	err := d.Office.Store.View(ctx, func(rd *store.Reader) (err error) {
		if r.books, err = rd.Books(year); err != nil {
			return err
		}
		if r.own, err = rd.UnitBookOrders(year); err != nil {
			return err
		}
		r.slips, err = rd.BookSlips(year)
		return err
	})
	if err != nil {
		return nil, err
	}
	return r.ledger(), nil
}

// records are what a ledger is summed from.
type records struct {
	units  []data.Unit
	people []*data.Applicant // with their orders
	books  []data.Book
	own    []data.BookOrder // of units
	slips  []data.BookSlip
}

func (r records) ledger() *Ledger {
	l := &Ledger{Books: r.books, Slips: r.slips, homes: newHomes(r.units)}
	slices.SortStableFunc(l.Books, func(a, b data.Book) int { return byTrade(&a, &b) })
	s := summing{ledger: l, books: map[data.BookID]*data.Book{}, accounts: map[data.UnitID]*Account{}}
	for i := range l.Books {
		s.books[l.Books[i].ID] = &l.Books[i]
	}
	many := len(r.own)
	for _, a := range r.people {
		many += len(a.Ledger.Orders)
	}
	l.orders = make([]Ordered, 0, many)
	for _, a := range r.people {
		s.person(a)
	}
	for i := range r.own {
		s.take(&r.own[i], nil, l.homes.of(r.own[i].Unit))
	}
	for i := range l.Slips {
		s.settle(&l.Slips[i])
	}
	for _, a := range s.accounts {
		a.finish()
		l.accounts = append(l.accounts, a)
	}
	slices.SortFunc(l.accounts, func(a, b *Account) int {
		return cmp.Or(cmp.Compare(a.Unit.Name, b.Unit.Name), cmp.Compare(a.Unit.ID, b.Unit.ID))
	})
	return l
}

// byTrade orders books as order forms list them: by trade, the lower level first,
// what is for every level last.
func byTrade(a, b *data.Book) int {
	return cmp.Or(cmp.Compare(a.Trade, b.Trade), cmp.Compare(-a.Level, -b.Level), cmp.Compare(a.Title, b.Title), cmp.Compare(a.Price, b.Price), cmp.Compare(a.ID, b.ID))
}

// Accounts returns the supervising units that have ordered, paid or received
// something, by name.
func (l *Ledger) Accounts() []*Account { return l.accounts }

// Account returns how the supervising unit of a unit stands; an empty account
// when there was nothing yet. ok is false for a unit nobody knows.
func (l *Ledger) Account(unit data.UnitID) (a *Account, ok bool) {
	u := l.homes.supervising(unit)
	if u == nil {
		return &Account{}, false
	}
	for _, a := range l.accounts {
		if a.Unit.ID == u.ID {
			return a, true
		}
	}
	return &Account{Unit: *u}, true
}

// County is the account of the whole county: the sum of all.
func (l *Ledger) County() *Account {
	all := newAccount(data.Unit{})
	for _, a := range l.accounts {
		all.add(a)
	}
	all.finish()
	return all
}

// Orders returns the orders for which a unit, or one that it supervises, answers,
// those that are void too: by trade and level, then as they came. Unit "" is the
// whole county.
func (l *Ledger) Orders(unit data.UnitID) (found []Ordered) {
	for _, o := range l.orders {
		if unit == "" || o.Supervising.ID == unit || o.Of.ID == unit {
			found = append(found, o)
		}
	}
	slices.SortStableFunc(found, func(a, b Ordered) int { return byTrade(a.Title, b.Title) })
	return found
}

// SlipsOf returns the slips of the supervising unit of a unit, oldest first.
func (l *Ledger) SlipsOf(unit data.UnitID) (slips []data.BookSlip) {
	home := l.homes.supervising(unit)
	for _, s := range l.Slips {
		if home != nil && l.homes.supervising(s.Unit) == home {
			slips = append(slips, s)
		}
	}
	return slips
}

// Book returns a book of the year's catalogue, void or not.
func (l *Ledger) Book(id data.BookID) (data.Book, bool) {
	at := slices.IndexFunc(l.Books, func(b data.Book) bool { return b.ID == id })
	if at < 0 {
		return data.Book{}, false
	}
	return l.Books[at], true
}

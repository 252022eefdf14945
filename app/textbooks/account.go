package textbooks

import (
	"slices"

	"gongkao/data"
)

// Account is how a supervising unit stands, with the units it supervises.
type Account struct {
	Unit   data.Unit // the supervising unit; zero for the county
	Lines  []Line    // what is ordered, as the order form lists it
	Orders int       // that stand
	People int       // who have ordered something that stands
	Copies int       // 应发
	Due    data.Fen  // 应缴
	Paid   data.Fen  // 已缴
	Handed int       // 已发
	Wares  []Ware    // the books ordered or handed out, by trade and level

	lines map[cell]*Line
	wares map[data.BookID]*Ware
}

// Line is a book as an order form lists it. One that was ordered at two prices
// has two lines: the price of the day of ordering is kept.
type Line struct {
	Book   data.Book
	Price  data.Fen // of a copy
	Copies int
	Amount data.Fen
	Orders int

	ware *Ware
}

// cell tells lines apart.
type cell struct {
	book  data.BookID
	price data.Fen
}

// Ware is a book on its way to a supervising unit.
type Ware struct {
	Book            data.Book
	Ordered, Handed int
	Waiting         int // copies still to be handed out; more of one book are not less of another
}

func newAccount(u data.Unit) *Account {
	return &Account{Unit: u, lines: map[cell]*Line{}, wares: map[data.BookID]*Ware{}}
}

// Owing is what is still to be handed up (未缴), below nothing when it was too much.
func (a *Account) Owing() data.Fen { return a.Due - a.Paid }

// Waiting is how many copies are still to be handed out (未发).
func (a *Account) Waiting() (n int) {
	for _, w := range a.Wares {
		n += w.Waiting
	}
	return n
}

// order adds an order that stands.
func (a *Account) order(b *data.Book, o *data.BookOrder) {
	l := a.line(b, o.Price)
	l.Orders++
	l.Copies += o.Copies
	l.Amount += o.Amount()
	l.ware.Ordered += o.Copies
}

func (a *Account) line(b *data.Book, price data.Fen) *Line {
	at := cell{b.ID, price}
	l := a.lines[at]
	if l == nil {
		l = &Line{Book: *b, Price: price, ware: a.ware(b)}
		a.lines[at] = l
	}
	return l
}

func (a *Account) ware(b *data.Book) *Ware {
	w := a.wares[b.ID]
	if w == nil {
		w = &Ware{Book: *b}
		a.wares[b.ID] = w
	}
	return w
}

// add adds another account, for a sum of several.
func (a *Account) add(o *Account) {
	for _, l := range o.Lines {
		to := a.line(&l.Book, l.Price)
		to.Orders += l.Orders
		to.Copies += l.Copies
		to.Amount += l.Amount
	}
	a.People += o.People
	for i := range o.Wares {
		w := a.ware(&o.Wares[i].Book)
		w.Ordered += o.Wares[i].Ordered
		w.Handed += o.Wares[i].Handed
		w.Waiting += o.Wares[i].Waiting
	}
	a.Paid += o.Paid
}

// finish sums lines and wares and puts them into their order. What waits of a
// book is the unit's own difference; a sum of accounts has it already.
func (a *Account) finish() {
	for _, l := range a.lines {
		a.Lines = append(a.Lines, *l)
		a.Orders += l.Orders
		a.Copies += l.Copies
		a.Due += l.Amount
	}
	slices.SortFunc(a.Lines, func(x, y Line) int {
		if order := byTrade(&x.Book, &y.Book); order != 0 {
			return order
		}
		return int(x.Price - y.Price)
	})
	for _, w := range a.wares {
		a.Handed += w.Handed
		if a.Unit.ID != "" {
			w.Waiting = max(0, w.Ordered-w.Handed)
		}
		a.Wares = append(a.Wares, *w)
	}
	slices.SortFunc(a.Wares, func(x, y Ware) int { return byTrade(&x.Book, &y.Book) })
}

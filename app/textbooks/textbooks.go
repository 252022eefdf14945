// Package textbooks keeps the books of the year's textbooks (教材征订): a catalogue
// by trade and level that the office enters, orders of people and of units, which
// are voluntary (notice, 五（二）), the money that supervising units hand up, and the
// books handed out to them. No title and no price is shipped: none is ours to
// invent.
//
// Every total is summed from the orders of the people and of the units as they
// stand, so that no two can differ. Most callers want Load for the totals of all
// units, Of for one person, Order to order; NewSheet takes orders and catalogues
// from sheets.
package textbooks

import (
	"slices"

	"gongkao/app/registration"
	"gongkao/data"
)

// Of returns how many copies somebody has ordered, and what they cost: his
// orders that stand.
func Of(a *data.Applicant) (copies int, amount data.Fen) {
	for i := range a.Ledger.Orders {
		if o := &a.Ledger.Orders[i]; o.Void == "" {
			copies += o.Copies
			amount += o.Amount()
		}
	}
	return copies, amount
}

// applying reports whether somebody may still be assessed this year.
func applying(a *data.Applicant) bool {
	return slices.Contains(registration.Running, a.Application.Status)
}

// why tells an Update what was written about a book.
func why(what string, b *data.Book) string { return what + "《" + b.Title + "》" }

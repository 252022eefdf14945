package demo

import (
	"context"
	"slices"

	"gongkao/app/registration"
	"gongkao/app/textbooks"
	"gongkao/data"
)

// The story of the textbooks.
const (
	mostReaders = 40 // people who order one
	ordering    = 2  // units that order for themselves
	bookless    = "保育员"
	bookSource  = "演练书目，书名和单价都是编造的"
)

// textbooks invents a catalogue, for all trades of who passed but one, so that a
// trade without a book can be met; some people and units order from it, one unit
// hands its money up, and one gets its books. Nothing of it is drawn by chance.
func (s *season) textbooks(ctx context.Context) error {
	desk, err := registration.NewDesk(ctx, s.office)
	if err != nil {
		return err
	}
	passed := desk.Register.Find(registration.Query{Statuses: []data.Status{data.Approved}})
	if err := catalogue(ctx, desk, passed); err != nil {
		return err
	}
	readers := 0
	var units []data.UnitID
	for i, a := range passed {
		if readers == mostReaders {
			break
		}
		if i%3 == 2 || a.Application.Trade == bookless {
			continue
		}
		if _, err := textbooks.Order(ctx, desk, textbooks.Wish{Application: a.Application.ID, Copies: 1}); err != nil {
			return err
		}
		readers++
		if len(units) < ordering && !slices.Contains(units, a.Application.Unit) {
			units = append(units, a.Application.Unit)
			own := textbooks.Wish{Unit: a.Application.Unit, Trade: a.Application.Trade, Level: a.Application.Level, Copies: 3}
			if _, err := textbooks.Order(ctx, desk, own); err != nil {
				return err
			}
		}
	}
	return settleBooks(ctx, desk)
}

// catalogue enters a book for every trade and level that somebody passed for.
func catalogue(ctx context.Context, desk *registration.Desk, passed []*data.Applicant) error {
	met := map[data.Book]bool{}
	for _, a := range passed {
		b := data.Book{Trade: a.Application.Trade, Level: a.Application.Level, Source: bookSource}
		if b.Trade == bookless || met[b] {
			continue
		}
		met[b] = true
		b.Title = b.Trade + "（" + b.Level.Title() + "）"
		b.Price = data.Fen(2600 + 350*int(5-b.Level) + 100*(len(met)%4))
		if _, err := textbooks.AddBook(ctx, desk, b); err != nil {
			return err
		}
	}
	return nil
}

// settleBooks takes the whole money of the first unit that ordered, and hands the
// second one half of its books.
func settleBooks(ctx context.Context, desk *registration.Desk) error {
	l, err := textbooks.Load(ctx, desk)
	if err != nil {
		return err
	}
	accounts := l.Accounts()
	if len(accounts) > 0 {
		slip := data.BookSlip{Unit: accounts[0].Unit.ID, Money: accounts[0].Due, Hand: "单位经办人"}
		if _, _, err := textbooks.HandUp(ctx, desk, slip); err != nil {
			return err
		}
	}
	if len(accounts) > 1 {
		slip := data.BookSlip{Unit: accounts[1].Unit.ID, Books: map[data.BookID]int{}, Hand: "单位经办人"}
		for _, w := range accounts[1].Wares {
			slip.Books[w.Book.ID] = (w.Ordered + 1) / 2
		}
		if _, _, err := textbooks.HandOut(ctx, desk, slip); err != nil {
			return err
		}
	}
	return nil
}

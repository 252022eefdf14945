package textbooks_test

import (
	"strings"
	"testing"

	"gongkao/app/registration"
	"gongkao/app/textbooks"
	"gongkao/data"
)

func TestAnOrderKeepsThePriceOfItsDay(t *testing.T) {
	s := newStage(t)
	a := s.somebody(data.Approved)
	before := s.account(a.Application.Unit)
	o, err := textbooks.Order(ctx, s.Desk, textbooks.Wish{Application: a.Application.ID, Book: s.book.ID, Copies: 2})
	must(t, err)
	_, err = textbooks.VoidBook(ctx, s.Desk, s.book.ID, "改价")
	must(t, err)
	s.add(data.Book{Trade: s.book.Trade, Title: s.book.Title, Price: 4500})
	if copies, amount := textbooks.Of(s.now(a.Application.ID)); copies != 2 || amount != 6400 || o.Price != 3200 {
		t.Errorf("%d copies for %s after the price has changed", copies, amount)
	}
	if after := s.account(a.Application.Unit); after.Copies != before.Copies+2 || after.Due != before.Due+6400 {
		t.Errorf("the supervising unit answers for %d copies, %s; before it was %d, %s", after.Copies, after.Due, before.Copies, before.Due)
	}
	_, err = textbooks.VoidOrder(ctx, s.Desk, o.ID, "本人不订了")
	must(t, err)
	if copies, _ := textbooks.Of(s.now(a.Application.ID)); copies != 0 || len(s.now(a.Application.ID).Ledger.Orders) != 1 {
		t.Error("a void order still counts, or is gone")
	}
	_, err = textbooks.VoidOrder(ctx, s.Desk, o.ID, "再来一次")
	refused(t, err, "order-void")
}

func TestWhatCannotBeOrderedIsRefusedAndNothingIsWritten(t *testing.T) {
	s := newStage(t)
	a, out := s.somebody(data.Approved), s.somebody(data.Rejected)
	other := s.add(data.Book{Trade: "汽车驾驶员", Level: 4, Title: "另一本", Price: 100})
	s.add(data.Book{Trade: "无线电机务员", Level: 4, Title: "习题集", Price: 100})
	_, err := textbooks.Order(ctx, s.Desk, textbooks.Wish{Application: a.Application.ID, Book: other.ID, Copies: 1})
	must(t, err)
	before := s.account(a.Application.Unit)
	for _, c := range []struct {
		name string
		wish textbooks.Wish
		code string
	}{
		{"nobody", textbooks.Wish{Application: "none", Book: other.ID, Copies: 1}, "not-found"},
		{"somebody who was rejected", textbooks.Wish{Application: out.Application.ID, Book: other.ID, Copies: 1}, "book-not-applying"},
		{"no copies", textbooks.Wish{Unit: a.Application.Unit, Book: other.ID}, "book-copies"},
		{"less than none", textbooks.Wish{Unit: a.Application.Unit, Book: other.ID, Copies: -3}, "book-copies"},
		{"a hundred for one person", textbooks.Wish{Application: s.somebody(data.Submitted).Application.ID, Book: other.ID, Copies: 100}, "book-copies"},
		{"more than a unit can read", textbooks.Wish{Unit: a.Application.Unit, Book: other.ID, Copies: 50_000}, "book-copies"},
		{"a trade without a book", textbooks.Wish{Unit: a.Application.Unit, Trade: "锅炉操作工", Level: 3, Copies: 1}, "book-none"},
		{"two books fit", textbooks.Wish{Unit: a.Application.Unit, Trade: "无线电机务员", Level: 4, Copies: 1}, "book-which"},
		{"no such book", textbooks.Wish{Unit: a.Application.Unit, Book: "none", Copies: 1}, "book-unknown"},
		{"no such unit", textbooks.Wish{Unit: "none", Book: other.ID, Copies: 1}, "unit-unknown"},
		{"the same book twice", textbooks.Wish{Application: a.Application.ID, Book: other.ID, Copies: 1}, "book-twice"},
		{"more of the same book", textbooks.Wish{Application: a.Application.ID, Book: other.ID, Copies: 2}, "book-again"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := textbooks.Order(ctx, s.Desk, c.wish)
			refused(t, err, c.code)
		})
	}
	if after := s.account(a.Application.Unit); after.Copies != before.Copies {
		t.Error("something was written")
	}
}

func TestARefusalForWantOfABookSaysWhichTradesHaveOne(t *testing.T) {
	s := newStage(t)
	_, err := textbooks.Order(ctx, s.Desk, textbooks.Wish{Unit: s.AllUnits()[0].ID, Trade: "锅炉操作工", Level: 3, Copies: 1})
	if r, ok := data.AsRefusal(err); !ok || !strings.Contains(r.Hint, "无线电机务员（各级）") || !strings.Contains(r.Message, "锅炉操作工”三级没有教材") {
		t.Errorf("it says %v", err)
	}
}

func TestABookWithoutAPriceOrTwiceIsRefused(t *testing.T) {
	s := newStage(t)
	for name, c := range map[string]struct {
		book data.Book
		code string
	}{
		"free":       {data.Book{Trade: "农艺工", Title: "农艺"}, "book-price"},
		"gold":       {data.Book{Trade: "农艺工", Title: "农艺", Price: 99_999_999}, "book-price"},
		"no title":   {data.Book{Trade: "农艺工", Title: " ", Price: 1}, "required-missing"},
		"no trade":   {data.Book{Title: "农艺", Price: 1}, "required-missing"},
		"no level":   {data.Book{Trade: "农艺工", Title: "农艺", Level: 7, Price: 1}, "level-unknown"},
		"long title": {data.Book{Trade: "农艺工", Title: strings.Repeat("农艺", 40), Price: 1}, "title-long"},
		"twice":      {data.Book{Trade: s.book.Trade, Title: s.book.Title, Price: 3200}, "book-twice"},
		"dearer":     {data.Book{Trade: s.book.Trade, Title: s.book.Title, Price: 4500}, "book-price"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := textbooks.AddBook(ctx, s.Desk, c.book)
			refused(t, err, c.code)
		})
	}
	_, err := textbooks.VoidBook(ctx, s.Desk, s.book.ID, " ")
	refused(t, err, "reason-missing")
}

func TestAnOrderOfSomebodyWhoGoesOutIsPointedOut(t *testing.T) {
	s := newStage(t)
	a := s.somebody(data.Submitted)
	_, err := textbooks.Order(ctx, s.Desk, textbooks.Wish{Application: a.Application.ID, Book: s.book.ID, Copies: 1})
	must(t, err)
	now := *s.now(a.Application.ID)
	app := now.Application
	app.Trade = s.book.Trade
	s.Register.Replace(app.ID, app)
	doubt := func() string {
		l, err := textbooks.Load(ctx, s.Desk)
		must(t, err)
		for _, o := range l.Orders(s.top(app.Unit)) {
			if o.Application == app.ID {
				return textbooks.Doubt(s.Desk, o)
			}
		}
		return "no order"
	}
	if d := doubt(); d != "" {
		t.Errorf("nothing is wrong, and it says %s", d)
	}
	app.Trade = "农艺工"
	s.Register.Replace(app.ID, app)
	if d := doubt(); !strings.Contains(d, "农艺工") {
		t.Errorf("another trade: %q", d)
	}
	app.Status = data.Withdrawn
	s.Register.Replace(app.ID, app)
	if d := doubt(); !strings.Contains(d, "已撤回") {
		t.Errorf("withdrawn: %q", d)
	}
}

func TestOrdersAreToldInThePersonsTimelineAndTakenBack(t *testing.T) {
	s := newStage(t)
	id := s.somebody(data.Submitted).Application.ID
	o, err := textbooks.Order(ctx, s.Desk, textbooks.Wish{Application: id, Book: s.book.ID, Copies: 1})
	must(t, err)
	told := func() registration.Event {
		events, err := s.Timeline(ctx, id)
		must(t, err)
		return events[0]
	}
	if e := told(); e.Words != "订教材：《无线电机务》1 册，单价 32.00 元" || e.Kind != registration.EventTextbook {
		t.Errorf("told as %q (%s)", e.Words, e.Kind)
	}
	_, err = textbooks.VoidOrder(ctx, s.Desk, o.ID, "不订了")
	must(t, err)
	e := told()
	if e.Words != "教材订单作废：《无线电机务》1 册，单价 32.00 元（不订了）" {
		t.Errorf("told as %q", e.Words)
	}
	a, err := s.Undo(ctx, id, e)
	must(t, err)
	if copies, _ := textbooks.Of(a); copies != 1 {
		t.Error("the void order does not stand again")
	}
	_, err = textbooks.VoidOrder(ctx, s.Desk, o.ID, "不订了")
	must(t, err)
	e = told()
	_, err = textbooks.Order(ctx, s.Desk, textbooks.Wish{Application: id, Book: s.book.ID, Copies: 3})
	must(t, err)
	_, err = s.Undo(ctx, id, e)
	refused(t, err, "undo-stale")
}

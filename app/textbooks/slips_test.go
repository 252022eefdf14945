package textbooks_test

import (
	"strings"
	"testing"

	"gongkao/app/textbooks"
	"gongkao/data"
)

func TestMoneyAndBooksOfASupervisingUnitBalance(t *testing.T) {
	s := newStage(t)
	unit := s.top(s.somebody(data.Approved).Application.Unit)
	before := s.account(unit)
	_, err := textbooks.Order(ctx, s.Desk, textbooks.Wish{Unit: unit, Book: s.book.ID, Copies: 10})
	must(t, err)
	money, notes, err := textbooks.HandUp(ctx, s.Desk, data.BookSlip{Unit: unit, Money: 20000, Hand: "王会计"})
	must(t, err)
	if len(notes) != 0 && before.Owing() >= 0 {
		t.Errorf("less than is due, and it says %v", notes)
	}
	_, notes, err = textbooks.HandOut(ctx, s.Desk, data.BookSlip{Unit: unit, Books: map[data.BookID]int{s.book.ID: 4}, Hand: "王会计"})
	must(t, err)
	if len(notes) != 0 {
		t.Errorf("less than was ordered, and it says %v", notes)
	}
	a := s.account(unit)
	if a.Owing() != before.Owing()+32000-20000 || a.Waiting() != before.Waiting()+6 || a.Handed != before.Handed+4 {
		t.Errorf("owing %s, waiting %d, handed %d", a.Owing(), a.Waiting(), a.Handed)
	}
	_, err = textbooks.VoidSlip(ctx, s.Desk, money.ID, "写错单位")
	must(t, err)
	if a := s.account(unit); a.Paid != before.Paid {
		t.Error("a void slip still counts")
	}
	_, err = textbooks.VoidSlip(ctx, s.Desk, money.ID, "写错单位")
	refused(t, err, "slip-void")
}

func TestMoreThanIsDueOrOrderedIsTakenAndSaid(t *testing.T) {
	s := newStage(t)
	unit := s.top(s.somebody(data.Approved).Application.Unit)
	_, err := textbooks.Order(ctx, s.Desk, textbooks.Wish{Unit: unit, Book: s.book.ID, Copies: 2})
	must(t, err)
	_, notes, err := textbooks.HandUp(ctx, s.Desk, data.BookSlip{Unit: unit, Money: s.account(unit).Owing() + 500, Hand: "王会计"})
	must(t, err)
	if len(notes) != 1 || !strings.Contains(notes[0], "多 5.00 元") {
		t.Errorf("too much money: %v", notes)
	}
	_, notes, err = textbooks.HandOut(ctx, s.Desk, data.BookSlip{Unit: unit, Books: map[data.BookID]int{s.book.ID: 3}, Hand: "王会计"})
	must(t, err)
	if len(notes) != 1 || !strings.Contains(notes[0], "订了 2 册，连这一张共发 3 册") {
		t.Errorf("too many books: %v", notes)
	}
	spare := s.add(data.Book{Trade: "农艺工", Title: "没人订的", Price: 100})
	_, notes, err = textbooks.HandOut(ctx, s.Desk, data.BookSlip{Unit: unit, Books: map[data.BookID]int{spare.ID: 1}, Hand: "王会计"})
	must(t, err)
	if len(notes) != 1 || !strings.Contains(notes[0], "没有订过") {
		t.Errorf("books that nobody ordered: %v", notes)
	}
	a := s.account(unit)
	for _, w := range a.Wares {
		if w.Waiting < 0 {
			t.Errorf("%s: %d copies wait", w.Book.Title, w.Waiting)
		}
	}
}

func TestASlipThatCannotBeIsRefused(t *testing.T) {
	s := newStage(t)
	unit := s.top(s.somebody(data.Approved).Application.Unit)
	books := map[data.BookID]int{s.book.ID: 1}
	for name, c := range map[string]struct {
		slip data.BookSlip
		code string
	}{
		"no money":        {data.BookSlip{Unit: unit, Hand: "王"}, "book-money"},
		"negative money":  {data.BookSlip{Unit: unit, Hand: "王", Money: -100}, "book-money"},
		"no hand":         {data.BookSlip{Unit: unit, Money: 100}, "hand-missing"},
		"tomorrow":        {data.BookSlip{Unit: unit, Money: 100, Hand: "王", On: s.Office.Today().AddDays(1)}, "date-future"},
		"no unit":         {data.BookSlip{Unit: "none", Money: 100, Hand: "王"}, "unit-unknown"},
		"no books":        {data.BookSlip{Unit: unit, Hand: "王", Books: map[data.BookID]int{}}, "slip-empty"},
		"books unknown":   {data.BookSlip{Unit: unit, Hand: "王", Books: map[data.BookID]int{"none": 1}}, "book-unknown"},
		"copies of none":  {data.BookSlip{Unit: unit, Hand: "王", Books: map[data.BookID]int{s.book.ID: 0}}, "book-copies"},
		"nobody took it":  {data.BookSlip{Unit: unit, Books: books}, "hand-missing"},
		"a unit below it": {data.BookSlip{Unit: s.below(unit), Hand: "王", Books: books}, "book-unit"},
	} {
		t.Run(name, func(t *testing.T) {
			do := textbooks.HandUp
			if c.slip.Books != nil {
				do = textbooks.HandOut
			}
			_, _, err := do(ctx, s.Desk, c.slip)
			refused(t, err, c.code)
		})
	}
	_, err := textbooks.VoidSlip(ctx, s.Desk, "none", "没有")
	refused(t, err, "slip-unknown")
}

// below returns a unit that another one supervises.
func (s *stage) below(unit data.UnitID) data.UnitID {
	u, err := s.AmendUnit(ctx, data.Unit{Name: "演练县下属工作站", Supervising: unit})
	must(s.t, err)
	return u.ID
}

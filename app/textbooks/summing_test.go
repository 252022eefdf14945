package textbooks

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"gongkao/data"
)

// season draws a county of units that are merged and supervise each other, with
// a catalogue, people and orders.
func season(t *rapid.T) records {
	var r records
	n := rapid.IntRange(1, 8).Draw(t, "units")
	for i := range n {
		u := data.Unit{ID: unitID(i), Name: fmt.Sprintf("单位%d", i), Supervising: unitID(rapid.IntRange(0, n-1).Draw(t, "supervising"))}
		if rapid.IntRange(0, 3).Draw(t, "merged") == 0 {
			u.Into = unitID(rapid.IntRange(0, n-1).Draw(t, "into")) // rings too
		}
		r.units = append(r.units, u)
	}
	for i := range rapid.IntRange(1, 4).Draw(t, "books") {
		r.books = append(r.books, data.Book{ID: bookID(i), Trade: fmt.Sprintf("工种%d", i%2), Level: data.Level(i % 3), Price: data.Fen(1000 + i)})
	}
	for i := range rapid.IntRange(0, 12).Draw(t, "people") {
		a := &data.Applicant{Application: data.Application{ID: data.ApplicationID(fmt.Sprint(i)), Unit: unitID(rapid.IntRange(0, n-1).Draw(t, "unit"))}}
		for range rapid.IntRange(0, 3).Draw(t, "orders") {
			o := order(t, len(r.books))
			o.Application, o.Unit = a.Application.ID, unitID(rapid.IntRange(0, n-1).Draw(t, "unit when ordered"))
			a.Ledger.Orders = append(a.Ledger.Orders, o)
		}
		r.people = append(r.people, a)
	}
	for range rapid.IntRange(0, 6).Draw(t, "own") {
		o := order(t, len(r.books))
		o.Unit = unitID(rapid.IntRange(0, n-1).Draw(t, "own unit"))
		r.own = append(r.own, o)
	}
	for range rapid.IntRange(0, 6).Draw(t, "slips") {
		s := data.BookSlip{Unit: unitID(rapid.IntRange(0, n-1).Draw(t, "slip unit")), Money: data.Fen(rapid.IntRange(0, 9000).Draw(t, "money"))}
		s.Books = map[data.BookID]int{bookID(rapid.IntRange(0, len(r.books)-1).Draw(t, "handed")): rapid.IntRange(0, 9).Draw(t, "copies handed")}
		s.Void = rapid.SampledFrom([]string{"", "", "写错了"}).Draw(t, "slip void")
		r.slips = append(r.slips, s)
	}
	return r
}

func order(t *rapid.T, books int) data.BookOrder {
	return data.BookOrder{
		Book: bookID(rapid.IntRange(0, books-1).Draw(t, "book")), Copies: rapid.IntRange(1, 50).Draw(t, "copies"),
		Price: data.Fen(rapid.IntRange(1, 3).Draw(t, "price") * 1000), Void: rapid.SampledFrom([]string{"", "", "不订了"}).Draw(t, "void"),
	}
}

func unitID(i int) data.UnitID { return data.UnitID(fmt.Sprint("u", i)) }
func bookID(i int) data.BookID { return data.BookID(fmt.Sprint("b", i)) }

func TestAUnitsTotalIsTheSumOfItsPeopleAndOfItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := season(t)
		l := r.ledger()
		copies, due, paid := map[data.UnitID]int{}, map[data.UnitID]data.Fen{}, map[data.UnitID]data.Fen{}
		for _, a := range r.people {
			n, amount := Of(a)
			home := l.homes.supervising(a.Application.Unit).ID
			copies[home], due[home] = copies[home]+n, due[home]+amount
		}
		for i := range r.own {
			if o := &r.own[i]; o.Void == "" {
				home := l.homes.supervising(o.Unit).ID
				copies[home], due[home] = copies[home]+o.Copies, due[home]+o.Amount()
			}
		}
		for _, s := range r.slips {
			if s.Void == "" {
				paid[l.homes.supervising(s.Unit).ID] += s.Money
			}
		}
		whole, people := l.County(), 0
		for _, u := range r.units {
			home := l.homes.supervising(u.ID).ID
			a, ok := l.Account(u.ID)
			if !ok || a.Copies != copies[home] || a.Due != due[home] || a.Paid != paid[home] {
				t.Fatalf("%s: %d copies, %s due, %s paid; its people come to %d, %s, %s", u.Name, a.Copies, a.Due, a.Paid, copies[home], due[home], paid[home])
			}
		}
		for _, a := range l.Accounts() {
			whole.Copies, whole.Due, whole.Paid, whole.Handed = whole.Copies-a.Copies, whole.Due-a.Due, whole.Paid-a.Paid, whole.Handed-a.Handed
			people += a.People
			sumsUp(t, l, a)
		}
		if whole.Copies != 0 || whole.Due != 0 || whole.Paid != 0 || whole.Handed != 0 || people != whole.People {
			t.Fatalf("the county is not the sum of its units: %d copies, %s due are left over", whole.Copies, whole.Due)
		}
		brokenDown(t, l)
	})
}

// sumsUp looks whether lines, wares and orders of an account are its total.
func sumsUp(t *rapid.T, l *Ledger, a *Account) {
	lines, wares, orders := 0, 0, 0
	var amount data.Fen
	for _, line := range a.Lines {
		lines, amount = lines+line.Copies, amount+line.Amount
	}
	for _, w := range a.Wares {
		wares += w.Ordered
	}
	for _, o := range l.Orders(a.Unit.ID) {
		if o.Void == "" && o.Supervising.ID == a.Unit.ID {
			orders += o.Copies
		}
	}
	if lines != a.Copies || wares != a.Copies || orders != a.Copies || amount != a.Due {
		t.Fatalf("%s: %d copies; its lines come to %d, its books to %d, its orders to %d", a.Unit.Name, a.Copies, lines, wares, orders)
	}
}

// brokenDown looks whether every way to break the totals down comes to the same.
func brokenDown(t *rapid.T, l *Ledger) {
	whole := l.County()
	for _, by := range [][]By{{}, {ByUnit}, {ByTrade}, {ByLevel}, {ByBook}, {ByTrade, ByLevel}, {ByUnit, ByTrade, ByLevel, ByBook}} {
		totals, err := l.Totals(by...)
		if err != nil {
			t.Fatal(err)
		}
		copies, amount := 0, data.Fen(0)
		for _, one := range totals {
			copies, amount = copies+one.Copies, amount+one.Amount
		}
		if copies != whole.Copies || amount != whole.Due {
			t.Fatalf("by %v: %d copies, %s; the county has %d, %s", by, copies, amount, whole.Copies, whole.Due)
		}
	}
}

func TestAMergedUnitsOrdersGoWithIt(t *testing.T) {
	r := records{
		units: []data.Unit{{ID: "office", Name: "主管局", Supervising: "office"}, {ID: "old", Name: "老站", Supervising: "old", Into: "new"}, {ID: "new", Name: "新站", Supervising: "office"}},
		books: []data.Book{{ID: "b", Trade: "农艺工", Level: 4, Price: 3200}},
		own:   []data.BookOrder{{Unit: "old", Book: "b", Copies: 3, Price: 3200}},
		slips: []data.BookSlip{{Unit: "old", Money: 9600}},
	}
	a, _ := r.ledger().Account("office")
	if a.Copies != 3 || a.Owing() != 0 {
		t.Errorf("the unit it was merged into answers for %d copies and owes %s", a.Copies, a.Owing())
	}
}

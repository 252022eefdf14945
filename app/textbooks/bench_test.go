package textbooks

import (
	"fmt"
	"testing"

	"gongkao/data"
)

// county are so many people in 1,000 units, each with an order.
func county(people int) records {
	var r records
	for i := range 1000 {
		r.units = append(r.units, data.Unit{ID: unitID(i), Name: fmt.Sprintf("单位%d", i), Supervising: unitID(i / 20 * 20)})
	}
	for i := range 200 {
		r.books = append(r.books, data.Book{ID: bookID(i), Trade: fmt.Sprintf("工种%d", i/5), Level: data.Level(i%5 + 1), Price: 3200})
	}
	for i := range people {
		a := &data.Applicant{Application: data.Application{ID: data.ApplicationID(fmt.Sprint(i)), Unit: unitID(i % 1000)}}
		a.Ledger.Orders = []data.BookOrder{{Application: a.Application.ID, Unit: a.Application.Unit, Book: bookID(i % 200), Copies: 1, Price: 3200}}
		r.people = append(r.people, a)
	}
	return r
}

// The goal is < 200 ms for every total.
func BenchmarkTotalsOf100000People(b *testing.B) {
	r := county(100_000)
	for b.Loop() {
		l := r.ledger()
		if totals, err := l.Totals(ByUnit, ByTrade, ByLevel, ByBook); err != nil || l.County().Copies != 100_000 || len(totals) == 0 {
			b.Fatal(err)
		}
	}
}

func BenchmarkOrdersOfAUnitAmong100000People(b *testing.B) {
	l := county(100_000).ledger()
	for b.Loop() {
		if len(l.Orders(unitID(0))) == 0 {
			b.Fatal("no orders")
		}
	}
}

package textbooks_test

import (
	"context"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/registration"
	"gongkao/app/textbooks"
	"gongkao/data"
)

var ctx = context.Background()

// stage is a practice county whose catalogue has one more book, for a trade that
// nobody else has a book for.
type stage struct {
	*registration.Desk
	t    *testing.T
	book data.Book
}

func newStage(t *testing.T) *stage {
	t.Helper()
	s := &stage{Desk: demotest.Desk(t, 60), t: t}
	s.book = s.add(data.Book{Trade: "无线电机务员", Title: "无线电机务", Price: 3200, Source: "演练书目"})
	return s
}

func (s *stage) add(b data.Book) data.Book {
	s.t.Helper()
	b, err := textbooks.AddBook(ctx, s.Desk, b)
	must(s.t, err)
	return b
}

// somebody returns the first with one of the statuses who has ordered nothing.
func (s *stage) somebody(statuses ...data.Status) *data.Applicant {
	s.t.Helper()
	for _, a := range s.Register.Find(registration.Query{Statuses: statuses}) {
		if len(a.Ledger.Orders) == 0 {
			return a
		}
	}
	s.t.Fatalf("nobody is %v", statuses)
	return nil
}

// now returns somebody as he is now.
func (s *stage) now(id data.ApplicationID) *data.Applicant {
	a, _ := s.Register.ByID(id)
	return a
}

func (s *stage) account(unit data.UnitID) *textbooks.Account {
	s.t.Helper()
	l, err := textbooks.Load(ctx, s.Desk)
	must(s.t, err)
	a, _ := l.Account(unit)
	return a
}

// top returns the supervising unit of a unit.
func (s *stage) top(unit data.UnitID) data.UnitID {
	for _, u := range s.AllUnits() {
		if u.ID == unit {
			return u.Supervising
		}
	}
	return ""
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func refused(t *testing.T, err error, code string) {
	t.Helper()
	if r, ok := data.AsRefusal(err); !ok || r.Code != code || r.Message == "" || r.Hint == "" {
		t.Errorf("got %v, want a refusal %s with the next step", err, code)
	}
}

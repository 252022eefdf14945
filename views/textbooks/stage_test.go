package textbooks_test

import (
	"context"
	"testing"

	"gongkao/app/demo"
	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	ordering "gongkao/app/textbooks"
	"gongkao/data"
	"gongkao/views/shell"
	"gongkao/views/shell/shelltest"
	"gongkao/views/textbooks"
)

var ctx = context.Background()

func stage(t testing.TB, size demo.Size) (*shelltest.Stage, *shelltest.Elsewhere) {
	t.Helper()
	s := shelltest.On(t, demotest.Open(t, office.Place{Folder: demotest.County(t, size)}))
	s.Add(shell.Textbooks, func() shell.Screen { return textbooks.NewScreen(s.Shell, s.Office) })
	elsewhere := s.Elsewhere(shell.Today, shell.Fees, shell.Papers)
	s.Go(shell.Route{Place: shell.Textbooks})
	return s, elsewhere
}

// ordered returns a supervising unit with orders.
func ordered(t testing.TB, s *shelltest.Stage) data.Unit {
	t.Helper()
	l, err := ordering.Load(ctx, s.Office)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range l.Accounts() {
		if a.Orders > 1 {
			return a.Unit
		}
	}
	t.Fatal("no unit has ordered")
	return data.Unit{}
}

func account(t testing.TB, s *shelltest.Stage, unit data.UnitID) *ordering.Account {
	t.Helper()
	l, err := ordering.Load(ctx, s.Office)
	if err != nil {
		t.Fatal(err)
	}
	a, _ := l.Account(unit)
	return a
}

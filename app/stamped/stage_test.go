package stamped_test

import (
	"context"
	"testing"
	"time"

	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/app/stamped"
	"gongkao/data"
	"gongkao/data/store"
)

var ctx = context.Background()

// stage is a practice county whose clock goes on by a second at every look.
type stage struct {
	stamped.Desk
	t testing.TB
}

func open(t testing.TB, people int) *stage {
	t.Helper()
	now := demotest.Season
	tick := func() time.Time { now = now.Add(time.Second); return now }
	d := demotest.Open(t, office.Place{Folder: demotest.County(t, demotest.Small(people)), Now: tick})
	papers, err := printing.Papers(d.Office.Folder)
	if err != nil {
		t.Fatal(err)
	}
	d.CallPapers(papers.Short)
	return &stage{stamped.Desk{Desk: d, Papers: papers}, t}
}

// print prints and returns the act.
func (s *stage) print(order printing.Order) data.Print {
	s.t.Helper()
	if _, err := printing.Print(ctx, s.Desk.Desk, s.Papers, order, func([]byte) error { return nil }); err != nil {
		s.t.Fatal(err)
	}
	return s.last()
}

func (s *stage) last() data.Print {
	s.t.Helper()
	prints, err := s.Prints(ctx)
	if err != nil {
		s.t.Fatal(err)
	}
	return prints[len(prints)-1]
}

// qr is what a scanner types of a sheet printed just now.
func (s *stage) qr(kind, code string) string {
	s.t.Helper()
	head := ""
	s.view(func(r *store.Reader) (err error) {
		head, err = r.RecordHead()
		return err
	})
	return "GK1:" + kind + ":26:" + data.Dashed(code) + ":" + upper(head)
}

func (s *stage) view(read func(*store.Reader) error) {
	s.t.Helper()
	if err := s.Office.Store.View(ctx, read); err != nil {
		s.t.Fatal(err)
	}
}

func (s *stage) amend(a *data.Applicant, key, text string) {
	s.t.Helper()
	if _, err := s.Amend(ctx, a.Application.ID, map[string]string{key: text}, ""); err != nil {
		s.t.Fatal(err)
	}
}

func (s *stage) find(text string) *stamped.Found {
	s.t.Helper()
	f, err := stamped.Find(ctx, s.Desk, text)
	if err != nil {
		s.t.Fatalf("%s: %v", text, err)
	}
	return f
}

// running are people whose form may be changed.
func (s *stage) running() []*data.Applicant {
	return s.Register.Find(registration.Query{Statuses: []data.Status{data.Submitted, data.Returned}})
}

func of(a *data.Applicant) registration.Query {
	return registration.Query{Numbers: []data.IDNumber{a.Person.IDNumber}}
}

package seasontest

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"pgregory.net/rapid"

	"gongkao/app/demo"
	"gongkao/app/demo/demotest"
	"gongkao/app/fees"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/app/results"
	"gongkao/app/review"
	"gongkao/app/textbooks"
	"gongkao/app/unitbook"
	"gongkao/data"
)

var bg = context.Background()

// Season is a practice county to which anything happens in any order.
type Season struct {
	*registration.Desk
	testing.TB
	at      time.Time
	books   *results.Books
	batches []data.BatchID
	changes []data.UnitChangeID
	written int
}

// Asked is a test, or a draw of one.
type Asked interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
	Errorf(string, ...any)
}

// Few lets a property be tried on so many seasons: each of their steps writes to a
// disk. Whoever asks for another number with -rapid.checks gets it.
func Few(t testing.TB, seasons int) {
	t.Helper()
	f := flag.Lookup("rapid.checks")
	if f.Value.String() != f.DefValue {
		return
	}
	set := func(n string) {
		if err := f.Value.Set(n); err != nil {
			t.Fatal(err)
		}
	}
	set(fmt.Sprint(seasons))
	t.Cleanup(func() { set(f.DefValue) })
}

// Whole is a small county at the end of its year: something of everything is on
// record.
var Whole = demo.Size{People: 40, Units: 12, Seed: 5, WholeSeason: true}

// Begin opens a copy of a county in December.
func Begin(t testing.TB, county string) *Season {
	t.Helper()
	folder, err := os.MkdirTemp(t.TempDir(), "县")
	if err == nil {
		err = os.CopyFS(folder, os.DirFS(county))
	}
	if err != nil {
		t.Fatal(err)
	}
	s := &Season{TB: t, at: time.Date(2026, 12, 8, 9, 0, 0, 0, time.UTC)}
	s.Desk = demotest.Open(t, office.Place{Folder: folder, Now: func() time.Time { s.at = s.at.Add(time.Second); return s.at }})
	if s.books, err = results.New(s.Desk); err != nil {
		t.Fatal(err)
	}
	return s
}

// Actions are all that may happen; check is called after each.
func (s *Season) Actions(check func()) map[string]func(*rapid.T) {
	return map[string]func(*rapid.T){
		"decide": s.decides, "reopen or cancel": s.reopens, "pay": s.pays, "correct": s.corrects, "order": s.orders, "void an order": s.voids,
		"hand up": s.handsUp, "score": s.scores, "admit": s.admits, "certify": s.certifies, "merge": s.merges, "unmerge": s.unmerges,
		"import": s.imports, "take back": s.takesBack, "": func(*rapid.T) { check() },
	}
}

// may lets a refusal with a way on be; anything else is a fault.
func (s *Season) may(t *rapid.T, err error) {
	if r, ok := data.AsRefusal(err); err != nil && (!ok || r.Message == "" || r.Hint == "") {
		t.Fatalf("not a refusal with a way on: %v", err)
	}
}

func (s *Season) anybody(t *rapid.T) *data.Applicant {
	return rapid.SampledFrom(s.Register.Find(registration.Query{})).Draw(t, "who")
}

func (s *Season) unit(t *rapid.T) data.Unit {
	return rapid.SampledFrom(s.AllUnits()).Draw(t, "unit")
}

// decides lets a clerk decide; what was decided before is opened again first.
func (s *Season) decides(t *rapid.T) {
	a := s.anybody(t)
	s.may(t, review.Reopen(bg, s.Desk, a.Application.ID, "查实有误"))
	if now, known := s.Register.ByID(a.Application.ID); known {
		a = now
	}
	ruling := review.Ruling{Decision: rapid.SampledFrom([]review.Decision{review.Submit, review.Approve, review.Return, review.Reject, review.Withdraw}).Draw(t, "decision")}
	if a.Application.Status == data.Returned {
		ruling.Answers = map[int]string{0: "已补"}
	}
	switch ruling.Decision {
	case review.Approve:
		ruling.Overrides = map[string]string{"window-closed": "市考试中心来函同意补审"}
	case review.Return, review.Reject, review.Withdraw:
		ruling.Reasons = []string{"试一试"}
	}
	_, err := review.Decide(bg, s.Desk, a, ruling)
	s.may(t, err)
}

func (s *Season) reopens(t *rapid.T) {
	do := rapid.SampledFrom([]func(context.Context, *registration.Desk, data.ApplicationID, string) error{review.Reopen, review.Reopen, review.Cancel}).Draw(t, "how")
	s.may(t, do(bg, s.Desk, s.anybody(t).Application.ID, "查实有误"))
}

func (s *Season) pays(t *rapid.T) {
	a := s.anybody(t)
	p := data.Payment{Application: a.Application.ID, Fen: rapid.SampledFrom([]data.Fen{0, 0, 1, 13000, 32000, 51000}).Draw(t, "fen"), Step: rapid.IntRange(0, 2).Draw(t, "step")}
	if p.Fen == 0 {
		p.Fen, p.Step = fees.Of(s.Office.Policy, a, s.Office.Today()).Owing(), 0
	}
	_, err := fees.Pay(bg, s.Desk, p, rapid.SampledFrom([]string{"", "本人这样缴的"}).Draw(t, "why"))
	s.may(t, err)
}

func (s *Season) corrects(t *rapid.T) {
	if all := fees.Entries(s.Register.Find(registration.Query{})); len(all) > 0 {
		_, err := fees.Correct(bg, s.Desk, rapid.SampledFrom(all).Draw(t, "entry").Payment.ID, "登记错了")
		s.may(t, err)
	}
}

func (s *Season) orders(t *rapid.T) {
	w := textbooks.Wish{Copies: rapid.IntRange(1, 4).Draw(t, "copies")}
	a := s.anybody(t)
	if w.Application = a.Application.ID; rapid.Bool().Draw(t, "own") {
		w.Application, w.Unit, w.Trade, w.Level = "", s.unit(t).ID, a.Application.Trade, a.Application.Level
	}
	_, err := textbooks.Order(bg, s.Desk, w)
	s.may(t, err)
}

func (s *Season) ledger(t *rapid.T) *textbooks.Ledger {
	l, err := textbooks.Load(bg, s.Desk)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func (s *Season) voids(t *rapid.T) {
	if all := s.ledger(t).Orders(""); len(all) > 0 {
		_, err := textbooks.VoidOrder(bg, s.Desk, rapid.SampledFrom(all).Draw(t, "order").ID, "不订了")
		s.may(t, err)
	}
}

func (s *Season) handsUp(t *rapid.T) {
	slip := data.BookSlip{Unit: s.unit(t).ID, Money: data.Fen(rapid.IntRange(1, 20000).Draw(t, "money")), Hand: "王会计"}
	_, _, err := textbooks.HandUp(bg, s.Desk, slip)
	s.may(t, err)
}

func (s *Season) scores(t *rapid.T) {
	e := results.Entry{Application: s.anybody(t).Application.ID, Mark: rapid.SampledFrom([]string{"59.9", "60", "95", "缺考", "101", ""}).Draw(t, "mark")}
	if rapid.Bool().Draw(t, "corrected") {
		e.Subject = rapid.SampledFrom([]string{"subject-computer", "subject-theory", "subject-evaluation"}).Draw(t, "subject")
		s.may(t, s.books.Correct(bg, e, "复核"))
		return
	}
	_, err := s.books.Score(bg, e)
	s.may(t, err)
}

func (s *Season) admits(t *rapid.T) {
	s.may(t, s.books.Admit(bg, []data.ApplicationID{s.anybody(t).Application.ID}))
}

func (s *Season) certifies(t *rapid.T) {
	id := s.anybody(t).Application.ID
	if rapid.IntRange(0, 3).Draw(t, "void") == 0 {
		s.may(t, s.books.VoidCertificate(bg, id, "写错"))
		return
	}
	s.written++
	s.may(t, s.books.Issue(bg, s.Office.Today(), []results.Numbered{{Application: id, Number: fmt.Sprint("试", s.written)}}))
}

func (s *Season) merges(t *rapid.T) {
	c, err := unitbook.Merge(bg, s.Desk, s.unit(t).ID, s.unit(t).ID, unitbook.Basis{Document: "罗编〔2026〕9号"})
	if s.may(t, err); err == nil {
		s.changes = append(s.changes, c.ID)
	}
}

func (s *Season) unmerges(t *rapid.T) {
	if len(s.changes) > 0 {
		s.may(t, unitbook.TakeBack(bg, s.Desk, rapid.SampledFrom(s.changes).Draw(t, "change"), "并错了"))
	}
}

// sheet writes a sheet to be imported.
func (s *Season) sheet(t *rapid.T, text string) string {
	s.written++
	path := filepath.Join(s.TempDir(), fmt.Sprintf("表%d.csv", s.written))
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

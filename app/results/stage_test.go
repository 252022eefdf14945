package results_test

import (
	"context"
	"testing"
	"time"

	"gongkao/app/demo"
	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/app/results"
	"gongkao/data"
	"gongkao/data/store"
)

var (
	bg       = context.Background()
	issued   = data.MustDate(2026, 11, 16)
	handed   = data.MustDate(2026, 11, 18)
	november = func() time.Time { return time.Date(2026, 11, 20, 9, 0, 0, 0, time.Local) }
)

// stage is a county in November, everybody approved, its books open.
type stage struct {
	*registration.Desk
	*results.Books
}

func newStage(t testing.TB, people int) stage {
	t.Helper()
	d := demotest.Open(t, office.Place{Folder: demotest.County(t, demo.Size{People: people, Units: 8, Seed: 7}), Now: november})
	_, err := d.Office.Store.Update(bg, data.OpPractice, "", func(tx *store.Tx) error {
		for _, a := range d.Register.Find(registration.Query{}) {
			app := a.Application
			app.Status = data.Approved
			if err := tx.PutApplication(app); err != nil {
				return err
			}
		}
		return nil
	})
	must(t, err)
	must(t, d.Reload(bg))
	b, err := results.New(d)
	must(t, err)
	return stage{d, b}
}

// of returns the nth of a level.
func (s stage) of(t testing.TB, level data.Level, n int) *data.Applicant {
	t.Helper()
	found := s.Register.Find(registration.Query{Level: level})
	if len(found) <= n {
		t.Fatalf("only %d of level %s", len(found), level)
	}
	return found[n]
}

func (s stage) again(a *data.Applicant) *data.Applicant {
	now, _ := s.Register.ByID(a.Application.ID)
	return now
}

func (s stage) result(a *data.Applicant) results.Result {
	return results.Of(s.Office.Policy, s.again(a))
}

func (s stage) score(t testing.TB, a *data.Applicant, subject, mark string) {
	t.Helper()
	_, err := s.Score(bg, results.Entry{Application: a.Application.ID, Subject: subject, Mark: mark})
	must(t, err)
}

// passed brings somebody to a result that is enough.
func (s stage) passed(t testing.TB, a *data.Applicant) {
	t.Helper()
	s.score(t, a, "", "78.5")
	if a.Application.Level == 1 {
		must(t, s.Admit(bg, ids(a)))
		s.score(t, a, policy.SubjectEvaluation, "80")
	}
}

// status moves somebody by force.
func (s stage) status(t fataler, a *data.Applicant, to data.Status) {
	t.Helper()
	app := s.again(a).Application
	app.Status = to
	_, err := s.Office.Store.Update(bg, data.OpPractice, "", func(tx *store.Tx) error { return tx.PutApplication(app) })
	must(t, err)
	_, err = s.Renew(bg, app.ID)
	must(t, err)
}

func ids(people ...*data.Applicant) (all []data.ApplicationID) {
	for _, a := range people {
		all = append(all, a.Application.ID)
	}
	return all
}

func numbered(a *data.Applicant, number string) []results.Numbered {
	return []results.Numbered{{Application: a.Application.ID, Number: number}}
}

func must(t fataler, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// refused wants a refusal of a code that says what to do next.
func refused(t *testing.T, err error, code string) {
	t.Helper()
	r, ok := data.AsRefusal(err)
	if !ok || r.Code != code {
		t.Errorf("%v, want the refusal %s", err, code)
		return
	}
	if r.Message == "" || r.Hint == "" {
		t.Errorf("%s says %q, %q", code, r.Message, r.Hint)
	}
}

// fataler is a test, or a draw of one.
type fataler interface {
	Helper()
	Fatal(...any)
}

package review_test

import (
	"context"
	"testing"
	"time"

	"gongkao/app/demo/demotest"
	"gongkao/app/eligibility"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/app/review"
	"gongkao/data"
	"gongkao/data/store"
)

var bg = context.Background()

// counter is a practice county at which one clerk after another sits.
type counter struct {
	testing.TB
	folder string
	at     time.Time
	*registration.Desk
}

// passphrases of the clerks besides the county's own.
var passphrases = map[string]string{"李卫东": "第二位的口令", "王秀英": "第三位的口令"}

func open(t testing.TB) *counter {
	c := &counter{TB: t, folder: demotest.County(t, demotest.Small(60)), at: time.Date(2026, 4, 10, 9, 0, 0, 0, time.UTC)}
	c.sit("")
	t.Cleanup(func() { c.must(c.Office.Close()) })
	return c
}

// sit opens the county as a clerk; "" is its own.
func (c *counter) sit(clerk string) {
	c.Helper()
	if c.Desk != nil {
		c.must(c.Office.Close())
	}
	o, err := office.Open(bg, office.Place{Folder: c.folder, Passphrase: passphrases[clerk], Now: func() time.Time { c.at = c.at.Add(time.Second); return c.at }})
	c.must(err)
	c.Desk, err = registration.NewDesk(bg, o)
	c.must(err)
	if clerk != "" && o.Clerk != clerk {
		c.Fatalf("signed in as %s, not %s", o.Clerk, clerk)
	}
}

// withSecond adds two more clerks and asks for two at every application.
func (c *counter) withSecond() *counter {
	c.Helper()
	for name, passphrase := range passphrases {
		c.must(c.Office.AddUser(bg, name, passphrase))
	}
	c.must(review.SetOptions(bg, c.Desk, data.ReviewOptions{Second: data.SecondAll}))
	return c
}

func (c *counter) must(err error) {
	c.Helper()
	if err != nil {
		c.Fatal(err)
	}
}

func (c *counter) refused(err error, code string) {
	c.Helper()
	if !data.HasCode(err, code) {
		c.Errorf("got %v, want a refusal %s", err, code)
	}
}

// waiting finds somebody who waits for review and of whom the rules say so.
func (c *counter) waiting(outcome eligibility.Outcome) data.ApplicationID {
	c.Helper()
	for _, id := range review.Queue(c.Desk, "") {
		a, _ := c.Register.ByID(id)
		if c.Judge(a).Outcome == outcome {
			return id
		}
	}
	c.Fatalf("nobody waits whom the rules call %s", outcome)
	return ""
}

// put gives an application a status, by no door.
func (c *counter) put(id data.ApplicationID, status data.Status) {
	c.Helper()
	a, _ := c.Register.ByID(id)
	app := a.Application
	app.Status = status
	_, err := c.Office.Store.Update(bg, data.OpPractice, "", func(tx *store.Tx) error { return tx.PutApplication(app) })
	c.must(err)
	c.Register.Replace(id, app)
}

func (c *counter) status(id data.ApplicationID) data.Status {
	a, _ := c.Register.ByID(id)
	return a.Application.Status
}

func (c *counter) begin(id data.ApplicationID) *review.Case {
	c.Helper()
	k, err := review.Begin(bg, c.Desk, id)
	c.must(err)
	return k
}

// agree ticks everything: agrees where that may be, sets aside what blocks.
func (c *counter) agree(k *review.Case) {
	c.Helper()
	for key := k.Next(""); key != ""; key = k.Next(key) {
		if err := k.Tick(bg, key, data.Agrees, ""); data.HasCode(err, "blocked") {
			c.must(k.Tick(bg, key, data.Overrides, review.Excuses[0]))
		} else {
			c.must(err)
		}
	}
}

func (c *counter) decisions(id data.ApplicationID) (all []data.Decision) {
	c.Helper()
	c.must(c.Office.Store.View(bg, func(r *store.Reader) (err error) {
		all, err = r.Decisions(id)
		return err
	}))
	return all
}

func (c *counter) last(id data.ApplicationID) data.Decision {
	c.Helper()
	all := c.decisions(id)
	if len(all) == 0 {
		c.Fatal("no decision on record")
	}
	return all[len(all)-1]
}

// clause finds the first clause that stands so.
func clause(t testing.TB, k *review.Case, severity eligibility.Severity) string {
	t.Helper()
	for _, s := range k.Steps() {
		if s.Severity == severity {
			return s.Key
		}
	}
	t.Fatalf("no clause stands %q", severity)
	return ""
}

package fees_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"gongkao/app/demo/demotest"
	"gongkao/app/fees"
	"gongkao/app/office"
	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/data"
	"gongkao/data/store"
)

var (
	bg      = context.Background()
	lastDay = data.MustDate(2026, 5, 20)
	payday  = data.MustDate(2026, 5, 8)
)

// till is a practice county whose people are approved and nobody has paid.
type till struct {
	testing.TB
	*registration.Desk
	at     time.Time
	people []data.ApplicationID
}

// open opens a county with so many approved people on 10 May, who have the levels
// 3, 4, 5, 1, 2 in turn.
func open(t testing.TB, people int) *till {
	t.Helper()
	c := &till{TB: t, at: time.Date(2026, 5, 10, 9, 0, 0, 0, time.UTC)}
	c.Desk = demotest.Open(t, office.Place{Folder: demotest.County(t, demotest.Small(people)), Now: func() time.Time { c.at = c.at.Add(time.Millisecond); return c.at }})
	levels := []data.Level{3, 4, 5, 1, 2}
	c.update(func(tx *store.Tx) error {
		for i, a := range c.Register.Find(registration.Query{}) {
			for _, p := range a.Ledger.Payments {
				p.Void = "演练"
				c.must(tx.PutPayment(p))
			}
			if a.Ledger.Slip != nil {
				c.must(tx.PutPaymentSlip(data.PaymentSlip{ID: a.Application.ID}))
			}
			app := a.Application
			app.Status, app.Level = data.Approved, levels[i%len(levels)]
			c.must(tx.PutApplication(app))
			c.people = append(c.people, app.ID)
		}
		return nil
	})
	c.must(c.Reload(bg))
	return c
}

func (c *till) must(err error) {
	c.Helper()
	if err != nil {
		c.Fatal(err)
	}
}

func (c *till) refused(err error, code string) {
	c.Helper()
	if !data.HasCode(err, code) {
		c.Errorf("got %v, want a refusal %s", err, code)
	}
}

func (c *till) update(do func(*store.Tx) error) {
	c.Helper()
	_, err := c.Office.Store.Update(bg, data.OpPractice, "", do)
	c.must(err)
}

func (c *till) person(i int) *data.Applicant {
	c.Helper()
	a, known := c.Register.ByID(c.people[i])
	if !known {
		c.Fatalf("person %d is not in the register", i)
	}
	return a
}

func (c *till) account(i int) fees.Account {
	return fees.Of(c.Office.Policy, c.person(i), c.Office.Today())
}

// put gives an application a status, by no door.
func (c *till) put(i int, status data.Status) {
	app := c.person(i).Application
	app.Status = status
	c.update(func(tx *store.Tx) error { return tx.PutApplication(app) })
	c.Register.Replace(app.ID, app)
}

// admit lets somebody enter the evaluation.
func (c *till) admit(i int) {
	id := c.people[i]
	c.update(func(tx *store.Tx) error {
		return tx.PutEvaluation(data.Evaluation{ID: id, Entered: c.Office.Today(), By: c.Office.Clerk, At: tx.Now()})
	})
	_, err := c.Renew(bg, id)
	c.must(err)
}

// signOff puts the last day to pay in force.
func (c *till) signOff(id string) {
	c.Helper()
	p, err := c.Office.Policy.SignOff(c.Office.Policy.Only(id).Key(), map[string]any{"due": lastDay}, policy.Signature{By: "王建国", On: payday, Basis: "缴费通知"})
	c.must(err)
	c.Office.Policy = p
}

func (c *till) pay(i int, fen data.Fen, reference string) (data.Payment, error) {
	return fees.Pay(bg, c.Desk, data.Payment{Application: c.people[i], Fen: fen, Paid: payday, Reference: reference}, "")
}

// row is a row of a sheet.
func row(n int, texts map[string]string) sheets.LedgerRow {
	r := sheets.LedgerRow{Row: n, Texts: map[string]string{}, Cells: map[string]string{}}
	for key, text := range texts {
		if text != "" {
			r.Texts[key] = text
		}
		r.Cells[key] = fmt.Sprintf("%s%d", key, n)
	}
	return r
}

func of(a *data.Applicant, yuan, reference string) map[string]string {
	return map[string]string{"id_number": string(a.Person.IDNumber), "name": a.Person.Name, "amount": yuan, "paid_on": payday.String(), "reference": reference}
}

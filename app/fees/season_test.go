package fees_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"gongkao/app/demo/seasontest"
	"gongkao/app/fees"
	"gongkao/app/fees/feestest"
	"gongkao/app/intake"
	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/app/review"
	"gongkao/app/sheets"
	"gongkao/data"
	"gongkao/data/store"
)

// season is a county in which anything happens in any order.
type season struct {
	*till
	batches []data.BatchID
}

var (
	statuses = []data.Status{data.Submitted, data.Approved, data.Approved, data.Reported, data.Rejected, data.Withdrawn}
	amounts  = []data.Fen{0, 13000, 27500, 32000, 36500, 38000, 47000, 51000, 1}
)

func (s *season) anybody(t *rapid.T) int {
	return rapid.IntRange(0, len(s.people)-1).Draw(t, "who")
}

func (s *season) approve(t *rapid.T) {
	s.put(s.anybody(t), rapid.SampledFrom(statuses).Draw(t, "status"))
}

// pays is a payment typed by hand, right or wrong, said to be so or not.
func (s *season) pays(t *rapid.T) {
	i := s.anybody(t)
	p := data.Payment{Application: s.people[i], Fen: rapid.SampledFrom(amounts).Draw(t, "fen"), Step: rapid.IntRange(0, 2).Draw(t, "step"),
		Reference: rapid.SampledFrom([]string{"", "", "甲", "乙", "丙"}).Draw(t, "reference")}
	if acc := s.account(i); p.Fen == 0 {
		p.Fen, p.Step = acc.Owing(), 0
	}
	_, err := fees.Pay(bg, s.Desk, p, rapid.SampledFrom([]string{"", "本人这样缴的"}).Draw(t, "why"))
	s.may(t, err)
}

func (s *season) may(t *rapid.T, err error) {
	if err == nil {
		return
	}
	if r, ok := data.AsRefusal(err); !ok || r.Message == "" || r.Hint == "" {
		t.Fatalf("not a refusal with a way on: %v", err)
	}
}

func (s *season) corrects(t *rapid.T) {
	entries := fees.Entries(s.Register.Find(registration.Query{}))
	if len(entries) == 0 {
		return
	}
	e := rapid.SampledFrom(entries).Draw(t, "entry")
	_, err := fees.Correct(bg, s.Desk, e.Payment.ID, "登记错了")
	s.may(t, err)
}

func (s *season) reconciles(t *rapid.T) {
	sheet := fees.NewSheet(s.Desk)
	var rows []sheets.LedgerRow
	for n := range rapid.IntRange(1, 6).Draw(t, "rows") {
		fen := rapid.SampledFrom(amounts).Draw(t, "fen")
		rows = append(rows, row(n+2, of(s.person(s.anybody(t)), fen.String(), rapid.SampledFrom([]string{"", "丁", "戊"}).Draw(t, "reference"))))
	}
	sheet.Sort(rows)
	s.batches = append(s.batches, feestest.Take(s, s.Desk, sheet))
}

func (s *season) takesBack(t *rapid.T) {
	if len(s.batches) == 0 {
		return
	}
	_, err := intake.TakeBack(bg, s.Desk, rapid.SampledFrom(s.batches).Draw(t, "batch"), "导错了")
	s.may(t, err)
}

func (s *season) admits(t *rapid.T) { s.admit(s.anybody(t)) }

func (s *season) slip(t *rapid.T) {
	s.may(t, fees.ReturnSlip(bg, s.Desk, s.people[s.anybody(t)]))
}

func (s *season) passes(t *rapid.T) {
	s.at = s.at.AddDate(0, 0, rapid.IntRange(1, 12).Draw(t, "days"))
}

func (s *season) signs(t *rapid.T) {
	s.signOff(rapid.SampledFrom([]string{policy.PaymentDue, policy.EvaluationPaymentDue}).Draw(t, "row"))
}

// agree: every total, however it is cut, is the sum of the people as they lie on
// the disk, and so is every list.
func (s *season) agree(t *rapid.T) {
	p, today := s.Office.Policy, s.Office.Today()
	people := s.Register.Find(registration.Query{})
	whole := fees.Sum(p, people, today)
	var disk []*data.Applicant
	s.must(s.Office.Store.View(bg, func(r *store.Reader) (err error) {
		disk, err = r.Applicants(p.Year)
		return err
	}))
	if onDisk := fees.Sum(p, disk, today); onDisk != whole {
		t.Fatalf("the disk says %+v, the register %+v", onDisk, whole)
	}
	if whole.Due+whole.Over != whole.Paid+whole.Owing+whole.Forgone {
		t.Fatalf("the sum does not come out: %+v", whole)
	}
	byHand(t, disk, whole)
	var units, supervising, levels, single fees.Total
	for _, l := range fees.ByUnit(p, people, today) {
		units = plus(units, l.Total)
	}
	for _, l := range fees.BySupervising(p, people, today) {
		supervising = plus(supervising, l.Total)
	}
	for _, l := range fees.ByLevel(p, people, today) {
		levels = plus(levels, l.Total)
	}
	unpaid, lapsed := 0, 0
	for _, a := range people {
		single = plus(single, fees.Sum(p, []*data.Applicant{a}, today))
		if s.Has(a, registration.Unpaid) {
			unpaid++
		}
		if fees.Of(p, a, today).Lapsed() {
			lapsed++
			if review.Standing(s.Desk, a) != data.Lapsed {
				t.Fatalf("%s gave up, and stands as %s", a.Person.Name, review.Standing(s.Desk, a))
			}
		}
	}
	for name, sum := range map[string]fees.Total{"units": units, "supervising units": supervising, "levels": levels, "people": single} {
		if sum != whole {
			t.Fatalf("%s add up to %+v, not %+v", name, sum, whole)
		}
	}
	if unpaid != whole.Unpaid || lapsed != whole.Lapsed {
		t.Fatalf("lists say %d unpaid and %d lapsed, the sum %+v", unpaid, lapsed, whole)
	}
}

// byHand adds up the records themselves, without the package.
func byHand(t *rapid.T, people []*data.Applicant, whole fees.Total) {
	table := map[data.Level]data.Fen{5: 27500, 4: 32000, 3: 36500, 2: 47000, 1: 38000}
	var due, paid, days data.Fen
	for _, a := range people {
		if st := a.Application.Status; st == data.Approved || st == data.Reported {
			due += table[a.Application.Level]
			if a.Application.Level == 1 && a.Ledger.Evaluation.Admitted() {
				due += 13000
			}
		}
		for _, p := range a.Ledger.Payments {
			if p.Void == "" {
				paid += p.Fen
			}
		}
	}
	for _, d := range fees.ByDay(people) {
		days += d.Paid
	}
	if due != whole.Due || paid != whole.Paid || days != paid {
		t.Fatalf("by hand due %v paid %v, by day %v, the sum says %+v", due, paid, days, whole)
	}
}

func plus(a, b fees.Total) fees.Total {
	return fees.Total{
		People: a.People + b.People, Approved: a.Approved + b.Approved, Due: a.Due + b.Due, Paid: a.Paid + b.Paid, Settled: a.Settled + b.Settled,
		Unpaid: a.Unpaid + b.Unpaid, Owing: a.Owing + b.Owing, Lapsed: a.Lapsed + b.Lapsed, Forgone: a.Forgone + b.Forgone,
		Differs: a.Differs + b.Differs, Over: a.Over + b.Over, Slipless: a.Slipless + b.Slipless,
	}
}

// fresh lets a season begin: everybody is approved, nobody has paid, no day is
// signed off.
func (c *till) fresh(shipped *policy.Policy) *season {
	c.Office.Policy, c.at = shipped, time.Date(2026, 5, 10, 9, 0, 0, 0, time.UTC)
	c.update(func(tx *store.Tx) error {
		for _, a := range c.Register.Find(registration.Query{}) {
			app := a.Application
			app.Status = data.Approved
			c.must(tx.PutApplication(app))
			if a.Ledger.Evaluation != nil {
				c.must(tx.PutEvaluation(data.Evaluation{ID: a.Application.ID}))
			}
			for _, p := range a.Ledger.Payments {
				if p.Void == "" {
					p.Void = "上一季"
					c.must(tx.PutPayment(p))
				}
			}
		}
		return nil
	})
	c.must(c.Reload(bg))
	return &season{till: c}
}

func TestTotalsAreTheSumOfThePeopleWhateverHappens(t *testing.T) {
	seasontest.Few(t, 10)
	c := open(t, 24)
	shipped := c.Office.Policy
	rapid.Check(t, func(t *rapid.T) {
		s := c.fresh(shipped)
		t.Repeat(map[string]func(*rapid.T){
			"approve": s.approve, "pay": s.pays, "correct": s.corrects, "reconcile": s.reconciles, "take back": s.takesBack,
			"admit": s.admits, "slip": s.slip, "time": s.passes, "sign off": s.signs, "": s.agree,
		})
	})
}

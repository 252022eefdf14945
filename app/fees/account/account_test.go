package account_test

import (
	"testing"

	"gongkao/app/fees/account"
	"gongkao/app/policy"
	"gongkao/assets"
	"gongkao/data"
)

var (
	lastDay = data.MustDate(2026, 5, 20)
	before  = data.MustDate(2026, 5, 10)
	after   = data.MustDate(2026, 5, 21)
)

func shipped(t testing.TB) *policy.Policy {
	t.Helper()
	p, err := policy.Load(assets.Files, "", 2026)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// with is the policy with a last day of a step, signed off or not.
func with(t testing.TB, p *policy.Policy, id string, signed bool) *policy.Policy {
	t.Helper()
	row, values := p.Only(id), map[string]any{"due": lastDay}
	change := func() (*policy.Policy, error) { return p.Change(row.Key(), values) }
	if signed {
		change = func() (*policy.Policy, error) {
			return p.SignOff(row.Key(), values, policy.Signature{By: "王建国", On: before, Basis: "缴费通知"})
		}
	}
	next, err := change()
	if err != nil {
		t.Fatal(err)
	}
	return next
}

func person(level data.Level, status data.Status, payments ...data.Payment) *data.Applicant {
	return &data.Applicant{Application: data.Application{Level: level, Status: status}, Ledger: data.Ledger{Payments: payments}}
}

func paid(step int, fen data.Fen, day data.Date) data.Payment {
	return data.Payment{Step: step, Fen: fen, Paid: day}
}

func TestTheFeeIsDueOnApprovalAndNotBefore(t *testing.T) {
	p := shipped(t)
	fees := map[data.Level]data.Fen{5: 27500, 4: 32000, 3: 36500, 2: 47000, 1: 38000}
	for level, fee := range fees {
		for _, status := range []data.Status{data.Draft, data.Submitted, data.Returned, data.Rejected, data.Withdrawn, data.Cancelled, data.Carried} {
			if acc := account.Of(p, person(level, status), before); acc.Due != 0 || acc.Unpaid() {
				t.Errorf("level %d, %s: %v due", level, status, acc.Due)
			}
		}
		for _, status := range []data.Status{data.Approved, data.Reported} {
			if acc := account.Of(p, person(level, status), before); acc.Due != fee || acc.Owing() != fee || !acc.Unpaid() {
				t.Errorf("level %d, %s: %v due, want %v", level, status, acc.Due, fee)
			}
		}
	}
}

func TestLevelOnePaysASecondTimeOnEnteringTheEvaluation(t *testing.T) {
	p := shipped(t)
	a := person(1, data.Approved, paid(1, 38000, before))
	if acc := account.Of(p, a, before); !acc.Settled() || acc.Due != 38000 {
		t.Errorf("before the evaluation: %+v", acc)
	}
	a.Ledger.Evaluation = &data.Evaluation{Entered: before}
	acc := account.Of(p, a, before)
	if acc.Due != 51000 || acc.Owing() != 13000 || acc.Settled() {
		t.Errorf("in the evaluation: %+v", acc)
	}
	for _, s := range acc.Steps {
		if s.Collector != "省工考管理机构" {
			t.Errorf("step %d is collected by %q", s.Step, s.Collector)
		}
	}
	a.Ledger.Evaluation.Entered = data.Date{}
	a.Ledger.Payments = append(a.Ledger.Payments, paid(2, 13000, before))
	if acc := account.Of(p, a, before); acc.Over() != 13000 || !acc.Differs() {
		t.Errorf("the second fee paid by somebody taken out of the evaluation: %+v", acc)
	}
}

func TestWhoPaidNothingLapsesAfterASignedOffDayAndNotBefore(t *testing.T) {
	p := shipped(t)
	open, signed := with(t, p, policy.PaymentDue, false), with(t, p, policy.PaymentDue, true)
	unpaid := person(3, data.Approved)
	for _, c := range []struct {
		name   string
		policy *policy.Policy
		person *data.Applicant
		today  data.Date
		lapsed bool
	}{
		{"no day is known", p, unpaid, data.MustDate(2027, 1, 1), false},
		{"the day is not signed off", open, unpaid, data.MustDate(2027, 1, 1), false},
		{"on the last day", signed, unpaid, lastDay, false},
		{"the day after", signed, unpaid, after, true},
		{"who has paid", signed, person(3, data.Approved, paid(1, 36500, lastDay)), after, false},
		{"who has paid too little", signed, person(3, data.Approved, paid(1, 100, lastDay)), after, false},
		{"who has paid too late", signed, person(3, data.Approved, paid(1, 36500, after)), after, false},
		{"whose payment is void", signed, person(3, data.Approved, data.Payment{Step: 1, Fen: 36500, Paid: lastDay, Void: "记错了人"}), after, true},
		{"who is not approved", signed, person(3, data.Submitted), after, false},
	} {
		acc := account.Of(c.policy, c.person, c.today)
		if acc.Lapsed() != c.lapsed {
			t.Errorf("%s: lapsed is %v", c.name, acc.Lapsed())
		}
		if acc.Lapsed() && acc.Unpaid() {
			t.Errorf("%s: money is awaited of somebody who gave up", c.name)
		}
	}
}

func TestTheEvaluationHasALastDayOfItsOwn(t *testing.T) {
	p := with(t, shipped(t), policy.EvaluationPaymentDue, true)
	a := person(1, data.Approved, paid(1, 38000, before))
	a.Ledger.Evaluation = &data.Evaluation{Entered: before}
	if acc := account.Of(p, a, lastDay); acc.Lapsed() {
		t.Error("lapsed on the last day")
	}
	if acc := account.Of(p, a, after); !acc.Lapsed() {
		t.Error("not lapsed the day after")
	}
}

func TestMoneyThatIsNotWhatIsDueStandsOut(t *testing.T) {
	p := with(t, shipped(t), policy.PaymentDue, true)
	for _, c := range []struct {
		name    string
		person  *data.Applicant
		differs bool
		owes    data.Fen
		tooMuch data.Fen
	}{
		{"nothing paid", person(3, data.Approved), false, 36500, 0},
		{"all paid", person(3, data.Approved, paid(1, 36500, before)), false, 0, 0},
		{"in two parts", person(3, data.Approved, paid(1, 20000, before), paid(1, 16500, before)), false, 0, 0},
		{"too little", person(3, data.Approved, paid(1, 32000, before)), true, 4500, 0},
		{"too much", person(3, data.Approved, paid(1, 47000, before)), true, 0, 10500},
		{"too late", person(3, data.Approved, paid(1, 36500, after)), true, 0, 0},
		{"not due", person(3, data.Withdrawn, paid(1, 36500, before)), true, 0, 36500},
		{"a step the level has not", person(3, data.Approved, paid(2, 13000, before)), true, 36500, 13000},
	} {
		acc := account.Of(p, c.person, before)
		if acc.Differs() != c.differs || acc.Owing() != c.owes || acc.Over() != c.tooMuch {
			t.Errorf("%s: differs %v, owes %v, over %v", c.name, acc.Differs(), acc.Owing(), acc.Over())
		}
	}
}

func BenchmarkTotalsOf100000(b *testing.B) {
	p := with(b, shipped(b), policy.PaymentDue, true)
	people := make([]*data.Applicant, 100_000)
	for i := range people {
		people[i] = person(data.Level(1+i%5), data.Approved)
		people[i].Unit = string(rune('一' + i%1000))
		if i%3 > 0 {
			people[i].Ledger.Payments = []data.Payment{paid(1, 36500, before.AddDays(i%10))}
		}
	}
	b.ResetTimer()
	for range b.N {
		account.Sum(p, people, after)
		account.By(p, people, after, func(a *data.Applicant) string { return a.Unit })
		account.By(p, people, after, func(a *data.Applicant) data.Level { return a.Application.Level })
		account.ByDay(people)
	}
}

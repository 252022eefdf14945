package fees_test

import (
	"fmt"
	"testing"
	"time"

	"gongkao/app/fees"
	"gongkao/app/fees/feestest"
	"gongkao/app/intake"
	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/data"
	"gongkao/data/store"
)

// sorted sorts one row and returns its codes and whether it entered.
func (c *till) sorted(s *fees.Sheet, texts map[string]string) (codes string, enters bool) {
	before := len(s.Matches())
	for _, p := range s.Sort([]sheets.LedgerRow{row(5, texts)})[0] {
		if p.Message == "" || p.Hint == "" {
			c.Errorf("%s says nothing: %+v", p.Code, p)
		}
		if enters := len(s.Matches()) > before; enters != p.Warning() {
			c.Errorf("%s: entered is %v, a warning %v", p.Code, enters, p.Warning())
		}
		codes += p.Code + " "
	}
	return codes, len(s.Matches()) > before
}

func TestASheetSortsMoneyFromStrangersDoublesAndDoubts(t *testing.T) {
	c := open(t, 20)
	c.signOff(policy.PaymentDue)
	c.at = c.at.AddDate(0, 0, 20)
	_, err := c.pay(1, 32000, "已缴")
	c.must(err)
	c.put(2, data.Returned)
	with := func(m map[string]string, key, text string) map[string]string { m[key] = text; return m }
	s := fees.NewSheet(c.Desk)
	for _, x := range []struct {
		name, codes string
		texts       map[string]string
	}{
		{"what is owed", "", of(c.person(0), "365.00", "甲")},
		{"the same line again", "pay-twice ", of(c.person(0), "365.00", "甲")},
		{"the same step again", "pay-double ", of(c.person(0), "365.00", "乙")},
		{"another's reference", "pay-shared ", of(c.person(5), "365.00", "甲")},
		{"paid before", "pay-double ", of(c.person(1), "320", "丙")},
		{"a stranger", "pay-stranger ", map[string]string{"id_number": "411503198109010027", "amount": "320"}},
		{"an impossible number", "id-checksum ", map[string]string{"id_number": "411503198109010020", "amount": "320"}},
		{"not approved", "pay-not-due ", of(c.person(2), "275", "丁")},
		{"too little", "pay-short ", of(c.person(4), "365", "戊")},
		{"too much", "pay-over ", of(c.person(6), "365", "己")},
		{"too late", "pay-late ", with(of(c.person(7), "275", "庚"), "paid_on", "2026-05-21 10:33:01")},
		{"no amount", "pay-amount ", with(of(c.person(8), "", ""), "amount", "三百")},
		{"a refund", "pay-amount ", of(c.person(8), "-380", "")},
		{"nothing", "pay-amount ", of(c.person(8), "0.00", "")},
		{"no day, when the last one is over", "pay-undated pay-late ", with(of(c.person(9), "470", ""), "paid_on", "")},
		{"no such day", "pay-date ", with(of(c.person(8), "380", ""), "paid_on", "2026-05")},
		{"tomorrow", "pay-date ", with(of(c.person(8), "380", ""), "paid_on", "2027-05-01")},
		{"no such step", "pay-step ", with(of(c.person(8), "380", ""), "step", "三")},
		{"a step not due", "pay-not-due ", with(of(c.person(8), "130", ""), "step", "评审费")},
	} {
		codes, enters := c.sorted(s, x.texts)
		if codes != x.codes {
			t.Errorf("%s: %q, want %q", x.name, codes, x.codes)
		}
		if x.codes == "" && !enters {
			t.Errorf("%s: did not enter", x.name)
		}
	}
	if c.account(0).Paid != 0 {
		t.Error("sorting has changed something")
	}
}

func TestPeopleWithoutANumberAreFoundByNameAndAmountOrAsked(t *testing.T) {
	c := open(t, 20)
	name := func(i int, name string) {
		a := *c.person(i)
		a.Person.Name = name
		c.update(func(tx *store.Tx) error { return tx.PutPerson(a.Person) })
		_, err := c.Renew(bg, c.people[i])
		c.must(err)
	}
	for i, n := range []string{"张伟", "张伟", "李静", "王芳", "李静", "李静", "李静"} {
		name(i, n)
	}
	s := fees.NewSheet(c.Desk)
	for _, x := range []struct{ name, amount, unit, codes string }{
		{"张伟", "320", "", ""}, // level 4, the other is level 3
		{"王芳", "380", "", ""},
		{"王芳", "275", "", "pay-ambiguous "},
		{"李静", "470", "", ""},
		{"李静", "275", "", ""},
		{"张伟", "999", "", "pay-ambiguous "},
		{"张伟", "365", "没有这个单位的单位", "pay-stranger "},
		{"赵没有", "365", "", "pay-stranger "},
	} {
		codes, _ := c.sorted(s, map[string]string{"name": x.name, "amount": x.amount, "unit": x.unit, "paid_on": "2026.5.8"})
		if codes != x.codes {
			t.Errorf("%s %s: %q, want %q", x.name, x.amount, codes, x.codes)
		}
	}
	if !s.Matches()[0].ByName || s.Matches()[0].Applicant.Application.ID != c.people[1] {
		t.Errorf("张伟 is %+v", s.Matches()[0])
	}
}

func TestLevelOnesSecondFeeGoesToTheSecondStep(t *testing.T) {
	c := open(t, 20)
	c.admit(3)
	s := fees.NewSheet(c.Desk)
	for _, x := range []struct{ yuan, step string }{{"130", ""}, {"380", ""}} {
		if codes, enters := c.sorted(s, of(c.person(3), x.yuan, "")); codes != "" || !enters {
			t.Fatalf("%s: %s", x.yuan, codes)
		}
	}
	feestest.Take(c, c.Desk, s)
	if acc := c.account(3); !acc.Settled() || acc.Differs() || acc.StepOf(2).Paid != 13000 {
		t.Errorf("the account is %+v", acc)
	}
}

// newest is the payment of somebody that was entered last.
func (c *till) newest(i int) data.Payment {
	all := c.person(i).Ledger.Payments
	return all[len(all)-1]
}

func TestABatchIsTakenBackWholeAndStaysToBeRead(t *testing.T) {
	c := open(t, 20)
	_, err := c.pay(9, 47000, "")
	c.must(err)
	s := fees.NewSheet(c.Desk)
	for i := range 3 {
		c.sorted(s, of(c.person(i), c.account(i).Owing().String(), fmt.Sprint("批", i)))
	}
	batch := feestest.Take(c, c.Desk, s)
	first := c.newest(0)
	_, err = fees.Correct(bg, c.Desk, first.ID, "本人另缴")
	c.must(err)
	_, err = intake.TakeBack(bg, c.Desk, batch, "")
	c.refused(err, "reason-missing")
	_, err = intake.TakeBack(bg, c.Desk, "没有", "错")
	c.refused(err, "batch-unknown")
	taken, err := intake.TakeBack(bg, c.Desk, batch, "导错了表")
	c.must(err)
	if taken.Removed != 2 {
		t.Errorf("%d payments taken back, want 2", taken.Removed)
	}
	_, err = intake.TakeBack(bg, c.Desk, batch, "再来")
	c.refused(err, "batch-void")
	for i, why := range []string{"本人另缴", "整批撤销：导错了表", "整批撤销：导错了表"} {
		if p := c.newest(i); p.Void != why {
			t.Errorf("person %d: %q", i, p.Void)
		}
	}
	if acc := c.account(9); acc.Paid != 47000 {
		t.Error("another's payment went with it")
	}
	again := fees.NewSheet(c.Desk)
	if codes, enters := c.sorted(again, of(c.person(1), "320", "批1")); !enters {
		t.Errorf("the sheet cannot come again: %s", codes)
	}
}

func BenchmarkReconciling10000(b *testing.B) {
	c := open(b, 10_000)
	var rows []sheets.LedgerRow
	for i := range c.people {
		acc := c.account(i)
		rows = append(rows, row(i+2, of(c.person(i), acc.Owing().String(), fmt.Sprint("流水", i))))
	}
	b.ResetTimer()
	for range b.N {
		start := time.Now()
		s := fees.NewSheet(c.Desk)
		s.Sort(rows)
		sorted := time.Since(start)
		batch := feestest.Take(c, c.Desk, s)
		b.ReportMetric(sorted.Seconds(), "s/sort")
		b.ReportMetric(time.Since(start).Seconds(), "s/whole")
		b.StopTimer()
		if got := fees.Sum(c.Office.Policy, c.Register.Find(registration.Query{}), c.Office.Today()); got.Owing != 0 || got.Settled != len(rows) {
			b.Fatalf("reconciled to %+v", got)
		}
		_, err := intake.TakeBack(bg, c.Desk, batch, "再测一次")
		c.must(err)
		b.StartTimer()
	}
}

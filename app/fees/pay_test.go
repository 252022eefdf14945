package fees_test

import (
	"strings"
	"testing"

	"gongkao/app/fees"
	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/app/review"
	"gongkao/data"
)

func TestMoneyPaidIsOnRecordAndSettles(t *testing.T) {
	c := open(t, 20)
	p, err := c.pay(0, 36500, " 2026 0508-1 ")
	c.must(err)
	if acc := c.account(0); !acc.Settled() || acc.Paid != 36500 || !acc.Unslipped() {
		t.Errorf("the account is %+v", acc)
	}
	if p.Reference != "20260508-1" || p.Step != 1 || p.By == "" {
		t.Errorf("it is on record as %+v", p)
	}
	if !c.Has(c.person(0), registration.Slipless) || c.Has(c.person(0), registration.Unpaid) || !c.Has(c.person(1), registration.Unpaid) {
		t.Error("the flags do not say so")
	}
}

func TestWhatIsNoPaymentOrOddIsRefusedAndChangesNothing(t *testing.T) {
	c := open(t, 20)
	c.signOff(policy.PaymentDue)
	_, err := c.pay(1, 32000, "一")
	c.must(err)
	c.put(2, data.Submitted)
	late := data.MustDate(2026, 5, 25)
	c.at = c.at.AddDate(0, 0, 20)
	for _, x := range []struct {
		code    string
		payment data.Payment
	}{
		{"not-found", data.Payment{Application: "谁也不是", Fen: 1}},
		{"pay-amount", data.Payment{Application: c.people[0]}},
		{"pay-amount", data.Payment{Application: c.people[0], Fen: -36500}},
		{"pay-date", data.Payment{Application: c.people[0], Fen: 36500, Paid: data.MustDate(2027, 1, 1)}},
		{"pay-reference", data.Payment{Application: c.people[0], Fen: 36500, Reference: strings.Repeat("1", 61)}},
		{"pay-not-due", data.Payment{Application: c.people[2], Fen: 27500}},
		{"pay-not-due", data.Payment{Application: c.people[3], Step: 2, Fen: 13000}},
		{"pay-not-due", data.Payment{Application: c.people[0], Step: 2, Fen: 13000}},
		{"pay-twice", data.Payment{Application: c.people[1], Fen: 32000}},
		{"pay-twice", data.Payment{Application: c.people[0], Fen: 36500, Reference: "一"}},
		{"pay-short", data.Payment{Application: c.people[0], Fen: 36400, Paid: payday}},
		{"pay-over", data.Payment{Application: c.people[0], Fen: 36600, Paid: payday}},
		{"pay-late", data.Payment{Application: c.people[0], Fen: 36500, Paid: late}},
	} {
		before := fees.Sum(c.Office.Policy, c.Register.Find(registration.Query{}), c.Office.Today())
		_, err := fees.Pay(bg, c.Desk, x.payment, "")
		c.refused(err, x.code)
		if r, ok := data.AsRefusal(err); !ok || r.Message == "" || r.Hint == "" {
			t.Errorf("%s says %v", x.code, err)
		}
		if after := fees.Sum(c.Office.Policy, c.Register.Find(registration.Query{}), c.Office.Today()); after != before {
			t.Errorf("%s changed %+v to %+v", x.code, before, after)
		}
	}
}

func TestMoneyReallyPaidOddlyIsWrittenWithItsReasonAndStandsOut(t *testing.T) {
	c := open(t, 20)
	_, err := fees.Pay(bg, c.Desk, data.Payment{Application: c.people[0], Fen: 32000, Paid: payday}, "按四级缴的，已通知补足")
	c.must(err)
	if acc := c.account(0); !acc.Differs() || acc.Owing() != 4500 || !c.Has(c.person(0), registration.Differs) {
		t.Errorf("the account is %+v", acc)
	}
	_, err = c.pay(0, 4500, "")
	c.must(err)
	if acc := c.account(0); acc.Differs() || !acc.Settled() {
		t.Errorf("made up, it is %+v", acc)
	}
}

func TestAWrongEntryIsMadeVoidWithItsReasonAndStays(t *testing.T) {
	c := open(t, 20)
	p, err := c.pay(0, 36500, "错")
	c.must(err)
	_, err = fees.Correct(bg, c.Desk, p.ID, " ")
	c.refused(err, "reason-missing")
	_, err = fees.Correct(bg, c.Desk, "没有", "x")
	c.refused(err, "pay-unknown")
	_, err = fees.Correct(bg, c.Desk, p.ID, "记错了人")
	c.must(err)
	_, err = fees.Correct(bg, c.Desk, p.ID, "再来")
	c.refused(err, "pay-void")
	a := c.person(0)
	if c.newest(0).Void != "记错了人" || c.account(0).Paid != 0 {
		t.Errorf("on record is %+v", a.Ledger.Payments)
	}
	_, err = c.pay(1, 32000, "错") // its reference is free again
	c.must(err)
	events, err := c.Timeline(bg, a.Application.ID)
	c.must(err)
	for i, want := range []string{"缴费记录作废（记错了人）：365.00 元，2026年5月8日缴，流水号 错", "缴费 365.00 元，2026年5月8日缴，流水号 错"} {
		if events[i].Words != want || events[i].Kind != registration.EventPayment {
			t.Errorf("the story says %q", events[i].Words)
		}
		_, err := c.Undo(bg, a.Application.ID, events[i])
		c.refused(err, "undo-none")
		if r, _ := data.AsRefusal(err); !strings.Contains(r.Hint, "请用更正，写明理由") && !strings.Contains(r.Hint, "更正，写明理由") {
			t.Errorf("undoing says %v", err)
		}
	}
}

func TestTheSignedSlipComesBackOnceAndCanBeTakenBack(t *testing.T) {
	c := open(t, 20)
	c.put(1, data.Draft)
	c.refused(fees.ReturnSlip(bg, c.Desk, c.people[1]), "pay-not-due")
	c.refused(fees.ReturnSlip(bg, c.Desk, "没有"), "not-found")
	c.must(fees.ReturnSlip(bg, c.Desk, c.people[0]))
	c.refused(fees.ReturnSlip(bg, c.Desk, c.people[0]), "slip-back")
	_, err := c.pay(0, 36500, "")
	c.must(err)
	if acc := c.account(0); acc.Unslipped() || !acc.Slip {
		t.Errorf("the account is %+v", acc)
	}
	events, err := c.Timeline(bg, c.people[0])
	c.must(err)
	if events[1].Words != "缴费前信息确认单已签字交回" {
		t.Errorf("the story says %q", events[1].Words)
	}
	_, err = c.Undo(bg, c.people[0], events[1])
	c.must(err)
	if acc := c.account(0); acc.Slip {
		t.Error("the slip is still back")
	}
	c.must(fees.ReturnSlip(bg, c.Desk, c.people[0]))
}

func TestUnpaidPeopleLapseForEveryReaderOnTheSameDay(t *testing.T) {
	c := open(t, 20)
	c.signOff(policy.PaymentDue)
	_, err := c.pay(0, 36500, "")
	c.must(err)
	for _, day := range []struct {
		at     data.Date
		lapsed bool
	}{{lastDay, false}, {lastDay.AddDays(1), true}} {
		c.at = c.at.AddDate(0, 0, c.Office.Today().DaysUntil(day.at))
		if got := review.Standing(c.Desk, c.person(1)) == data.Lapsed; got != day.lapsed {
			t.Errorf("%s: lapsed is %v", day.at, got)
		}
		if got := c.Has(c.person(1), registration.GivenUp); got != day.lapsed || c.Has(c.person(1), registration.Unpaid) == day.lapsed {
			t.Errorf("%s: given up is %v", day.at, got)
		}
		if review.Standing(c.Desk, c.person(0)) == data.Lapsed {
			t.Errorf("%s: who has paid has lapsed", day.at)
		}
	}
}

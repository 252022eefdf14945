package dossier_test

import (
	"slices"
	"testing"

	"gongkao/app/dossier"
	"gongkao/data"
)

func TestOriginalsComeInGoOutAndTheBalanceHolds(t *testing.T) {
	s := newStage(t)
	before, err := s.Balance(bg)
	must(t, err)
	a := s.undecided(t)
	item := func(slot string, n int) data.CustodyItem {
		return data.CustodyItem{Application: a.Application.ID, Slot: slot, Pieces: n}
	}
	slip := data.Custody{Unit: a.Application.Unit, Hand: "张会计", Items: []data.CustodyItem{item("id-card", 1), item("certificate", 2)}}
	got, err := s.Receive(bg, slip)
	must(t, err)
	if got.ID == "" || got.By != s.Office.Clerk || got.At.IsZero() {
		t.Errorf("the slip: %+v", got)
	}
	slip.Items = []data.CustodyItem{item("certificate", 1)}
	_, err = s.GiveBack(bg, slip)
	must(t, err)
	balance, err := s.Balance(bg)
	must(t, err)
	balance = dossier.Balance{Received: balance.Received - before.Received, Returned: balance.Returned - before.Returned, Held: balance.Held - before.Held}
	if balance.String() != "收 3 退 1 在库 2" {
		t.Errorf("the balance: %s", balance)
	}
	slip.Items = []data.CustodyItem{item("certificate", 1), item("certificate", 1)}
	_, err = s.GiveBack(bg, slip)
	refused(t, err, "not-in-custody")
	refused(t, s.Void(bg, got.ID, "登记错了"), "not-in-custody")

	lying, err := s.Held(bg, s.Office.Today())
	must(t, err)
	lying = of(a, lying)
	if len(lying) != 2 || lying[0].Slot != "certificate" || lying[0].Pieces != 1 || lying[0].Overdue {
		t.Errorf("lying here: %+v", lying)
	}
	late, err := s.Overdue(bg, data.MustDate(2026, 4, 16))
	must(t, err)
	if late = of(a, late); len(late) != 2 {
		t.Errorf("after the review has ended %d are overdue, want 2", len(late))
	}
}

// of keeps what lies here of one person.
func of(a *data.Applicant, lying []dossier.Lying) []dossier.Lying {
	return slices.DeleteFunc(lying, func(l dossier.Lying) bool { return l.Applicant.Application.ID != a.Application.ID })
}

func TestASlipThatCannotBeIsRefused(t *testing.T) {
	s := newStage(t)
	before, err := s.Balance(bg)
	must(t, err)
	a := s.undecided(t)
	good := data.Custody{Unit: a.Application.Unit, Hand: "张会计", Items: []data.CustodyItem{{Application: a.Application.ID, Slot: "id-card", Pieces: 1}}}
	for _, c := range []struct {
		code string
		mar  func(c *data.Custody)
	}{
		{"hand-missing", func(c *data.Custody) { c.Hand = "" }},
		{"slip-empty", func(c *data.Custody) { c.Items = nil }},
		{"pieces", func(c *data.Custody) { c.Items[0].Pieces = 100 }},
		{"pieces", func(c *data.Custody) { c.Items[0].Pieces = 0 }},
		{"slip-unit", func(c *data.Custody) { c.Unit = "other" }},
		{"slot-unknown", func(c *data.Custody) { c.Items[0].Slot = "public-notice" }},
	} {
		bad := good
		bad.Items = append([]data.CustodyItem(nil), good.Items...)
		c.mar(&bad)
		_, err := s.Receive(bg, bad)
		refused(t, err, c.code)
	}
	balance, err := s.Balance(bg)
	must(t, err)
	if balance != before {
		t.Errorf("received all the same: %s", balance)
	}
	slip, err := s.Receive(bg, good)
	must(t, err)
	refused(t, s.Void(bg, slip.ID, ""), "reason-missing")
	must(t, s.Void(bg, slip.ID, "登记错了单位"))
	if balance, err = s.Balance(bg); err != nil || balance.Held != before.Held {
		t.Errorf("a slip that does not count: %s %v", balance, err)
	}
}

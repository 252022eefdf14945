package terminal

import (
	"strings"
	"testing"

	"gongkao/app/demo/demotest"
	"gongkao/app/demo/seasontest"
	"gongkao/app/office"
	"gongkao/data"
)

func TestEveryCommandThatCountsComesToTheSumOfThePeople(t *testing.T) {
	d := newDesk(t)
	d.env = nil
	d.must("demo", "--people", "120", "--units", "12", "--seed", "7", "--whole-season")
	var by seasontest.County
	t.Run("by hand", func(t *testing.T) { by = seasontest.ByHand(t, demotest.Open(t, office.Place{Folder: d.folder})) }) // closed again: one program at a time
	type figures struct {
		People   int
		Approved int
		Due      data.Fen `json:"due_fen"`
		Paid     data.Fen `json:"paid_fen"`
	}
	want := figures{by.Applied.People, by.Applied.Approved, by.Applied.Due, by.Applied.Paid}
	for _, cut := range []string{"level", "trade", "unit", "level,trade,unit", "supervising_unit,status", "sex,age,path"} {
		var rows []figures
		var sum figures
		d.read(&rows, "stats", "--by", cut)
		for _, r := range rows {
			sum = figures{sum.People + r.People, sum.Approved + r.Approved, sum.Due + r.Due, sum.Paid + r.Paid}
		}
		if sum != want {
			t.Errorf("stats --by %s comes to %+v, the people to %+v", cut, sum, want)
		}
	}
	listAgrees(d, by.All)
	var totals []struct {
		Copies int
		Amount data.Fen `json:"amount_fen"`
	}
	d.read(&totals, "textbooks", "totals")
	copies, amount := by.All.Copies+by.Own.Copies, by.All.Amount+by.Own.Amount
	if totals[0].Copies != copies || totals[0].Amount != amount {
		t.Errorf("textbooks totals say %+v, the orders come to %d and %s", totals[0], copies, amount)
	}
	if words := d.must("textbooks", "orders"); !strings.Contains(words, amount.String()+" 元（"+amount.Capital()+"）") {
		t.Errorf("the orders do not come to %s", amount)
	}
	if words := d.must("pay"); !strings.Contains(words, "应缴 "+by.All.Due.String()+" 元，已缴 "+by.All.Paid.String()+" 元") {
		t.Errorf("pay does not say %s and %s", by.All.Due, by.All.Paid)
	}
}

// listAgrees sums the list, person by person.
func listAgrees(d *desk, want seasontest.Sums) {
	d.t.Helper()
	var people []struct {
		Due         data.Fen `json:"fee_due_fen"`
		Paid        data.Fen `json:"fee_paid_fen"`
		Textbooks   int
		Status      string
		Result      string
		Certificate string `json:"certificate_no"`
	}
	d.read(&people, "list")
	got := seasontest.Sums{People: len(people), Amount: want.Amount}
	counts := map[string]*int{"pending": &got.Pending, "passed": &got.Passed, "failed": &got.Failed, "absent": &got.Absent}
	for _, p := range people {
		got.Due, got.Paid, got.Copies = got.Due+p.Due, got.Paid+p.Paid, got.Copies+p.Textbooks
		if p.Certificate != "" {
			got.Certificates++
		}
		if p.Status == "approved" || p.Status == "reported" {
			got.Approved++
			*counts[p.Result]++
		}
	}
	if got != want {
		d.t.Errorf("the list comes to %+v, the people to %+v", got, want)
	}
}

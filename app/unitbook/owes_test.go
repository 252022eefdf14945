package unitbook_test

import (
	"testing"

	"gongkao/app/registration"
	"gongkao/app/unitbook"
	"gongkao/data"
)

func TestWhatASupervisingUnitOwesIsTheSumOfItsUnits(t *testing.T) {
	c := open(t)
	b := c.book()
	for _, top := range b.Supervising() {
		sum := map[string]unitbook.Item{}
		for _, it := range b.Items(top.ID) {
			sum[it.ID] = it
		}
		var due, people int
		for _, u := range append([]data.Unit{{ID: top.ID}}, b.Below(top.ID)...) {
			for _, a := range c.Register.Find(registration.Query{Statuses: registration.Running}) {
				if a.Application.Unit != u.ID {
					continue
				}
				people++
				if a.Application.Status != data.Draft {
					due++
				}
			}
		}
		if got := sum["first-review"]; got.Due != people || got.Done != due {
			t.Errorf("%s: %+v, want %d of %d", top.Name, got, due, people)
		}
		if sum[unitbook.ItemConfirmation].Due != 1 || sum[unitbook.ItemForm].Due != 1 || sum[unitbook.ItemForm].By != data.MustDate(2026, 3, 13) {
			t.Errorf("%s: %+v", top.Name, sum)
		}
	}
}

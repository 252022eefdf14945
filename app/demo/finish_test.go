package demo_test

import (
	"context"
	"testing"
	"time"

	"gongkao/app/demo"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/app/results"
	"gongkao/data"
)

func TestAWholeSeasonEndsInDecemberAndItsClockGoesOnFromThere(t *testing.T) {
	folder := county(t, demo.Size{People: 120, Units: 12, Seed: 7, WholeSeason: true})
	o, err := demo.Visit(context.Background(), office.Place{Folder: folder})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := o.Close(); err != nil {
			t.Error(err)
		}
	}()
	if today := o.Today(); today.Year != 2026 || time.Month(today.Month) != time.December {
		t.Errorf("the clock says %s", today)
	}
	d, err := registration.NewDesk(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	all := d.Register.Find(registration.Query{})
	n := results.Count(o.Policy, all)
	for what, there := range map[string]bool{
		"scores that are wanting": n.Scored < n.People, "passed": n.Passed > 0, "failed": n.Failed > 0, "absent": n.Absent > 0, "admitted to the evaluation": n.Admitted > 0,
		"certificates that lie here": n.Collected < n.Issued, "archives closed": n.Filed > 0, "more passed than failed": n.Passed > n.Failed,
	} {
		if !there {
			t.Errorf("not %s: %+v", what, n)
		}
	}
	if waiting := d.Register.Find(registration.Query{Statuses: []data.Status{data.Submitted}}); len(waiting) > 0 {
		t.Errorf("%d still wait for review", len(waiting))
	}
}

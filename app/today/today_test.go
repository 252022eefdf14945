package today_test

import (
	"context"
	"testing"
	"time"

	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/registration"
	"gongkao/app/today"
	"gongkao/data"
)

func practice(t *testing.T, people int) *registration.Desk {
	t.Helper()
	zone := time.FixedZone("CST", 8*3600)
	return demotest.Open(t, office.Place{Folder: demotest.County(t, demotest.Small(people)), Now: func() time.Time { return time.Date(2026, 4, 2, 9, 42, 0, 0, zone) }})
}

func TestEveryNumberIsTheLengthOfTheListItOpens(t *testing.T) {
	d := practice(t, 120)
	page, err := today.Morning(context.Background(), d, d.Office.Today())
	if err != nil {
		t.Fatal(err)
	}
	counted := 0
	for _, q := range page.Queues {
		if q.Tray || q.Silent {
			continue
		}
		if got := len(d.Select(q.Opens)); got != q.Count {
			t.Errorf("%s counts %d and opens %d", q.Name, q.Count, got)
		}
		counted += q.Count
		if q.Count > 0 && (q.Earliest.IsZero() || q.Units == 0 || q.First == "") {
			t.Errorf("%s does not know since when: %+v", q.Name, q)
		}
	}
	if p := page.Progress; counted == 0 || p.All != 120 || p.Decided+p.Submitted+p.Returned+p.Draft != p.All {
		t.Errorf("%d wait; progress %+v", counted, p)
	}
}

func TestDeadlinesAreCountedFromTheDay(t *testing.T) {
	d := practice(t, 10)
	for day, want := range map[data.Date]struct {
		id   string
		left int
	}{
		data.MustDate(2026, 4, 2): {"first-review", 5}, data.MustDate(2026, 4, 7): {"first-review", 0}, data.MustDate(2026, 4, 8): {"registration", 0}, data.MustDate(2026, 12, 31): {"evaluation", 0},
	} {
		page, err := today.Morning(context.Background(), d, day)
		if err != nil {
			t.Fatal(err)
		}
		if first := page.Deadlines[0]; first.ID != want.id || first.DaysLeft != want.left {
			t.Errorf("on %s the next is %s in %d days, want %+v", day, first.ID, first.DaysLeft, want)
		}
	}
	if page, _ := today.Morning(context.Background(), d, data.MustDate(2027, 1, 1)); len(page.Deadlines) != 0 {
		t.Errorf("after the year: %+v", page.Deadlines)
	}
}

func TestAPersonEnteredTodayCountsAsDoneToday(t *testing.T) {
	d := practice(t, 10)
	before, _ := today.Morning(context.Background(), d, data.DateOf(time.Now()))
	_, err := d.Enter(context.Background(), data.Applicant{Person: data.Person{Name: "刘𬱖", IDNumber: "411503198109010027"},
		Application: data.Application{Trade: "农艺工", Level: 4}, Unit: d.AllUnits()[0].Name})
	if err != nil {
		t.Fatal(err)
	}
	after, _ := today.Morning(context.Background(), d, data.DateOf(time.Now().In(d.Office.Now().Location())))
	if after.Done.Entered != before.Done.Entered+1 {
		t.Errorf("done today: %+v, before %+v", after.Done, before.Done)
	}
}

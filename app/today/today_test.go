package today_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"gongkao/app/demo/demotest"
	"gongkao/app/office"
	"gongkao/app/paper"
	"gongkao/app/policy"
	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/app/today"
	"gongkao/assets"
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
		if q.Counts != today.People {
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

func morning(t testing.TB, d *registration.Desk, day data.Date) today.Page {
	t.Helper()
	page, err := today.Morning(context.Background(), d, day)
	if err != nil {
		t.Fatal(err)
	}
	return page
}

func TestEveryDayOf2026ShowsTheDeadlinesThatAreNotPast(t *testing.T) {
	d := practice(t, 10)
	days := map[string]data.Date{
		"unit-changes": data.MustDate(2026, 3, 12), "unit-names": data.MustDate(2026, 3, 13), "first-review": data.MustDate(2026, 4, 7), "registration": data.MustDate(2026, 4, 8),
		"review": data.MustDate(2026, 4, 15), "training": data.MustDate(2026, 7, 31), "exams": data.MustDate(2026, 9, 30), "commitment-due": data.MustDate(2026, 9, 30), "evaluation": data.MustDate(2026, 12, 31),
	}
	for day := data.MustDate(2026, 1, 1); day.Year == 2026; day = day.AddDays(1) {
		page, seen := morning(t, d, day), map[string]bool{}
		last := 0
		for _, dl := range page.Deadlines {
			seen[dl.ID] = true
			if dl.To != days[dl.ID] || day.AddDays(dl.DaysLeft) != dl.To || dl.DaysLeft < last || dl.WorkingLeft > dl.DaysLeft {
				t.Errorf("on %s: %+v", day, dl)
			}
			last = dl.DaysLeft
		}
		for id, to := range days {
			if seen[id] == day.After(to) {
				t.Errorf("on %s %s (%s) is shown: %v", day, id, to, seen[id])
			}
		}
	}
}

func TestWorkingDaysLeftLeaveTheHolidayOut(t *testing.T) {
	d := practice(t, 10)
	first := morning(t, d, data.MustDate(2026, 4, 2)).Deadlines[0]
	if first.ID != "first-review" || first.DaysLeft != 5 || first.WorkingLeft != 2 {
		t.Errorf("%+v: 清明 lies between", first)
	}
}

func TestTheClashOfTheNoticeIsShownAndNotMended(t *testing.T) {
	page := morning(t, practice(t, 60), data.MustDate(2026, 4, 2))
	first, registering := page.Deadlines[0], page.Deadlines[1]
	if first.To != data.MustDate(2026, 4, 7) || registering.To != data.MustDate(2026, 4, 8) || registering.Clash != "8 日报名的赶不上 7 日的初审" || first.Clash != "" {
		t.Errorf("%+v, %+v", first, registering)
	}
}

func TestWhatStandsInTheWayIsCounted(t *testing.T) {
	d := practice(t, 120)
	page := morning(t, d, data.MustDate(2026, 3, 12))
	for _, dl := range page.Deadlines {
		switch dl.ID {
		case "unit-names":
			if dl.Open != page.Count("unit-unconfirmed") {
				t.Errorf("%+v", dl)
			}
		case "first-review", "registration":
			if dl.Open != page.Progress.Draft || dl.Open > 0 && !strings.Contains(dl.Way, "草稿") {
				t.Errorf("%+v", dl)
			}
		case "review":
			if dl.Open != page.Progress.Submitted || !strings.Contains(dl.Way, "每个工作日约") {
				t.Errorf("%+v", dl)
			}
		case "commitment-due":
			if dl.Open != page.Count("commitment") || dl.Open == 0 {
				t.Errorf("%+v", dl)
			}
		}
	}
}

func TestTheDayToPayJoinsTheCalendarUnconfirmed(t *testing.T) {
	d := practice(t, 10)
	text := strings.Replace(d.Office.Policy.Text, "rule = \"payment-due\"\ndue = \"\"", "rule = \"payment-due\"\ndue = \"2026-04-30\"", 1)
	p, err := policy.Parse(2026, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	d.Office.Adopt(p)
	has := func(day data.Date) bool {
		return slices.ContainsFunc(morning(t, d, day).Deadlines, func(dl today.Deadline) bool {
			return dl.ID == policy.PaymentDue && dl.To == data.MustDate(2026, 4, 30) && dl.Unconfirmed
		})
	}
	if !has(data.MustDate(2026, 4, 2)) || has(data.MustDate(2026, 5, 1)) {
		t.Error("the day to pay is not shown until it is past")
	}
}

func TestPromisesLapseTheDayAfterTheirLastAndNotBefore(t *testing.T) {
	d := practice(t, 120)
	before, on, after := morning(t, d, data.MustDate(2026, 9, 29)), morning(t, d, data.MustDate(2026, 9, 30)), morning(t, d, data.MustDate(2026, 10, 1))
	if before.Count("lapsed") != 0 || on.Count("lapsed") != 0 || after.Count("lapsed") == 0 || after.Count("lapsed") != after.Count("commitment") {
		t.Errorf("%d, %d, %d lapsed of %d", before.Count("lapsed"), on.Count("lapsed"), after.Count("lapsed"), after.Count("commitment"))
	}
	if got := d.Select(registration.Selection{Flags: []registration.Flag{registration.Overtime}}); len(got) != after.Count("lapsed") {
		t.Errorf("the list holds %d", len(got))
	}
}

func printRoster(t testing.TB, d *registration.Desk) {
	t.Helper()
	papers, err := paper.Load(assets.Files)
	if err != nil {
		t.Fatal(err)
	}
	order := printing.Order{Paper: "roster"}
	if _, err := printing.Print(context.Background(), d, papers, order, func([]byte) error { return nil }); err != nil {
		t.Fatal(err)
	}
}

func TestWhoseRecordChangedAfterPrintingIsToBePrintedAgain(t *testing.T) {
	d := practice(t, 40)
	count := func() int {
		t.Helper()
		page := morning(t, d, d.Office.Today())
		return page.Count("printed-changed")
	}
	if n := count(); n != 0 {
		t.Errorf("%d changed before anything was printed", n)
	}
	printRoster(t, d)
	if n := count(); n != 0 {
		t.Errorf("%d changed, and nobody touched them", n)
	}
	a := d.Register.Find(registration.Query{Statuses: []data.Status{data.Submitted}})[0]
	if _, err := d.Amend(context.Background(), a.Application.ID, map[string]string{"phone": "13800000000"}, ""); err != nil {
		t.Fatal(err)
	}
	if n := count(); n != 1 {
		t.Errorf("%d changed, want 1", n)
	}
	printRoster(t, d)
	if n := count(); n != 0 {
		t.Errorf("%d changed after it was printed again", n)
	}
}

func TestTwoPeopleOfOneNameAndBirthdayAreShownTogether(t *testing.T) {
	d := practice(t, 10)
	for _, number := range []string{"411503198109010027", "411502198109010022"} {
		n := data.WithCheckDigit(number[:17])
		_, err := d.Enter(context.Background(), data.Applicant{Person: data.Person{Name: "重名人", IDNumber: n},
			Application: data.Application{Trade: "农艺工", Level: 4}, Unit: d.AllUnits()[0].Name})
		if err != nil {
			t.Fatal(err)
		}
	}
	page := morning(t, d, d.Office.Today())
	if page.Count("duplicates") != 2 {
		t.Errorf("%d look like one another", page.Count("duplicates"))
	}
}

func TestOriginalsAreCountedByPerson(t *testing.T) {
	d := practice(t, 120)
	page := morning(t, d, data.MustDate(2026, 5, 1))
	for _, q := range page.Queues {
		if q.ID == "originals" && (q.Count == 0 || q.Earliest.IsZero() || !strings.Contains(q.Words, "该退了")) {
			t.Errorf("%+v", q)
		}
	}
}

package terminal

import (
	"slices"
	"testing"
	"time"

	"gongkao/data"
)

// morning is what today says of a day, and the lists that go with it.
type morning struct {
	lapsed, unpaid, owed, days int // days: left to pay, -1 when the day is past
}

func (d *desk) morning(args ...string) morning {
	d.t.Helper()
	var page struct {
		Deadlines []struct {
			ID   string
			Left int `json:"days_left"`
		}
		Queues []struct {
			ID    string
			Count int
		}
	}
	d.read(&page, append([]string{"today"}, args...)...)
	m := morning{days: -1}
	at := map[string]*int{"lapsed": &m.lapsed, "unpaid": &m.unpaid, "commitment": &m.owed}
	for _, q := range page.Queues {
		if n := at[q.ID]; n != nil {
			*n = q.Count
		}
	}
	for _, dl := range page.Deadlines {
		if dl.ID == "payment-due" {
			m.days = dl.Left
		}
	}
	return m
}

func TestWhoDoesNotPayOrKeepAPromiseLapsesTheDayAfterAndNotBefore(t *testing.T) {
	d := newDesk(t)
	d.env = nil
	d.must("demo", "--people", "120", "--units", "12", "--seed", "7")
	d.now = time.Date(2026, time.May, 4, 9, 0, 0, 0, time.UTC)
	awaited := d.morning()
	if later := d.morning("--as-of", "2026-12-31"); awaited.unpaid == 0 || awaited.days != -1 || later.unpaid != awaited.unpaid || later.lapsed != later.owed {
		t.Fatalf("nobody gives up by a day that nobody signed off: %+v, %+v", awaited, later)
	}
	d.signOff(data.MustDate(2026, 5, 20))
	promises := d.morning("--as-of", "2026-10-01").owed
	var giveUp int
	for _, day := range []struct {
		date           data.Date
		left           int
		gaveUp, unkept bool
	}{
		{data.MustDate(2026, 5, 19), 1, false, false}, {data.MustDate(2026, 5, 20), 0, false, false}, {data.MustDate(2026, 5, 21), -1, true, false},
		{data.MustDate(2026, 9, 29), -1, true, false}, {data.MustDate(2026, 9, 30), -1, true, false}, {data.MustDate(2026, 10, 1), -1, true, true},
	} {
		d.now = time.Date(2026, time.May, 4, 9, 0, 0, 0, time.UTC)
		asked := d.morning("--as-of", day.date.String())
		d.now = time.Date(2026, time.Month(day.date.Month), day.date.Day, 9, 0, 0, 0, time.UTC)
		come := d.morning()
		if asked != come || come.days != day.left {
			t.Errorf("on %s the page says %+v, asked before it said %+v", day.date, come, asked)
		}
		var lapsed []struct {
			Status, Standing string
		}
		d.read(&lapsed, "list", "--status", "lapsed")
		if len(lapsed) != come.lapsed || slices.ContainsFunc(lapsed, func(p struct{ Status, Standing string }) bool { return p.Standing != "lapsed" || p.Status == "lapsed" }) {
			t.Errorf("on %s %d are listed as lapsed, the page counts %d", day.date, len(lapsed), come.lapsed)
		}
		switch {
		case !day.gaveUp && (come.lapsed != 0 || come.unpaid != awaited.unpaid):
			t.Errorf("on %s somebody has given up already: %+v", day.date, come)
		case day.gaveUp && !day.unkept && (come.lapsed == 0 || come.unpaid >= awaited.unpaid):
			t.Errorf("on %s nobody has given up: %+v", day.date, come)
		case day.unkept && (come.lapsed <= giveUp || come.lapsed > giveUp+promises || d.unkept() != promises):
			t.Errorf("on %s %d promises, %d unkept by check: %+v", day.date, promises, d.unkept(), come)
		case !day.unkept && d.unkept() != 0:
			t.Errorf("on %s %d promises count as broken", day.date, d.unkept())
		}
		giveUp = max(giveUp, come.lapsed)
	}
}

// unkept counts those of whom check says that a promise was not kept in time.
func (d *desk) unkept() (n int) {
	d.t.Helper()
	var verdicts []struct {
		Findings []struct{ Rule, Severity string }
	}
	d.read(&verdicts, "check")
	for _, v := range verdicts {
		if slices.ContainsFunc(v.Findings, func(f struct{ Rule, Severity string }) bool {
			return f.Rule == "commitment-lapsed" && f.Severity == "block"
		}) {
			n++
		}
	}
	return n
}

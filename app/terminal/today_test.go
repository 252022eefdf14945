package terminal

import (
	"strings"
	"testing"
)

func TestTodayAsOfSaysDaysAndQueues(t *testing.T) {
	d := practice(t)
	var page struct {
		Day       string
		Deadlines []struct {
			ID, Date, Name string
			DaysLeft       int `json:"days_left"`
			WorkingLeft    int `json:"working_days_left"`
		}
		Queues []struct {
			ID    string
			Count int
		}
	}
	d.read(&page, "today", "--as-of", "2026-04-02")
	if first := page.Deadlines[0]; page.Day != "2026-04-02" || first.ID != "first-review" || first.Date != "2026-04-07" || first.DaysLeft != 5 || first.WorkingLeft != 2 {
		t.Errorf("%+v", page)
	}
	ids := map[string]bool{}
	for _, q := range page.Queues {
		ids[q.ID] = true
	}
	for _, id := range []string{"draft", "submitted", "returned", "commitment", "unpaid", "confirm", "unit-silent", "import-tray", "originals", "printed-changed", "duplicates", "lapsed", "unit-unconfirmed", "forms-owed"} {
		if !ids[id] {
			t.Errorf("%s is not counted", id)
		}
	}
	d.read(&page, "today", "--as-of", "2027-02-01")
	if len(page.Deadlines) != 0 {
		t.Errorf("after the year: %+v", page.Deadlines)
	}
	d.refuses("today", "--as-of", "4月2日")
	words := d.must("today", "--as-of", "2026-04-02")
	for _, want := range []string{"2026年4月2日", "单位完成初审", "还有 5 天，工作日 2 天", "待审", "未缴费"} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is not said: %s", want, words)
		}
	}
}

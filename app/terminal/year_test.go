package terminal

import (
	"path/filepath"
	"testing"
)

// yearOpened is what year open answers.
type yearOpened struct {
	Year, People, Units, Working int
	Left                         []leftLine
	TakenBack                    bool `json:"taken_back"`
}

func TestAYearIsOpenedLookedBackFromAndTakenBack(t *testing.T) {
	d := practice(t)
	var people []person
	d.read(&people, "list")
	for _, wrong := range []string{"2026", "2025", "2028", "2029"} {
		d.refuses("year", "open", wrong)
	}
	var got yearOpened
	d.read(&got, "year", "open", "2027")
	if got.Year != 2027 || got.Units != 12 || got.People+len(got.Left) != len(people) || got.Working != 2027 {
		t.Errorf("%+v of %d people", got, len(people))
	}
	d.refuses("year", "open", "2027")
	var now []struct{ Status string }
	if d.read(&now, "list"); len(now) != got.People || now[0].Status != "carried" {
		t.Errorf("%d people, %+v", len(now), now[0])
	}
	var verdicts []struct{ Findings []struct{ Rule string } }
	if d.read(&verdicts, "check"); len(verdicts) != 0 {
		t.Errorf("%d people are judged who have not applied", len(verdicts))
	}
	var then []person
	if d.read(&then, "--year", "2026", "list"); len(then) != len(people) {
		t.Errorf("%d of %d people a year ago", len(then), len(people))
	}
	d.must("--year", "2026", "print", "roster", "--out", filepath.Join(t.TempDir(), "去年.pdf"))
	d.refuses("--year", "2026", "review", "--id", then[0].IDNumber, "--decision", "withdraw", "--reason", "不报了")
	d.refuses("--year", "2024", "list")
	if d.read(&got, "year", "open", "2027", "--take-back"); !got.TakenBack || got.Working != 2026 {
		t.Errorf("%+v", got)
	}
	var years []yearLine
	if d.read(&years, "year"); len(years) != 2 || !years[0].Working || !years[1].TakenBack {
		t.Errorf("%+v", years)
	}
	d.must("verify")
}

func TestLastYearsRosterEntersWhoeverCameOver(t *testing.T) {
	d := practice(t)
	roster := filepath.Join(t.TempDir(), "花名册.xlsx")
	d.must("export", "roster", "--level", "4", "--out", roster)
	var applied []person
	d.read(&applied, "list", "--level", "4")
	d.must("year", "open", "2027")
	var before, after []struct{ Status string }
	d.read(&before, "list")
	d.must("import", roster)
	d.read(&after, "list", "--status", "submitted")
	if len(after) == 0 || len(after) > len(applied) {
		t.Errorf("%d of %d rows entered", len(after), len(applied))
	}
	var now []struct{ Status string }
	if d.read(&now, "list"); len(now) < len(before) || len(now) > len(before)+len(applied) {
		t.Errorf("%d people, before %d", len(now), len(before))
	}
	d.refuses("year", "open", "2027", "--take-back")
	d.must("verify")
}

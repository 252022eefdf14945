package terminal

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestStatsCountWhomTheListHas(t *testing.T) {
	d := practice(t)
	var people []person
	d.read(&people, "list")
	var rows []struct {
		Level    *int    `json:"level"`
		Unit     *string `json:"unit"`
		People   int     `json:"people"`
		Approved int     `json:"approved"`
		Due      int     `json:"due_fen"`
		Paid     *int    `json:"paid_fen"`
	}
	d.read(&rows, "stats", "--by", "level,unit")
	want := 0
	for _, p := range people {
		if p.Status != "withdrawn" && p.Status != "carried" {
			want++
		}
	}
	fees := map[int]int{5: 27500, 4: 32000, 3: 36500, 2: 47000, 1: 38000}
	got := 0
	for _, row := range rows {
		if row.Level == nil || row.Unit == nil || row.Paid == nil || row.Due < row.Approved*fees[*row.Level] {
			t.Errorf("row %+v", row)
		}
		got += row.People
	}
	if got != want || want == 0 {
		t.Errorf("%d people in the rows, %d in the list", got, want)
	}
	words := d.must("stats", "--by", "level", "--last-year")
	if !strings.Contains(words, "合计") || !strings.Contains(words, "等级  人数  通过") || !strings.Contains(words, "2025 年没有登记过人") {
		t.Errorf("in words:\n%s", words)
	}
	if one := d.must("stats", "--json"); strings.Count(one, "people") != 1 {
		t.Errorf("everybody together: %s", one)
	}
}

func TestStatsByWhatThereIsNotListsWhatThereIs(t *testing.T) {
	code, out, errs := newDesk(t).run("stats", "--by", "level,horoscope")
	if code != Usage || out != "" || !strings.Contains(errs, "horoscope") || !strings.Contains(errs, "supervising_unit") {
		t.Errorf("exit %d, %q, %q", code, out, errs)
	}
}

func TestThePapersThatCountComeFromTheCommandLine(t *testing.T) {
	d := practice(t)
	var list []person
	d.read(&list, "list", "--status", "approved")
	for id, want := range map[string]int{"payment-slip": len(list), "summary": 0, "statistics": 0} {
		var printed struct{ Pages, Records int }
		d.read(&printed, "print", id, "--out", filepath.Join(t.TempDir(), "f.pdf"))
		if printed.Pages == 0 || want > 0 && printed.Records != want {
			t.Errorf("%s: %+v, want %d", id, printed, want)
		}
	}
	if said := d.refuses("print", "payment-slip", "--status", "lapsed", "--out", "f.pdf"); !strings.Contains(said, "没有审查通过的人") {
		t.Errorf("said %q", said)
	}
}

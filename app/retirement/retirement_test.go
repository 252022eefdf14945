package retirement

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"gongkao/data"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var categories = []data.Category{data.M60, data.F55, data.F50}

// TestPublishedSamples holds the formula against published values.
func TestPublishedSamples(t *testing.T) {
	for _, c := range []struct {
		category           data.Category
		birth, age, months string
	}{
		{data.M60, "1964-12", "60 0", "2024-12"},
		{data.M60, "1965-01", "60 1", "2025-02"},
		{data.M60, "1965-12", "60 3", "2026-03"},
		{data.M60, "1976-08", "62 11", "2039-07"},
		{data.M60, "1976-09", "63 0", "2039-09"},
		{data.M60, "1990-01", "63 0", "2053-01"},
		{data.F55, "1969-12", "55 0", "2024-12"},
		{data.F55, "1970-05", "55 2", "2025-07"},
		{data.F55, "1970-12", "55 3", "2026-03"},
		{data.F55, "1981-09", "58 0", "2039-09"},
		{data.F50, "1974-12", "50 0", "2024-12"},
		{data.F50, "1975-10", "50 5", "2026-03"},
		{data.F50, "1984-10", "54 11", "2039-09"},
		{data.F50, "1984-11", "55 0", "2039-11"},
		{data.F50, "1990-01", "55 0", "2045-01"},
	} {
		birth, err := data.ParseISOMonth(c.birth)
		if err != nil {
			t.Fatal(err)
		}
		r := Of(birth, c.category)
		if age := fmt.Sprint(r.AgeYears, r.AgeMonths); age != c.age || r.Month.String() != c.months {
			t.Errorf("%s born %s: retires at %s in %s, want %s in %s", c.category, birth, age, r.Month, c.age, c.months)
		}
	}
}

// TestTheWholeTableReadsAsBefore writes the years in which the age rises, one
// line a month, so that a change of the formula is seen as lines.
func TestTheWholeTableReadsAsBefore(t *testing.T) {
	var b strings.Builder
	for _, c := range categories {
		first := rules[c].start.Add(-3)
		last := rules[c].start.Add(rules[c].step*rules[c].most + 2)
		fmt.Fprintf(&b, "原法定退休年龄 %s\n出生     延迟  法定退休年龄    退休年月\n", c)
		for birth := first; !birth.After(last); birth = birth.Add(1) {
			r := Of(birth, c)
			fmt.Fprintf(&b, "%s  %2d  %d 岁 %2d 个月  %s\n", birth, r.DelayMonths, r.AgeYears, r.AgeMonths, r.Month)
		}
		b.WriteString("\n")
	}
	const golden = "testdata/table.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Error(diff)
	}
}

func TestWithoutBirthOrCategoryThereIsNoResult(t *testing.T) {
	if r := Of(data.Month{}, data.M60); r != (Result{}) {
		t.Errorf("no birth: %+v", r)
	}
	if r := Of(data.Month{Year: 1975, Month: 1}, ""); r != (Result{}) {
		t.Errorf("no category: %+v", r)
	}
}

func TestLaterBornRetireLaterAndNeverBeforeTheOldAge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom(categories).Draw(t, "category")
		birth := data.Month{Year: 1940, Month: 1}.Add(rapid.IntRange(0, 80*12).Draw(t, "months after 1940"))
		r, next := Of(birth, c), Of(birth.Add(1), c)
		if !next.Month.After(r.Month) {
			t.Errorf("born %s retires %s, born a month later %s", birth, r.Month, next.Month)
		}
		if rise := next.DelayMonths - r.DelayMonths; rise < 0 || rise > 1 {
			t.Errorf("the delay goes from %d to %d within a month", r.DelayMonths, next.DelayMonths)
		}
		if r.DelayMonths < 0 || r.DelayMonths > rules[c].most {
			t.Errorf("delay %d is outside 0 to %d", r.DelayMonths, rules[c].most)
		}
		if r.AgeYears*12+r.AgeMonths != c.Age()*12+r.DelayMonths || r.AgeMonths < 0 || r.AgeMonths > 11 {
			t.Errorf("age %d years %d months does not fit %d and %d months", r.AgeYears, r.AgeMonths, c.Age(), r.DelayMonths)
		}
		if birth.MonthsUntil(r.Month) != r.AgeYears*12+r.AgeMonths {
			t.Errorf("born %s, retiring %s is not at %d years %d months", birth, r.Month, r.AgeYears, r.AgeMonths)
		}
	})
}

// TestNobodyRetiresInTheMonthsTheDelaySkips: each time the delay rises, one
// calendar month is stepped over. It is the first month of every step+1, from
// the day the law is in force until the delay is full; in every other month
// those of exactly one birth month retire.
func TestNobodyRetiresInTheMonthsTheDelaySkips(t *testing.T) {
	for _, c := range categories {
		r := rules[c]
		retired := map[data.Month]int{}
		for birth := r.start.Add(-600); birth.Before(r.start.Add(600)); birth = birth.Add(1) {
			retired[Of(birth, c).Month]++
		}
		first := r.start.Add(r.age * 12)
		skipped := map[data.Month]bool{}
		for i := range r.most {
			skipped[first.Add(i*(r.step+1))] = true
		}
		for month := first.Add(-500); month.Before(first.Add(500)); month = month.Add(1) {
			want := 1
			if skipped[month] {
				want = 0
			}
			if retired[month] != want {
				t.Errorf("%s: births of %d months retire in %s, want %d", c, retired[month], month, want)
			}
		}
	}
}

package retirement

import (
	"testing"

	"gongkao/data"
)

// byTheLetter is the measures read a month of birth at a time, without
// arithmetic: who is born in the first month of the annex is one month late, and
// after each so many months of birth it is one more, up to the full delay.
func byTheLetter(birth data.Month, c data.Category) data.Month {
	annex := map[data.Category]struct{ age, year, group, full int }{
		data.M60: {60, 1965, 4, 36}, data.F55: {55, 1970, 4, 36}, data.F50: {50, 1975, 2, 60},
	}[c]
	year, month, late := annex.year, 1, 0
	for n := 0; year < birth.Year || year == birth.Year && month <= birth.Month; n++ {
		if n%annex.group == 0 && late < annex.full {
			late++
		}
		if month++; month > 12 {
			year, month = year+1, 1
		}
	}
	at := data.Month{Year: birth.Year + annex.age, Month: birth.Month}
	for range late {
		if at.Month++; at.Month > 12 {
			at = data.Month{Year: at.Year + 1, Month: 1}
		}
	}
	return at
}

func TestEveryBirthMonthFrom1960To1995RetiresByTheLetterOfTheMeasures(t *testing.T) {
	months := 0
	for _, c := range categories {
		for birth := (data.Month{Year: 1960, Month: 1}); birth.Year <= 1995; birth = birth.Add(1) {
			months++
			if got, want := Of(birth, c).Month, byTheLetter(birth, c); got != want {
				t.Errorf("%s born %s retires %s, by the letter %s", c, birth, got, want)
			}
		}
	}
	if months != 3*36*12 {
		t.Errorf("%d months were held against the measures", months)
	}
}

// TestSamplesOfTheMeasures are values published with them.
func TestSamplesOfTheMeasures(t *testing.T) {
	for _, s := range []struct {
		category data.Category
		birth    data.Month
		years    int
		months   int
		retires  string
	}{
		{data.M60, data.Month{Year: 1965, Month: 1}, 60, 1, "2025-02"},
		{data.M60, data.Month{Year: 1965, Month: 12}, 60, 3, "2026-03"},
		{data.M60, data.Month{Year: 1976, Month: 8}, 62, 11, "2039-07"},
		{data.M60, data.Month{Year: 1976, Month: 9}, 63, 0, "2039-09"},
		{data.F55, data.Month{Year: 1970, Month: 5}, 55, 2, "2025-07"},
		{data.F55, data.Month{Year: 1981, Month: 9}, 58, 0, "2039-09"},
		{data.F50, data.Month{Year: 1975, Month: 10}, 50, 5, "2026-03"},
		{data.F50, data.Month{Year: 1984, Month: 10}, 54, 11, "2039-09"},
		{data.F50, data.Month{Year: 1984, Month: 11}, 55, 0, "2039-11"},
		{data.F50, data.Month{Year: 1990, Month: 1}, 55, 0, "2045-01"},
	} {
		r := Of(s.birth, s.category)
		if r.AgeYears != s.years || r.AgeMonths != s.months || r.Month.String() != s.retires || byTheLetter(s.birth, s.category) != r.Month {
			t.Errorf("%s born %s: %+v, by the letter %s", s.category, s.birth, r, byTheLetter(s.birth, s.category))
		}
	}
}

func TestTheStandingTurnsAtTheNoticesMonthAndAtTheYearsEnd(t *testing.T) {
	notice := data.MustDate(2026, 3, 10)
	for month, want := range map[data.Month]Standing{
		{}: Unknown, {Year: 2024, Month: 12}: Reached, {Year: 2026, Month: 2}: Reached, {Year: 2026, Month: 3}: Boundary,
		{Year: 2026, Month: 4}: ThisYear, {Year: 2026, Month: 12}: ThisYear, {Year: 2027, Month: 1}: Usual,
	} {
		if got := Stand(month, notice, 2026); got != want || got.String() == "" {
			t.Errorf("%s stands as %q, want %q", month, got, want)
		}
	}
	for c, birth := range map[data.Category]data.Month{data.M60: {Year: 1965, Month: 12}, data.F55: {Year: 1970, Month: 12}, data.F50: {Year: 1975, Month: 10}} {
		if got := Stand(Of(birth, c).Month, notice, 2026); got != Boundary {
			t.Errorf("%s born %s: %s", c, birth, got)
		}
	}
}

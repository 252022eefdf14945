package data

import (
	"testing"

	"pgregory.net/rapid"
)

func TestReadDate(t *testing.T) {
	for text, want := range map[string]string{
		"1975.2": "1975-02", "197502": "1975-02", "1975-02-03": "1975-02-03", "1975年2月": "1975-02", "1975年02月03日": "1975-02-03",
		"75年2月": "1975-02", "03.7": "2003-07", "19750203": "1975-02-03", "1985. 3": "1985-03", "１９７５．２": "1975-02", "1975/2/3": "1975-02-03",
		"2001.10": "2001-10", "'1998-07": "1998-07", "1998.7.": "1998-07", "1990—05": "1990-05",
	} {
		if got, err := ReadDate(text); err != nil || got.String() != want {
			t.Errorf("ReadDate(%q) = %s, %v; want %s", text, got, err, want)
		}
	}
}

func TestReadDateRefusesWhatIsNoDate(t *testing.T) {
	for _, text := range []string{"", "1975", "1975.13", "1975-02-30", "不详", "2月", "1875.2", "1975.2.3.4", "二〇〇一年", "12"} {
		if got, err := ReadDate(text); !HasCode(err, "date-bad") {
			t.Errorf("ReadDate(%q) = %s, %v; want date-bad", text, got, err)
		}
	}
}

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := Month{rapid.IntRange(1931, 2030).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month")}
		d := m.First().AddDays(rapid.IntRange(0, 27).Draw(t, "day"))
		for _, form := range []string{m.String(), m.Dotted(), d.String(), d.Chinese()} {
			got, err := ReadDate(form)
			if err != nil || got.Month != m {
				t.Fatalf("ReadDate(%q) = %v, %v; want month %v", form, got, err, m)
			}
		}
		var back Date
		if b, _ := d.MarshalText(); back.UnmarshalText(b) != nil || back != d {
			t.Fatalf("%v came back as %v", d, back)
		}
	})
}

func TestMonthArithmetic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := Month{rapid.IntRange(1900, 2099).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month")}
		n := rapid.IntRange(-1000, 1000).Draw(t, "n")
		later := m.Add(n)
		if later.Add(-n) != m || m.MonthsUntil(later) != n || later.Before(m) != (n < 0) || later.After(m) != (n > 0) {
			t.Fatalf("%v + %d = %v", m, n, later)
		}
	})
}

func TestDays(t *testing.T) {
	d := MustDate(2026, 2, 28)
	if got := d.AddDays(1); got != MustDate(2026, 3, 1) || d.DaysUntil(got) != 1 || got.DaysUntil(d) != -1 || !d.Before(got) || !got.After(d) {
		t.Errorf("the day after %v is %v", d, got)
	}
	if got := MustDate(2026, 4, 9).Chinese(); got != "2026年4月9日" {
		t.Errorf("Chinese() = %s", got)
	}
	if _, ok := NewDate(2026, 2, 29); ok {
		t.Error("2026-02-29 was taken for a day")
	}
}

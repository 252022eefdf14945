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
		"一九七五年二月": "1975-02", "二〇〇一年十月": "2001-10", "二○○一年十二月三十一日": "2001-12-31", "七五年二月": "1975-02", "1975年元月": "1975-01",
		"1975年二月三日": "1975-02-03", "二零零一年1月": "2001-01", "1975年02月生": "1975-02", "1975.02出生": "1975-02", "1975.02.03 ": "1975-02-03", "75.02": "1975-02",
		"1975.02（51岁）": "1975-02", "1975。02": "1975-02", "1975,02": "1975-02", "1975·2": "1975-02", "1975 02": "1975-02", "2001 1 1": "2001-01-01", "2001\u00a01\u30001": "2001-01-01", "1975 年 2 月": "1975-02",
		"Feb-75": "1975-02", "3-Feb-1975": "1975-02-03", "3-feb-05": "2005-02-03", "13/2/1975": "1975-02-13", "2/13/1975": "1975-02-13", "2/2/1975": "1975-02-02",
		"750203": "1975-02-03", "1975年2月3号": "1975-02-03", "\u200b1975\u00a0-02": "1975-02",
	} {
		if got, err := ReadDate(text); err != nil || got.String() != want {
			t.Errorf("ReadDate(%q) = %s, %v; want %s", text, got, err, want)
		}
	}
}

func TestReadDateRefusesWhatIsNoDate(t *testing.T) {
	for _, text := range []string{"", "1975", "1975.13", "1975-02-30", "不详", "2月", "1875.2", "1975.2.3.4", "二〇〇一年", "12",
		"1975-02-00", "Feb-05", "1975年2日", "一九七五年一二月", "199813", "751303", "1998.7-2001.6", "13/13/1975", "九七年", "1.1", "一九八〇年二十月"} {
		if got, err := ReadDate(text); !HasCode(err, "date-bad") {
			t.Errorf("ReadDate(%q) = %s, %v; want date-bad", text, got, err)
		}
	}
}

func TestADayBeforeTheYearIsAskedWhereItMayBeAMonth(t *testing.T) {
	if got, err := ReadDate("3/2/1975"); !HasCode(err, "date-ambiguous") {
		t.Errorf("3/2/1975 is read as %s, %v; want date-ambiguous", got, err)
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

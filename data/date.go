package data

import (
	"fmt"
	"strconv"
	"time"
)

// Date is a calendar day without a clock or a zone: a birthday, a deadline.
// The zero Date means "not given". It is comparable with == and, by Compare,
// in order.
type Date struct {
	Year, Month, Day int
}

// Month is a calendar month: most papers of the field (参加工作时间, 取得时间)
// know no more than that. The zero Month means "not given".
type Month struct {
	Year, Month int
}

// NewDate returns the day, and false when the calendar has no such day.
func NewDate(year, month, day int) (Date, bool) {
	d := Date{year, month, day}
	return d, d.valid()
}

// MustDate is NewDate for constants in tests and tables.
func MustDate(year, month, day int) Date {
	d, ok := NewDate(year, month, day)
	if !ok {
		panic(fmt.Sprintf("data: no such day %d-%d-%d", year, month, day))
	}
	return d
}

// DateOf returns the day on which t falls in t's own zone.
func DateOf(t time.Time) Date {
	return Date{t.Year(), int(t.Month()), t.Day()}
}

// ParseISODate reads YYYY-MM-DD and nothing else; ReadDate reads what people
// type.
func ParseISODate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, Refuse("date-bad", "", fmt.Sprintf("“%s”不是日期", s), "请按 2026-03-10 的样子填写")
	}
	return DateOf(t), nil
}

func (d Date) valid() bool {
	return d.Year >= 1 && d.Year <= 9999 && d == DateOf(d.time())
}

func (d Date) time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// IsZero reports whether the date is not given.
func (d Date) IsZero() bool { return d == Date{} }

// MonthOf returns the month in which the day lies.
func (d Date) MonthOf() Month { return Month{d.Year, d.Month} }

// AddDays returns the day n days later (earlier when n < 0).
func (d Date) AddDays(n int) Date { return DateOf(d.time().AddDate(0, 0, n)) }

// DaysUntil returns how many days lie between d and o; 0 on the same day,
// negative when o is past.
func (d Date) DaysUntil(o Date) int {
	return int(o.time().Sub(d.time()).Hours() / 24)
}

// Compare orders days: -1, 0 or +1.
func (d Date) Compare(o Date) int { return d.time().Compare(o.time()) }

// Before reports whether d is earlier than o.
func (d Date) Before(o Date) bool { return d.Compare(o) < 0 }

// After reports whether d is later than o.
func (d Date) After(o Date) bool { return d.Compare(o) > 0 }

// String returns YYYY-MM-DD, or "" when not given.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Chinese returns the form of letters and headers: 2026年4月9日.
func (d Date) Chinese() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d年%d月%d日", d.Year, d.Month, d.Day)
}

// MarshalText writes the form of String, so JSON and TOML hold plain dates.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (d *Date) UnmarshalText(b []byte) (err error) {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	*d, err = ParseISODate(string(b))
	return err
}

// NewMonth returns the month, and false when there is no such month.
func NewMonth(year, month int) (Month, bool) {
	return Month{year, month}, year >= 1 && year <= 9999 && month >= 1 && month <= 12
}

// ParseISOMonth reads YYYY-MM and nothing else.
func ParseISOMonth(s string) (Month, error) {
	t, err := time.Parse("2006-01", s)
	if err != nil {
		return Month{}, Refuse("date-bad", "", fmt.Sprintf("“%s”不是年月", s), "请按 2026-03 的样子填写")
	}
	return Month{t.Year(), int(t.Month())}, nil
}

// IsZero reports whether the month is not given.
func (m Month) IsZero() bool { return m == Month{} }

// index counts months since year 0, so that arithmetic is plain.
func (m Month) index() int { return m.Year*12 + m.Month - 1 }

// Add returns the month n months later (earlier when n < 0).
func (m Month) Add(n int) Month {
	i := m.index() + n
	return Month{i / 12, i%12 + 1}
}

// MonthsUntil returns how many months lie between m and o; negative when o is
// past.
func (m Month) MonthsUntil(o Month) int { return o.index() - m.index() }

// Before reports whether m is earlier than o.
func (m Month) Before(o Month) bool { return m.index() < o.index() }

// After reports whether m is later than o.
func (m Month) After(o Month) bool { return m.index() > o.index() }

// First returns the first day of the month.
func (m Month) First() Date { return Date{m.Year, m.Month, 1} }

// String returns YYYY-MM, or "" when not given.
func (m Month) String() string {
	if m.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d", m.Year, m.Month)
}

// Dotted returns the narrow form of rosters: 1980.11.
func (m Month) Dotted() string {
	if m.IsZero() {
		return ""
	}
	return digits(m.Year, 4) + "." + digits(m.Month, 2) // by hand: a roster of a county writes it 30,000 times
}

// digits writes a number with zeros before it.
func digits(n, wide int) string {
	s := strconv.Itoa(n)
	return "0000"[:max(0, wide-len(s))] + s
}

// MarshalText writes the form of String.
func (m Month) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (m *Month) UnmarshalText(b []byte) (err error) {
	if len(b) == 0 {
		*m = Month{}
		return nil
	}
	*m, err = ParseISOMonth(string(b))
	return err
}

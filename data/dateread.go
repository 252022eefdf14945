package data

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// twoDigitPivot decides two-digit years: 75 is 1975, 03 is 2003. Nobody in
// post was born or hired before 1931, and nothing here lies after 2030.
const twoDigitPivot = 30

// WrittenDate is a date as exactly as it was written: "1975年2月" has no day.
type WrittenDate struct {
	Month Month
	Day   int // 0 when only the month was written
}

// Date returns the day; ok is false when only the month was written.
func (w WrittenDate) Date() (d Date, ok bool) {
	return Date{w.Month.Year, w.Month.Month, w.Day}, w.Day != 0
}

// String returns YYYY-MM-DD or YYYY-MM, as exactly as it was written.
func (w WrittenDate) String() string {
	if d, ok := w.Date(); ok {
		return d.String()
	}
	return w.Month.String()
}

var (
	writtenParts  = regexp.MustCompile(`^(\d{2}|\d{4})[-./年](\d{1,2})(?:月?|[-./月](\d{1,2})日?)$`)
	dashes        = strings.NewReplacer("—", "-", "–", "-", "−", "-") // what input methods make of "-"
	writtenDigits = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})?$`)
)

// ReadDate reads a date or month as people write it: 1975.2, 197502,
// 1975-02-03, 1975年2月3日, 75年2月, full-width digits, blanks anywhere. What it
// cannot read it refuses with the code date-bad; it never guesses.
func ReadDate(text string) (WrittenDate, error) {
	s := dashes.Replace(strings.Map(dropBlank, Narrow(text)))
	s = strings.TrimSuffix(strings.TrimPrefix(s, "'"), ".")
	var parts []string
	if m := writtenParts.FindStringSubmatch(s); m != nil {
		parts = m[1:]
	} else if m := writtenDigits.FindStringSubmatch(s); m != nil {
		parts = m[1:]
	} else {
		return WrittenDate{}, badDate(text)
	}
	year, month, day := number(parts[0]), number(parts[1]), number(parts[2])
	if len(parts[0]) == 2 {
		year += 1900
		if year-1900 <= twoDigitPivot {
			year += 100
		}
	}
	m, ok := NewMonth(year, month)
	if ok && parts[2] != "" {
		_, ok = NewDate(year, month, day)
	}
	if !ok || year < 1900 || year > 2099 {
		return WrittenDate{}, badDate(text)
	}
	return WrittenDate{m, day}, nil
}

// ReadMonth reads as ReadDate does and keeps the month.
func ReadMonth(text string) (Month, error) {
	w, err := ReadDate(text)
	return w.Month, err
}

func badDate(text string) error {
	return Refuse("date-bad", "", fmt.Sprintf("读不出日期“%s”", strings.TrimSpace(text)), "请写成 1975-02 或 1975-02-03")
}

// number reads digits that a pattern has already vouched for; "" is 0.
func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

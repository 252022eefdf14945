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
	writtenParts  = regexp.MustCompile(`^(\d{2}|\d{4})[-./年](\d{1,2})(?:月?|[-./月](\d{1,2})[日号]?)$`)
	writtenDigits = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})?$`)
	shortDigits   = regexp.MustCompile(`^(\d{2})(\d{2})(\d{2})$`)               // 750203
	dayFirst      = regexp.MustCompile(`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$`) // 3/2/1975, as some spreadsheets are set
	inEnglish     = regexp.MustCompile(`^(?:(\d{1,2})-)?([A-Za-z]{3})-(\d{2}|\d{4})$`)
	blankBetween  = regexp.MustCompile(`^(\d{4}) (\d{1,2})(?: (\d{1,2}))?$`)
	age           = regexp.MustCompile(`\(\d{1,2}(周)?岁\)$`) // 1975.02（51岁）
)

// dateMarks are what input methods make of "-" and ".", and 元月, the first month.
var dateMarks = strings.NewReplacer("—", "-", "–", "-", "−", "-", "。", ".", "·", ".", "、", ".", ",", ".", "元月", "1月")

var englishMonths = map[string]string{"jan": "1", "feb": "2", "mar": "3", "apr": "4", "may": "5", "jun": "6", "jul": "7", "aug": "8", "sep": "9", "oct": "10", "nov": "11", "dec": "12"}

// ReadDate reads a date or month as people write it: 1975.2, 197502,
// 1975-02-03, 1975年2月3日, 75年2月, 一九七五年二月, Feb-75, full-width digits, blanks
// anywhere. What it cannot read it refuses with the code date-bad, and with
// date-ambiguous what may be either of two months (3/2/1975); it never guesses.
func ReadDate(text string) (WrittenDate, error) {
	year, month, day, ok := dateParts(Narrow(text))
	if !ok {
		if m := dayFirst.FindStringSubmatch(strings.TrimSpace(Narrow(text))); m != nil {
			return readDayFirst(text, number(m[1]), number(m[2]), number(m[3]))
		}
		return WrittenDate{}, badDate(text)
	}
	if day != "" && number(day) == 0 {
		return WrittenDate{}, badDate(text)
	}
	y := number(year)
	if len(year) == 2 {
		y += 1900
		if y-1900 <= twoDigitPivot {
			y += 100
		}
	}
	return dateOf(text, y, number(month), number(day))
}

// dateParts takes a date apart into digits; day is "" when none was written.
func dateParts(text string) (year, month, day string, ok bool) {
	if parts := strings.Fields(text); len(parts) > 1 {
		if m := blankBetween.FindStringSubmatch(strings.Join(parts, " ")); m != nil {
			return m[1], m[2], m[3], true
		}
	}
	s := strings.Map(dropBlank, text)
	s = strings.TrimPrefix(s, "'")
	if m := writtenDigits.FindStringSubmatch(s); m != nil && number(m[1]) >= 1900 && number(m[1]) < 2100 {
		return m[1], m[2], m[3], true
	}
	if strings.HasSuffix(s, ")") {
		s = age.ReplaceAllString(s, "")
	}
	s = hanDate(dateMarks.Replace(s))
	for _, end := range []string{".", "生", "出"} { // 1975年2月生, 1975年2月出生
		s = strings.TrimSuffix(s, end)
	}
	if m := writtenParts.FindStringSubmatch(s); m != nil {
		return m[1], m[2], m[3], true
	}
	if m := shortDigits.FindStringSubmatch(s); m != nil {
		return m[1], m[2], m[3], true
	}
	if m := inEnglish.FindStringSubmatch(s); m != nil && (m[1] != "" || number(m[3]) > 31) { // Feb-05 may be a day
		return m[3], englishMonths[strings.ToLower(m[2])], m[1], true
	}
	return "", "", "", false
}

// readDayFirst reads a date whose year stands last: the month may be the first or
// the second number, unless one of them can be none.
func readDayFirst(text string, a, b, year int) (WrittenDate, error) {
	switch {
	case a == b || a > 12:
		return dateOf(text, year, b, a)
	case b > 12:
		return dateOf(text, year, a, b)
	}
	return WrittenDate{}, Refuse("date-ambiguous", "", fmt.Sprintf("“%s”可能是 %d 月 %d 日，也可能是 %d 月 %d 日", strings.TrimSpace(text), a, b, b, a), fmt.Sprintf("请核对档案后写成 %d-%02d-%02d 的样子", year, a, b))
}

// dateOf checks that there is such a day, in a century in which somebody can live
// or have lived who is on a roster.
func dateOf(text string, year, month, day int) (WrittenDate, error) {
	m, ok := NewMonth(year, month)
	if ok && day != 0 {
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

// Package wording is how screens say things: days and times as a clerk would
// write them, counts with their comma, what was done and what comes next, and
// the choices of a field. Models speak through it, so that two screens never
// word the same thing in two ways. It knows no widgets and reads no clock.
package wording

import (
	"fmt"
	"strings"
	"time"

	"gongkao/data"
)

// Done is what a command says when it succeeded: what happened, and what to do
// next. Either may be empty. What did not succeed is an error.
type Done struct{ What, Next string }

// Mark is the sign that stands beside a word; colour never speaks alone.
type Mark int

// The marks of the screens, in the order of their weight.
const (
	Plain       Mark = iota
	Pass             // ✓
	Unconfirmed      // dashed circle: 待核对
	Warn             // △
	Block            // octagon
)

// StatusMark is the sign of a status' chip.
func StatusMark(s data.Status) Mark {
	switch s {
	case data.Approved, data.Reported:
		return Pass
	case data.Returned:
		return Warn
	case data.Rejected, data.Lapsed:
		return Block
	}
	return Plain
}

var weekdays = [...]string{"日", "一", "二", "三", "四", "五", "六"}

// Day is a day of this year: 4月7日.
func Day(d data.Date) string { return fmt.Sprintf("%d月%d日", d.Month, d.Day) }

// Weekday is 星期二.
func Weekday(d data.Date) string {
	return "星期" + weekdays[time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Weekday()]
}

// Ago is a day as seen from today: 今天, 昨天, 3月30日, 2025年12月1日.
func Ago(d, today data.Date) string {
	switch {
	case d.IsZero():
		return "—"
	case d == today:
		return "今天"
	case d.DaysUntil(today) == 1:
		return "昨天"
	case d.Year == today.Year:
		return Day(d)
	}
	return d.Chinese()
}

// When is a moment as seen from now: 09:41 today, else the day.
func When(at, now time.Time) string {
	if at.IsZero() {
		return "—"
	}
	at = at.In(now.Location())
	if day := data.DateOf(at); day != data.DateOf(now) {
		return Ago(day, data.DateOf(now))
	}
	return at.Format("15:04")
}

// WhenExactly is a moment with its day and its time: 今天 08:31.
func WhenExactly(at, now time.Time) string {
	if at.IsZero() {
		return "还没有"
	}
	at = at.In(now.Location())
	return Ago(data.DateOf(at), data.DateOf(now)) + " " + at.Format("15:04")
}

// Count is a number with its thousands comma: 1,240.
func Count(n int) string { return data.Commas(n) }

// Part cuts a message into what is so and what to do about it: rules write
// both in one sentence, parted by ；.
func Part(message string) (fact string, steps []string) {
	parts := strings.Split(strings.TrimSuffix(message, "。"), "；")
	return parts[0], parts[1:]
}

// Or returns the text, or other words where there is none.
func Or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

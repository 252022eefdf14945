package demo

import "time"

// The hours of the practice county's office.
const opens, closes = 8, 18

// Clock is the clock to practise by: the county's time goes on where its story
// stopped (last), on the next working morning if that was at night or on a
// weekend, so that the season's days are always ahead, whatever day it is
// outside. It runs as fast as the real one.
func Clock(last time.Time, real func() time.Time) func() time.Time {
	if last.IsZero() {
		last = storyStart
	}
	begin := working(last.In(storyStart.Location()))
	opened := real()
	return func() time.Time { return begin.Add(real().Sub(opened)) }
}

// working returns t when the office is open, else the next morning it is.
func working(t time.Time) time.Time {
	open := func(t time.Time) bool { return t.Weekday() != time.Saturday && t.Weekday() != time.Sunday }
	switch {
	case open(t) && t.Hour() >= opens && t.Hour() < closes:
		return t
	case !open(t) || t.Hour() >= closes:
		t = t.AddDate(0, 0, 1)
		for !open(t) {
			t = t.AddDate(0, 0, 1)
		}
	}
	return morning(t)
}

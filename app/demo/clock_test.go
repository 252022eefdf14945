package demo_test

import (
	"testing"
	"time"

	"gongkao/app/demo"
)

func TestPracticeGoesOnWhereTheStoryStopped(t *testing.T) {
	china := time.FixedZone("CST", 8*3600)
	real := time.Date(2027, 1, 5, 22, 0, 0, 0, time.UTC)
	for last, want := range map[time.Time]string{
		time.Date(2026, 4, 2, 9, 41, 0, 0, china):    "2026-04-02 09:41",
		time.Date(2026, 4, 2, 20, 0, 0, 0, china):    "2026-04-03 08:30",
		time.Date(2026, 4, 3, 2, 0, 0, 0, china):     "2026-04-03 08:30",
		time.Date(2026, 4, 3, 19, 0, 0, 0, china):    "2026-04-06 08:30", // a Friday evening
		time.Date(2026, 4, 5, 10, 0, 0, 0, china):    "2026-04-06 08:30",
		time.Date(2026, 4, 2, 1, 41, 0, 0, time.UTC): "2026-04-02 09:41",
		{}: "2026-03-12 08:30",
	} {
		now := real
		clock := demo.Clock(last, func() time.Time { return now })
		if got := clock().Format("2006-01-02 15:04"); got != want {
			t.Errorf("after %v the county opens at %s, want %s", last, got, want)
		}
		before := clock()
		now = now.Add(90 * time.Minute)
		if got := clock().Sub(before); got != 90*time.Minute {
			t.Errorf("in 90 minutes the county's clock went on by %v", got)
		}
	}
}

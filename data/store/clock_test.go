package store

import (
	"context"
	"strings"
	"testing"
	"time"

	"gongkao/data"
)

// stopped is a store whose clock the test sets.
func stopped(t *testing.T, at *time.Time) *Store {
	t.Helper()
	s, err := Create(context.Background(), t.TempDir()+"/gongkao.db", Options{Now: func() time.Time { return *at }})
	must(t, err)
	t.Cleanup(func() { s.Close() })
	s.Unlock(newKeys(t, seeded(1)), "李娟")
	return s
}

func TestAClockThatWasSetBackWritesNothing(t *testing.T) {
	noon := time.Date(2026, 4, 2, 12, 0, 0, 0, beijing)
	for name, set := range map[string]struct {
		to      time.Time
		refused bool
	}{
		"the battery died":             {time.Date(2010, 1, 1, 0, 0, 0, 0, beijing), true},
		"the day before":               {noon.AddDate(0, 0, -1), true},
		"an hour back on the day":      {noon.Add(-time.Hour), false},
		"the morning of the day":       {noon.Add(-11 * time.Hour), false},
		"the same moment, in the west": {noon.In(time.FixedZone("", -8*3600)), false},
		"two years later":              {noon.AddDate(2, 0, 0), false},
	} {
		now := noon
		s := stopped(t, &now)
		first := update(t, s, data.OpUnit, func(tx *Tx) error { return tx.PutUnit(unit(0)) })
		now = set.to
		_, err := s.Update(context.Background(), data.OpUnit, "", func(tx *Tx) error { return tx.PutUnit(unit(1)) })
		if data.HasCode(err, "clock-back") != set.refused || !set.refused && err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if set.refused {
			if !strings.Contains(err.Error(), "请先把电脑的日期和时间调准") {
				t.Errorf("%s: it does not say what to do: %v", name, err)
			}
			view(t, s, func(r *Reader) error {
				head, err := r.Head()
				if head.Seq != first.Seq {
					t.Errorf("%s: something was written", name)
				}
				return err
			})
			now = noon.Add(time.Minute) // set right
			update(t, s, data.OpUnit, func(tx *Tx) error { return tx.PutUnit(unit(1)) })
		}
	}
}

func TestAPracticeCountyWritesByAnyClock(t *testing.T) {
	now := time.Date(2026, 4, 2, 12, 0, 0, 0, beijing)
	s := stopped(t, &now)
	update(t, s, data.OpPractice, func(tx *Tx) error { return tx.PutOffice(everyKind().office) })
	now = now.AddDate(-1, 0, 0)
	update(t, s, data.OpUnit, func(tx *Tx) error { return tx.PutUnit(unit(0)) })
}

func TestAfterAClockThatRanAheadWritingGoesOnOnceItWasSaid(t *testing.T) {
	now := time.Date(2036, 4, 2, 12, 0, 0, 0, beijing)
	s := stopped(t, &now)
	update(t, s, data.OpUnit, func(tx *Tx) error { return tx.PutUnit(unit(0)) })
	now = now.AddDate(-10, 0, 0)
	update(t, s, data.OpClock, func(tx *Tx) error { return tx.PutClockCorrection(everyKind().clock) })
	update(t, s, data.OpUnit, func(tx *Tx) error { return tx.PutUnit(unit(1)) })
	mustVerify(t, s)
}

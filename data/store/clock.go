package store

import (
	"fmt"
	"time"

	"gongkao/data"
)

// clockSlack is by how much a clock may stand before the last entry whatever its
// day is: summer time, and a clock put right by hand. Within a day it may stand
// back as far as it likes, for what is dated carries days.
const clockSlack = 2 * time.Hour

var clockCorrections = &table[data.ClockCorrection]{kind: data.KindClock, name: "clock_corrections", columns: []column[data.ClockCorrection]{
	text("id", func(c *data.ClockCorrection) *string { return &c.ID }),
	sealedJSON(data.KindClock, func(c *data.ClockCorrection) string { return c.ID }),
}}

// PutClockCorrection writes that the clock is right. Only under data.OpClock is it
// written by a clock that stands back.
func (tx *Tx) PutClockCorrection(c data.ClockCorrection) error { return put(tx, clockCorrections, c) }

// ClockCorrections returns all that was said of the clock, oldest first.
func (r *Reader) ClockCorrections() ([]data.ClockCorrection, error) {
	return all(r, clockCorrections, "ORDER BY id")
}

// ClockBack refuses a clock that was set back (clock-back): its day stands before
// the day on which the history was last written, and not only because the zone was
// changed. What is written by it would be dated before what it follows from.
func (r *Reader) ClockBack(now time.Time) error {
	at, err := r.LastAt()
	if err != nil {
		return err
	}
	today, last := data.DateOf(now), data.DateOf(at)
	if at.IsZero() || !today.Before(last) || at.Sub(now) <= clockSlack {
		return nil
	}
	return data.Refuse("clock-back", "", fmt.Sprintf("电脑的日期是 %s，而 %s 已经有记录；没有保存任何改动", today, last),
		"请先把电脑的日期和时间调准，再办一次；要是现在的日期才对，请重新打开工考，照提示说明一次（或运行 gongkao clock --right --why 理由）")
}

// mayDate refuses to write by a clock that was set back, save that the clock is
// right. A practice county's story has days of its own.
func (tx *Tx) mayDate() error {
	if tx.op == data.OpClock {
		return nil
	}
	back := tx.ClockBack(tx.now)
	if !data.HasCode(back, "clock-back") {
		return back
	}
	office, err := tx.Office()
	if err != nil || office.Practice {
		return err
	}
	return back
}

package office

import (
	"context"
	"strings"

	"gongkao/data"
	"gongkao/data/store"
)

// ClockBack says that the clock was set back (clock-back), so that nothing can be
// written; nil when it stands, and always in a practice county, whose story has
// days of its own.
func (o *Office) ClockBack(ctx context.Context) error {
	if o.Profile.Practice {
		return nil
	}
	return o.Store.View(ctx, func(r *store.Reader) error { return r.ClockBack(o.Now()) })
}

// ClockIsRight records that the clock is right although it stands before what is on
// record: that was dated by a clock that ran ahead. From then on writing goes on by
// it. It refuses a clock that was not set back (clock-stands) and no reason
// (reason-missing).
func (o *Office) ClockIsRight(ctx context.Context, why string) (c data.ClockCorrection, err error) {
	back := o.ClockBack(ctx)
	if back == nil {
		return c, data.Refuse("clock-stands", "", "电脑的时间没有拨回去，不用说明", "照常办理就可以")
	}
	if !data.HasCode(back, "clock-back") {
		return c, back
	}
	if why = strings.TrimSpace(why); why == "" {
		return c, data.Refuse("reason-missing", "why", "没有写为什么现在的日期才对", "请写清楚，例如：4月2日那天电脑的日期快了一个月")
	}
	_, err = o.Store.Update(ctx, data.OpClock, why, func(tx *store.Tx) error {
		was, err := tx.LastAt()
		if err != nil {
			return err
		}
		c = data.ClockCorrection{ID: tx.NewID(), Was: was, Why: why, By: o.Clerk, At: tx.Now()}
		return tx.PutClockCorrection(c)
	})
	return c, err
}

// Package years opens a new year from the last (年度). Units stay, the policy is
// copied, everybody of the last register comes over as somebody who has not
// applied yet (data.Carried), and whoever earned a certificate stands at his new
// level. Callers want Look, which tells beforehand exactly what will happen, Open
// and TakeBack, which do it and undo it, and List.
//
// The last year is closed and stays to be read: office.LookAt shows it. HistoryOf
// is one person over all years.
package years

import (
	"context"
	"fmt"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Progress is told how many people of how many are written; nil: nobody is.
type Progress func(done, total int)

// everyHowMany is after how many people somebody is told, and it is looked
// whether the work is still wanted.
const everyHowMany = 256

// goOn tells how far the writing is, and stops it when it was cancelled.
func (p Progress) goOn(ctx context.Context, done, total int) error {
	if done%everyHowMany != 0 {
		return nil
	}
	if p != nil {
		p(done, total)
	}
	return ctx.Err()
}

// List returns all openings, oldest first; those taken back too.
func List(ctx context.Context, d *registration.Desk) (all []data.YearOpening, err error) {
	err = d.Office.Store.View(ctx, func(r *store.Reader) error {
		all, err = r.YearOpenings()
		return err
	})
	return all, err
}

// mayOpen refuses a year that is not the next one, and a clock that stands before
// what it has already dated.
func mayOpen(ctx context.Context, d *registration.Desk, year int) error {
	now := d.Office.Working()
	switch {
	case d.Office.Looking():
		return data.Refuse("year-closed", "", fmt.Sprintf("现在看的是 %d 年度，只能查看", d.Office.Profile.Year), fmt.Sprintf("请先回到 %d 年度", now))
	case year == now:
		return data.Refuse("year-opened", "", fmt.Sprintf("%d 年度已经开启，正在办理", year), "不需要再开；开错了，还没有录入内容的可以退回")
	case year < now:
		return data.Refuse("year-order", "", fmt.Sprintf("%d 年度在正在办理的 %d 年度之前，不能开启", year, now), fmt.Sprintf("要看以前的年度，请在设置的“年度”里打开；下一个年度是 %d", now+1))
	case year > now+1:
		return data.Refuse("year-gap", "", fmt.Sprintf("正在办理 %d 年度，不能跳到 %d 年度", now, year), fmt.Sprintf("请先开启 %d 年度", now+1))
	}
	if today := d.Office.Today(); today.Year < now {
		return data.Refuse("clock-back", "", fmt.Sprintf("电脑的日期是 %s，而正在办理的已经是 %d 年度", today, now), "电脑的日期可能拨回去了，请调准以后再办")
	}
	return clockStands(ctx, d)
}

// clockStands refuses a clock that was set back (clock-back), in a practice county
// too: it would close the year before the last act of it.
func clockStands(ctx context.Context, d *registration.Desk) error {
	return d.Office.Store.View(ctx, func(r *store.Reader) error { return r.ClockBack(d.Office.Now()) })
}

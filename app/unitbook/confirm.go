package unitbook

import (
	"context"
	"slices"
	"strings"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Confirm records that somebody at a supervising unit has checked its name and
// those of its units for the year (notice, 四（一）). It refuses a unit that is not
// a supervising one (not-supervising), one that is confirmed already (confirmed),
// and nobody's word (who-missing).
func Confirm(ctx context.Context, d *registration.Desk, unit data.UnitID, who string) (c data.UnitConfirmation, err error) {
	u, err := supervising(d, unit)
	if err != nil {
		return c, err
	}
	if who = strings.TrimSpace(who); who == "" {
		return c, data.Refuse("who-missing", "who", "没有写单位里是谁核对的", "请写核对人姓名，如 陈国强")
	}
	_, err = d.Office.Store.Update(ctx, data.OpConfirm, u.Name, func(tx *store.Tx) error {
		all, err := tx.Confirmations(d.Office.Profile.Year)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(all, func(o data.UnitConfirmation) bool { return o.Unit == unit && o.Withdrawn == "" }) {
			return data.Refuse("confirmed", "", u.Name+" 本年已经核对过", "核对错了，请先撤回那一次核对，写明理由")
		}
		c = data.UnitConfirmation{ID: data.ConfirmationID(tx.NewID()), Year: d.Office.Profile.Year, Unit: unit, On: data.DateOf(tx.Now()), Who: who, By: d.Office.Clerk, At: tx.Now()}
		return tx.PutConfirmation(c)
	})
	return c, err
}

// Withdraw takes a confirmation back. It refuses a unit that is not confirmed
// (not-confirmed) and one without a reason (reason-missing).
func Withdraw(ctx context.Context, d *registration.Desk, unit data.UnitID, why string) error {
	if why = strings.TrimSpace(why); why == "" {
		return data.Refuse("reason-missing", "why", "没有写为什么撤回", "请写一句理由，以后查得到")
	}
	u, err := standing(d, unit)
	if err != nil {
		return err
	}
	_, err = d.Office.Store.Update(ctx, data.OpConfirm, "撤回："+why, func(tx *store.Tx) error {
		all, err := tx.Confirmations(d.Office.Profile.Year)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(all, func(o data.UnitConfirmation) bool { return o.Unit == unit && o.Withdrawn == "" })
		if at < 0 {
			return data.Refuse("not-confirmed", "", u.Name+" 本年还没有核对", "没有什么可以撤回")
		}
		all[at].Withdrawn = why
		return tx.PutConfirmation(all[at])
	})
	return err
}

// supervising returns a supervising unit, or refuses.
func supervising(d *registration.Desk, id data.UnitID) (data.Unit, error) {
	u, err := standing(d, id)
	if err == nil && u.Supervising != u.ID {
		err = data.Refuse("not-supervising", "unit", u.Name+" 不是主管部门", "请由它的主管部门来办")
	}
	return u, err
}

// standing returns a unit that there is, or refuses.
func standing(d *registration.Desk, id data.UnitID) (data.Unit, error) {
	every := d.EveryUnit()
	at := slices.IndexFunc(every, func(u data.Unit) bool { return u.ID == id })
	switch {
	case at < 0:
		return data.Unit{}, data.Refuse("unit-unknown", "unit", "单位库里没有这个单位", "请刷新后再选")
	case every[at].Merged():
		return data.Unit{}, data.Refuse("unit-merged", "unit", every[at].Name+" 已经撤并", "请到并入的单位去办")
	}
	return every[at], nil
}

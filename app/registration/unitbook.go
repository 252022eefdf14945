package registration

import (
	"context"
	"fmt"
	"slices"
	"unicode/utf8"

	"gongkao/app/units"
	"gongkao/data"
	"gongkao/data/store"
)

// AmendUnit writes a unit, new when it has no id. A new name keeps the old one
// among the former names, so that what people go on writing is understood. It
// refuses a name that is empty, too long or another unit's.
func (d *Desk) AmendUnit(ctx context.Context, u data.Unit) (data.Unit, error) {
	u.Name = units.Trim(u.Name)
	if err := d.MayBeNamed(u); err != nil {
		return u, err
	}
	if old := d.nameOf(u.ID); old != "" && old != u.Name && !slices.Contains(u.Former, old) {
		u.Former = append(slices.Clone(u.Former), old)
	}
	u.Former = slices.DeleteFunc(slices.Clone(u.Former), func(former string) bool { return former == u.Name || former == "" })
	_, err := d.Office.Store.Update(ctx, data.OpUnit, u.Name, func(tx *store.Tx) error {
		if u.ID == "" {
			u.ID = data.UnitID(tx.NewID())
		}
		if u.Supervising == "" {
			u.Supervising = u.ID
		}
		return tx.PutUnit(u)
	})
	if err != nil {
		return u, err
	}
	return u, d.RenewUnits(ctx)
}

// RenewUnits reads the unit register again, after units were written by another
// door than AmendUnit, and gives people the names of theirs.
func (d *Desk) RenewUnits(ctx context.Context) error {
	if err := d.reloadUnits(ctx); err != nil {
		return err
	}
	d.Register.rename(d.nameOf, d.EveryUnit())
	return nil
}

// MayBeNamed refuses a unit's name that is empty, too long or another unit's.
func (d *Desk) MayBeNamed(u data.Unit) error {
	switch n := utf8.RuneCountInString(u.Name); {
	case n == 0:
		return data.Refuse("required-missing", "unit", "没有填单位全称", "请按公章上的名称填写")
	case n > data.MaxUnit:
		return data.Refuse("name-bad", "unit", fmt.Sprintf("单位名称超过 %d 个字", data.MaxUnit), "请填写与公章一致的单位全称")
	}
	for _, other := range d.EveryUnit() {
		if other.ID != u.ID && data.NormaliseUnit(other.Name) == data.NormaliseUnit(u.Name) {
			return data.Refuse("unit-duplicate", "unit", "单位库里已有“"+other.Name+"”", "请打开已有的那个单位，不要重复登记")
		}
	}
	return nil
}

// rename brings the names of units that applicants show up to date.
func (r *Register) rename(nameOf func(data.UnitID) string, all []data.Unit) {
	supervising := map[data.UnitID]string{}
	for _, u := range all {
		supervising[u.ID] = nameOf(u.Supervising)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	for id := range r.units {
		r.units[id] = unitText(nameOf(id), supervising[id])
	}
	for _, e := range slices.Clone(r.entries) {
		id := e.applicant.Application.Unit
		name := nameOf(id)
		if name == e.applicant.Unit && supervising[id] == e.applicant.Supervising {
			continue
		}
		a := *e.applicant
		a.Unit, a.Supervising = name, supervising[id]
		r.replace(entry{&a, findable(&a)})
	}
}

// Administrators returns the account administrators by their unit.
func (d *Desk) Administrators(ctx context.Context) (map[data.UnitID]data.Administrator, error) {
	byUnit := map[data.UnitID]data.Administrator{}
	err := d.Office.Store.View(ctx, func(r *store.Reader) error {
		all, err := r.Administrators()
		for _, a := range all {
			byUnit[a.Unit] = a
		}
		return err
	})
	return byUnit, err
}

// PutAdministrator writes the account administrator of a unit.
func (d *Desk) PutAdministrator(ctx context.Context, a data.Administrator) (data.Administrator, error) {
	_, err := d.Office.Store.Update(ctx, data.OpAdmin, d.nameOf(a.Unit), func(tx *store.Tx) error {
		if a.ID == "" {
			a.ID = data.AdministratorID(tx.NewID())
		}
		return tx.PutAdministrator(a)
	})
	return a, err
}

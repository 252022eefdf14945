package units

import (
	"context"

	"gongkao/app/unitbook"
	"gongkao/data"
	"gongkao/views/wording"
)

// Fresh reports whether a new unit is being entered.
func (m *Model) Fresh() bool { return m.fresh }

// Drop gives the new unit up and says so if something had been typed.
func (m *Model) Drop() (done wording.Done) {
	for key, text := range m.texts {
		if key != "supervising_unit" && text != "" {
			done.What = "新单位没有登记：" + wording.Or(m.texts["unit"], "没有填全称")
		}
	}
	m.Select("")
	return done
}

// Add begins a new unit, supervised as the one shown is.
func (m *Model) Add() {
	above := m.Supervises().Name
	m.Select("")
	m.fresh = true
	m.texts["supervising_unit"] = above
}

// lacking says what a new unit still needs to be registered.
func (m *Model) lacking() string {
	switch {
	case m.texts["unit"] != "":
		return "再填依据就登记；原来就有、只是没登记的，写“补登记”"
	case m.texts["basis"] != "":
		return "再填全称就登记"
	}
	return "填了全称和依据就登记"
}

// register makes the new unit of what was typed (新增), once it has a name and
// something it rests on; a name that cannot be had is refused before that.
func (m *Model) register(ctx context.Context) error {
	var u data.Unit
	for key, text := range m.texts {
		if err := m.write(&u, key, text); err != nil {
			return err
		}
	}
	if u.Name == "" {
		return nil
	}
	if err := m.desk.MayBeNamed(u); err != nil || m.texts["basis"] == "" {
		return err
	}
	change, err := unitbook.New(ctx, m.desk, u, unitbook.Basis{Document: m.texts["basis"]})
	if err == nil {
		m.Select(change.Unit)
	}
	return err
}

// New registers a unit (新增) beside the one shown, under the same supervising unit,
// and shows it.
func (m *Model) New(ctx context.Context, name string, why unitbook.Basis) (wording.Done, error) {
	above := m.Supervises()
	change, err := unitbook.New(ctx, m.desk, data.Unit{Name: name, Supervising: above.ID}, why)
	if err != nil {
		return wording.Done{}, err
	}
	m.Select(change.Unit)
	return m.wrote(ctx, nil, change.New+" 已登记，属 "+above.Name, "接着填它的简称、联系人；主管部门不对就直接改")
}

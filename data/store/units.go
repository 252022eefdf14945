package store

import "gongkao/data"

var units = &table[data.Unit]{kind: data.KindUnit, name: "units", columns: []column[data.Unit]{
	text("id", func(u *data.Unit) *data.UnitID { return &u.ID }),
	text("name", func(u *data.Unit) *string { return &u.Name }),
	text("short", func(u *data.Unit) *string { return &u.Short }),
	jsonText("former", func(u *data.Unit) *[]string { return &u.Former }),
	reference("supervising", func(u *data.Unit) *data.UnitID { return &u.Supervising }),
	word("kind", func(u *data.Unit) *string { return &u.Kind }),
	reference("merged_into", func(u *data.Unit) *data.UnitID { return &u.Into }),
	jsonText("written", func(u *data.Unit) *[]string { return &u.Written }),
	sealedTexts(data.KindUnit, func(u *data.Unit) string { return string(u.ID) },
		func(u *data.Unit) []*string { return []*string{&u.Contact, &u.Phone} }),
}}

// Units returns all units in the order of their ids, which is that of their
// entry.
func (r *Reader) Units() ([]data.Unit, error) { return all(r, units, "ORDER BY id") }

// Unit returns one unit; the refusal not-found when there is none.
func (r *Reader) Unit(id data.UnitID) (data.Unit, error) { return known(r, units, string(id)) }

// PutUnit writes a unit. Its supervising unit may be put later in the same
// Update.
func (tx *Tx) PutUnit(u data.Unit) error { return put(tx, units, u) }

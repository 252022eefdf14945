package store

import "gongkao/data"

var administrators = &table[data.Administrator]{kind: data.KindAdministrator, name: "administrators", columns: []column[data.Administrator]{
	text("id", func(a *data.Administrator) *data.AdministratorID { return &a.ID }),
	reference("unit", func(a *data.Administrator) *data.UnitID { return &a.Unit }),
	word("sex", func(a *data.Administrator) *data.Sex { return &a.Sex }),
	text("department", func(a *data.Administrator) *string { return &a.Department }),
	text("post", func(a *data.Administrator) *string { return &a.Post }),
	day("filled_on", func(a *data.Administrator) *data.Date { return &a.FilledOn }),
	sealedTexts(data.KindAdministrator, func(a *data.Administrator) string { return string(a.ID) },
		func(a *data.Administrator) []*string {
			return []*string{&a.Name, &a.OfficePhone, &a.Mobile, &a.FilledBy}
		}),
}}

// Administrators returns all account administrators in the order of entry.
func (r *Reader) Administrators() ([]data.Administrator, error) {
	return all(r, administrators, "ORDER BY id")
}

// PutAdministrator writes an account administrator.
func (tx *Tx) PutAdministrator(a data.Administrator) error { return put(tx, administrators, a) }

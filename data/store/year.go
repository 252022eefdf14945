package store

import "gongkao/data"

var confirmations = &table[data.UnitConfirmation]{kind: data.KindConfirmation, name: "confirmations", columns: []column[data.UnitConfirmation]{
	text("id", func(c *data.UnitConfirmation) *data.ConfirmationID { return &c.ID }),
	number("year", func(c *data.UnitConfirmation) *int { return &c.Year }),
	reference("unit", func(c *data.UnitConfirmation) *data.UnitID { return &c.Unit }),
	sealedJSON(data.KindConfirmation, func(c *data.UnitConfirmation) string { return string(c.ID) }),
}}

var unitChanges = &table[data.UnitChange]{kind: data.KindUnitChange, name: "unit_changes", columns: []column[data.UnitChange]{
	text("id", func(c *data.UnitChange) *data.UnitChangeID { return &c.ID }),
	number("year", func(c *data.UnitChange) *int { return &c.Year }),
	reference("unit", func(c *data.UnitChange) *data.UnitID { return &c.Unit }),
	sealedJSON(data.KindUnitChange, func(c *data.UnitChange) string { return string(c.ID) }),
}}

var adminForms = &table[data.AdministratorForm]{kind: data.KindAdminForm, name: "administrator_forms", columns: []column[data.AdministratorForm]{
	text("id", func(f *data.AdministratorForm) *string { return &f.ID }),
	number("year", func(f *data.AdministratorForm) *int { return &f.Year }),
	reference("unit", func(f *data.AdministratorForm) *data.UnitID { return &f.Unit }),
	sealedJSON(data.KindAdminForm, func(f *data.AdministratorForm) string { return f.ID }),
}}

var yearOpenings = &table[data.YearOpening]{kind: data.KindYearOpening, name: "year_openings", columns: []column[data.YearOpening]{
	text("id", func(y *data.YearOpening) *string { return &y.ID }),
	number("year", func(y *data.YearOpening) *int { return &y.Year }),
	sealedJSON(data.KindYearOpening, func(y *data.YearOpening) string { return y.ID }),
}}

// Confirmations returns the yearly confirmations of supervising units, oldest
// first; withdrawn ones too.
func (r *Reader) Confirmations(year int) ([]data.UnitConfirmation, error) {
	return all(r, confirmations, "WHERE year = ? ORDER BY id", year)
}

// PutConfirmation writes a yearly confirmation.
func (tx *Tx) PutConfirmation(c data.UnitConfirmation) error { return put(tx, confirmations, c) }

// UnitChanges returns the changes of units in a year, oldest first.
func (r *Reader) UnitChanges(year int) ([]data.UnitChange, error) {
	return all(r, unitChanges, "WHERE year = ? ORDER BY id", year)
}

// PutUnitChange writes a change of a unit.
func (tx *Tx) PutUnitChange(c data.UnitChange) error { return put(tx, unitChanges, c) }

// AdministratorForms returns how far the forms of a year have come.
func (r *Reader) AdministratorForms(year int) ([]data.AdministratorForm, error) {
	return all(r, adminForms, "WHERE year = ? ORDER BY id", year)
}

// PutAdministratorForm writes how far a form has come.
func (tx *Tx) PutAdministratorForm(f data.AdministratorForm) error { return put(tx, adminForms, f) }

// YearOpenings returns all openings of years, oldest first; withdrawn ones too.
func (r *Reader) YearOpenings() ([]data.YearOpening, error) {
	return all(r, yearOpenings, "ORDER BY id")
}

// PutYearOpening writes the opening of a year.
func (tx *Tx) PutYearOpening(y data.YearOpening) error { return put(tx, yearOpenings, y) }

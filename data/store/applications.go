package store

import "gongkao/data"

var applications = &table[data.Application]{kind: data.KindApplication, name: "applications", columns: []column[data.Application]{
	text("id", func(a *data.Application) *data.ApplicationID { return &a.ID }),
	text("person", func(a *data.Application) *data.PersonID { return &a.Person }),
	number("year", func(a *data.Application) *int { return &a.Year }),
	reference("unit", func(a *data.Application) *data.UnitID { return &a.Unit }),
	word("staff_kind", func(a *data.Application) *string { return &a.StaffKind }),
	word("post", func(a *data.Application) *string { return &a.Post }),
	word("trade", func(a *data.Application) *string { return &a.Trade }),
	number("level", func(a *data.Application) *data.Level { return &a.Level }),
	word("path", func(a *data.Application) *data.Path { return &a.Path }),
	text("honours", func(a *data.Application) *string { return &a.Honours }),
	yesNo("commitment", func(a *data.Application) *bool { return &a.Commitment }),
	yesNo("consent", func(a *data.Application) *bool { return &a.Consent }),
	text("note", func(a *data.Application) *string { return &a.Note }),
	word("status", func(a *data.Application) *data.Status { return &a.Status }),
	reference("batch", func(a *data.Application) *data.BatchID { return &a.Batch }),
}, clash: data.Refuse("one-application", "", "这个人今年已有一份申报", "一人一年只能申报一个工种、一个等级，请修改原有的申报")}

// Application returns one application; the refusal not-found when there is
// none.
func (r *Reader) Application(id data.ApplicationID) (data.Application, error) {
	return known(r, applications, string(id))
}

// ApplicationOf returns a person's application of a year.
func (r *Reader) ApplicationOf(person data.PersonID, year int) (a data.Application, found bool, err error) {
	return one(r, applications, "WHERE person = ? AND year = ?", string(person), year)
}

// ApplicationsOf returns a person's applications of all years, oldest first.
func (r *Reader) ApplicationsOf(person data.PersonID) ([]data.Application, error) {
	return all(r, applications, "WHERE person = ? ORDER BY year", string(person))
}

// PutApplication writes an application. A second one of the same person in
// the same year is refused (one-application).
func (tx *Tx) PutApplication(a data.Application) error { return put(tx, applications, a) }

package store

import "gongkao/data"

var documents = &table[data.Document]{kind: data.KindDocument, name: "documents", columns: []column[data.Document]{
	text("id", func(d *data.Document) *data.DocumentID { return &d.ID }),
	text("application", func(d *data.Document) *data.ApplicationID { return &d.Application }),
	sealedJSON(data.KindDocument, func(d *data.Document) string { return string(d.ID) }),
}}

var commitments = &table[data.Commitment]{kind: data.KindCommitment, name: "commitments", columns: []column[data.Commitment]{
	text("id", func(c *data.Commitment) *data.CommitmentID { return &c.ID }),
	text("application", func(c *data.Commitment) *data.ApplicationID { return &c.Application }),
	day("due", func(c *data.Commitment) *data.Date { return &c.Due }),
	sealedJSON(data.KindCommitment, func(c *data.Commitment) string { return string(c.ID) }),
}}

var notices = &table[data.PublicNotice]{kind: data.KindNotice, name: "notices", columns: []column[data.PublicNotice]{
	text("id", func(n *data.PublicNotice) *data.ApplicationID { return &n.ID }),
	sealedJSON(data.KindNotice, func(n *data.PublicNotice) string { return string(n.ID) }),
}}

var custodies = &table[data.Custody]{kind: data.KindCustody, name: "custodies", columns: []column[data.Custody]{
	text("id", func(c *data.Custody) *data.CustodyID { return &c.ID }),
	reference("unit", func(c *data.Custody) *data.UnitID { return &c.Unit }),
	sealedJSON(data.KindCustody, func(c *data.Custody) string { return string(c.ID) }),
}}

var violations = &table[data.Violation]{kind: data.KindViolation, name: "violations", columns: []column[data.Violation]{
	text("id", func(v *data.Violation) *data.ViolationID { return &v.ID }),
	text("person", func(v *data.Violation) *data.PersonID { return &v.Person }),
	day("until", func(v *data.Violation) *data.Date { return &v.Until }),
	sealedJSON(data.KindViolation, func(v *data.Violation) string { return string(v.ID) }),
}}

// PutDocument writes what has been seen of a document.
func (tx *Tx) PutDocument(d data.Document) error { return put(tx, documents, d) }

// PutCommitment writes a commitment.
func (tx *Tx) PutCommitment(c data.Commitment) error { return put(tx, commitments, c) }

// PutNotice writes the public notice of an application.
func (tx *Tx) PutNotice(n data.PublicNotice) error { return put(tx, notices, n) }

// PutViolation writes a violation.
func (tx *Tx) PutViolation(v data.Violation) error { return put(tx, violations, v) }

// PutCustody writes a slip of originals received or given back.
func (tx *Tx) PutCustody(c data.Custody) error { return put(tx, custodies, c) }

// Custodies returns all slips of originals, oldest first.
func (r *Reader) Custodies() ([]data.Custody, error) { return all(r, custodies, "ORDER BY id") }

// Dossier returns what is on record beside the form of one application.
func (r *Reader) Dossier(a data.Application) (d data.Dossier, err error) {
	if d.Documents, err = all(r, documents, "WHERE application = ? ORDER BY id", string(a.ID)); err != nil {
		return d, err
	}
	if d.Commitments, err = all(r, commitments, "WHERE application = ? ORDER BY id", string(a.ID)); err != nil {
		return d, err
	}
	if notice, found, err := one(r, notices, "WHERE id = ?", string(a.ID)); err != nil || found {
		d.Notice = &notice
		if err != nil {
			return d, err
		}
	}
	d.Violations, err = all(r, violations, "WHERE person = ? ORDER BY id", string(a.Person))
	return d, err
}

// fillDossiers gives applicants what is on record beside their forms. It reads
// whole tables, for most people have nothing there, and passes over what is of
// other years.
func (r *Reader) fillDossiers(list []*data.Applicant) error {
	byApplication, byPerson := make(map[string]*data.Dossier, len(list)), make(map[string]*data.Dossier, len(list))
	for _, a := range list {
		byApplication[string(a.Application.ID)], byPerson[string(a.Person.ID)] = &a.Dossier, &a.Dossier
	}
	if err := eachFor(r, documents, "application", byApplication, func(at *data.Dossier, d data.Document) { at.Documents = append(at.Documents, d) }); err != nil {
		return err
	}
	if err := eachFor(r, commitments, "application", byApplication, func(at *data.Dossier, c data.Commitment) { at.Commitments = append(at.Commitments, c) }); err != nil {
		return err
	}
	if err := eachFor(r, notices, "id", byApplication, func(at *data.Dossier, n data.PublicNotice) { at.Notice = &n }); err != nil {
		return err
	}
	return eachFor(r, violations, "person", byPerson, func(at *data.Dossier, v data.Violation) { at.Violations = append(at.Violations, v) })
}

// eachFor hands over the records of a table, in the order of their ids, to whom
// the column names; those of nobody in the map are passed over unopened, so that
// ten years kept cost a year little.
func eachFor[T, O any](r *Reader, t *table[T], column string, of map[string]*O, take func(*O, T)) error {
	at := t.place(column)
	return r.each(t.selecting("ORDER BY id"), nil, func(row []any) error {
		id, named := row[at].(string)
		owner := of[id]
		if row[at] == nil || named && owner == nil {
			return nil
		}
		rec, err := t.record(r.reading, row, false)
		if err == nil && owner != nil {
			take(owner, rec)
		}
		return err
	})
}

// eachOf hands over all records of a table in the order of their ids.
func eachOf[T any](r *Reader, t *table[T], take func(T)) error {
	recs, err := all(r, t, "ORDER BY id")
	for _, rec := range recs {
		take(rec)
	}
	return err
}

package store

import "gongkao/data"

// There is one office in a data file, under a fixed id.
type officeRecord struct {
	id string
	data.Office
}

const officeID = "office"

var offices = &table[officeRecord]{kind: data.KindOffice, name: "office", columns: []column[officeRecord]{
	text("id", func(o *officeRecord) *string { return &o.id }),
	text("name", func(o *officeRecord) *string { return &o.Name }),
	text("county", func(o *officeRecord) *string { return &o.County }),
	number("year", func(o *officeRecord) *int { return &o.Year }),
	yesNo("practice", func(o *officeRecord) *bool { return &o.Practice }),
	number("seed", func(o *officeRecord) *uint64 { return &o.Seed }),
	plainBytes("recovery", func(o *officeRecord) *[]byte { return &o.Recovery }),
	jsonText("review", func(o *officeRecord) *data.ReviewOptions { return &o.Review }),
}}

// Office returns the office that owns the file; the zero Office before one is
// put. It can be read while the file is locked.
func (r *Reader) Office() (data.Office, error) {
	rec, _, err := one(r, offices, "WHERE id = ?", officeID)
	return rec.Office, err
}

// PutOffice writes the office.
func (tx *Tx) PutOffice(o data.Office) error {
	return put(tx, offices, officeRecord{officeID, o})
}

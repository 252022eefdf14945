package store

import (
	"fmt"

	"gongkao/data"
	"gongkao/data/seal"
)

// A photo is a record of its own, so that neither a list nor the history of a
// changed phone number carries the picture along.
type photo struct {
	Person data.PersonID `json:"person"`
	JPEG   []byte        `json:"jpeg,omitempty"` // empty: taken away
}

var photos = &table[photo]{kind: data.KindPhoto, name: "photos", columns: []column[photo]{
	text("id", func(p *photo) *data.PersonID { return &p.Person }),
	sealing(data.KindPhoto, func(p *photo) string { return string(p.Person) },
		func(p *photo) []byte { return p.JPEG },
		func(p *photo, plain []byte) error { p.JPEG = plain; return nil }),
}}

// Photo returns a person's photo as JPEG, nil when there is none.
func (r *Reader) Photo(id data.PersonID) ([]byte, error) {
	p, _, err := one(r, photos, "WHERE id = ?", string(id))
	if len(p.JPEG) == 0 {
		return nil, err
	}
	return p.JPEG, err
}

// Photographed returns who has a photo. No photo is opened: a county's are
// gigabytes.
func (r *Reader) Photographed() (map[data.PersonID]bool, error) {
	have := map[data.PersonID]bool{}
	err := r.each("SELECT id FROM photos WHERE length(sealed) > ?", []any{seal.Overhead}, func(row []any) error {
		have[data.PersonID(fmt.Sprint(row[0]))] = true
		return nil
	})
	return have, err
}

func (tx *Tx) putPhoto(id data.PersonID, jpeg []byte) error {
	if len(jpeg) == 0 {
		if kept, err := tx.Photo(id); err != nil || kept == nil {
			return err
		}
	}
	return put(tx, photos, photo{id, jpeg})
}

package store

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"gongkao/data"
	"gongkao/data/seal"
)

var persons = &table[data.Person]{kind: data.KindPerson, name: "persons", columns: []column[data.Person]{
	text("id", func(p *data.Person) *data.PersonID { return &p.ID }),
	word("sex", func(p *data.Person) *data.Sex { return &p.Sex }),
	word("ethnicity", func(p *data.Person) *string { return &p.Ethnicity }),
	word("education", func(p *data.Person) *string { return &p.Education }),
	word("political", func(p *data.Person) *string { return &p.Political }),
	month("work_start", func(p *data.Person) *data.Month { return &p.WorkStart }),
	word("category", func(p *data.Person) *data.Category { return &p.Category }),
	number("current_level", func(p *data.Person) *data.Level { return &p.CurrentLevel }),
	word("current_trade", func(p *data.Person) *string { return &p.CurrentTrade }),
	month("current_cert_date", func(p *data.Person) *data.Month { return &p.CurrentCertDate }),
	text("current_cert_no", func(p *data.Person) *string { return &p.CurrentCertNo }),
	number("appointed_level", func(p *data.Person) *data.Level { return &p.AppointedLevel }),
	month("appointed_date", func(p *data.Person) *data.Month { return &p.AppointedDate }),
	appraisals(),
	sealing(data.KindPerson, func(p *data.Person) string { return string(p.ID) }, packIdentity, unpackIdentity),
	idMAC(),
}, clash: data.Refuse("id-duplicate-register", "id_number", "这个身份证号已经登记过", "请打开已登记的那个人，在他名下办理")}

// appraisals keeps the grades by year, "2024优秀 2025合格": quicker to read than
// JSON, for everybody has some.
func appraisals() column[data.Person] {
	return column[data.Person]{name: "appraisals",
		get: func(_ *seal.Keys, p *data.Person) any {
			var b []byte
			for _, year := range slices.Sorted(maps.Keys(p.Appraisals)) {
				b = fmt.Appendf(b, "%04d%s ", year, p.Appraisals[year])
			}
			return strings.TrimSuffix(string(b), " ")
		},
		set: func(r *reading, p *data.Person, v any) error {
			rest, err := asText(v)
			if err != nil || rest == "" {
				return err
			}
			p.Appraisals = make(map[int]data.Appraisal, 4)
			for more := true; more; {
				var one string
				one, rest, more = strings.Cut(rest, " ")
				digits := data.FirstRunes(one, 4)
				year, err := strconv.Atoi(digits)
				if err != nil {
					return err
				}
				p.Appraisals[year] = data.Appraisal(r.word(one[len(digits):]))
			}
			return nil
		}}
}

// idMAC keeps the mark of the ID number, NULL while the number is not known.
// It stands after the sealed column, which brings the number it is checked
// against.
func idMAC() column[data.Person] {
	return column[data.Person]{name: "id_mac", unread: true,
		get: func(keys *seal.Keys, p *data.Person) any {
			if p.IDNumber == "" {
				return nil
			}
			return keys.IDMAC(p.IDNumber)
		},
		set: func(r *reading, p *data.Person, v any) error {
			if v == nil && p.IDNumber == "" {
				return nil
			}
			if b, ok := v.([]byte); ok && p.IDNumber != "" && bytes.Equal(b, r.keys.IDMAC(p.IDNumber)) {
				return nil
			}
			return errors.New("the mark is not that of the ID number")
		}}
}

// Person returns one person with his photo; the refusal not-found when there
// is none.
func (r *Reader) Person(id data.PersonID) (data.Person, error) {
	p, err := known(r, persons, string(id))
	if err != nil {
		return p, err
	}
	p.Photo, err = r.Photo(id)
	return p, err
}

// PersonByIDNumber finds a person by his whole ID number.
func (r *Reader) PersonByIDNumber(n data.IDNumber) (p data.Person, found bool, err error) {
	if r.keys == nil {
		return p, false, errLocked()
	}
	p, found, err = one(r, persons, "WHERE id_mac = ?", r.keys.IDMAC(n))
	if err != nil || !found {
		return p, false, err
	}
	p.Photo, err = r.Photo(p.ID)
	return p, true, err
}

// PutPerson writes a person. A nil Photo leaves the photo that is kept as it
// is, because lists come without photos; an empty one that is not nil takes it
// away. An ID number that somebody else has is refused
// (id-duplicate-register).
func (tx *Tx) PutPerson(p data.Person) error {
	jpeg := p.Photo
	p.Photo = nil
	if err := put(tx, persons, p); err != nil || jpeg == nil {
		return err
	}
	return tx.putPhoto(p.ID, jpeg)
}

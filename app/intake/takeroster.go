package intake

import (
	"context"
	"encoding/json"
	"fmt"

	"gongkao/data"
	"gongkao/data/store"
)

// roster takes back the people and units of a batch.
func (b *takingBack) roster(ctx context.Context, tx *store.Tx) error {
	s, err := readSince(tx.Reader, b.desk, &b.batch, b.drafts)
	if err != nil {
		return err
	}
	if err := b.units(tx, s); err != nil {
		return err
	}
	for _, a := range brought(b.desk, b.batch.ID) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if why := s.why(a.Application.ID); why != "" {
			b.taken.Kept = append(b.taken.Kept, a.Person.IDNumber)
			b.taken.Stay = append(b.taken.Stay, Stay{a.Person.IDNumber, a.Person.Name, why})
			continue
		}
		if err := b.person(tx, s, a); err != nil {
			return err
		}
		b.taken.Removed++
	}
	return nil
}

// person puts somebody back as he stood before the import. Of whom nothing was
// known, nothing but who he is stays on record, so that what was undone never
// fills the gaps of a mended sheet.
func (b *takingBack) person(tx *store.Tx, s *since, a *data.Applicant) error {
	app := data.Application{ID: a.Application.ID, Person: a.Person.ID, Year: a.Application.Year, Status: data.Withdrawn, Batch: b.batch.ID}
	known, err := before(tx, of{data.KindApplication, string(a.Application.ID)}, s.came[a.Application.ID], &app)
	if err != nil {
		return err
	}
	if known && !app.Vacant() {
		return fmt.Errorf("intake: application %s was somebody's before batch %s", app.ID, b.batch.ID)
	}
	if err := tx.PutApplication(app); err != nil {
		return err
	}
	entry, written := s.person[a.Application.ID]
	if !written {
		return nil
	}
	person := data.Person{ID: a.Person.ID, Name: a.Person.Name, IDNumber: a.Person.IDNumber, Sex: a.Person.Sex, Birth: a.Person.Birth}
	if _, err := before(tx, of{data.KindPerson, string(a.Person.ID)}, entry, &person); err != nil {
		return err
	}
	return tx.PutPerson(person)
}

// before reads into a record what it was before an entry of the history; known is
// false, and the record left alone, where the entry was its first.
func before[T any](tx *store.Tx, rec of, entry int64, into *T) (known bool, err error) {
	first, err := tx.WrittenAt(rec.kind, rec.id)
	if err != nil || first == entry {
		return false, err
	}
	entries, err := tx.History(rec.kind, rec.id)
	if err != nil {
		return false, err
	}
	for _, e := range entries {
		if e.Seq != entry {
			continue
		}
		var was T
		if err := json.Unmarshal(e.Before, &was); err != nil {
			return false, fmt.Errorf("intake: entry %d of the history: %w", e.Seq, err)
		}
		*into = was
		return true, nil
	}
	return false, fmt.Errorf("intake: nothing on record of %s %s at entry %d", rec.kind, rec.id, entry)
}

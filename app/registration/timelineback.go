package registration

import (
	"encoding/json"
	"slices"

	"gongkao/data"
	"gongkao/data/store"
)

// What follows finds records as they are now, and says what becomes of one that
// an undo finds new.

func findDocument(tx *store.Tx, d *data.Document) (now data.Document, err error) {
	dossier, err := tx.Dossier(data.Application{ID: d.Application})
	return find(dossier.Documents, func(o *data.Document) bool { return o.ID == d.ID }), err
}

func openDocument(u undoing, d data.Document) data.Document {
	return data.Document{ID: d.ID, Application: d.Application, Slot: d.Slot, By: u.clerk, At: u.tx.Now()}
}

func findCommitment(tx *store.Tx, c *data.Commitment) (data.Commitment, error) {
	dossier, err := tx.Dossier(data.Application{ID: c.Application})
	return find(dossier.Commitments, func(o *data.Commitment) bool { return o.ID == c.ID }), err
}

func withdrawCommitment(u undoing, c data.Commitment) data.Commitment {
	c.Withdrawn = data.DateOf(u.tx.Now())
	return c
}

func findNotice(tx *store.Tx, n *data.PublicNotice) (data.PublicNotice, error) {
	dossier, err := tx.Dossier(data.Application{ID: n.ID})
	if err != nil || dossier.Notice == nil {
		return data.PublicNotice{}, err
	}
	return *dossier.Notice, nil
}

func takeDownNotice(u undoing, n data.PublicNotice) data.PublicNotice {
	return data.PublicNotice{ID: n.ID, By: u.clerk}
}

func findCustody(tx *store.Tx, c *data.Custody) (data.Custody, error) {
	slips, err := tx.Custodies()
	return find(slips, func(o *data.Custody) bool { return o.ID == c.ID }), err
}

func voidCustody(_ undoing, c data.Custody) data.Custody {
	c.Void = "撤销"
	return c
}

func findViolation(tx *store.Tx, v *data.Violation) (data.Violation, error) {
	dossier, err := tx.Dossier(data.Application{Person: v.Person})
	return find(dossier.Violations, func(o *data.Violation) bool { return o.ID == v.ID }), err
}

func withdrawViolation(u undoing, v data.Violation) data.Violation {
	v.Withdrawn = data.DateOf(u.tx.Now())
	return v
}

func find[T any](list []T, is func(*T) bool) (found T) {
	for i := range list {
		if is(&list[i]) {
			return list[i]
		}
	}
	return found
}

func putPhotoBack(u undoing, e store.Entry) error {
	type picture struct {
		JPEG []byte `json:"jpeg"`
	}
	var was, is picture
	if err := json.Unmarshal(e.After, &is); err != nil {
		return err
	}
	if e.Before != nil {
		if err := json.Unmarshal(e.Before, &was); err != nil {
			return err
		}
	}
	p, err := u.tx.Person(data.PersonID(e.Record))
	if err != nil {
		return err
	}
	if !slices.Equal(p.Photo, is.JPEG) {
		return stale()
	}
	if p.Photo = was.JPEG; p.Photo == nil {
		p.Photo = []byte{} // taken away, not left as it is
	}
	return u.tx.PutPerson(p)
}

// putReviewBack puts back only the parts of a review that the entry changed: the
// review is one record, and clauses are ticked one after another.
func putReviewBack(u undoing, e store.Entry) error {
	var was, is data.Review
	if err := json.Unmarshal(e.After, &is); err != nil {
		return err
	}
	if e.Before != nil {
		if err := json.Unmarshal(e.Before, &was); err != nil {
			return err
		}
	}
	now, err := u.tx.Review(data.ApplicationID(e.Record))
	if err != nil {
		return err
	}
	fits := back(&now.Ticks, was.Ticks, is.Ticks) && back(&now.Spots, was.Spots, is.Spots) &&
		answersBack(&now, &was, &is) && keyingBack(&now, &was, &is) && remarksBack(&now, &was, &is, u.clerk)
	if !fits {
		return stale()
	}
	return u.tx.PutReview(now)
}

// back puts back what differs between two maps; ok is false where something else
// stands now.
func back[K comparable, V any](now *map[K]V, was, is map[K]V) (ok bool) {
	kept := map[K]V{}
	for key, value := range *now {
		kept[key] = value
	}
	changed := map[K]bool{}
	for key, value := range is {
		old, had := was[key]
		changed[key] = !had || !alike(old, value)
	}
	for key := range was {
		if _, still := is[key]; !still {
			changed[key] = true
		}
	}
	for key, differs := range changed {
		if !differs {
			continue
		}
		left, wrote := is[key]
		found, stands := kept[key]
		if wrote != stands || wrote && !alike(left, found) {
			return false
		}
		if old, had := was[key]; had {
			kept[key] = old
		} else {
			delete(kept, key)
		}
	}
	*now = kept
	return true
}

func answersBack(now, was, is *data.Review) (ok bool) {
	for i := range min(len(is.Asks), len(was.Asks)) {
		if was.Asks[i] == is.Asks[i] {
			continue
		}
		if i >= len(now.Asks) || !alike(now.Asks[i], is.Asks[i]) {
			return false
		}
		now.Asks[i] = was.Asks[i]
	}
	return true
}

func keyingBack(now, was, is *data.Review) (ok bool) {
	fields := byField(now.Keyed)
	if !back(&fields, byField(was.Keyed), byField(is.Keyed)) {
		return false
	}
	now.Keyed = slices.DeleteFunc(now.Keyed, func(k data.Keying) bool { _, stays := fields[k.Field]; return !stays })
	for i := range now.Keyed {
		now.Keyed[i] = fields[now.Keyed[i].Field]
		delete(fields, now.Keyed[i].Field)
	}
	for _, k := range was.Keyed { // what the event had taken away
		if again, missing := fields[k.Field]; missing {
			now.Keyed = append(now.Keyed, again)
		}
	}
	return true
}

func byField(keyed []data.Keying) map[string]data.Keying {
	fields := map[string]data.Keying{}
	for _, k := range keyed {
		fields[k.Field] = k
	}
	return fields
}

// remarksBack strikes out the notes that the entry wrote; both stay.
func remarksBack(now, was, is *data.Review, clerk string) (ok bool) {
	for i := len(was.Remarks); i < len(is.Remarks); i++ {
		if i >= len(now.Remarks) || now.Remarks[i].Struck != "" {
			return false
		}
		now.Remarks[i].Struck = clerk
	}
	return true
}

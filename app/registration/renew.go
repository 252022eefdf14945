package registration

import (
	"context"

	"gongkao/data"
	"gongkao/data/store"
)

// Renew reads an application again, with person, unit, dossier and ledger, after
// something of it was written by another door than Amend.
func (d *Desk) Renew(ctx context.Context, id data.ApplicationID) (*data.Applicant, error) {
	a := &data.Applicant{}
	err := d.Office.Store.View(ctx, func(r *store.Reader) (err error) {
		if a.Application, err = r.Application(id); err != nil {
			return err
		}
		if a.Person, err = r.Person(a.Application.Person); err != nil {
			return err
		}
		a.Person.Photo = nil // lists never carry it
		if a.Dossier, err = r.Dossier(a.Application); err != nil {
			return err
		}
		a.Ledger, err = r.Ledger(id)
		return err
	})
	if err != nil {
		return nil, err
	}
	d.name(a)
	d.Register.put(a)
	return a, nil
}

// name gives an applicant the names of his unit.
func (d *Desk) name(a *data.Applicant) {
	for _, u := range d.EveryUnit() {
		if u.ID == a.Application.Unit {
			a.Unit, a.Supervising = u.Name, d.nameOf(u.Supervising)
			return
		}
	}
}

// manyAtOnce is from how many applications on it is quicker to read everything
// again than one after the other.
const manyAtOnce = 200

// RenewAll reads applications again after a batch of them was written by another
// door than Amend.
func (d *Desk) RenewAll(ctx context.Context, ids []data.ApplicationID) error {
	if len(ids) > manyAtOnce {
		return d.Reload(ctx)
	}
	for _, id := range ids {
		if _, err := d.Renew(ctx, id); err != nil {
			return err
		}
	}
	return nil
}

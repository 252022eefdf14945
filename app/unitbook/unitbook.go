// Package unitbook keeps the year of the county's units: which supervising unit
// has checked its names, which unit was made, renamed or merged and on what
// basis, how far each administrator's form has come, and what every unit has sent
// and still owes. Callers load a Book to look, and call Confirm, Rename, Merge,
// New, ReturnForm and their kin to write; each is one Update.
//
// Nothing is taken out: a confirmation is withdrawn, a change taken back, each
// with its reason, and both stay to be read (Records.Story).
package unitbook

import (
	"context"
	"slices"
	"time"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// AdministratorPaper is the form of the notice's annex.
const AdministratorPaper = "administrator-form"

// Book is what is on record of the units in a year, and how many of their people
// stand where. It is read once and does not change.
type Book struct {
	*Records
	wrong map[data.UnitID]int // rows of sheets that wait
	sums  map[data.UnitID]*sums
}

// Records is what is on record of the units themselves: a Book in which no people
// are counted, which at 100,000 takes longer than all reading.
type Records struct {
	desk           *registration.Desk
	units          map[data.UnitID]data.Unit // every one
	administrators map[data.UnitID]data.Administrator
	confirmations  []data.UnitConfirmation
	changes        []data.UnitChange
	forms          map[string]data.AdministratorForm // by id
	prints         []data.Print                      // of administrators' forms
	held           map[data.ApplicationID]Lying      // originals in the office
}

// Load reads the year's book.
func Load(ctx context.Context, d *registration.Desk) (*Book, error) {
	b := &Book{}
	err := d.Office.Store.View(ctx, func(r *store.Reader) (err error) {
		if b.Records, err = Read(r, d); err != nil {
			return err
		}
		b.wrong, err = b.wrongRows(r)
		return err
	})
	if err != nil {
		return nil, err
	}
	b.count()
	return b, ctx.Err()
}

// Read reads the records of the year's book.
func Read(r *store.Reader, d *registration.Desk) (*Records, error) {
	b := &Records{desk: d, units: map[data.UnitID]data.Unit{}, administrators: map[data.UnitID]data.Administrator{}, forms: map[string]data.AdministratorForm{}}
	for _, u := range d.EveryUnit() {
		b.units[u.ID] = u
	}
	return b, b.read(r)
}

func (b *Records) read(r *store.Reader) (err error) {
	year := b.desk.Office.Profile.Year
	if b.confirmations, err = r.Confirmations(year); err != nil {
		return err
	}
	if b.changes, err = r.UnitChanges(year); err != nil {
		return err
	}
	forms, err := r.AdministratorForms(year)
	if err != nil {
		return err
	}
	for _, f := range forms {
		b.forms[f.ID] = f
	}
	administrators, err := r.Administrators()
	if err != nil {
		return err
	}
	for _, a := range administrators {
		b.administrators[a.Unit] = a
	}
	if b.prints, err = r.PrintsOn(AdministratorPaper); err != nil {
		return err
	}
	b.prints = slices.DeleteFunc(b.prints, func(p data.Print) bool { return p.At.Year() != year })
	slips, err := r.Custodies()
	b.held = lying(slips)
	return err
}

// Lying is what of a person's originals is in the office, and since when.
type Lying struct {
	Pieces int
	Since  time.Time
}

// lying adds up the slips that count, by application.
func lying(slips []data.Custody) map[data.ApplicationID]Lying {
	held := map[data.ApplicationID]Lying{}
	for _, c := range slips {
		for _, item := range c.Items {
			at := held[item.Application]
			switch {
			case c.Void != "":
				continue
			case c.Back:
				at.Pieces -= item.Pieces
			case at.Pieces == 0:
				at = Lying{item.Pieces, c.At}
			default:
				at.Pieces += item.Pieces
			}
			held[item.Application] = at
		}
	}
	return held
}

// Originals returns what of an application's originals is in the office.
func (b *Records) Originals(app data.ApplicationID) Lying { return b.held[app] }

// wrongRows counts the open rows of trays by the unit they name.
func (b *Book) wrongRows(r *store.Reader) (map[data.UnitID]int, error) {
	batches, err := r.Batches()
	if err != nil {
		return nil, err
	}
	wrong, known := map[data.UnitID]int{}, map[string]data.UnitID{}
	for _, batch := range batches {
		if batch.Void != "" || batch.Waiting == 0 {
			continue
		}
		answers, err := r.TrayAnswers(batch.ID)
		if err != nil {
			return nil, err
		}
		for i, row := range batch.Tray {
			if answers[i].State != data.TrayOpen {
				continue
			}
			name := row.Texts["unit"]
			id, met := known[name]
			if !met && name != "" {
				id = b.desk.Units().Match(name).Unit.ID
				known[name] = id
			}
			if id != "" {
				wrong[id]++
			}
		}
	}
	return wrong, nil
}

// Supervising lists the supervising units that there are, in the order of the
// register.
func (b *Records) Supervising() (all []data.Unit) {
	for _, u := range b.desk.AllUnits() {
		if u.Supervising == u.ID {
			all = append(all, u)
		}
	}
	return all
}

// Below lists the units that a unit supervises, itself left out.
func (b *Records) Below(id data.UnitID) (all []data.Unit) {
	for _, u := range b.desk.AllUnits() {
		if u.Supervising == id && u.ID != id {
			all = append(all, u)
		}
	}
	return all
}

// Unit returns a unit as it is now, merged or not.
func (b *Records) Unit(id data.UnitID) (data.Unit, bool) {
	u, known := b.units[id]
	return u, known
}

// Administrator returns the account administrator of a supervising unit.
func (b *Records) Administrator(id data.UnitID) (data.Administrator, bool) {
	a, known := b.administrators[id]
	return a, known
}

// Confirmed returns the confirmation of a supervising unit that stands.
func (b *Records) Confirmed(id data.UnitID) (data.UnitConfirmation, bool) {
	for _, c := range slices.Backward(b.confirmations) {
		if c.Unit == id && c.Withdrawn == "" {
			return c, true
		}
	}
	return data.UnitConfirmation{}, false
}

// Printed returns when the form of a supervising unit was last printed; zero when
// never.
func (b *Records) Printed(id data.UnitID) (at time.Time) {
	for _, p := range b.prints {
		if b.printedFor(p, id) {
			at = p.At
		}
	}
	return at
}

// printedFor reports whether a print holds the form of a unit: its own, or those
// of the whole county.
func (b *Records) printedFor(p data.Print, id data.UnitID) bool {
	u, o := b.units[id], b.desk.Office.Profile
	if p.Scope == u.Name || slices.Contains(u.Former, p.Scope) {
		return true
	}
	return u.Supervising == id && (p.Scope == o.County || p.Scope == o.Name)
}

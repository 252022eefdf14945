package registration

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"gongkao/data"
	"gongkao/data/store"
)

// AsOf returns an application with person, unit and dossier as it stood at the
// end of a day by the office's clock. It refuses a day on which the person was
// not registered yet (not-yet) and says when he came.
func (d *Desk) AsOf(ctx context.Context, id data.ApplicationID, day data.Date) (*data.Applicant, error) {
	end := time.Date(day.Year, time.Month(day.Month), day.Day+1, 0, 0, 0, 0, d.Office.Now().Location())
	return d.then(ctx, id, func(*store.Reader) (moment, error) { return moment{end: end}, nil })
}

// AsDecided returns an application as the one who decided had it before him.
func (d *Desk) AsDecided(ctx context.Context, decision *data.Decision) (*data.Applicant, error) {
	return d.then(ctx, decision.Application, func(r *store.Reader) (moment, error) {
		entries, err := r.History(data.KindDecision, string(decision.ID))
		if err != nil || len(entries) == 0 {
			return moment{}, errors.Join(err, fmt.Errorf("registration: nothing on record of decision %s", decision.ID))
		}
		return moment{seq: entries[0].Seq}, nil
	})
}

// moment is a place in the history: before a time or, more exactly, an entry.
type moment struct {
	end time.Time
	seq int64
}

// sees reports whether an entry was written before the moment.
func (m moment) sees(e store.Entry) bool {
	if m.seq > 0 {
		return e.Seq < m.seq
	}
	return e.At.Before(m.end)
}

func (d *Desk) then(ctx context.Context, id data.ApplicationID, when func(*store.Reader) (moment, error)) (*data.Applicant, error) {
	known, ok := d.Register.ByID(id)
	if !ok {
		return nil, notFound()
	}
	var then *data.Applicant
	err := d.Office.Store.View(ctx, func(r *store.Reader) error {
		end, err := when(r)
		if err != nil {
			return err
		}
		records, err := recordsOf(r, known.Application)
		if err == nil {
			then, err = standing(r, records, end)
		}
		return err
	})
	if then != nil {
		then.Person.Photo, then.Ledger = nil, data.Ledger{} // lists never carry the one, and no day is asked for the other
	}
	return then, err
}

// Then returns an application with person, photo, unit, dossier and ledger, as it stood when an entry of the history was about to be written: a
// print knows what it printed.
func (d *Desk) Then(r *store.Reader, app data.Application, seq int64) (*data.Applicant, error) {
	records, err := ownRecords(r, app)
	if err != nil {
		return nil, err
	}
	return standing(r, records, moment{seq: seq})
}

// standing puts together what the history says of an application's records before
// a moment.
func standing(r *store.Reader, records []record, end moment) (*data.Applicant, error) {
	then := &data.Applicant{}
	for _, rec := range records {
		take, ok := standings[rec.kind]
		if !ok {
			continue
		}
		entries, err := r.History(rec.kind, rec.id)
		if err != nil {
			return nil, err
		}
		if rec.kind == data.KindApplication && (len(entries) == 0 || !end.sees(entries[0])) {
			return nil, notYet(entries, end.end.Location())
		}
		content := lastBefore(entries, end)
		if content == nil {
			continue
		}
		if err := take(then, content); err != nil {
			return nil, fmt.Errorf("registration: history of %s %s: %w", rec.kind, rec.id, err)
		}
	}
	var err error
	then.Unit, then.Supervising, err = unitThen(r, then.Application.Unit, end)
	return then, err
}

func notYet(entries []store.Entry, zone *time.Location) error {
	when := "后来"
	if len(entries) > 0 {
		when = data.DateOf(entries[0].At.In(zone)).Chinese()
	}
	return data.Refuse("not-yet", "", "这一天还没有登记这个人，他是"+when+"登记的", "请选登记当天或以后的一天")
}

// lastBefore returns what the last entry before a moment left behind, nil where
// there is none.
func lastBefore(entries []store.Entry, end moment) (content []byte) {
	for _, e := range entries {
		if end.sees(e) {
			content = e.After
		}
	}
	return content
}

// standings say where what stood goes.
var standings = map[data.Kind]func(*data.Applicant, []byte) error{
	data.KindApplication: func(a *data.Applicant, b []byte) error { return json.Unmarshal(b, &a.Application) },
	data.KindPerson:      func(a *data.Applicant, b []byte) error { return json.Unmarshal(b, &a.Person) },
	data.KindDocument:    func(a *data.Applicant, b []byte) error { return grow(&a.Dossier.Documents, b) },
	data.KindCommitment:  func(a *data.Applicant, b []byte) error { return grow(&a.Dossier.Commitments, b) },
	data.KindViolation:   func(a *data.Applicant, b []byte) error { return grow(&a.Dossier.Violations, b) },
	data.KindNotice: func(a *data.Applicant, b []byte) error {
		a.Dossier.Notice = &data.PublicNotice{}
		return json.Unmarshal(b, a.Dossier.Notice)
	},
	data.KindEvaluation:  func(a *data.Applicant, b []byte) error { return json.Unmarshal(b, &a.Ledger.Evaluation) },
	data.KindArchive:     func(a *data.Applicant, b []byte) error { return json.Unmarshal(b, &a.Ledger.Archive) },
	data.KindPaymentSlip: func(a *data.Applicant, b []byte) error { return json.Unmarshal(b, &a.Ledger.Slip) },
	data.KindPayment:     func(a *data.Applicant, b []byte) error { return grow(&a.Ledger.Payments, b) },
	data.KindBookOrder:   func(a *data.Applicant, b []byte) error { return grow(&a.Ledger.Orders, b) },
	data.KindScore:       func(a *data.Applicant, b []byte) error { return grow(&a.Ledger.Scores, b) },
	data.KindCertificate: func(a *data.Applicant, b []byte) error { return grow(&a.Ledger.Certificates, b) },
	data.KindPhoto: func(a *data.Applicant, b []byte) error {
		var picture struct {
			JPEG []byte `json:"jpeg"`
		}
		err := json.Unmarshal(b, &picture)
		a.Person.Photo = picture.JPEG
		return err
	},
}

func grow[T any](list *[]T, content []byte) error {
	var one T
	err := json.Unmarshal(content, &one)
	*list = append(*list, one)
	return err
}

// unitThen returns how a unit and its supervising unit were called.
func unitThen(r *store.Reader, id data.UnitID, end moment) (name, supervising string, err error) {
	unit, err := namedThen(r, id, end)
	if err != nil || unit.Supervising == "" {
		return unit.Name, "", err
	}
	above, err := namedThen(r, unit.Supervising, end)
	return unit.Name, above.Name, err
}

func namedThen(r *store.Reader, id data.UnitID, end moment) (unit data.Unit, err error) {
	if id == "" {
		return unit, nil
	}
	entries, err := r.History(data.KindUnit, string(id))
	if err != nil {
		return unit, err
	}
	content := lastBefore(entries, end)
	if content == nil { // an application cannot name a unit that is not there yet
		return r.Unit(id)
	}
	return unit, json.Unmarshal(content, &unit)
}

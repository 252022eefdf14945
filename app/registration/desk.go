// Package registration enters, amends and finds applicants. Desk is what
// screens and commands hold: it keeps the year's Register in memory and in
// step with the store. Nobody can be registered twice in a year: one ID
// number, one application.
package registration

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"gongkao/app/office"
	"gongkao/app/units"
	"gongkao/data"
	"gongkao/data/store"
)

// Desk is an office with its register at hand. It may be read from several
// goroutines while a clerk goes on working.
type Desk struct {
	Office   *office.Office
	Register *Register

	mu       sync.RWMutex // guards what follows
	matcher  *units.Matcher
	allUnits []data.Unit // never changed in place; without those merged into others
	every    []data.Unit // likewise, with them
	marked   map[Flag]map[data.ApplicationID]bool

	judgements judgements
	memory     memory
	papers     func(id string) string // how they are called
}

// NewDesk reads the register and the units.
func NewDesk(ctx context.Context, o *office.Office) (*Desk, error) {
	d := &Desk{Office: o}
	return d, d.Reload(ctx)
}

// Sit is NewDesk for an office that is being opened: err is why it was not. An
// office whose register cannot be read is closed again.
func Sit(ctx context.Context, o *office.Office, err error) (*Desk, error) {
	if err != nil {
		return nil, err
	}
	d, err := NewDesk(ctx, o)
	if err != nil {
		return nil, errors.Join(err, o.Close())
	}
	return d, nil
}

// Reload reads everything again, after a restore or a large import.
func (d *Desk) Reload(ctx context.Context) (err error) {
	fresh, err := Load(ctx, d.Office)
	if err != nil {
		return err
	}
	if d.Register == nil {
		d.Register = fresh
	} else {
		d.Register.become(fresh)
	}
	return d.reloadUnits(ctx)
}

func (d *Desk) reloadUnits(ctx context.Context) error {
	return d.Office.Store.View(ctx, func(r *store.Reader) error {
		all, err := r.Units()
		if err != nil {
			return err
		}
		d.mu.Lock()
		defer d.mu.Unlock()
		d.every, d.matcher = all, units.NewMatcher(all)
		d.allUnits = slices.DeleteFunc(slices.Clone(all), func(u data.Unit) bool { return u.Merged() })
		return nil
	})
}

// Units returns the matcher of the unit register as it is now.
func (d *Desk) Units() *units.Matcher {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.matcher
}

// AllUnits returns the units that there are now: those merged into others are no
// more.
func (d *Desk) AllUnits() []data.Unit {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.allUnits
}

// EveryUnit returns the unit register with the units that were merged into
// others: what was written of them has to be read.
func (d *Desk) EveryUnit() []data.Unit {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.every
}

// Enter registers somebody for the office's year as a draft. It refuses a
// missing or wrong field, an unknown unit, and an ID number that has an
// application this year already (one-application); one carried over becomes it.
func (d *Desk) Enter(ctx context.Context, a data.Applicant) (*data.Applicant, error) {
	a.Application.Status = data.Draft
	if err := d.complete(&a); err != nil {
		return nil, err
	}
	_, err := d.Office.Store.Update(ctx, data.OpEnter, "", func(tx *store.Tx) error {
		return d.Put(tx, &a)
	})
	if err != nil {
		return nil, err
	}
	d.Register.put(&a)
	return &a, nil
}

// Amend changes fields of an application, by field key. Either all changes are
// taken or none. What is decided is closed: it is refused (closed) until it is
// opened for correction (review.Reopen).
func (d *Desk) Amend(ctx context.Context, id data.ApplicationID, texts map[string]string, why string) (*data.Applicant, error) {
	a, err := d.amended(id, texts)
	if err != nil {
		return nil, err
	}
	_, err = d.Office.Store.Update(ctx, data.OpAmend, why, func(tx *store.Tx) error { return putAmended(tx, a) })
	if err != nil {
		return nil, err
	}
	d.Register.put(a)
	return a, nil
}

// amended returns an applicant as he would be with other fields, and writes
// nothing.
func (d *Desk) amended(id data.ApplicationID, texts map[string]string) (*data.Applicant, error) {
	known, ok := d.Register.ByID(id)
	if !ok {
		return nil, notFound()
	}
	if err := undecided(known); err != nil {
		return nil, err
	}
	a := *known
	for key, text := range texts {
		field := data.FieldByKey(key)
		if field == nil {
			return nil, data.Refuse("field-unknown", key, fmt.Sprintf("没有“%s”这个项目", key), "请从项目列表里选")
		}
		if err := field.Set(&a, text); err != nil {
			return nil, err
		}
	}
	applies(&a)
	return &a, d.complete(&a)
}

// undecided refuses what is decided: it is closed.
func undecided(a *data.Applicant) error {
	if status := a.Application.Status; !Amendable(status) {
		return data.Refuse("closed", "", "这份申报是“"+status.String()+"”，不能直接修改", "审结后确要改动，请先办“更正”，写明理由")
	}
	return nil
}

func putAmended(tx *store.Tx, a *data.Applicant) error {
	if err := tx.PutPerson(a.Person); err != nil {
		return err
	}
	return tx.PutApplication(a.Application)
}

// complete checks what nobody may be entered without, reads the ID number and
// finds the unit.
func (d *Desk) complete(a *data.Applicant) error {
	for _, key := range data.RequiredToEnter {
		field := data.FieldByKey(key)
		if strings.TrimSpace(field.Get(a)) == "" && !mayLack(a, key) {
			return data.Refuse("required-missing", key, "没有填“"+field.Label+"”", "请补上再保存")
		}
	}
	if err := d.identify(a); err != nil {
		return err
	}
	match := d.Units().Match(a.Unit)
	switch match.Kind {
	case units.Similar:
		return data.Refuse("unit-similar", "unit", fmt.Sprintf("单位库里没有“%s”，有“%s”", a.Unit, match.Unit.Name), "请确认是不是同一个单位，按公章上的全称填写")
	case units.Unknown:
		return data.Refuse("unit-unknown", "unit", fmt.Sprintf("单位库里没有“%s”", a.Unit), "请先导入或登记这个单位")
	}
	a.Application.Unit, a.Unit = match.Unit.ID, match.Unit.Name
	a.Supervising = d.nameOf(match.Unit.Supervising)
	a.Application.Year = d.Office.Profile.Year
	return nil
}

// identify reads the ID number and takes birth and sex from it.
func (d *Desk) identify(a *data.Applicant) error {
	reading := data.ReadID(string(a.Person.IDNumber), d.Office.Codes.Region)
	for _, code := range reading.Problems {
		if !data.IsIDWarning(code) {
			return data.Refuse(code, "id_number", idMessage(code, reading), "请对照身份证原件重新录入")
		}
	}
	other, taken := d.Register.ByNumber(reading.Normalised)
	if taken && other.Application.ID != a.Application.ID && !other.Application.Vacant() {
		return data.Refuse("one-application", "id_number", fmt.Sprintf("这个身份证号本年已经登记：%s，%s", other.Person.Name, other.Unit), "同一人一年只能申报一次，请打开已有的那一份")
	}
	a.Person.IDNumber, a.Person.Birth, a.Person.Sex = reading.Normalised, reading.Birth, reading.Sex
	return nil
}

func idMessage(code string, r data.IDReading) string {
	switch code {
	case "id-checksum":
		return "身份证号末位校验不符：第 18 位应为 " + r.Normalised.CheckDigit()
	case "id-birth":
		return "身份证号第 7 到 14 位不是一个日期"
	case "id-mangled":
		return "身份证号被表格软件变成了数字，末几位已经丢失"
	case "id-characters":
		return "身份证号里有不该出现的字符"
	}
	return fmt.Sprintf("身份证号应为 18 位，现在是 %d 位", len([]rune(data.Squeeze(r.Input))))
}

func (d *Desk) nameOf(id data.UnitID) string {
	for _, u := range d.EveryUnit() {
		if u.ID == id {
			return u.Name
		}
	}
	return ""
}

// UnitNamed returns the unit a clerk means: by its name on the seal, or by a
// short or former name, which is good enough for asking.
func (d *Desk) UnitNamed(name string) (data.Unit, error) {
	match := d.Units().Match(name)
	if match.Kind == units.Unknown {
		return data.Unit{}, data.Refuse("unit-unknown", "unit", fmt.Sprintf("单位库里没有“%s”", name), "请写单位全称、简称或曾用名")
	}
	return match.Unit, nil
}

// Put writes a new application inside an Update. Somebody known from an
// earlier year keeps his person record, and what the new papers do not say; the
// application carried over for him becomes this one.
func (d *Desk) Put(tx *store.Tx, a *data.Applicant) error {
	known, found, err := tx.PersonByIDNumber(a.Person.IDNumber)
	if err != nil {
		return err
	}
	if found {
		if err := remember(a, known); err != nil {
			return err
		}
	} else {
		a.Person.ID = data.PersonID(tx.NewID())
	}
	a.Application.ID, a.Application.Person = data.ApplicationID(tx.NewID()), a.Person.ID
	a.Application.Year = d.Office.Profile.Year
	if found {
		if err := d.takeOver(tx, a); err != nil {
			return err
		}
	}
	if err := tx.PutPerson(a.Person); err != nil {
		return err
	}
	return tx.PutApplication(a.Application)
}

// remember fills what is not given now with what was known of the person.
func remember(a *data.Applicant, known data.Person) error {
	before := data.Applicant{Person: known}
	for _, f := range data.Fields {
		if f.Get(a) == "" && f.Get(&before) != "" {
			if err := f.Set(a, f.Get(&before)); err != nil {
				return err
			}
		}
	}
	a.Person.ID = known.ID
	if len(a.Person.Career) == 0 {
		a.Person.Career = known.Career
	}
	return nil
}

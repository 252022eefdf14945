package store

import (
	"context"
	"errors"
	"testing"

	"gongkao/data"
)

func TestSecondApplicationOfAYearIsRefused(t *testing.T) {
	s, _ := emptyStore(t)
	update(t, s, data.OpEnter, everyKind().put)
	second := everyKind().app
	second.ID, second.Trade = "another", "农艺工"
	_, err := s.Update(context.Background(), data.OpEnter, "", func(tx *Tx) error { return tx.PutApplication(second) })
	if !data.HasCode(err, "one-application") {
		t.Fatalf("got %v", err)
	}
	second.Year++
	update(t, s, data.OpEnter, func(tx *Tx) error { return tx.PutApplication(second) })
}

func TestIDNumberOfSomebodyElseIsRefusedAndNothingElseLost(t *testing.T) {
	s, _ := emptyStore(t)
	update(t, s, data.OpEnter, func(tx *Tx) error { return tx.PutPerson(person(1)) })
	twin, nameless := person(2), person(4)
	twin.IDNumber, nameless.IDNumber = person(1).IDNumber, ""
	update(t, s, data.OpImport, func(tx *Tx) error {
		if err := tx.PutPerson(twin); !data.HasCode(err, "id-duplicate-register") {
			t.Errorf("got %v", err)
		}
		return tx.PutPerson(nameless)
	})
	nameless.ID = "another without a number"
	update(t, s, data.OpEnter, func(tx *Tx) error { return tx.PutPerson(nameless) })
	view(t, s, func(r *Reader) error {
		p, found, err := r.PersonByIDNumber(person(1).IDNumber)
		if err != nil || !found || p.ID != person(1).ID {
			t.Errorf("got %v %v %v", p.ID, found, err)
		}
		_, found, err = r.PersonByIDNumber(person(2).IDNumber)
		if err != nil || found {
			t.Errorf("a person who was refused is found: %v", err)
		}
		return nil
	})
	mustVerify(t, s)
}

func TestRecordThatWouldNotReadBackIsNotWritten(t *testing.T) {
	s, _ := emptyStore(t)
	impossible, mangled := person(1), unit(1)
	impossible.WorkStart.Month = 13
	mangled.Name = "罗山\xff"
	for name, f := range map[string]func(*Tx) error{
		"month 13":  func(tx *Tx) error { return tx.PutPerson(impossible) },
		"bad UTF-8": func(tx *Tx) error { return tx.PutUnit(mangled) },
		"no id":     func(tx *Tx) error { return tx.PutUser(data.User{Name: "李娟"}) },
		"unknown units": func(tx *Tx) error {
			return errors.Join(tx.PutPerson(person(5)), tx.PutApplication(application(5, "nowhere")))
		},
	} {
		if _, err := s.Update(context.Background(), data.OpEnter, "", f); err == nil {
			t.Errorf("%s was written", name)
		}
	}
	if got := mustVerify(t, s); got.AuditEntries != 0 {
		t.Errorf("%d entries were written", got.AuditEntries)
	}
}

func TestFailedUpdateChangesNothing(t *testing.T) {
	s, _ := emptyStore(t)
	before := update(t, s, data.OpUnit, func(tx *Tx) error { return tx.PutUnit(unit(0)) })
	wrong := errors.New("wrong")
	changes, err := s.Update(context.Background(), data.OpEnter, "", func(tx *Tx) error {
		must(t, tx.PutPerson(person(1)))
		return wrong
	})
	if !errors.Is(err, wrong) || changes.Seq != 0 {
		t.Errorf("got %v, %v", changes, err)
	}
	view(t, s, func(r *Reader) error {
		head, err := r.Head()
		if head.Seq != before.Seq {
			t.Errorf("the history went on to %d", head.Seq)
		}
		if _, found, _ := r.PersonByIDNumber(person(1).IDNumber); found {
			t.Error("the person is there")
		}
		return err
	})
}

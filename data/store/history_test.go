package store

import (
	"context"
	"encoding/json"
	"testing"
	"time"

	"gongkao/data"
)

func TestHistoryTellsWhoDidWhatAndWhy(t *testing.T) {
	s, _ := emptyStore(t)
	p := person(1)
	update(t, s, data.OpEnter, func(tx *Tx) error { return tx.PutPerson(p) })
	old := p.Phone
	p.Phone = "13912345678"
	_, err := s.Update(context.Background(), data.OpAmend, "本人来电更正", func(tx *Tx) error { return tx.PutPerson(p) })
	must(t, err)
	view(t, s, func(r *Reader) error {
		entries, err := r.History(data.KindPerson, string(p.ID))
		if err != nil || len(entries) != 2 {
			t.Fatalf("got %d entries, %v", len(entries), err)
		}
		e := entries[1]
		if e.By != "李娟" || e.Op != data.OpAmend || e.Why != "本人来电更正" || time.Since(e.At) > time.Minute || entries[0].Before != nil {
			t.Errorf("got %+v", e)
		}
		var before, after data.Person
		must(t, json.Unmarshal(e.Before, &before))
		must(t, json.Unmarshal(e.After, &after))
		if before.Phone != old || after.Phone != p.Phone {
			t.Errorf("phone went from %s to %s", before.Phone, after.Phone)
		}
		return nil
	})
}

func TestOneUpdateHasOneMoment(t *testing.T) {
	s, _ := emptyStore(t)
	update(t, s, data.OpImport, func(tx *Tx) error { return putPeopleWithUnits(tx, 5) })
	view(t, s, func(r *Reader) error {
		first, err := r.History(data.KindPerson, string(person(0).ID))
		must(t, err)
		last, err := r.History(data.KindApplication, string(application(4, "").ID))
		must(t, err)
		if !first[0].At.Equal(last[0].At) {
			t.Errorf("%v and %v", first[0].At, last[0].At)
		}
		return nil
	})
}

func TestPrintingDoesNotMoveTheHeadOfTheRecords(t *testing.T) {
	s, _ := emptyStore(t)
	update(t, s, data.OpEnter, everyKind().put)
	heads := func() (head Head, records string) {
		view(t, s, func(r *Reader) (err error) {
			if head, err = r.Head(); err != nil {
				return err
			}
			records, err = r.RecordHead()
			return err
		})
		return head, records
	}
	head1, records1 := heads()
	p := everyKind().print
	p.ID = "p2"
	update(t, s, data.OpPrint, func(tx *Tx) error { return tx.PutPrint(p) })
	head2, records2 := heads()
	if records1 != records2 || head1 == head2 || head1.Short() != records1 {
		t.Errorf("heads %v → %v, of the records %v → %v", head1, head2, records1, records2)
	}
}

func TestHistoryCannotBeChangedThroughSQL(t *testing.T) {
	s, _ := emptyStore(t)
	update(t, s, data.OpEnter, everyKind().put)
	for _, q := range []string{"UPDATE audit SET clerk = 'x' WHERE seq = 1", "DELETE FROM audit WHERE seq = 2"} {
		if _, err := s.writer.Exec(q); err == nil {
			t.Errorf("%s was done", q)
		}
	}
}

func putPeopleWithUnits(tx *Tx, people int) error {
	for n := range 60 {
		if err := tx.PutUnit(unit(n)); err != nil {
			return err
		}
	}
	return putPeople(tx, 0, people)
}

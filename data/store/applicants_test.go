package store

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gongkao/data"
)

func TestApplicantsAreWholeAndInTheOrderOfEntry(t *testing.T) {
	for _, people := range []int{0, 1, 5, fewRows + 500} { // the last is read on several connections
		s, _ := emptyStore(t)
		update(t, s, data.OpImport, func(tx *Tx) error { return putPeopleWithUnits(tx, people) })
		other := application(0, "")
		other.ID, other.Year = "of another year", 2025
		if people > 0 {
			update(t, s, data.OpEnter, func(tx *Tx) error { return tx.PutApplication(other) })
		}
		var list []*data.Applicant
		view(t, s, func(r *Reader) (err error) {
			list, err = r.Applicants(2026)
			return err
		})
		var want []*data.Applicant
		for n := range people {
			u := unit(n % 60)
			want = append(want, &data.Applicant{Person: person(n), Application: application(n, u.ID), Unit: u.Name, Supervising: unit(0).Name})
		}
		if d := cmp.Diff(want, list); d != "" {
			t.Errorf("%d people: %s", people, d)
		}
	}
}

func TestUpdateSeesItsOwnPeopleAmongTheApplicants(t *testing.T) {
	s, _ := emptyStore(t)
	update(t, s, data.OpImport, func(tx *Tx) error {
		must(t, putPeopleWithUnits(tx, fewRows+10))
		list, err := tx.Applicants(2026)
		if len(list) != fewRows+10 {
			t.Errorf("%d people", len(list))
		}
		return err
	})
}

func TestReadingWhileWritingShowsOneMoment(t *testing.T) {
	s, _ := emptyStore(t)
	update(t, s, data.OpImport, func(tx *Tx) error { return putPeopleWithUnits(tx, fewRows+100) })
	ctx := context.Background()
	var writing sync.WaitGroup
	writing.Go(func() {
		for n := range 40 { // every Update gives everybody of two pages the same note
			_, err := s.Update(ctx, data.OpAmend, "", func(tx *Tx) error {
				for _, who := range []int{0, fewRows + 99} {
					a := application(who, unit(who%60).ID)
					a.Note = string(rune('一' + n))
					if err := tx.PutApplication(a); err != nil {
						return err
					}
				}
				return nil
			})
			if err != nil {
				t.Error(err)
			}
		}
	})
	for range 15 {
		view(t, s, func(r *Reader) error {
			list, err := r.Applicants(2026)
			if err == nil && list[0].Application.Note != list[fewRows+99].Application.Note && list[0].Application.Note != "第0号" {
				t.Errorf("%q and %q", list[0].Application.Note, list[fewRows+99].Application.Note)
			}
			return err
		})
	}
	writing.Wait()
	mustVerify(t, s)
}

func TestManyReadingApplicantsAtOnceDoNotWaitForEachOther(t *testing.T) {
	s, _ := emptyStore(t)
	update(t, s, data.OpImport, func(tx *Tx) error { return putPeopleWithUnits(tx, fewRows+100) })
	var all, begun sync.WaitGroup
	begun.Add(readerConnections)
	for range readerConnections { // every connection is taken before anybody goes on
		all.Go(func() {
			err := s.View(context.Background(), func(r *Reader) error {
				begun.Done()
				begun.Wait()
				list, err := r.Applicants(2026)
				if len(list) != fewRows+100 {
					t.Errorf("%d people", len(list))
				}
				return err
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
}

func TestReadingStopsWhenNobodyWaitsAnyMore(t *testing.T) {
	s, _ := emptyStore(t)
	update(t, s, data.OpImport, func(tx *Tx) error { return putPeopleWithUnits(tx, 10) })
	ctx, cancel := context.WithCancel(context.Background())
	err := s.View(ctx, func(r *Reader) error {
		cancel()
		_, err := r.Applicants(2026)
		return err
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if _, err := s.Verify(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("verify: got %v", err)
	}
}

func TestUpdatesOfManyWaitForEachOther(t *testing.T) {
	s, _ := emptyStore(t)
	var all sync.WaitGroup
	seqs := make([]int64, 20)
	for n := range seqs {
		all.Go(func() {
			changes, err := s.Update(context.Background(), data.OpEnter, "", func(tx *Tx) error { return tx.PutPerson(person(n)) })
			if err != nil {
				t.Error(err)
			}
			seqs[n] = changes.Seq
		})
	}
	all.Wait()
	slices.Sort(seqs)
	if seqs[0] != 2 || seqs[19] != 21 { // entry 1 is the format
		t.Errorf("entries %v", seqs)
	}
	mustVerify(t, s)
}

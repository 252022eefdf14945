package review

import (
	"cmp"
	"context"
	"slices"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Batch is what one supervising unit has handed in and nobody has decided yet.
type Batch struct {
	Unit    string // the supervising unit; the unit itself where none is known
	Waiting int
}

// Queue lists the applications that wait for review, by supervising unit, unit
// and order of entry; unit narrows to one unit or supervising unit.
func Queue(d *registration.Desk, unit string) []data.ApplicationID {
	found := queue(d, unit)
	ids := make([]data.ApplicationID, len(found))
	for i, a := range found {
		ids[i] = a.Application.ID
	}
	return ids
}

// Batches lists the supervising units in the order of the queue.
func Batches(d *registration.Desk) []Batch {
	var all []Batch
	for _, a := range queue(d, "") {
		if last := len(all) - 1; last >= 0 && all[last].Unit == overseer(a) {
			all[last].Waiting++
		} else {
			all = append(all, Batch{overseer(a), 1})
		}
	}
	return all
}

func queue(d *registration.Desk, unit string) []*data.Applicant {
	found := d.Register.Find(registration.Query{Unit: unit, Statuses: []data.Status{data.Submitted}})
	slices.SortStableFunc(found, func(a, b *data.Applicant) int {
		return cmp.Or(cmp.Compare(overseer(a), overseer(b)), cmp.Compare(a.Unit, b.Unit))
	})
	return found
}

func overseer(a *data.Applicant) string { return cmp.Or(a.Supervising, a.Unit) }

// Turn says whose turn it is at an application that two clerks have to agree on.
type Turn string

// The turns.
const (
	Mine   Turn = "mine"   // another clerk has concluded
	Theirs Turn = "theirs" // the signed-in clerk has concluded
)

// Turns lists the applications of the queue with a conclusion that waits for
// another clerk.
func Turns(ctx context.Context, d *registration.Desk) (map[data.ApplicationID]Turn, error) {
	turns := map[data.ApplicationID]Turn{}
	err := d.Office.Store.View(ctx, func(r *store.Reader) error {
		reviews, err := r.Reviews()
		if err != nil {
			return err
		}
		for _, a := range queue(d, "") {
			begun := reviews[a.Application.ID]
			if last := cmp.Or(begun.Differs, begun.First); last != nil {
				turns[a.Application.ID] = Mine
				if last.By == d.Office.Clerk {
					turns[a.Application.ID] = Theirs
				}
			}
		}
		return nil
	})
	return turns, err
}

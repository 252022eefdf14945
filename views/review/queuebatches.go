package review

import (
	"cmp"
	"context"
	"slices"

	reviewing "gongkao/app/review"
	"gongkao/data"
)

// readTurns finds out whose turn it is, where two have to agree.
func (q *Queue) readTurns(ctx context.Context) (err error) {
	q.turn = nil
	if q.desk.Office.Profile.Review.Second != data.SecondNone {
		q.turn, err = reviewing.Turns(ctx, q.desk)
	}
	return err
}

// batches are the supervising units for which somebody waits, and not for
// another clerk.
func (q *Queue) batches() []reviewing.Batch {
	theirs := map[string]int{}
	for id, turn := range q.turn {
		if a, ok := q.desk.Register.ByID(id); ok && turn == reviewing.Theirs {
			theirs[cmp.Or(a.Supervising, a.Unit)]++
		}
	}
	all := reviewing.Batches(q.desk)
	for i := range all {
		all[i].Waiting -= theirs[all[i].Unit]
	}
	return slices.DeleteFunc(all, func(b reviewing.Batch) bool { return b.Waiting <= 0 })
}

// nextBatch is the next supervising unit for which somebody waits.
func (q *Queue) nextBatch() (reviewing.Batch, bool) {
	if q.Left() > 0 || q.Unit == "" {
		return reviewing.Batch{}, false
	}
	all := slices.DeleteFunc(q.batches(), func(b reviewing.Batch) bool { return b.Unit == q.Unit })
	for _, b := range all {
		if b.Unit > q.Unit {
			return b, true
		}
	}
	if len(all) == 0 {
		return reviewing.Batch{}, false
	}
	return all[0], true
}

// waitsForAnother reports whether somebody of the list waits for another clerk.
func (q *Queue) waitsForAnother() bool {
	return slices.ContainsFunc(q.ids, func(id data.ApplicationID) bool { return q.state(id) == Waiting })
}

package review

import (
	"fmt"
	"slices"
	"strings"

	"gongkao/app/eligibility"
	"gongkao/app/registration"
	reviewing "gongkao/app/review"
	"gongkao/data"
	"gongkao/views/wording"
)

// Queue is one batch in the order in which it is gone through. Who has been
// concluded in this sitting keeps his place, so that the hand finds back.
type Queue struct {
	Unit  string     // supervising unit or unit; "" all
	Level data.Level // 0: all
	What  What

	desk *registration.Desk
	ids  []data.ApplicationID
	turn map[data.ApplicationID]reviewing.Turn // where two have to agree
	done map[data.ApplicationID]State
	at   int
}

func newQueue(desk *registration.Desk) *Queue {
	q := &Queue{desk: desk, done: map[data.ApplicationID]State{}}
	if all := reviewing.Batches(desk); len(all) > 0 {
		q.Unit = all[0].Unit
	}
	q.Read()
	return q
}

// Row is one person of the queue.
type Row struct {
	ID    data.ApplicationID
	Name  string
	Step  string // 五→四
	State State
	Word  string // of the state: colour never speaks alone
}

// Read lists anew. Whoever is still there keeps his place.
func (q *Queue) Read() {
	var was data.ApplicationID
	if q.at < len(q.ids) {
		was = q.ids[q.at]
	}
	waits := q.waiting()
	listed := map[data.ApplicationID]bool{}
	for _, id := range waits {
		listed[id] = true
	}
	kept := slices.DeleteFunc(q.ids, func(id data.ApplicationID) bool { return !listed[id] && q.done[id] == Untouched })
	for _, id := range kept {
		delete(listed, id)
	}
	for _, id := range waits {
		if listed[id] {
			kept = append(kept, id)
		}
	}
	q.ids = kept
	if at := slices.Index(q.ids, was); at >= 0 {
		q.at = at
	}
	q.at = max(0, min(q.at, len(q.ids)-1))
}

// waiting lists who is to be gone through as the filters say.
func (q *Queue) waiting() []data.ApplicationID {
	var ids []data.ApplicationID
	if q.What == SentBack {
		for _, a := range q.desk.Register.Find(registration.Query{Unit: q.Unit, Statuses: []data.Status{data.Returned}}) {
			ids = append(ids, a.Application.ID)
		}
	} else {
		ids = reviewing.Queue(q.desk, q.Unit)
	}
	return slices.DeleteFunc(ids, func(id data.ApplicationID) bool {
		a, ok := q.desk.Register.ByID(id)
		return !ok || q.Level != 0 && a.Application.Level != q.Level || q.What == Warned && q.desk.Judge(a).Outcome == eligibility.Pass ||
			q.What == MyTurn && q.turn[id] != reviewing.Mine
	})
}

// fresh lists anew from the first, as after a filter.
func (q *Queue) fresh() {
	q.ids, q.at = nil, 0
	clear(q.done)
	q.Read()
}

// Len returns how many there are, done or not.
func (q *Queue) Len() int { return len(q.ids) }

// Left returns how many of them are still to be gone through.
func (q *Queue) Left() (n int) {
	for _, id := range q.ids {
		if q.state(id) == Untouched {
			n++
		}
	}
	return n
}

// state is what was come to in this sitting, or that another clerk has to look
// first.
func (q *Queue) state(id data.ApplicationID) State {
	if q.done[id] == Untouched && q.turn[id] == reviewing.Theirs {
		return Waiting
	}
	return q.done[id]
}

func (q *Queue) waitingWords() string {
	if q.What == SentBack {
		return "退回 " + wording.Count(q.Left()) + " 人"
	}
	return "待审 " + wording.Count(q.Left()) + " 人"
}

// At returns the place of whoever is current: 4/23; "" when nobody is.
func (q *Queue) At() string {
	if len(q.ids) == 0 {
		return ""
	}
	return fmt.Sprintf("%s / %s", wording.Count(q.at+1), wording.Count(len(q.ids)))
}

// Place returns the row of whoever is current, from 0.
func (q *Queue) Place() int { return q.at }

// Row returns a row to draw.
func (q *Queue) Row(i int) Row {
	id := q.ids[i]
	row := Row{ID: id, State: q.state(id)}
	if a, ok := q.desk.Register.ByID(id); ok {
		row.Name, row.Step = wording.Or(a.Person.Name, "（未填姓名）"), short(a.Person.CurrentLevel)+"→"+short(a.Application.Level)
	}
	row.Word = queueWords[row.State]
	return row
}

// queueWords say what a sign of the queue means.
var queueWords = map[State]string{Agreed: "通过", Returned: "退回", Objected: "不通过", Waiting: "等另一人"}

// short is a level in one character.
func short(l data.Level) string { return strings.TrimSuffix(l.String(), "级") }

// Current returns whoever is current, of a queue that is not empty.
func (q *Queue) Current() data.ApplicationID { return q.ids[q.at] }

// goTo makes somebody current and reports whether he is listed.
func (q *Queue) goTo(id data.ApplicationID) bool {
	at := slices.Index(q.ids, id)
	if at >= 0 {
		q.at = at
	}
	return at >= 0
}

// find makes somebody current, in the batch in which he waits.
func (q *Queue) find(a *data.Applicant) {
	if q.goTo(a.Application.ID) {
		return
	}
	switch a.Application.Status {
	case data.Submitted:
		q.What = AllWaiting
	case data.Returned:
		q.What = SentBack
	default:
		return
	}
	q.Unit, q.Level = wording.Or(a.Supervising, a.Unit), 0
	q.fresh()
	q.goTo(a.Application.ID)
}

// reopen forgets what was come to: somebody is to be gone through again.
func (q *Queue) reopen(id data.ApplicationID) { delete(q.done, id) }

// step moves to the neighbour.
func (q *Queue) step(by int) bool {
	at := q.at + by
	if at < 0 || at >= len(q.ids) {
		return false
	}
	q.at = at
	return true
}

// conclude notes what was come to and moves to the next who waits, beginning
// again at the top.
func (q *Queue) conclude(id data.ApplicationID, s State) {
	q.done[id] = s
	q.Read()
	from := slices.Index(q.ids, id)
	for i := range q.ids {
		at := (from + 1 + i) % len(q.ids)
		if q.state(q.ids[at]) == Untouched {
			q.at = at
			return
		}
	}
}

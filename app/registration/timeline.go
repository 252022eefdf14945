package registration

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"gongkao/data"
	"gongkao/data/store"
)

// Event is one thing that happened to an application, as the timeline tells
// it: one Update, with everything it wrote that concerns the application.
type Event struct {
	Seq     int64 // of its first entry in the history; 0 for what has no entry of its own
	At      time.Time
	By      string // "" while the name is kept from a second reviewer
	Op      data.Op
	Why     string
	Kind    EventKind // what sort of thing, for signs and filters
	Words   string    // the whole sentence: 通过，越过 2 条提醒：…
	New     bool      // the application came into being
	Changes []FieldChange
	Paper   string // id of the paper printed
	Undone  bool   // a later event took it back

	entries []store.Entry
	barred  bar // why it cannot be taken back
}

// EventKind is the sort of thing that happened.
type EventKind string

// The kinds of events. One that is several things has the kind that stands
// lowest in this list.
const (
	EventFields     EventKind = "fields" // fields were changed
	EventPhoto      EventKind = "photo"
	EventDocument   EventKind = "document"
	EventTick       EventKind = "tick"
	EventKeying     EventKind = "keying"
	EventAnswer     EventKind = "answer"
	EventCommitment EventKind = "commitment"
	EventNotice     EventKind = "notice"
	EventCustody    EventKind = "custody"
	EventViolation  EventKind = "violation"
	EventPayment    EventKind = "payment"
	EventTextbook   EventKind = "textbook"
	EventResult     EventKind = "result" // scores, evaluation, certificate, archive
	EventNote       EventKind = "note"
	EventSpotCheck  EventKind = "spot-check"
	EventPrint      EventKind = "print"
	EventStamped    EventKind = "stamped" // a sheet came back with its stamp
	EventStatus     EventKind = "status"  // moved without a decision
	EventProposal   EventKind = "proposal"
	EventReopen     EventKind = "reopen"
	EventDecision   EventKind = "decision"
	EventEntered    EventKind = "entered" // registered
)

var eventKinds = []EventKind{EventFields, EventPhoto, EventDocument, EventTick, EventKeying, EventAnswer, EventCommitment, EventNotice, EventCustody,
	EventViolation, EventPayment, EventTextbook, EventResult, EventNote, EventSpotCheck, EventPrint, EventStamped, EventStatus, EventProposal, EventReopen, EventDecision, EventEntered}

// FieldChange is a field before and after, as papers write it.
type FieldChange struct {
	Key, Label string
	Old, New   string
}

// statusKey is the key of a change of status, which is no field.
const statusKey = "status"

// Timeline returns what happened to an application, newest first. It reads the
// whole history of one person, so callers with a screen do not wait for it.
func (d *Desk) Timeline(ctx context.Context, id data.ApplicationID) ([]Event, error) {
	a, ok := d.Register.ByID(id)
	if !ok {
		return nil, notFound()
	}
	var past past
	if err := d.Office.Store.View(ctx, func(r *store.Reader) error { return past.read(r, a) }); err != nil {
		return nil, err
	}
	events, err := d.eventsOf(a, past)
	if err != nil {
		return nil, err
	}
	if past.back != nil {
		events = append(events, past.back.stayed(events))
	}
	for _, c := range past.checks {
		events = append(events, drawn(c))
	}
	markUndone(events)
	slices.SortStableFunc(events, func(a, b Event) int { return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.Seq, a.Seq)) })
	return events, nil
}

// past is everything on record of what happened to one application.
type past struct {
	entries []store.Entry
	checks  []data.SpotCheck // whose sample the person is in
	books   []data.Book      // by whose titles orders are told
	row     *data.WaitingRow // of an import's tray, by which he came in
	back    *takenBack       // the import that brought the person, who stayed; nil: it stands
	waiting *data.Proposal   // a first reviewer's conclusion that is still kept from the second
}

// read gathers the history of every record that is about the application.
func (p *past) read(r *store.Reader, a *data.Applicant) error {
	records, err := recordsOf(r, a.Application)
	if err != nil {
		return err
	}
	answers, row, err := recordsOfTray(r, a.Application)
	if err != nil {
		return err
	}
	p.row = row
	for _, rec := range append(records, answers...) {
		entries, err := r.History(rec.kind, rec.id)
		if err != nil {
			return err
		}
		p.entries = append(p.entries, entries...)
	}
	slices.SortFunc(p.entries, func(a, b store.Entry) int { return cmp.Compare(a.Seq, b.Seq) })
	if p.books, err = r.Books(a.Application.Year); err != nil {
		return err
	}
	if p.back, err = batchTakenBack(r, a.Application.Batch); err != nil {
		return err
	}
	checks, err := r.SpotChecks(a.Application.Year)
	if err != nil {
		return err
	}
	for _, c := range checks {
		if slices.ContainsFunc(c.Sample, func(s data.SpotFinding) bool { return s.Application == a.Application.ID }) {
			p.checks = append(p.checks, c)
		}
	}
	review, err := r.Review(a.Application.ID)
	if review.Differs == nil {
		p.waiting = review.First
	}
	return err
}

// record names a record of the store.
type record struct {
	kind data.Kind
	id   string
}

// recordsOf lists the records that are about an application. None is ever taken
// out of the store, so those of today are all there ever were.
func recordsOf(r *store.Reader, app data.Application) ([]record, error) {
	records, err := ownRecords(r, app)
	if err != nil {
		return nil, err
	}
	decisions, err := r.Decisions(app.ID)
	if err != nil {
		return nil, err
	}
	for _, it := range decisions {
		records = append(records, record{data.KindDecision, string(it.ID)})
	}
	prints, err := r.PrintsOf(app.ID)
	if err != nil {
		return nil, err
	}
	for _, it := range prints {
		records = append(records, record{data.KindPrint, string(it.ID)})
		back, err := recordsOfSheets(r, &it, app.ID)
		if err != nil {
			return nil, err
		}
		records = append(records, back...)
	}
	slips, err := r.Custodies()
	for _, it := range slips {
		if slices.ContainsFunc(it.Items, func(i data.CustodyItem) bool { return i.Application == app.ID }) {
			records = append(records, record{data.KindCustody, string(it.ID)})
		}
	}
	return records, err
}

// eventsOf makes one event of the entries of one Update: an Update has one
// moment, one purpose, and as a rule writes a record once.
func (d *Desk) eventsOf(a *data.Applicant, p past) ([]Event, error) {
	var events []Event
	for _, e := range p.entries {
		last := len(events) - 1
		if last < 0 || !events[last].holds(e) {
			events = append(events, Event{Seq: e.Seq, At: e.At, By: e.By, Op: e.Op, Why: e.Why})
			last++
		}
		events[last].entries = append(events[last].entries, e)
	}
	t := teller{desk: d, applicant: a, waiting: p.waiting, books: p.books, row: p.row}
	for i := range events {
		if err := t.tell(&events[i]); err != nil {
			return nil, err
		}
	}
	return events, nil
}

// holds reports whether the entry was written by the same Update.
func (e *Event) holds(entry store.Entry) bool {
	return e.At.Equal(entry.At) && e.Op == entry.Op && e.Why == entry.Why &&
		!slices.ContainsFunc(e.entries, func(o store.Entry) bool { return o.Kind == entry.Kind && o.Record == entry.Record })
}

// drawn tells that a spot check drew the person.
func drawn(c data.SpotCheck) Event {
	return Event{At: c.At, By: c.By, Op: data.OpSpotCheck, Kind: EventSpotCheck, barred: barSpotCheck,
		Words: fmt.Sprintf("抽查抽中：%d 人中抽 %d 人，种子 %d", len(c.Population), len(c.Sample), c.Seed)}
}

func markUndone(events []Event) {
	at := map[int64]int{}
	for i := range events {
		if events[i].Seq != 0 {
			at[events[i].Seq] = i
		}
	}
	for i := range events {
		if taken, ok := at[events[i].undoes()]; ok {
			events[taken].Undone = true
			events[i].Words = "撤销“" + events[taken].Words + "”"
		}
	}
}

// undoWords begins the reason of an undo and names the event taken back.
const undoWords = "撤销第 %d 号改动"

// undoes returns the event that an event took back, 0 when it is no undo.
func (e *Event) undoes() (seq int64) {
	if strings.HasPrefix(e.Why, "撤销第") {
		if _, err := fmt.Sscanf(e.Why, undoWords, &seq); err != nil {
			return 0
		}
	}
	return seq
}

func notFound() error {
	return data.Refuse("not-found", "", "没有找到这份申报", "请刷新列表后再试")
}

// Prints returns all acts of printing, oldest first.
func (d *Desk) Prints(ctx context.Context) (prints []data.Print, err error) {
	err = d.Office.Store.View(ctx, func(r *store.Reader) error {
		prints, err = r.Prints()
		return err
	})
	return prints, err
}

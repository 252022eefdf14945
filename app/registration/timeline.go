package registration

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"gongkao/data"
	"gongkao/data/store"
)

// Event is one thing that happened to an application, as the timeline tells
// it: a change of fields, a decision, a print.
type Event struct {
	Seq     int64 // of its first entry in the history; 0 for a print
	At      time.Time
	By      string
	Op      data.Op
	Why     string
	New     bool // the application came into being
	Changes []FieldChange
	Paper   string // id of the paper printed
	Undone  bool   // a later event took it back
}

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
	var entries []store.Entry
	var prints []data.Print
	err := d.Office.Store.View(ctx, func(r *store.Reader) error {
		own, err := r.History(data.KindApplication, string(id))
		if err != nil {
			return err
		}
		persons, err := r.History(data.KindPerson, string(a.Person.ID))
		if err != nil {
			return err
		}
		entries = append(own, persons...)
		prints, err = r.Prints()
		return err
	})
	if err != nil {
		return nil, err
	}
	events, err := d.eventsOf(entries)
	if err != nil {
		return nil, err
	}
	for _, p := range prints {
		if slices.Contains(p.Records, id) {
			events = append(events, Event{At: p.At, By: p.By, Op: data.OpPrint, Paper: p.Paper})
		}
	}
	markUndone(events)
	slices.SortStableFunc(events, func(a, b Event) int { return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.Seq, a.Seq)) })
	return events, nil
}

// eventsOf makes one event of the entries of one Update: an Update has one
// moment.
func (d *Desk) eventsOf(entries []store.Entry) ([]Event, error) {
	slices.SortFunc(entries, func(a, b store.Entry) int { return cmp.Compare(a.Seq, b.Seq) })
	var events []Event
	for _, e := range entries {
		changes, err := d.changes(e)
		if err != nil {
			return nil, err
		}
		last := len(events) - 1
		if last < 0 || !events[last].At.Equal(e.At) || events[last].Op != e.Op {
			events = append(events, Event{Seq: e.Seq, At: e.At, By: e.By, Op: e.Op, Why: e.Why})
			last++
		}
		events[last].New = events[last].New || e.Before == nil && e.Kind == data.KindApplication
		events[last].Changes = append(events[last].Changes, changes...)
	}
	return events, nil
}

// changes compares an entry's before and after, field by field; what came into
// being has no changes.
func (d *Desk) changes(e store.Entry) ([]FieldChange, error) {
	if e.Before == nil {
		return nil, nil
	}
	var before, after data.Applicant
	for _, side := range []struct {
		content []byte
		to      *data.Applicant
	}{{e.Before, &before}, {e.After, &after}} {
		var err error
		if e.Kind == data.KindPerson {
			err = json.Unmarshal(side.content, &side.to.Person)
		} else {
			err = json.Unmarshal(side.content, &side.to.Application)
			side.to.Unit = d.nameOf(side.to.Application.Unit)
		}
		if err != nil {
			return nil, fmt.Errorf("registration: entry %d of the history: %w", e.Seq, err)
		}
	}
	var changes []FieldChange
	for _, f := range data.Fields {
		if was, is := f.Get(&before), f.Get(&after); was != is {
			changes = append(changes, FieldChange{f.Key, f.Label, was, is})
		}
	}
	if was, is := before.Application.Status, after.Application.Status; was != is {
		changes = append(changes, FieldChange{statusKey, "状态", was.String(), is.String()})
	}
	return changes, nil
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

func markUndone(events []Event) {
	at := map[int64]int{}
	for i := range events {
		at[events[i].Seq] = i
	}
	for i := range events {
		if seq := events[i].undoes(); seq != 0 {
			if taken, ok := at[seq]; ok {
				events[taken].Undone = true
			}
		}
	}
}

// CanUndo reports whether the event may be taken back: a change of fields that
// is neither undone nor itself an undo.
func (e *Event) CanUndo() bool {
	return e.Op == data.OpAmend && len(e.Changes) > 0 && !e.Undone && e.undoes() == 0
}

// Undo takes an event back by putting what stood before through Amend, so that
// everything is checked as if it were typed. It refuses an event that cannot be
// taken back (undo-none) and one over whose fields somebody has written since
// (undo-stale).
func (d *Desk) Undo(ctx context.Context, id data.ApplicationID, e Event) (*data.Applicant, error) {
	a, ok := d.Register.ByID(id)
	if !ok {
		return nil, notFound()
	}
	if !e.CanUndo() {
		return nil, data.Refuse("undo-none", "", "这一条不能撤销", "要改回来，请直接在栏里改")
	}
	before := map[string]string{}
	for _, c := range e.Changes {
		field := data.FieldByKey(c.Key)
		if field == nil || derived[c.Key] {
			continue
		}
		if now := field.Get(a); now != c.New {
			return nil, data.Refuse("undo-stale", c.Key, fmt.Sprintf("“%s”后来又改成了“%s”，这一条不能直接撤销", c.Label, now), "请先撤销后来的改动，或直接在栏里改")
		}
		before[c.Key] = c.Old
	}
	return d.Amend(ctx, id, before, fmt.Sprintf(undoWords, e.Seq))
}

// derived are fields that follow from others and come back with them.
var derived = map[string]bool{"sex": true, "birth": true, "supervising_unit": true}

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

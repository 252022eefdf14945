package inspection

import (
	"time"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Event is one thing that happened to the application.
type Event struct {
	Seq     int64                  `json:"seq,omitempty"` // of its first entry in the history; none for a print
	At      time.Time              `json:"at"`
	By      string                 `json:"by"` // "" while the name is kept from a second reviewer
	Op      data.Op                `json:"op"`
	Kind    registration.EventKind `json:"kind"`
	Words   string                 `json:"words"` // the whole sentence
	Why     string                 `json:"why,omitempty"`
	New     bool                   `json:"new,omitempty"` // the application came into being
	Changes []Change               `json:"changes"`
	Paper   string                 `json:"paper,omitempty"`
	Undone  bool                   `json:"undone,omitempty"`
}

// Change is a field before and after.
type Change struct {
	Key   string `json:"key"`
	Label string `json:"label"`
	Old   string `json:"old"`
	New   string `json:"new"`
}

// Print is an act of printing in which the application was. How many others were
// is said, who they are is not.
type Print struct {
	ID      data.PrintID `json:"id"`
	At      time.Time    `json:"at"`
	By      string       `json:"by"`
	Paper   string       `json:"paper"`
	Scope   string       `json:"scope"`
	Code    string       `json:"code"`
	Hash    string       `json:"hash"`
	Pages   int          `json:"pages"`
	Records int          `json:"records"`
}

func eventsOf(events []registration.Event) []Event {
	all := make([]Event, len(events))
	for i, e := range events {
		all[i] = Event{e.Seq, e.At, e.By, e.Op, e.Kind, e.Words, e.Why, e.New, []Change{}, e.Paper, e.Undone}
		for _, c := range e.Changes {
			all[i].Changes = append(all[i].Changes, Change(c))
		}
	}
	return all
}

func (f *File) readPrints(r *store.Reader) error {
	f.Prints = []Print{}
	prints, err := r.PrintsOf(f.Application)
	for _, p := range prints {
		f.Prints = append(f.Prints, Print{p.ID, p.At, p.By, p.Paper, p.Scope, p.Code, p.Hash, p.Pages, len(p.Records)})
	}
	return err
}

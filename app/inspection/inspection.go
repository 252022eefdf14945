// Package inspection gathers one person's whole story: what was filled in, what
// the rules say and how they counted, what was seen, promised, decided and
// printed, and the proof that nobody has altered it unnoticed. The papers
// 资格审查表 and 抽查表 and an inspector's questions are answered from it. Callers
// want Of; a File is plain data that nothing is decided from.
package inspection

import (
	"context"

	"gongkao/app/registration"
	"gongkao/app/review"
	"gongkao/data"
	"gongkao/data/store"
)

// File is everything on record of one application. Lists are never nil.
type File struct {
	Application data.ApplicationID `json:"application"`
	Office      string             `json:"office"`
	Practice    bool               `json:"practice"` // invented people: nothing of it is real
	Year        int                `json:"year"`
	AsOf        data.Date          `json:"as_of"` // the day of verdict and standing
	IDNumber    data.IDNumber      `json:"id_number"`
	Name        string             `json:"name"`
	Unit        string             `json:"unit"`
	Supervising string             `json:"supervising_unit"`
	Status      data.Status        `json:"status"`   // as recorded
	Standing    data.Status        `json:"standing"` // today: lapsed where a promise was not kept

	Form    []Value           `json:"form"` // all of data.Fields, in their order
	Career  []data.CareerStep `json:"career"`
	Verdict Verdict           `json:"verdict"`

	Documents   []Document         `json:"documents"`
	Commitments []Commitment       `json:"commitments"`
	Notice      *data.PublicNotice `json:"notice"` // null: none on record
	Violations  []Violation        `json:"violations"`
	Custody     []Slip             `json:"custody"`

	Decisions []Decision      `json:"decisions"` // oldest first
	Ticks     []Tick          `json:"ticks"`
	Proposals []data.Proposal `json:"proposals"`          // that another clerk has to share: one, or two that differ
	Reopened  string          `json:"reopened,omitempty"` // why it is open for correction
	Asks      []data.Ask      `json:"asks"`
	Keyings   []Keying        `json:"keyings"`
	Remarks   []data.Remark   `json:"remarks"`
	Spots     []Spot          `json:"spot_checks"`
	Prints    []Print         `json:"prints"`

	Timeline []Event `json:"timeline"` // newest first
	Chain    Chain   `json:"chain"`
}

// Value is a field of the form as papers write it, "" when not given.
type Value struct {
	Key   string `json:"key"`
	Label string `json:"label"`
	Text  string `json:"text"`
}

// Chain is what a full check of the data file came to: every entry of the
// history is chained to the one before and every record is the one its last
// entry says.
type Chain struct {
	OK       bool     `json:"ok"`
	Head     string   `json:"head"`
	Entries  int      `json:"entries"`
	People   int      `json:"people"`
	Problems []string `json:"problems"`
}

// Of gathers the story of an application. It checks the whole data file, which
// takes a while in a large county, so callers with a screen do not wait for it.
// It refuses an application that is not in the year's register (not-found).
func Of(ctx context.Context, d *registration.Desk, id data.ApplicationID) (File, error) {
	k, err := review.Begin(ctx, d, id)
	if err != nil {
		return File{}, err
	}
	f := begun(d, k.Applicant())
	f.Verdict = verdictOf(k)
	f.readDossier(k.Applicant().Dossier)
	if err := d.Office.Store.View(ctx, func(r *store.Reader) error { return f.read(r, k) }); err != nil {
		return File{}, err
	}
	events, err := d.Timeline(ctx, id)
	if err != nil {
		return File{}, err
	}
	f.Timeline = eventsOf(events)
	report, err := d.Office.Store.Verify(ctx)
	f.Chain = Chain{report.OK, report.Head, report.AuditEntries, report.People, listed(report.Problems)}
	return f, err
}

// begun is a file with the form in it.
func begun(d *registration.Desk, a *data.Applicant) File {
	o := d.Office
	f := File{
		Application: a.Application.ID, Office: o.Profile.Name, Practice: o.Profile.Practice, Year: a.Application.Year, AsOf: o.Today(),
		IDNumber: a.Person.IDNumber, Name: a.Person.Name, Unit: a.Unit, Supervising: a.Supervising,
		Status: a.Application.Status, Standing: review.Standing(d, a), Career: listed(a.Person.Career),
	}
	for _, field := range data.Fields {
		f.Form = append(f.Form, Value{field.Key, field.Label, field.Get(a)})
	}
	return f
}

// read takes in what is kept in records of its own.
func (f *File) read(r *store.Reader, k *review.Case) error {
	kept, err := r.Review(f.Application)
	if err != nil {
		return err
	}
	f.readReview(kept, k)
	for _, read := range []func(*store.Reader) error{f.readDecisions, f.readCustody, f.readPrints} {
		if err := read(r); err != nil {
			return err
		}
	}
	return f.readSpots(r, kept)
}

// listed is the list, never nil, so that JSON says [] and not null.
func listed[T any](all []T) []T {
	if all == nil {
		return []T{}
	}
	return all
}

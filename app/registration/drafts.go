package registration

import (
	"context"
	"slices"

	"gongkao/app/office"
	"gongkao/data"
	"gongkao/data/store"
)

// Drafts keeps what was typed but could not be taken yet: a new person who
// lacks a field, a date that cannot be read. It lies sealed in the data file, as
// rows of a batch of its own kind, because it names people like any other
// record. One draft an application; "" is the new person's.
type Drafts struct {
	office *office.Office
	batch  data.Batch
}

// draftKind marks the batch that holds drafts: rows that wait, as those of an
// import's tray do, but typed at the desk.
const draftKind = "desk"

// applicationKey is under which a waiting row remembers whose draft it is.
const applicationKey = "application"

// OpenDrafts reads the drafts of an office.
func OpenDrafts(ctx context.Context, o *office.Office) (*Drafts, error) {
	d := &Drafts{office: o, batch: data.Batch{Kind: draftKind}}
	err := o.Store.View(ctx, func(r *store.Reader) error {
		batches, err := r.Batches()
		for _, b := range batches {
			if b.Kind == draftKind {
				d.batch = b
			}
		}
		return err
	})
	return d, err
}

// Texts returns what was typed for an application, by field key; nil when
// there is no draft.
func (d *Drafts) Texts(id data.ApplicationID) map[string]string {
	if at := d.find(id); at >= 0 {
		return d.batch.Tray[at].Texts
	}
	return nil
}

// Has reports whether there is a draft of a new person.
func (d *Drafts) Has(id data.ApplicationID) bool { return d.find(id) >= 0 }

// Keep writes the draft of an application; no texts take it away.
func (d *Drafts) Keep(ctx context.Context, id data.ApplicationID, texts map[string]string) error {
	at := d.find(id)
	if at < 0 && len(texts) == 0 {
		return nil
	}
	tray := slices.Clone(d.batch.Tray)
	row := data.WaitingRow{Texts: texts, Other: map[string]string{applicationKey: string(id)}}
	switch {
	case len(texts) == 0:
		tray = slices.Delete(tray, at, at+1)
	case at >= 0:
		tray[at] = row
	default:
		tray = append(tray, row)
	}
	batch := d.batch
	batch.Tray, batch.Waiting = tray, len(tray)
	_, err := d.office.Store.Update(ctx, data.OpEnter, "没有写完，先留着", func(tx *store.Tx) error {
		if batch.ID == "" {
			batch.ID = data.BatchID(tx.NewID())
		}
		batch.At = tx.Now()
		return tx.PutBatch(batch)
	})
	if err == nil {
		d.batch = batch
	}
	return err
}

func (d *Drafts) find(id data.ApplicationID) int {
	return slices.IndexFunc(d.batch.Tray, func(w data.WaitingRow) bool { return w.Other[applicationKey] == string(id) })
}

// Imports returns the office's imports, oldest first, without the batch of
// drafts.
func (d *Desk) Imports(ctx context.Context) (imports []data.Batch, err error) {
	err = d.Office.Store.View(ctx, func(r *store.Reader) error {
		batches, err := r.Batches()
		imports = slices.DeleteFunc(batches, func(b data.Batch) bool { return b.Kind == draftKind || b.Kind == YearBatch })
		return err
	})
	return imports, err
}

// ImportsOf returns those of the batches that are imports of a year, in their
// order: made from the opening of the year to that of the next.
func ImportsOf(year int, batches []data.Batch, openings []data.YearOpening) []data.Batch {
	var theirs []data.Batch
	for _, b := range batches {
		if b.Kind != draftKind && b.Kind != YearBatch && !otherYears(year, b, openings) {
			theirs = append(theirs, b)
		}
	}
	return theirs
}

// otherYears reports whether a batch was made before the year was opened, or after
// the next one was.
func otherYears(year int, b data.Batch, openings []data.YearOpening) bool {
	return slices.ContainsFunc(openings, func(o data.YearOpening) bool {
		return o.Withdrawn == "" && (o.Year == year && b.At.Before(o.At) || o.From == year && !b.At.Before(o.At))
	})
}

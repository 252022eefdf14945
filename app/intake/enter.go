package intake

import (
	"context"

	"gongkao/app/registration"
	"gongkao/app/unitbook"
	"gongkao/app/units"
	"gongkao/data"
	"gongkao/data/store"
)

// enter writes everything in one transaction.
func (t *taking) enter(ctx context.Context) error {
	_, err := t.desk.Office.Store.Update(ctx, data.OpImport, t.named(), func(tx *store.Tx) error { return t.write(ctx, tx) })
	return err
}

// write writes everything within an Update.
func (t *taking) write(ctx context.Context, tx *store.Tx) error {
	if t.bringsPeople() {
		if err := t.enterRoster(ctx, tx); err != nil {
			return err
		}
	}
	for _, b := range t.books {
		if err := t.enterBook(ctx, tx, b); err != nil {
			return err
		}
	}
	for _, b := range t.batches() {
		if b.Waiting == 0 {
			continue
		}
		for _, f := range b.kept {
			if err := tx.PutSentFile(f); err != nil {
				return err
			}
		}
	}
	return t.settle(ctx, tx)
}

// named is what the history calls the import: its first file.
func (t *taking) named() string {
	for _, b := range t.batches() {
		if len(b.Files) > 0 {
			return b.Files[0].Name
		}
	}
	return ""
}

func (t *taking) enterRoster(ctx context.Context, tx *store.Tx) error {
	if err := begin(tx, &t.roster); err != nil {
		return err
	}
	if err := t.enterUnits(tx); err != nil {
		return err
	}
	matcher := units.NewMatcher(t.known)
	for _, a := range t.people {
		if err := t.goOn(ctx, 0); err != nil {
			return err
		}
		a.Application.Unit = matcher.Match(a.Unit).Unit.ID
		a.Application.Batch, a.Application.Status = t.roster.ID, data.Submitted
		if err := t.desk.Put(tx, a); err != nil {
			return err
		}
		t.done++
	}
	return nil
}

func (t *taking) enterUnits(tx *store.Tx) error {
	for _, u := range t.known {
		if changed, ok := t.touched[u.ID]; ok {
			if err := tx.PutUnit(changed); err != nil {
				return err
			}
		}
	}
	for _, c := range t.changes {
		if err := unitbook.Imported(tx, t.desk, c); err != nil {
			return err
		}
	}
	return nil
}

func (t *taking) enterBook(ctx context.Context, tx *store.Tx, b *book) (err error) {
	if err := t.goOn(ctx, 0); err != nil {
		return err
	}
	if err := begin(tx, &b.batch); err != nil {
		return err
	}
	if b.touched, err = b.ledger.Put(tx, b.batch.ID); err != nil {
		return err
	}
	return t.goOn(ctx, b.batch.Accepted)
}

// begin gives a batch its id and moment and writes it: its records name it.
func begin(tx *store.Tx, b *batch) error {
	b.ID, b.At = data.BatchID(tx.NewID()), tx.Now()
	return tx.PutBatch(b.Batch)
}

// goOn counts what is written, tells how far that is, and stops the writing when
// it was cancelled.
func (t *taking) goOn(ctx context.Context, more int) error {
	t.done += more
	if t.opts.Progress != nil {
		t.opts.Progress(t.done, t.rows())
	}
	return ctx.Err()
}

// tell says which batches were written, and what else was settled.
func (t *taking) tell(r *Result) {
	for _, b := range t.batches() {
		if b.ID != "" {
			r.Batches = append(r.Batches, Batch{b.ID, b.Kind, b.Accepted, b.Waiting})
		}
	}
	if r.Settled = t.settled; len(r.Batches) > 0 {
		r.Batch = r.Batches[0].ID
	}
}

// renew reads again what the import has changed.
func (t *taking) renew(ctx context.Context) error {
	if t.roster.ID != "" {
		return t.desk.Reload(ctx)
	}
	var touched []data.ApplicationID
	for _, b := range t.books {
		touched = append(touched, b.touched...)
	}
	return t.desk.RenewAll(ctx, touched)
}

// brought lists the people of this year's register who came with a batch.
func brought(d *registration.Desk, batch data.BatchID) (theirs []*data.Applicant) {
	for _, a := range d.Register.Find(registration.Query{}) {
		if a.Application.Batch == batch {
			theirs = append(theirs, a)
		}
	}
	return theirs
}

package intake

import (
	"context"

	"gongkao/app/registration"
	"gongkao/app/units"
	"gongkao/data"
	"gongkao/data/store"
)

// enter writes everything in one transaction.
func (t *taking) enter(ctx context.Context) error {
	_, err := t.desk.Office.Store.Update(ctx, data.OpImport, t.named(), func(tx *store.Tx) error {
		if len(t.roster.Files) > 0 {
			if err := t.enterRoster(ctx, tx); err != nil {
				return err
			}
		}
		for _, b := range t.books {
			if err := t.enterBook(ctx, tx, b); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

// named is what the history calls the import: its first file.
func (t *taking) named() string {
	if len(t.roster.Files) > 0 {
		return t.roster.Files[0].Name
	}
	return t.books[0].batch.Files[0].Name
}

func (t *taking) enterRoster(ctx context.Context, tx *store.Tx) error {
	t.roster.Accepted = len(t.people)
	if err := begin(tx, &t.roster); err != nil {
		return err
	}
	for _, u := range t.known {
		if changed, ok := t.touched[u.ID]; ok {
			if err := tx.PutUnit(changed); err != nil {
				return err
			}
		}
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
func begin(tx *store.Tx, b *data.Batch) error {
	b.ID, b.At = data.BatchID(tx.NewID()), tx.Now()
	return tx.PutBatch(*b)
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

// written lists the batches that were written.
func (t *taking) written() (all []Batch) {
	add := func(b *data.Batch) { all = append(all, Batch{b.ID, b.Kind, b.Accepted, b.Waiting}) }
	if len(t.roster.Files) > 0 {
		add(&t.roster)
	}
	for _, b := range t.books {
		add(&b.batch)
	}
	return all
}

// renew reads again what the import has changed.
func (t *taking) renew(ctx context.Context) error {
	if len(t.roster.Files) > 0 {
		return t.desk.Reload(ctx)
	}
	var touched []data.ApplicationID
	for _, b := range t.books {
		touched = append(touched, b.touched...)
	}
	return t.desk.RenewAll(ctx, touched)
}

// filesBefore returns when files were taken in that brought rows which still
// stand, by their hash.
func filesBefore(ctx context.Context, d *registration.Desk) (map[string]data.Date, error) {
	imports, err := d.Imports(ctx)
	before := map[string]data.Date{}
	for _, b := range imports {
		for _, f := range b.Files {
			if b.Void == "" && b.Accepted > 0 {
				before[f.SHA256] = data.DateOf(b.At.In(d.Office.Now().Location()))
			}
		}
	}
	return before, err
}

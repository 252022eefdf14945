package store

import (
	"bytes"
	"context"
	"encoding/hex"
	"fmt"
	"slices"
	"time"

	"gongkao/data"
)

// A Tx is what an Update writes through. It reads its own writes.
type Tx struct {
	*Reader
	store   *Store
	op      data.Op
	why     string
	by      string
	now     time.Time
	head    Head // of the history as it will stand
	changes data.Changes
	touched map[string]bool // kind/id of what changes already lists
	fresh   map[string]bool // ids made here under which nothing is put yet
}

// Update is the only way to write. It runs f in one transaction that has one
// moment; every record f puts is written together with its entry in the
// history, under op (what is being done) and why (in the clerk's words, may be
// empty). When f or anything else fails, nothing is changed. Putting what is
// already there writes nothing.
//
// Refusals: clock-back when the clock was set back (see ClockBack), what Shut was given, locked, records-lost and head-damaged (see Trouble), read-only,
// disk-full, file-locked after five seconds, and those of the Put methods.
// An Update inside f would wait for itself.
func (s *Store) Update(ctx context.Context, op data.Op, why string, f func(*Tx) error) (data.Changes, error) {
	if !op.Valid() {
		return data.Changes{}, fmt.Errorf("store: no such operation %q", op)
	}
	keys, by := s.unlocked()
	if keys == nil {
		return data.Changes{}, errLocked()
	}
	if err := s.mayWrite(); err != nil {
		return data.Changes{}, err
	}
	if err := s.shutFor(op); err != nil {
		return data.Changes{}, err
	}
	began, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return data.Changes{}, ended(ctx, err)
	}
	defer began.Rollback()
	tx := &Tx{Reader: newReader(ctx, began, keys), store: s, op: op, why: why, by: by, now: s.options.Now(), touched: map[string]bool{}, fresh: map[string]bool{}}
	before, err := tx.Head()
	if err != nil {
		return data.Changes{}, ended(ctx, err)
	}
	tx.head, tx.changes = before, data.Changes{Seq: before.Seq, Touched: map[data.Kind][]string{}}
	if err := tx.mayDate(); err != nil {
		return data.Changes{}, ended(ctx, err)
	}
	if err := tx.recordFormat(); err != nil {
		return data.Changes{}, ended(ctx, err)
	}
	if err := f(tx); err != nil {
		return data.Changes{}, ended(ctx, err)
	}
	if err := began.Commit(); err != nil {
		return data.Changes{}, ended(ctx, err)
	}
	if tx.head != before {
		s.committed(tx.head)
	}
	return tx.changes, nil
}

// Now returns the one moment of this Update.
func (tx *Tx) Now() time.Time { return tx.now }

// NewID returns an id for a new record.
func (tx *Tx) NewID() string {
	id := tx.store.options.NewID()
	tx.fresh[id] = true
	return id
}

// put writes a record and its entry in the history, unless it says what is
// already there.
func put[T any](tx *Tx, t *table[T], rec T) error {
	id := t.id(&rec)
	if id == "" {
		return fmt.Errorf("store: a record of %s without an id", t.name)
	}
	after, err := content(&rec)
	if err != nil {
		return err
	}
	statement, before := t.inserting(), []byte(nil)
	if !tx.fresh[id] {
		statement = t.upserting()
		if before, err = stored(tx, t, id); err != nil || bytes.Equal(before, after) {
			return err
		}
	}
	if err := write(tx, t, &rec, after, statement); err != nil {
		return err
	}
	delete(tx.fresh, id)
	return tx.append(t.kind, id, before, after)
}

// stored returns the content of the record under an id, nil when there is none.
// Under an id just made there is none, and nobody asks: 100,000 such questions
// are a fifth of opening a year.
func stored[T any](tx *Tx, t *table[T], id string) ([]byte, error) {
	old, found, err := one(tx.Reader, t, "WHERE id = ?", id)
	if err != nil || !found {
		return nil, err
	}
	return content(&old)
}

// write puts the row, having made sure that it will read back as the record:
// a month that does not exist must not lie in the file unreadable.
func write[T any](tx *Tx, t *table[T], rec *T, after []byte, query string) error {
	values := t.values(tx.keys, rec)
	again, err := t.record(tx.reading, values, true)
	if err != nil {
		return fmt.Errorf("store: %s would not read back: %w", t.name, err)
	}
	read, err := content(&again)
	if err != nil {
		return err
	}
	if !slices.Equal(read, after) {
		return fmt.Errorf("store: %s %s would read back differently", t.name, t.id(rec))
	}
	statement, err := tx.prepare(query)
	if err != nil {
		return err
	}
	if _, err := statement.ExecContext(tx.quiet, values...); err != nil {
		if t.clash != nil && isUniqueClash(err) {
			return t.clash
		}
		return fmt.Errorf("store: %s: %w", t.name, err)
	}
	return nil
}

// append adds an entry to the history and moves the head to it.
func (tx *Tx) append(kind data.Kind, record string, before, after []byte) error {
	e, err := tx.entry(kind, record, before, after)
	if err != nil {
		return err
	}
	statement, err := tx.prepare(insertEntry)
	if err != nil {
		return err
	}
	if _, err := statement.ExecContext(tx.quiet, e.values()...); err != nil {
		return fmt.Errorf("store: audit: %w", err)
	}
	tx.head.Seq, tx.head.Hash = e.seq, hex.EncodeToString(e.hash)
	tx.changes.Seq = e.seq
	if place := string(kind) + "/" + record; !tx.touched[place] {
		tx.touched[place] = true
		tx.changes.Touched[kind] = append(tx.changes.Touched[kind], record)
	}
	return nil
}

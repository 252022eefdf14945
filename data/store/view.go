package store

import (
	"context"
	"database/sql"
	"fmt"

	"gongkao/data"
	"gongkao/data/seal"
)

// A Reader reads the records as they stood when View or Update began. It is
// good until the function it was handed to returns, and for one goroutine.
// Unlike elsewhere the context is kept inside, as in sql.Tx: both live and end
// with one call.
type Reader struct {
	alive context.Context // the caller's, asked between rows
	quiet context.Context // never ends: the driver would check it at every step
	sql   *sql.Tx
	*reading
	statements map[string]*sql.Stmt
	store      *Store // nil in an Update, whose writes other connections do not see
}

// rowsBetweenLooks is after how many rows a long reading looks whether it is
// still wanted.
const rowsBetweenLooks = 1024

func newReader(ctx context.Context, tx *sql.Tx, keys *seal.Keys) *Reader {
	return &Reader{alive: ctx, quiet: context.WithoutCancel(ctx), sql: tx,
		reading: newReading(keys), statements: map[string]*sql.Stmt{}}
}

// View runs f on the records as they stand. While the file is locked only
// Office, Users and the head of the history can be read; the rest is refused
// with the code locked.
func (s *Store) View(ctx context.Context, f func(*Reader) error) error {
	tx, err := s.readers.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return explain(err)
	}
	defer tx.Rollback()
	keys, _ := s.unlocked()
	r := newReader(ctx, tx, keys)
	r.store = s
	return ended(ctx, f(r))
}

// ended explains why a transaction failed. One that nobody waits for any more
// is taken back behind our backs and then complains of that; the reason is
// that nobody waits.
func ended(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	return explain(err)
}

// prepare returns the statement, prepared once a transaction.
func (r *Reader) prepare(query string) (*sql.Stmt, error) {
	if s := r.statements[query]; s != nil {
		return s, nil
	}
	s, err := r.sql.PrepareContext(r.quiet, query)
	if err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	r.statements[query] = s
	return s, nil
}

// each hands f every row of a query; the row is reused for the next.
func (r *Reader) each(query string, args []any, f func(row []any) error) error {
	statement, err := r.prepare(query)
	if err != nil {
		return err
	}
	rows, err := statement.QueryContext(r.quiet, args...)
	if err != nil {
		return fmt.Errorf("store: %w", err)
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		return fmt.Errorf("store: %w", err)
	}
	row, targets := make([]any, len(names)), make([]any, len(names))
	for i := range row {
		targets[i] = &row[i]
	}
	for n := 0; rows.Next(); n++ {
		if n%rowsBetweenLooks == 0 && r.alive.Err() != nil {
			return r.alive.Err()
		}
		if err := rows.Scan(targets...); err != nil {
			return fmt.Errorf("store: %w", err)
		}
		if err := f(row); err != nil {
			return err
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("store: %w", err)
	}
	return nil
}

// all returns the records of a table that rest selects.
func all[T any](r *Reader, t *table[T], rest string, args ...any) ([]T, error) {
	var recs []T
	err := r.each(t.selecting(rest), args, func(row []any) error {
		rec, err := t.record(r.reading, row, false)
		recs = append(recs, rec)
		return err
	})
	if err != nil {
		return nil, err
	}
	return recs, nil
}

// one returns the first record that rest selects.
func one[T any](r *Reader, t *table[T], rest string, args ...any) (rec T, found bool, err error) {
	recs, err := all(r, t, rest, args...)
	if err != nil || len(recs) == 0 {
		return rec, false, err
	}
	return recs[0], true, nil
}

// known returns the record of that id; the refusal not-found when there is
// none.
func known[T any](r *Reader, t *table[T], id string) (T, error) {
	rec, found, err := one(r, t, "WHERE id = ?", id)
	if err == nil && !found {
		err = data.Refuse("not-found", "", fmt.Sprintf("没有找到这条%s记录", kindNames[t.kind]), "它可能已被改动，请刷新后再试")
	}
	return rec, err
}

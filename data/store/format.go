package store

import (
	"encoding/json"
	"fmt"

	"gongkao/data"
)

// format is what the data file itself looks like: its tables as SQL, the
// migrations it went through, its own row. It is kept in the history under
// the kind schema, so that a changed trigger or constraint is found.
type format struct {
	Version    int64    `json:"version"` // of the newest migration
	File       []string `json:"file"`
	Migrations []string `json:"migrations"`
	Schema     []string `json:"schema"`
}

const formatID = "schema"

// formatQueries read each part of a format, every value quoted so that its
// type shows. sqlite_sequence is goose's counter.
var formatQueries = []struct {
	part func(*format) *[]string
	sql  string
}{
	{func(f *format) *[]string { return &f.File }, "SELECT quote(id) || ' ' || quote(needs) FROM datafile NOT INDEXED"},
	{func(f *format) *[]string { return &f.Migrations }, `SELECT quote(id) || ' ' || quote(version_id) || ' ' || quote(is_applied) || ' ' || quote(tstamp)
		FROM goose_db_version NOT INDEXED ORDER BY id`},
	{func(f *format) *[]string { return &f.Migrations }, "SELECT quote(name) || ' ' || quote(seq) FROM sqlite_sequence"},
	{func(f *format) *[]string { return &f.Schema }, "SELECT quote(type) || ' ' || quote(name) || ' ' || quote(tbl_name) || ' ' || quote(sql) FROM sqlite_schema ORDER BY type, name"},
}

// format reads what the data file looks like.
func (r *Reader) format() (f format, err error) {
	for _, q := range formatQueries {
		err := r.each(q.sql, nil, func(row []any) error {
			s, err := asText(row[0])
			*q.part(&f) = append(*q.part(&f), s)
			return err
		})
		if err != nil {
			return f, err
		}
	}
	return f, r.each(versionQuery, nil, func(row []any) (err error) {
		f.Version, err = asNumber(row[0])
		return err
	})
}

// recordFormat keeps in the history what the data file looks like: when it is
// new, when it has been migrated, and when a backup has taken its place.
func (tx *Tx) recordFormat() error {
	before, err := tx.recordedFormat()
	if err != nil {
		return err
	}
	if before != nil && before.Version == tx.store.version && tx.op != data.OpRestore {
		return nil
	}
	now, err := tx.format()
	if err != nil {
		return err
	}
	after, err := json.Marshal(now)
	if err != nil {
		return fmt.Errorf("store: %w", err)
	}
	var old []byte
	if before != nil {
		if old, err = json.Marshal(before); err != nil {
			return fmt.Errorf("store: %w", err)
		}
	}
	return tx.append(data.KindSchema, formatID, old, after)
}

// recordedFormat returns the format last kept in the history, nil when none.
func (r *Reader) recordedFormat() (*format, error) {
	var last entry
	err := r.each("SELECT "+entryColumns+" FROM audit WHERE kind = ? ORDER BY seq DESC LIMIT 1", []any{string(data.KindSchema)}, func(row []any) (err error) {
		last, err = readEntry(row)
		return err
	})
	if err != nil || last.seq == 0 {
		return nil, err
	}
	opened, err := r.openEntry(last)
	if err != nil {
		return nil, err
	}
	f := &format{}
	if err := json.Unmarshal(opened.After, f); err != nil {
		return nil, historyDamaged(last.seq, err)
	}
	return f, nil
}

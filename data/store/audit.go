package store

import (
	"encoding/hex"
	"fmt"
	"strconv"
	"time"

	"gongkao/data"
	"gongkao/data/seal"
)

// kindAudit binds sealed parts of the history to it; it is no kind of record.
const kindAudit data.Kind = "audit"

// entry is a row of the history as it lies in the file: what may name people
// is sealed, and the hash is over all of it.
type entry struct {
	seq                 int64
	at, by, op          string
	why                 []byte
	kind, record        string
	before, after, hash []byte
}

const (
	entryColumns = "seq, at, clerk, op, why, kind, record, before, after, hash"
	insertEntry  = "INSERT INTO audit (" + entryColumns + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)

// entry makes the next row of the history; before is nil for a new record.
func (tx *Tx) entry(kind data.Kind, record string, before, after []byte) (entry, error) {
	e := entry{seq: tx.head.Seq + 1, at: tx.now.Format(time.RFC3339Nano), by: tx.by, op: string(tx.op),
		kind: string(kind), record: record}
	e.why = e.seal(tx.keys, "why", []byte(tx.why))
	if before != nil {
		e.before = e.seal(tx.keys, "before", before)
	}
	e.after = e.seal(tx.keys, "after", after)
	if tx.head.Seq == 0 {
		e.hash = e.chain(tx.keys, origin(tx.keys, tx.head.Database))
		return e, nil
	}
	prev, err := hex.DecodeString(tx.head.Hash)
	if err != nil {
		return e, fmt.Errorf("store: head: %w", err)
	}
	e.hash = e.chain(tx.keys, prev)
	return e, nil
}

// chain returns the hash of the entry after one that has the hash prev.
func (e *entry) chain(keys *seal.Keys, prev []byte) []byte {
	return keys.ChainMAC(prev, strconv.AppendInt(nil, e.seq, 10), []byte(e.at), []byte(e.by), []byte(e.op), e.why,
		[]byte(e.kind), []byte(e.record), e.before, e.after)
}

// origin is what the first entry's hash is chained to: the data file's own id,
// so that no history can be moved to another file.
func origin(keys *seal.Keys, database string) []byte {
	return keys.ChainMAC(nil, []byte("gongkao"), []byte(database))
}

func (e *entry) seal(keys *seal.Keys, part string, plain []byte) []byte {
	return keys.Seal(kindAudit, e.place(part), plain)
}

func (e *entry) open(keys *seal.Keys, part string, sealed []byte) ([]byte, error) {
	return keys.Open(kindAudit, e.place(part), sealed)
}

func (e *entry) place(part string) string {
	return strconv.FormatInt(e.seq, 10) + "/" + part
}

func (e *entry) values() []any {
	var before any
	if e.before != nil {
		before = e.before
	}
	return []any{e.seq, e.at, e.by, e.op, e.why, e.kind, e.record, before, e.after, e.hash}
}

// readEntry is strict as columns are: another type is damage.
func readEntry(row []any) (e entry, err error) {
	keep := func(got error) {
		if err == nil {
			err = got
		}
	}
	take := func(to *string, v any) {
		s, got := asText(v)
		*to = s
		keep(got)
	}
	blob := func(to *[]byte, v any) {
		b, got := asBytes(v)
		*to = b
		keep(got)
	}
	var got error
	e.seq, got = asNumber(row[0])
	keep(got)
	take(&e.at, row[1])
	take(&e.by, row[2])
	take(&e.op, row[3])
	blob(&e.why, row[4])
	take(&e.kind, row[5])
	take(&e.record, row[6])
	if row[7] != nil {
		blob(&e.before, row[7])
	}
	blob(&e.after, row[8])
	blob(&e.hash, row[9])
	return e, err
}

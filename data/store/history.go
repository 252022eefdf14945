package store

import (
	"encoding/hex"
	"fmt"
	"time"

	"gongkao/data"
)

// Entry is one change in the history of a record. Before and After are its
// JSON, Before nil where the record was new.
type Entry struct {
	Seq    int64
	At     time.Time
	By     string
	Op     data.Op
	Why    string
	Kind   data.Kind
	Record string
	Before []byte
	After  []byte
}

// History returns what happened to a record, oldest first.
func (r *Reader) History(kind data.Kind, id string) ([]Entry, error) {
	if r.keys == nil {
		return nil, errLocked()
	}
	var entries []Entry
	err := r.each("SELECT "+entryColumns+" FROM audit WHERE kind = ? AND record = ? ORDER BY seq", []any{string(kind), id},
		func(row []any) error {
			e, err := readEntry(row)
			if err != nil {
				return historyDamaged(e.seq, err)
			}
			opened, err := r.openEntry(e)
			entries = append(entries, opened)
			return err
		})
	if err != nil {
		return nil, err
	}
	return entries, nil
}

// openEntry unseals an entry.
func (r *Reader) openEntry(e entry) (Entry, error) {
	o := Entry{Seq: e.seq, By: e.by, Op: data.Op(e.op), Kind: data.Kind(e.kind), Record: e.record}
	var err error
	if o.At, err = time.Parse(time.RFC3339Nano, e.at); err != nil {
		return o, historyDamaged(e.seq, err)
	}
	why, err := e.open(r.keys, "why", e.why)
	if err != nil {
		return o, historyDamaged(e.seq, err)
	}
	o.Why = string(why)
	if e.before != nil {
		if o.Before, err = e.open(r.keys, "before", e.before); err != nil {
			return o, historyDamaged(e.seq, err)
		}
	}
	if o.After, err = e.open(r.keys, "after", e.after); err != nil {
		return o, historyDamaged(e.seq, err)
	}
	return o, nil
}

func historyDamaged(seq int64, err error) error {
	return data.RefuseBecause(err, "record-damaged", fmt.Sprintf("操作记录第 %d 条已损坏", seq), hintRestore)
}

// Head is where the history of a data file stands. Two files with the same
// head have the same history; a file whose head is behind has lost something.
type Head struct {
	Database string `json:"database"` // id of the data file
	Seq      int64  `json:"seq"`      // of the last entry, 0 before the first
	Hash     string `json:"hash"`     // of the last entry, hexadecimal
}

// Short returns the first sixteen digits of the hash, for papers.
func (h Head) Short() string { return data.FirstRunes(h.Hash, 16) }

// String returns number and short hash: 1234-9f86d081884c7d65.
func (h Head) String() string { return fmt.Sprintf("%d-%s", h.Seq, h.Short()) }

// Head returns where the history stands.
func (r *Reader) Head() (Head, error) {
	return r.headWhere("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1")
}

// LastAt returns when the last entry was written; it needs no keys. The zero
// time means that there is none.
func (r *Reader) LastAt() (at time.Time, err error) {
	err = r.each("SELECT at FROM audit ORDER BY seq DESC LIMIT 1", nil, func(row []any) error {
		text, err := asText(row[0])
		if err != nil {
			return err
		}
		if at, err = time.Parse(time.RFC3339Nano, text); err != nil {
			return historyDamaged(0, err)
		}
		return nil
	})
	return at, err
}

// RecordHead returns the first sixteen hexadecimal digits of the hash where the
// history stood when anything but printing last happened: what papers carry,
// so that printing a sheet twice gives the same sheet.
func (r *Reader) RecordHead() (string, error) {
	h, err := r.headWhere("SELECT seq, hash FROM audit WHERE op <> '" + string(data.OpPrint) + "' ORDER BY seq DESC LIMIT 1")
	return h.Short(), err
}

func (r *Reader) headWhere(query string) (h Head, err error) {
	err = r.each("SELECT id FROM datafile", nil, func(row []any) (err error) {
		h.Database, err = asText(row[0])
		return err
	})
	if err != nil {
		return h, err
	}
	return h, r.each(query, nil, func(row []any) error {
		h.Seq, h.Hash, err = readSeqHash(row)
		if err != nil {
			return historyDamaged(h.Seq, err)
		}
		return nil
	})
}

func readSeqHash(row []any) (seq int64, hash string, err error) {
	seq, err = asNumber(row[0])
	if err != nil {
		return seq, "", err
	}
	b, err := asBytes(row[1])
	return seq, hex.EncodeToString(b), err
}

// SeqOfHead returns the entry of the history whose hash begins with the sixteen
// hexadecimal digits of a paper; found is false when it is the history of another
// data file.
func (r *Reader) SeqOfHead(head string) (seq int64, found bool, err error) {
	start, err := hex.DecodeString(head)
	if err != nil || len(start) == 0 {
		return 0, false, nil
	}
	err = r.each("SELECT seq FROM audit WHERE substr(hash, 1, ?) = ?", []any{len(start), start}, func(row []any) error {
		seq, err = asNumber(row[0])
		found = true
		return err
	})
	return seq, found, err
}

// WrittenAt returns the entry of the history that first wrote a record, 0 for none.
func (r *Reader) WrittenAt(kind data.Kind, id string) (seq int64, err error) {
	err = r.each("SELECT coalesce(min(seq), 0) FROM audit WHERE kind = ? AND record = ?", []any{string(kind), id}, func(row []any) error {
		seq, err = asNumber(row[0])
		return err
	})
	return seq, err
}

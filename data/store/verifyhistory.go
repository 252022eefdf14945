package store

import (
	"bytes"
	"crypto/sha256"
	"time"

	"gongkao/data"
)

// kept is what the history last said of a record.
type kept struct {
	seq  int64
	sum  [sha256.Size]byte // of the content, to compare without keeping it
	seen bool              // the record is in its table
}

// history walks the chain from the first entry. After a broken link it goes on
// from the hash that stands there, so that one change is one problem.
func (v *verification) history() error {
	var database string
	err := v.each("SELECT id FROM datafile", nil, func(row []any) (err error) {
		database, err = asText(row[0])
		return err
	})
	if err != nil {
		return err
	}
	prev, next := origin(v.keys, database), int64(1)
	err = v.each("SELECT "+entryColumns+" FROM audit NOT INDEXED ORDER BY seq", nil, func(row []any) error {
		v.report.AuditEntries++
		e, err := readEntry(row)
		if err != nil {
			v.problem("操作记录第 %d 条读不出来", next)
			next++
			return nil
		}
		if e.seq != next {
			v.problem("操作记录缺第 %d 条到第 %d 条", next, e.seq-1)
		}
		if !bytes.Equal(e.hash, e.chain(v.keys, prev)) {
			v.problem("操作记录第 %d 条被改动过，或与前一条不相连", e.seq)
		}
		prev, next = e.hash, e.seq+1
		v.keep(e)
		return nil
	})
	if err != nil {
		v.torn[kindAudit] = true
	}
	return err
}

// keep opens all that is sealed in an entry and remembers what it says.
func (v *verification) keep(e entry) {
	opened, err := v.openEntry(e)
	if err != nil || !opened.Op.Valid() || opened.At.Format(time.RFC3339Nano) != e.at {
		v.problem("操作记录第 %d 条的内容已损坏", e.seq)
		return
	}
	if opened.Kind != data.KindSchema {
		v.kept[place{opened.Kind, e.record}] = &kept{seq: e.seq, sum: sha256.Sum256(opened.After)}
	}
}

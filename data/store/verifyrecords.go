package store

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gongkao/data"
)

// verifiable is a table of any kind of record.
type verifiable interface{ verify(*verification) error }

// tables are all tables of records.
var tables = []verifiable{offices, users, units, administrators, persons, photos, batches, applications, decisions, prints,
	documents, commitments, notices, custodies, violations, reviews, spotChecks, policyFiles, policyChanges,
	payments, paymentSlips, books, bookOrders, bookSlips, scores, evaluations, certificates, archives, confirmations, unitChanges, adminForms, yearOpenings,
	dayNotes, clockCorrections, stampedSheets, trayAnswers, sheetLayouts, sentFiles}

// records holds every row of every table against the history, and the history
// against the tables.
func (v *verification) records() error {
	var errs []error
	for _, t := range tables {
		errs = append(errs, t.verify(v))
	}
	if !v.torn[kindAudit] {
		v.absent()
	}
	return errors.Join(errs...)
}

// absent lists records that the history knows and no table has.
func (v *verification) absent() {
	missing := map[data.Kind]int{}
	var places []place
	for p, k := range v.kept {
		if !k.seen {
			missing[p.kind]++
			places = append(places, p)
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(missing)) {
		if v.torn[kind] {
			v.problem("%s记录有 %d 条没有读到", kindNames[kind], missing[kind])
		}
	}
	slices.SortFunc(places, func(a, b place) int { return strings.Compare(string(a.kind)+a.id, string(b.kind)+b.id) })
	for _, p := range places {
		if !v.torn[p.kind] {
			v.problem("%s %s 不见了：操作记录中有，数据表中没有", kindNames[p.kind], p.id)
		}
	}
}

// verify reads the table itself, not an index, and checks each row.
func (t *table[T]) verify(v *verification) error {
	err := v.each("SELECT "+t.names(true)+" FROM "+t.name+" NOT INDEXED", nil, func(row []any) error {
		if t.kind == data.KindPerson {
			v.report.People++
		}
		t.verifyRow(v, row)
		return nil
	})
	if err != nil {
		v.torn[t.kind] = true
		return fmt.Errorf("%s: %w", t.name, err)
	}
	return nil
}

func (t *table[T]) verifyRow(v *verification, row []any) {
	id, _ := row[0].(string)
	k := v.kept[place{t.kind, id}]
	if k == nil && v.torn[kindAudit] {
		return // the history could not be read to the end, which is a problem already
	}
	if k == nil {
		v.problem("%s %s 来历不明：操作记录中没有", kindNames[t.kind], id)
		return
	}
	if k.seen {
		v.problem("%s %s 重复", kindNames[t.kind], id)
	}
	k.seen = true
	rec, err := t.record(v.reading, row, true)
	if err != nil {
		v.problem("%s %s 已损坏，读不出来", kindNames[t.kind], id)
		return
	}
	if !t.asWritten(v, &rec, row) || !t.asKept(v, &rec, k) {
		v.problem("%s %s 的内容与最后一次登记（第 %d 条）不符", kindNames[t.kind], id, k.seq)
	}
}

// asWritten reports whether the row is exactly what writing the record gives:
// two spellings of one value are no accident.
func (t *table[T]) asWritten(v *verification, rec *T, row []any) bool {
	for i, c := range t.columns {
		if c.sealed { // its seal has been opened, that is proof enough
			continue
		}
		want := c.get(v.keys, rec)
		if b, ok := want.([]byte); ok {
			got, ok := row[i].([]byte)
			if !ok || !bytes.Equal(got, b) {
				return false
			}
		} else if want != row[i] {
			return false
		}
	}
	return true
}

// asKept reports whether the record says what the history last said of it.
func (t *table[T]) asKept(v *verification, rec *T, k *kept) bool {
	now, err := content(rec)
	if err != nil {
		return false
	}
	if sha256.Sum256(now) == k.sum {
		return true
	}
	same := false
	err = v.each("SELECT "+entryColumns+" FROM audit WHERE seq = ?", []any{k.seq}, func(row []any) error {
		e, err := readEntry(row)
		if err != nil {
			return err
		}
		opened, err := v.openEntry(e)
		same = err == nil && sameContent[T](now, opened.After)
		return err
	})
	return err == nil && same
}

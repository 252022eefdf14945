package intake

import (
	"fmt"
	"slices"

	"gongkao/app/fees"
	"gongkao/app/registration"
	"gongkao/app/results"
	"gongkao/app/sheets"
	"gongkao/app/textbooks"
	"gongkao/data"
	"gongkao/data/store"
)

// Ledger takes rows of one kind of sheet into the year's books. It is made for
// one import and asked in this order: Sort once with the rows of all sheets of
// the kind, then Put; or TakeBack alone.
type Ledger interface {
	// Sort judges rows and changes nothing: the problems of each row, in the order
	// of rows. A row with a problem that is no Warning() does not enter.
	Sort(rows []sheets.LedgerRow) [][]sheets.Problem
	// Put writes the rows that Sort let pass, within the import's Update, and
	// returns whose applications it touched.
	Put(tx *store.Tx, batch data.BatchID) ([]data.ApplicationID, error)
	// TakeBack makes what a batch brought void, with the reason, and returns whose
	// applications it touched.
	TakeBack(tx *store.Tx, batch data.BatchID, why string) ([]data.ApplicationID, error)
}

// ledgers opens the ledger of a kind of sheet.
var ledgers = map[string]func(*registration.Desk) (Ledger, error){
	sheets.Payments:  func(d *registration.Desk) (Ledger, error) { return fees.NewSheet(d), nil },
	sheets.Scores:    func(d *registration.Desk) (Ledger, error) { return results.NewSheet(d), nil },
	sheets.Textbooks: func(d *registration.Desk) (Ledger, error) { return textbooks.NewSheet(d) },
}

// kept are the records that each kind of ledger writes: what a batch brought is
// counted by them.
var kept = map[string][]data.Kind{
	sheets.Payments: {data.KindPayment}, sheets.Scores: {data.KindScore}, sheets.Textbooks: {data.KindBookOrder, data.KindBook},
}

func ledgerOf(d *registration.Desk, kind string) (Ledger, error) {
	open := ledgers[kind]
	if open == nil {
		return nil, fmt.Errorf("intake: no ledger keeps %s", kind)
	}
	return open(d)
}

// book is what an import brings to one ledger.
type book struct {
	ledger  Ledger
	batch   batch
	touched []data.ApplicationID
}

// open lays a sheet to those of its kind.
func (t *taking) open(s readSheet) error {
	at := slices.IndexFunc(t.books, func(b *book) bool { return b.batch.Kind == s.read.Kind })
	if at < 0 {
		ledger, err := ledgerOf(t.desk, s.read.Kind)
		if err != nil {
			return err
		}
		at = len(t.books)
		t.books = append(t.books, &book{ledger: ledger, batch: batch{Batch: data.Batch{Kind: s.read.Kind}}})
	}
	t.books[at].batch.sheets = append(t.books[at].batch.sheets, s)
	return nil
}

// judge lets every ledger say which of its rows may enter.
func (t *taking) judge() error {
	for _, b := range t.books {
		if err := b.judge(); err != nil {
			return err
		}
	}
	return nil
}

func (b *book) judge() error {
	var rows []sheets.LedgerRow
	for _, s := range b.batch.sheets {
		rows = append(rows, s.read.Ledger...)
	}
	found := b.ledger.Sort(rows)
	if len(found) != len(rows) {
		return fmt.Errorf("intake: the ledger of %s judged %d of %d rows", b.batch.Kind, len(found), len(rows))
	}
	for _, s := range b.batch.sheets {
		n := len(s.read.Ledger)
		s.read.Judge(found[:n])
		found = found[n:]
		b.batch.Accepted += len(s.read.Ledger)
	}
	return nil
}

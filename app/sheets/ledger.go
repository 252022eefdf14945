package sheets

import (
	"slices"
	"strings"
)

// The kinds of sheets that belong to the year's books: money paid, scores, orders
// of textbooks. What their rows mean is decided by the packages that keep those
// books; here they are only read.
const (
	Payments  = "payments"
	Scores    = "scores"
	Textbooks = "textbooks"
)

var kindNames = map[string]string{People: "花名册", Units: "单位册", Payments: "缴费", Scores: "成绩", Textbooks: "教材征订"}

// KindName is a kind of sheet in words.
func KindName(kind string) string { return kindNames[kind] }

// LedgerRow is a row of such a sheet, cell by cell. A cell that only says that
// there is nothing (—, 无) is left out as an empty one is; only a dash in the one
// column of scores stays.
type LedgerRow struct {
	Row   int
	Texts map[string]string // as written, by the key of its head; empty cells are left out
	Cells map[string]string // address by key: E7
	Other map[string]string // as written, by head, of columns that are not taken in
}

// Problem says what is wrong with the cell of a key; key "" is the whole row. A
// code that ends in -twice says that the row has entered before: it neither
// enters again nor waits.
func (r *LedgerRow) Problem(key, code, message, hint string) Problem {
	return Problem{Row: r.Row, Cell: r.Cells[key], Field: key, Code: code, Message: message, Hint: hint, Value: r.Texts[key]}
}

// Refused is Problem for what another package refused (a *data.Error).
func (r *LedgerRow) Refused(key string, err error) Problem {
	p := refusalNote(err)
	return r.Problem(key, p.Code, p.Message, p.Hint)
}

// waiting is the row among those that may not enter.
func (r *LedgerRow) waiting(problems []Problem) WaitingRow {
	return WaitingRow{Row: r.Row, Texts: r.Texts, Other: r.Other, Cells: r.Cells, Problems: problems}
}

// Judge takes the problems that a ledger found in the rows of Ledger, row by row;
// those with an error become waiting rows.
func (s *SheetReading) Judge(found [][]Problem) {
	kept := s.Ledger[:0]
	for i, row := range s.Ledger {
		s.Problems = append(s.Problems, found[i]...)
		if anyError(found[i]) {
			s.Waiting = append(s.Waiting, row.waiting(found[i]))
			continue
		}
		kept = append(kept, row)
	}
	s.Ledger = kept
	slices.SortStableFunc(s.Problems, func(a, b Problem) int { return a.Row - b.Row })
	slices.SortStableFunc(s.Waiting, func(a, b WaitingRow) int { return a.Row - b.Row })
}

// Entered reports whether the row waits only because the same has entered before:
// nothing of it is to be mended, and nothing enters twice.
func (w WaitingRow) Entered() bool {
	return w.Registered() || slices.ContainsFunc(w.Problems, func(p Problem) bool { return strings.HasSuffix(p.Code, "-twice") })
}

package textbooks

import (
	"cmp"
	"fmt"
	"slices"

	"gongkao/data"
)

// By is a column by which totals are broken down.
type By string

// The columns.
const (
	ByUnit  By = "unit" // the supervising unit
	ByTrade By = "trade"
	ByLevel By = "level"
	ByBook  By = "book"
)

var columns = []By{ByUnit, ByTrade, ByLevel, ByBook}

// Total is what one group of orders comes to. Of unit, trade, level and book it
// has those that were asked for.
type Total struct {
	Unit   string      `json:"unit,omitempty"`
	Trade  string      `json:"trade,omitempty"`
	Level  *data.Level `json:"level,omitempty"` // 0: every level
	Book   string      `json:"book,omitempty"`
	Orders int         `json:"orders"`
	Copies int         `json:"copies"`
	Amount data.Fen    `json:"amount_fen"`
}

// Totals sums all orders that stand by the columns given, in the order of unit,
// trade, level, book; without any it is one total. It refuses a column that there
// is none of (by).
func (l *Ledger) Totals(by ...By) ([]Total, error) {
	for _, b := range by {
		if !slices.Contains(columns, b) {
			return nil, data.Refuse("by", "", fmt.Sprintf("不能按“%s”汇总", b), "请从 unit、trade、level、book 里选")
		}
	}
	totals := []Total{}
	at := map[string]int{}
	for _, a := range l.accounts {
		for i := range a.Lines {
			one := totalOf(a, &a.Lines[i], by)
			key := one.key()
			if _, met := at[key]; !met {
				at[key] = len(totals)
				totals = append(totals, one)
				continue
			}
			t := &totals[at[key]]
			t.Orders += one.Orders
			t.Copies += one.Copies
			t.Amount += one.Amount
		}
	}
	slices.SortFunc(totals, func(a, b Total) int {
		return cmp.Or(cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.Trade, b.Trade), cmp.Compare(b.level(), a.level()), cmp.Compare(a.Book, b.Book))
	})
	return totals, nil
}

func totalOf(a *Account, l *Line, by []By) Total {
	t := Total{Orders: l.Orders, Copies: l.Copies, Amount: l.Amount}
	for _, b := range by {
		switch b {
		case ByUnit:
			t.Unit = a.Unit.Name
		case ByTrade:
			t.Trade = l.Book.Trade
		case ByLevel:
			t.Level = &l.Book.Level
		case ByBook:
			t.Book = l.Book.Title
		}
	}
	return t
}

func (t *Total) level() data.Level {
	if t.Level == nil {
		return 0
	}
	return *t.Level
}

func (t *Total) key() string { return fmt.Sprint(t.Unit, "\t", t.Trade, "\t", t.level(), "\t", t.Book) }

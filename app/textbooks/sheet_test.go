package textbooks_test

import (
	"testing"

	"gongkao/app/sheets"
	"gongkao/app/textbooks"
	"gongkao/data"
	"gongkao/data/store"
)

// row is a row of a sheet.
func row(number int, texts map[string]string) sheets.LedgerRow {
	cells := map[string]string{}
	for key := range texts {
		cells[key] = key
	}
	return sheets.LedgerRow{Row: number, Texts: texts, Cells: cells}
}

// imports sorts and puts rows as an import does, and returns the codes of their
// problems.
func (s *stage) imports(batch data.BatchID, rows ...sheets.LedgerRow) (codes []string) {
	s.t.Helper()
	sheet, err := textbooks.NewSheet(s.Desk)
	must(s.t, err)
	for _, problems := range sheet.Sort(rows) {
		code := ""
		if len(problems) > 0 {
			code = problems[0].Code
		}
		codes = append(codes, code)
	}
	_, err = s.Office.Store.Update(ctx, data.OpImport, "", func(tx *store.Tx) error {
		if err := tx.PutBatch(data.Batch{ID: batch, At: tx.Now(), Kind: sheets.Textbooks}); err != nil {
			return err
		}
		_, err := sheet.Put(tx, batch)
		return err
	})
	must(s.t, err)
	must(s.t, s.Reload(ctx))
	return codes
}

func TestASheetBringsACatalogueAndOrdersAndIsTakenBack(t *testing.T) {
	s := newStage(t)
	a := s.somebody(data.Approved)
	unit := s.AllUnits()[0]
	before := s.account(unit.ID)
	rows := []sheets.LedgerRow{
		row(3, map[string]string{"id_number": string(a.Person.IDNumber), "name": a.Person.Name, "book": "《新编教程》"}),
		row(4, map[string]string{"unit": unit.Name, "trade": a.Application.Trade, "level": a.Application.Level.String(), "book": "新编教程", "copies": "12本"}),
		row(2, map[string]string{"trade": a.Application.Trade, "level": a.Application.Level.Title(), "book": "新编教程", "price": "28.50元", "source": "演练书目"}),
	}
	for _, code := range s.imports("batch", rows...) {
		if code != "" {
			t.Errorf("a good row waits: %s", code)
		}
	}
	if copies, amount := textbooks.Of(s.now(a.Application.ID)); copies != 1 || amount != 2850 {
		t.Errorf("he has ordered %d for %s", copies, amount)
	}
	if after := s.account(unit.ID); after.Copies < before.Copies+12 {
		t.Errorf("the unit has ordered %d, before %d", after.Copies, before.Copies)
	}
	for _, code := range s.imports("again", rows...) {
		if code != "book-twice" {
			t.Errorf("the same sheet again: %q", code)
		}
	}
	sheet, err := textbooks.NewSheet(s.Desk)
	must(t, err)
	_, err = s.Office.Store.Update(ctx, data.OpTakeBack, "", func(tx *store.Tx) error {
		touched, err := sheet.TakeBack(tx, "batch", "导错了")
		if len(touched) != 1 || touched[0] != a.Application.ID {
			t.Errorf("touched %v", touched)
		}
		return err
	})
	must(t, err)
	must(t, s.Reload(ctx))
	l, err := textbooks.Load(ctx, s.Desk)
	must(t, err)
	if copies, _ := textbooks.Of(s.now(a.Application.ID)); copies != 0 || s.account(unit.ID).Copies != before.Copies {
		t.Error("orders of a sheet taken back still count")
	}
	for _, b := range l.Books {
		if b.Title == "新编教程" && b.Void != "导错了" {
			t.Error("a book of a sheet taken back is still ordered")
		}
	}
}

func TestRowsThatCannotBeWaitWithTheirReason(t *testing.T) {
	s := newStage(t)
	a, out := s.somebody(data.Approved), s.somebody(data.Rejected)
	unit, ordering := s.AllUnits()[0].Name, s.AllUnits()[1].Name
	_, err := textbooks.Order(ctx, s.Desk, textbooks.Wish{Unit: s.AllUnits()[1].ID, Book: s.book.ID, Copies: 2})
	must(t, err)
	cases := []struct {
		code  string
		texts map[string]string
	}{
		{"book-price", map[string]string{"trade": "农艺工", "book": "农艺", "price": "0"}},
		{"book-price", map[string]string{"trade": "农艺工", "book": "农艺", "price": "三十"}},
		{"level-unknown", map[string]string{"trade": "农艺工", "book": "农艺", "price": "30", "level": "八级"}},
		{"required-missing", map[string]string{"book": "农艺", "price": "30"}},
		{"book-stranger", map[string]string{"id_number": "411503198109010027", "copies": "1"}},
		{"book-not-applying", map[string]string{"id_number": string(out.Person.IDNumber), "book": s.book.Title, "trade": out.Application.Trade}},
		{"book-other", map[string]string{"id_number": string(a.Person.IDNumber), "trade": "无线电机务员", "copies": "1"}},
		{"book-none", map[string]string{"unit": unit, "trade": "锅炉操作工", "level": "三级", "copies": "3"}},
		{"book-none", map[string]string{"unit": unit, "book": "没有的书", "copies": "3"}},
		{"book-copies", map[string]string{"unit": unit, "book": s.book.Title, "copies": "0"}},
		{"book-copies", map[string]string{"unit": unit, "book": s.book.Title, "copies": "99999"}},
		{"copies-bad", map[string]string{"unit": unit, "book": s.book.Title, "copies": "若干"}},
		{"required-missing", map[string]string{"unit": unit, "book": s.book.Title}},
		{"required-missing", map[string]string{"unit": unit, "copies": "3"}},
		{"unit-unknown", map[string]string{"unit": "月球基地指挥部", "book": s.book.Title, "copies": "3"}},
		{"unit-similar", map[string]string{"unit": unit[:3] + " " + unit[3:], "book": s.book.Title, "copies": "3"}},
		{"book-price", map[string]string{"unit": unit, "book": s.book.Title, "copies": "3", "price": "30"}},
		{"book-price", map[string]string{"trade": s.book.Trade, "book": s.book.Title, "price": "99"}},
		{"book-again", map[string]string{"unit": ordering, "book": s.book.Title, "copies": "3"}},
	}
	var rows []sheets.LedgerRow
	for i, c := range cases {
		rows = append(rows, row(i+2, c.texts))
	}
	before := s.account(s.AllUnits()[0].ID)
	for i, code := range s.imports("bad", rows...) {
		if code != cases[i].code {
			t.Errorf("%v: %q, want %q", cases[i].texts, code, cases[i].code)
		}
	}
	if after := s.account(s.AllUnits()[0].ID); after.Copies != before.Copies {
		t.Error("something was written")
	}
}

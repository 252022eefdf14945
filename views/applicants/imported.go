package applicants

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"gongkao/app/intake"
	"gongkao/app/sheets"
	"gongkao/data"
	"gongkao/views/wording"
)

// Imported is what an import did, as the clerk is told.
type Imported struct {
	File    string         // its name, without the folder
	People  int            // that entered
	Units   int            // that entered
	Books   map[string]int // rows that entered, by kind of sheet: payments, scores, orders
	Known   int            // rows of people who were registered already
	Twice   int            // rows of payments, scores and orders that had entered before
	Waiting int            // rows that could not enter
	Lines   []Line         // what is to be mended, then what is to be looked at
	Unknown []string
	Batches []data.BatchID // of payments, scores and orders: they can be taken back
	Tray    data.BatchID   // of people and units of which rows wait; "" where none do
	again   int            // rows that wait since the same file was taken in before
	before  data.Date      // when the same file was taken in; zero: never
	ledger  bool           // it has a sheet of payments, scores or orders
	several bool           // sheets
}

// Line is something wrong, or doubtful, in a row of the sheet.
type Line struct {
	Place, Cell, Name string // 第 5 行, E5, whose row it is
	Trouble, Todo     string
	Entered           bool // the row is in all the same
	Twice             bool // the same was in before
}

// Tell says what became of one file; a file that could not be read is a refusal.
func Tell(r intake.Result) (Imported, error) {
	f := r.Files[0]
	if f.Error != nil {
		return Imported{}, data.Refuse(f.Error.Code, "", f.Error.Message, f.Error.Hint)
	}
	i := Imported{File: filepath.Base(f.File), Books: map[string]int{}, before: f.Before, again: f.InTray, several: len(f.Sheets) > 1}
	for _, s := range f.Sheets {
		i.take(s)
	}
	for _, b := range r.Batches {
		if isLedger(b.Kind) && b.Accepted > 0 {
			i.Batches = append(i.Batches, b.ID)
		}
		if !isLedger(b.Kind) && b.Waiting > 0 {
			i.Tray = b.ID
		}
	}
	slices.SortStableFunc(i.Lines, func(a, b Line) int { return order(a) - order(b) })
	return i, nil
}

func isLedger(kind string) bool { return kind != sheets.People && kind != sheets.Units }

// order puts what keeps a row out before what is only to be looked at, and that
// before what was in already.
func order(l Line) int {
	switch {
	case l.Twice:
		return 2
	case l.Entered:
		return 1
	}
	return 0
}

func (i *Imported) take(s sheets.SheetReading) {
	i.People += len(s.Accepted)
	i.Units += len(s.Lines)
	if isLedger(s.Kind) {
		i.ledger = true
		i.Books[s.Kind] += len(s.Ledger)
	}
	rows := i.rows(s)
	for _, p := range s.Problems {
		row := rows[p.Row]
		if row.registered {
			continue
		}
		i.Lines = append(i.Lines, Line{Place: i.place(s, p.Row), Cell: p.Cell, Name: row.name,
			Trouble: p.Message, Todo: p.Hint, Entered: !row.waits, Twice: row.twice})
		if p.Code == "unit-unknown" && !slices.Contains(i.Unknown, p.Value) {
			i.Unknown = append(i.Unknown, p.Value)
		}
	}
}

// fate is what became of a row.
type fate struct {
	name                     string
	waits, registered, twice bool
}

// rows tells what became of the rows of a sheet, and counts those that did not
// enter.
func (i *Imported) rows(s sheets.SheetReading) map[int]fate {
	rows := map[int]fate{}
	for _, a := range s.Accepted {
		rows[a.Row] = fate{name: a.Applicant.Person.Name}
	}
	for _, l := range s.Ledger {
		rows[l.Row] = fate{name: whose(l.Texts)}
	}
	for _, w := range s.Waiting {
		f := fate{name: whose(w.Texts), registered: w.Registered()}
		f.twice = !f.registered && w.Entered()
		f.waits = !f.registered && !f.twice
		switch {
		case f.registered:
			i.Known++
		case f.twice:
			i.Twice++
		default:
			i.Waiting++
		}
		rows[w.Row] = f
	}
	return rows
}

// whose names a row: by the person, else the unit.
func whose(texts map[string]string) string { return wording.Or(texts["name"], texts["unit"]) }

func (i *Imported) place(s sheets.SheetReading, row int) string {
	place := ""
	if row > 0 {
		place = fmt.Sprintf("第 %d 行", row)
	}
	if i.several {
		return strings.TrimSpace(s.Sheet + " " + place)
	}
	return place
}

// Read returns how many rows the file had.
func (i *Imported) Read() int { return i.in() + i.Known + i.Twice + i.Waiting }

// in is how many rows entered.
func (i *Imported) in() int {
	n := i.People + i.Units
	for _, rows := range i.Books {
		n += rows
	}
	return n
}

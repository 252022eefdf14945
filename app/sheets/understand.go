package sheets

import (
	"gongkao/app/sheets/grid"
	"gongkao/app/sheets/marked"
	"gongkao/app/units"
	"gongkao/data"
)

// Codes are the code tables as far as reading a sheet needs them.
type Codes interface {
	// Region returns the name of a six-digit region code, and whether such a
	// code is in use.
	Region(code string) (name string, known bool)
	// KnownTrade reports whether the catalogue has a trade of that name.
	KnownTrade(name string) bool
	// Word returns the word of the list that a field has for what was written
	// there, and whether the list has it; a field without a list knows all words.
	Word(field, text string) (word string, known bool)
}

// Knowledge is what the office knows before it reads a sheet.
type Knowledge struct {
	Codes       Codes
	Units       *units.Matcher
	Registered  func(data.IDNumber) bool    // whether the person has an application this year; nil: nobody has
	Where       func(data.IDNumber) string  // names that application in a few words; nil: not named
	DefaultUnit string                      // for sheets that name no unit (--unit)
	CreateUnits bool                        // take unknown units as new ones (--create-units)
	Seen        Seen                        // shared by all files of one import; nil: this book alone
	Layouts     map[string]data.SheetLayout // by layout id, what a clerk has said of columns; nil: nothing

	matches map[string]units.Match // of units that ReadTexts has looked for before; nil: none is remembered
}

// Seen remembers where each ID number of an import stood first.
type Seen map[data.IDNumber]Place

// Place is a row of a sheet, for messages, and whose it is.
type Place struct {
	File, Sheet string
	Row         int
	Name, Unit  string // as written
}

// The kinds of sheets.
const (
	People = "people"
	Units  = "units"
)

// Reading is what was understood of a book.
type Reading struct {
	File   string         `json:"file"`
	SHA256 string         `json:"-"`
	Sheets []SheetReading `json:"sheets"`
	// NewUnits are units that the register lacks and that CreateUnits took in,
	// each once, in the form units.Register wants.
	NewUnits []units.Line `json:"-"`
}

// SheetReading is what was understood of a sheet.
type SheetReading struct {
	Sheet       string
	Kind        string             // People, Units, Payments, Scores or Textbooks
	HeaderRow   int                // last row of the header; data follow it
	Layout      string             // id of the head: asks for what a clerk has said of its columns
	Heads       []data.SheetColumn // columns that have a head, from the left, and what is read from them
	Columns     map[string]string  // field key → column letters; years as appraisals.2025
	Unknown     []UnknownColumn    // columns that no field claims
	Accepted    []AcceptedRow      // of People
	Lines       []units.Line       // of Units
	Diff        *units.Diff        // of Units, what they change in the register; nil as long as nobody has asked it
	Ledger      []LedgerRow        // of Payments, Scores and Textbooks
	Waiting     []WaitingRow
	Skipped     int // rows that are nobody: how many SkippedRows there are; without a header, all
	SkippedRows []data.SkippedRow
	Notes       []string // what else is to be said of the sheet
	Problems    []Problem
}

// UnknownColumn is a column of the sheet that is not taken in.
type UnknownColumn struct {
	Column string `json:"column"`
	Head   string `json:"head"`
}

// AcceptedRow is a row that may enter, warnings or not.
type AcceptedRow struct {
	Row       int
	Applicant data.Applicant
}

// WaitingRow is a row that may not enter yet, kept whole as it was written.
type WaitingRow struct {
	Row      int               `json:"row"`
	Texts    map[string]string `json:"texts"`             // by field key; years as appraisals.2025
	Other    map[string]string `json:"other,omitempty"`   // by head, of unknown columns
	Cells    map[string]string `json:"cells,omitempty"`   // addresses by field key, also of empty cells: E42
	Numbers  []string          `json:"numbers,omitempty"` // keys of the cells that held a number
	Problems []Problem         `json:"problems"`
}

// Understand reads the rows of a book. It refuses with no-header when none of
// its sheets is one of the kinds; single sheets without a header are
// listed with that problem when they hold more than a line or two.
func Understand(book *grid.Book, know Knowledge) (*Reading, error) {
	know = know.complete()
	r := &Reading{File: book.File, SHA256: book.SHA256}
	u := &understanding{book: book, know: know, new: newUnits{}}
	for _, sheet := range book.Sheets {
		if !marked.IsList(sheet) { // our own list, in a marked copy that came back
			r.Sheets = append(r.Sheets, u.read(sheet)...)
		}
	}
	if u.tables == 0 {
		return nil, noHeader()
	}
	r.Sheets[0].Notes = append(leftOut(book), r.Sheets[0].Notes...)
	r.NewUnits = u.new.lines()
	return r, nil
}

// understanding is a book while it is read.
type understanding struct {
	book   *grid.Book
	know   Knowledge
	new    newUnits
	tables int // how many have been found
}

// read reads the tables of a sheet. One without a header is listed when it holds
// more than a line or two.
func (u *understanding) read(sheet grid.Sheet) (all []SheetReading) {
	for _, side := range sidesOf(sheet) {
		unit := ""
		for _, t := range tablesOf(side, u.know) {
			u.tables++
			var out SheetReading
			out, unit = u.table(t, unit)
			all = append(all, out)
		}
	}
	switch {
	case len(all) > 0:
		all[0].Notes = append(toldOf(sheet), all[0].Notes...)
	case len(sheet.Rows) > 1:
		all = []SheetReading{headless(sheet)}
	}
	return all
}

// table reads one table; unit is that of the table above it, and then its own.
func (u *understanding) table(t table, unit string) (SheetReading, string) {
	t.header.layout = t.header.id()
	if layout, said := u.know.Layouts[t.header.layout]; said {
		t.header.follow(layout, t.sheet)
	}
	switch t.header.kind {
	case Units:
		return readUnits(t), ""
	case People:
		d := &desk{table: t, book: u.book, know: u.know, unit: t.unitFrom(unit), matches: map[string]units.Match{}, new: u.new}
		return d.readPeople(), d.unit
	}
	d := &ledgerDesk{table: t, know: u.know, unit: t.unitFrom(unit)}
	return d.readLedger(), d.unit
}

// complete puts something in the place of what the caller left out.
func (k Knowledge) complete() Knowledge {
	if k.Registered == nil {
		k.Registered = func(data.IDNumber) bool { return false }
	}
	if k.Seen == nil {
		k.Seen = Seen{}
	}
	if k.Units == nil {
		k.Units = units.NewMatcher(nil)
	}
	return k
}

// headless lists a sheet whose header was not found.
func headless(sheet grid.Sheet) SheetReading {
	refusal, _ := data.AsRefusal(noHeader())
	return SheetReading{Sheet: sheet.Name, Kind: People, Columns: map[string]string{}, Skipped: len(sheet.Rows),
		Problems: []Problem{{Code: refusal.Code, Message: refusal.Message, Hint: refusal.Hint}}}
}

func noHeader() error {
	return data.Refuse("no-header", "", "没有找到表头：前 15 行里没有同时出现“姓名”和“身份证号”等栏目", "请检查是否选错了文件，或给表格加上一行栏目名称")
}

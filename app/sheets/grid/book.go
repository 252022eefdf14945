// Package grid reads any file of rows into plain cells, told by content and not
// by ending: .xlsx and .xlsm, .xls and .et (Excel 97–2003), .csv and .tsv in any
// encoding, and what web systems call .xls: web pages, the same saved as one
// file, XML workbooks. What it does not read it names, with the way out. What
// the cells mean is package sheets'.
//
// Every format hands its cells to a gathering, which makes the sheet. Nothing a
// file says is trusted: every reader has limits, and refuses with a sentence
// what goes beyond them. Callers want Read.
package grid

// Limits of what is taken in. A county's largest roster has some 5,000 rows;
// beyond these numbers a file is a mistake or an attack.
const (
	maxFile    = 50 << 20  // bytes of a file
	maxColumns = 256       // further columns are not looked at (colouring whole rows makes 16,384)
	maxRows    = 120_000   // rows with anything in them, a sheet
	maxCells   = 3_000_000 // cells kept, a book
	maxText    = 4_000     // characters of a cell; the rest is cut
	maxStrings = 2_000_000 // different texts of a book
	maxStyles  = 65_536    // cell styles; Excel allows 64,000
	maxSheets  = 1_000     // sheets of a book, the hidden ones included
)

// Book is a file of sheets, whatever its format was.
type Book struct {
	File   string // base name, for messages
	SHA256 string // of the content, hexadecimal: tells the same file again
	Sheets []Sheet
	Left   []string // names of the hidden sheets and the chart sheets, which are not read
}

// Sheet is one table of a book. Hidden rows and columns are read like the
// others; those that hold something are named.
type Sheet struct {
	Name          string
	Rows          []Row // rows with anything in them, in order
	HiddenRows    []int // their numbers
	HiddenColumns []int // from 0
	Uncalculated  int   // formulas of which the file holds no value; they read as empty cells
}

// Row is one row. Number counts as the clerk's program does, from 1; in a CSV
// it is the line on which the row begins.
type Row struct {
	Number int
	Cells  []Cell // from column A; columns after the last one are empty
}

// Kind says what a cell holds.
type Kind uint8

// The kinds of cells.
const (
	Empty Kind = iota
	Text
	Number
	Date
	Bool
	Fault // a formula that failed: #N/A, #REF!
)

// Cell is one cell. Text is what the clerk reads there: a number in full with
// at most 15 significant digits, a date as 1975-02-03, or 1975-02 when the cell
// shows year and month alone, 是 or 否. A cell merged downwards from another has
// that one's content.
type Cell struct {
	Text   string
	Number float64 // of numbers and dates (serial number)
	Kind   Kind
}

// At returns the cell of a column (from 0); the empty cell when the row is
// shorter.
func (r Row) At(column int) Cell {
	if column < 0 || column >= len(r.Cells) {
		return Cell{}
	}
	return r.Cells[column]
}

// ColumnName returns the letters of a column (from 0): A, Z, AA.
func ColumnName(column int) string {
	name := ""
	for column++; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

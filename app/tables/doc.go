// Package tables reads the files in which the office keeps its rules and code
// tables: TOML, edited by hand, so every slip has to be told with its file and
// line. A file is cut into its [table] and [[table]] parts in the order
// written; each is decoded by itself into a struct whose fields carry a
// `table:"key"` tag, and then every key of the file must be known and every
// field not tagged optional must be there. Callers want Read and Table.Decode;
// what only they can judge they refuse with Table.Refuse.
//
// The form is flat on purpose: a table holds plain values and lists, no
// tables inside tables, so that a clerk can read a file from top to bottom.
package tables

// Status says whether somebody has held a row against the original document.
// An unconfirmed row may warn, never block.
type Status string

// The two standings of a row, as files write them.
const (
	Unconfirmed Status = "待核对"
	Confirmed   Status = "已核对"
)

// Valid reports whether s is one of the two.
func (s Status) Valid() bool { return s == Unconfirmed || s == Confirmed }

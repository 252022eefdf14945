package sheets

// The kinds of sheets that belong to the year's books: money paid, scores, orders
// of textbooks. What their rows mean is decided by the packages that keep those
// books; here they are only read.
const (
	Payments  = "payments"
	Scores    = "scores"
	Textbooks = "textbooks"
)

// LedgerRow is a row of such a sheet, cell by cell.
type LedgerRow struct {
	Row   int
	Texts map[string]string // as written, by the key of its head; empty cells are left out
	Cells map[string]string // address by key: E7
}

// Problem says what is wrong with the cell of a key; key "" is the whole row.
func (r *LedgerRow) Problem(key, code, message, hint string) Problem {
	return Problem{Row: r.Row, Cell: r.Cells[key], Field: key, Code: code, Message: message, Hint: hint, Value: r.Texts[key]}
}

// Refused is Problem for what another package refused (a *data.Error).
func (r *LedgerRow) Refused(key string, err error) Problem {
	p := refusalNote(err)
	return r.Problem(key, p.Code, p.Message, p.Hint)
}

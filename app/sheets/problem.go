package sheets

import (
	"encoding/json"

	"gongkao/app/units"
	"gongkao/data"
)

// Problem is one thing that is wrong, or doubtful, with a row. Its keys are
// those of the command-line contract.
type Problem struct {
	Row     int    `json:"row"`
	Cell    string `json:"cell"`  // E7; "" when the sheet has no such column
	Field   string `json:"field"` // field key
	Code    string `json:"code"`
	Message string `json:"message"`
	Hint    string `json:"hint"`
	Value   string `json:"value"` // as it was written
}

// warnings are the problems that do not hold a row back. The first four are
// the contract's. The others concern a value that may be missing: it is left
// out, and the clerk is told.
var warnings = map[string]bool{
	"id-legacy": true, "region-unknown": true, "trade-unknown": true, "value-truncated": true,
	"value-unknown": true, // no word of the field's list (考核“良好”)
	"value-mangled": true, // a spreadsheet has lost digits, or a formula failed

	"pay-short": true, "pay-over": true, "pay-late": true, "pay-undated": true, // money that was really paid (app/fees)
}

// Warning reports whether the row is accepted all the same.
func (p Problem) Warning() bool { return warnings[p.Code] }

func anyError(problems []Problem) bool {
	for _, p := range problems {
		if !p.Warning() {
			return true
		}
	}
	return false
}

// note is Problem without its place.
func note(code, message, hint string) Problem {
	return Problem{Code: code, Message: message, Hint: hint}
}

// refusalNote takes over what package data refused.
func refusalNote(err error) Problem {
	refusal, ok := data.AsRefusal(err)
	if !ok {
		return note("value-unknown", err.Error(), "请核对这一格")
	}
	return Problem{Field: refusal.Field, Code: refusal.Code, Message: refusal.Message, Hint: refusal.Hint}
}

// Good is how many rows may enter.
func (s *SheetReading) Good() int { return len(s.Accepted) + len(s.Lines) + len(s.Ledger) }

// MarshalJSON writes a sheet as the command line reports it: rows as counts.
func (s SheetReading) MarshalJSON() ([]byte, error) {
	problems := s.Problems
	if problems == nil {
		problems = []Problem{}
	}
	return json.Marshal(struct {
		Sheet       string             `json:"sheet"`
		Kind        string             `json:"kind"`
		HeaderRow   int                `json:"header_row"`
		Layout      string             `json:"layout,omitempty"`
		Columns     map[string]string  `json:"columns"`
		Heads       []data.SheetColumn `json:"heads,omitempty"`
		Unknown     []UnknownColumn    `json:"unknown,omitempty"`
		Accepted    int                `json:"accepted"`
		Waiting     int                `json:"waiting"`
		Skipped     int                `json:"skipped"`
		SkippedRows []data.SkippedRow  `json:"skipped_rows,omitempty"`
		Notes       []string           `json:"notes,omitempty"`
		Problems    []Problem          `json:"problems"`
		Units       *units.Diff        `json:"units,omitempty"`
	}{s.Sheet, s.Kind, s.HeaderRow, s.Layout, s.Columns, s.Heads, s.Unknown, s.Good(), len(s.Waiting), s.Skipped, s.SkippedRows, s.Notes, problems, s.Diff})
}

package store

import (
	"fmt"
	"time"

	"gongkao/data"
)

var decisions = &table[data.Decision]{kind: data.KindDecision, name: "decisions", columns: []column[data.Decision]{
	text("id", func(d *data.Decision) *data.DecisionID { return &d.ID }),
	text("application", func(d *data.Decision) *data.ApplicationID { return &d.Application }),
	moment("at", func(d *data.Decision) *time.Time { return &d.At }),
	word("clerk", func(d *data.Decision) *string { return &d.By }),
	word("from_status", func(d *data.Decision) *data.Status { return &d.From }),
	word("to_status", func(d *data.Decision) *data.Status { return &d.To }),
	jsonText("reasons", func(d *data.Decision) *[]string { return &d.Reasons }),
	jsonText("overrides", func(d *data.Decision) *map[string]string { return &d.Overrides }),
	word("verdict", func(d *data.Decision) *string { return &d.Verdict }),
	jsonText("findings", func(d *data.Decision) *[]data.DecidedFinding { return &d.Findings }),
	word("policy_hash", func(d *data.Decision) *string { return &d.PolicyHash }),
	word("first_clerk", func(d *data.Decision) *string { return &d.First }),
}}

// Decisions returns the decisions on an application, oldest first.
func (r *Reader) Decisions(app data.ApplicationID) ([]data.Decision, error) {
	return all(r, decisions, "WHERE application = ? ORDER BY id", string(app))
}

// DecidedOn counts the applications on which a clerk decided on a day, by the
// clock that the decisions were written by.
func (r *Reader) DecidedOn(clerk string, day data.Date) (n int, err error) {
	query := "SELECT count(DISTINCT application) FROM decisions WHERE clerk = ? AND substr(at, 1, 10) = ?"
	err = r.each(query, []any{clerk, day.String()}, func(row []any) error {
		n = int(row[0].(int64))
		return nil
	})
	return n, err
}

// DecidedTo counts the applications that were approved and sent back on a day, by
// whomever.
func (r *Reader) DecidedTo(day data.Date) (approved, returned int, err error) {
	query := "SELECT to_status, count(DISTINCT application) FROM decisions WHERE substr(at, 1, 10) = ? GROUP BY to_status"
	err = r.each(query, []any{day.String()}, func(row []any) error {
		switch n := int(row[1].(int64)); fmt.Sprint(row[0]) {
		case string(data.Approved):
			approved = n
		case string(data.Returned):
			returned = n
		}
		return nil
	})
	return approved, returned, err
}

// PutDecision writes a decision.
func (tx *Tx) PutDecision(d data.Decision) error { return put(tx, decisions, d) }

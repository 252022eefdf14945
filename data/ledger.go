package data

import "time"

// Office is the county office (工考管理机构) that owns the data file.
type Office struct {
	Name     string `json:"name"`   // 罗山县工考管理机构, as on the seal
	County   string `json:"county"` // 罗山县
	Year     int    `json:"year"`   // the policy year in work
	Practice bool   `json:"practice"`
	Seed     uint64 `json:"seed,omitempty"`     // of a practice county
	Recovery []byte `json:"recovery,omitempty"` // the master key, wrapped by the recovery code

	Review ReviewOptions `json:"review,omitzero"`
}

// Marked returns the words with 演练 in front in a practice county, so that
// nothing of it is taken for real.
func (o Office) Marked(words string) string {
	if o.Practice {
		return "【演练】" + words
	}
	return words
}

// UserID names a clerk's record.
type UserID string

// User is a clerk who may open the file. Wrap is the master key, wrapped by
// the clerk's passphrase (package seal).
type User struct {
	ID   UserID `json:"id"`
	Name string `json:"name"`
	Wrap []byte `json:"wrap"`
}

// DecisionID names a decision.
type DecisionID string

// Decision is what a clerk said of an application, with everything needed to
// explain it years later: the verdict's findings and the hash of the policy
// file that gave them.
type Decision struct {
	ID          DecisionID        `json:"id"`
	Application ApplicationID     `json:"application"`
	At          time.Time         `json:"at"`
	By          string            `json:"by"`
	From        Status            `json:"from"`
	To          Status            `json:"to"`
	Reasons     []string          `json:"reasons,omitempty"`
	Overrides   map[string]string `json:"overrides,omitempty"` // rule id → reason
	Verdict     string            `json:"verdict"`
	Findings    []DecidedFinding  `json:"findings,omitempty"`
	PolicyHash  string            `json:"policy_hash"`
	First       string            `json:"first,omitempty"` // the first reviewer, where two were asked for
}

// DecidedFinding is a finding as it stood when the decision was made.
type DecidedFinding struct {
	Rule      string `json:"rule"`
	Severity  string `json:"severity"`
	Clause    string `json:"clause"`
	Source    string `json:"source,omitempty"`
	Confirmed bool   `json:"confirmed"`
	Message   string `json:"message"`
	Trace     *Trace `json:"trace,omitempty"`
}

// PrintID names a print act.
type PrintID string

// Print is the act of printing: which paper, for whom, with which values. Hash
// is over the values printed, so that a later change can be told from them.
type Print struct {
	ID      PrintID         `json:"id"`
	At      time.Time       `json:"at"`
	By      string          `json:"by"`
	Paper   string          `json:"paper"`
	Scope   string          `json:"scope"` // in words: whole county, a unit, a person
	Code    string          `json:"code"`  // 核对码 on the sheet
	Hash    string          `json:"hash"`
	Pages   int             `json:"pages"`
	Records []ApplicationID `json:"records,omitempty"`
	Sums    []string        `json:"sums,omitempty"`  // over the values of each of the records, so that it is known whose have changed
	Codes   []string        `json:"codes,omitempty"` // 核对码 of each sheet (see PrintedSheet), in their order; none in prints of older versions
	About   []SheetAbout    `json:"about,omitempty"` // whom each of them is about; none: a record each, in their order
	Asked   *PrintAsked     `json:"asked,omitempty"` // nil in prints of older versions
}

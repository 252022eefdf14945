// Package policy is a year as data: the notice's dates, fees and levels, and
// the rules by which an application is judged, each with its source, clause
// and standing. It is one file a year (assets/policy/2026.toml); an office's
// own copy beside its database wins over the one shipped. Callers load it once
// with Load and ask Rules, Deadline and Fee. No number of a notice stands in
// Go: a new year is a new file.
//
// A rule whose original nobody has seen is 待核对 and may only warn. Signed off
// by somebody on a day it is 已核对 and blocks. The notice's own clauses need no
// signature, the notice is the authority.
package policy

import (
	"slices"

	"gongkao/app/tables"
	"gongkao/data"
)

// Policy is everything that one year's file says.
type Policy struct {
	Year       int
	Notice     Notice
	Cutoff     Cutoff
	Assessment Assessment
	Violation  Violation
	Photo      Photo
	Deadlines  []Deadline // in the order of the file
	RuleRows   []*Rule    // likewise; do not change a row
	Grounds    []Ground   // likewise
	Hash       string     // SHA-256 of the file used, in hex
	Text       string     // of that file, byte for byte
	Overlay    bool       // whether the office's own file was used

	fees  map[data.Level][]Fee
	rules map[situation][]*Rule
	only  map[string]*Rule // the first row of each rule: lists ask for it once a person

	subjects map[data.Level][]Subject
}

// situation is what decides which rules apply.
type situation struct {
	level data.Level
	path  data.Path
}

// Notice is the document that opens the year.
type Notice struct {
	Year   int       `table:"year"`
	Number string    `table:"number"` // 文号
	Title  string    `table:"title"`
	Issuer string    `table:"issuer"`
	Issued data.Date `table:"issued"`
}

// Quote is where in the notice something stands, and its words.
type Quote struct {
	Clause string `table:"clause"` // 一（二）
	Text   string `table:"text"`
}

// Cutoff is the day before which whoever has retired, or reached the age, is
// not admitted.
type Cutoff struct {
	Date data.Date `table:"date"`
	Quote
}

// Assessment says which levels are assessed this year.
type Assessment struct {
	Levels []data.Level `table:"levels"`
	Quote
}

// Violation says for how many years false statements shut somebody out.
type Violation struct {
	BanYears int `table:"ban_years"`
	Quote
}

// Deadline is a day by which, or a window within which, something is done.
type Deadline struct {
	ID   string    `table:"id"`
	Name string    `table:"name"`
	From data.Date `table:"from,optional"` // zero: only the last day is set
	To   data.Date `table:"to"`            // the last day, inclusive
	Who  string    `table:"who"`
	Quote
}

// Fee is what one applicant pays at one step; only level 1 has two.
type Fee struct {
	Level     data.Level `table:"level"`
	Step      int        `table:"step"`
	Fen       data.Fen   `table:"fen"`
	When      string     `table:"when"`
	Collector string     `table:"collector,optional"` // "": the notice does not say
	Quote
}

// Origin is where a row comes from and who stands for it.
type Origin struct {
	Source   string        `table:"source"`
	Status   tables.Status `table:"status"`
	SignedBy string        `table:"signed_by,optional"`
	SignedOn data.Date     `table:"signed_on,optional"`
	Basis    string        `table:"basis,optional"` // the document that the row was held against
}

// Confirmed reports whether the row may block.
func (o Origin) Confirmed() bool { return o.Status == tables.Confirmed }

// Deadline returns the deadline of that id.
func (p *Policy) Deadline(id string) (Deadline, bool) {
	for _, d := range p.Deadlines {
		if d.ID == id {
			return d, true
		}
	}
	return Deadline{}, false
}

// Fee returns what the level costs, step by step.
func (p *Policy) Fee(l data.Level) []Fee { return p.fees[l] }

// Assessed reports whether the level is assessed this year.
func (p *Policy) Assessed(l data.Level) bool { return slices.Contains(p.Assessment.Levels, l) }

// Rules returns the rules for an application to the level by the path, in the
// order of the file. An application that states neither is subject to the
// rules that make no difference between them. Do not change what is returned.
func (p *Policy) Rules(l data.Level, path data.Path) []*Rule { return p.rules[situation{l, path}] }

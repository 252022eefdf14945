// Package record is the screen of one person: the form in the order of the
// paper, what the rules say of it, and what happened to it. Model holds the
// state and takes the commands; it knows no widgets. A screen calls Leave with
// the text of a field as the clerk leaves it, and draws Slots, State, Panel and
// Heading anew; nothing else changes what is drawn.
//
// Every field that can be taken is written at once. What cannot be taken yet,
// because a person still lacks a field or a date cannot be read, is kept as a
// draft, so that closing the window loses nothing.
package record

import (
	"slices"

	"gongkao/app/eligibility"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/views/wording"
)

// Model is one record on the screen.
type Model struct {
	desk    *registration.Desk
	drafts  *registration.Drafts
	row     Row
	carried Carried

	applicant data.Applicant    // as far as it can be read
	raw       map[string]string // texts that could not be taken, by slot
	problems  map[string]error  // and why
	visited   map[string]bool   // slots of a new person the clerk has been in
	typing    bool              // begun as a new person: being typed from paper
	looked    bool              // all findings were asked for, also of fields not come to yet
	steps     []step            // of a new person, for undo
	half      step              // the field being typed in, and its text so far
	verdict   eligibility.Verdict
	clauses   []eligibility.Clause // what the verdict rests on
	past      *data.Date           // the day whose record is looked at, nil: now
	lists     map[string][]wording.Choice
}

// Row is the list the record was opened from, for PgUp and PgDn.
type Row struct {
	IDs []data.ApplicationID
	At  int
}

// Carried is what goes over to the next new person: people come unit by unit.
type Carried struct {
	Unit, Trade string
	Level       data.Level
}

// texts are the fields it fills in.
func (c Carried) texts() map[string]string {
	return map[string]string{"unit": c.Unit, "trade": c.Trade, "level": c.Level.Full()}
}

// step is a field and a text: of a new person, what stood there before.
type step struct{ key, text string }

// Open shows an application, with what was half typed when it was last closed.
func Open(desk *registration.Desk, drafts *registration.Drafts, id data.ApplicationID) (*Model, error) {
	m := blank(desk, drafts)
	known, ok := desk.Register.ByID(id)
	if !ok {
		return nil, data.Refuse("not-found", "", "没有找到这份申报", "请回到列表再选一次")
	}
	m.applicant = *known
	for key, text := range drafts.Texts(id) {
		if text == "" && slices.Contains(data.RequiredToEnter, key) {
			continue // emptied, but nobody is without a name: what is kept stands
		}
		m.raw[key] = text
		m.problems[key] = m.set(&data.Applicant{}, key, text)
	}
	m.judge()
	return m, nil
}

// New shows an empty form with what the last new person had; a new person who
// was left half typed comes back instead.
func New(desk *registration.Desk, drafts *registration.Drafts, carried Carried) *Model {
	m := blank(desk, drafts)
	m.carried, m.typing = carried, true
	if drafts.Has("") {
		m.restore(drafts.Texts(""))
	} else {
		m.restore(carried.texts())
		clear(m.visited)
	}
	m.judge()
	return m
}

func blank(desk *registration.Desk, drafts *registration.Drafts) *Model {
	return &Model{desk: desk, drafts: drafts, raw: map[string]string{}, problems: map[string]error{}, visited: map[string]bool{}, lists: map[string][]wording.Choice{}}
}

// IsNew reports whether the person has not entered the register yet.
func (m *Model) IsNew() bool { return m.applicant.Application.ID == "" }

// ID returns the application, "" of a new person.
func (m *Model) ID() data.ApplicationID { return m.applicant.Application.ID }

// Applicant returns the person as far as he can be read.
func (m *Model) Applicant() *data.Applicant { return &m.applicant }

// TypedFromPaper reports whether the person was begun here as a new one,
// entered meanwhile or not: fields he has not come to are no findings yet.
func (m *Model) TypedFromPaper() bool { return m.typing }

// LookAll has every finding spoken of, also those of fields that the clerk has
// not come to.
func (m *Model) LookAll() { m.looked = true }

// Carry returns what goes over to the next new person.
func (m *Model) Carry() Carried {
	a := &m.applicant
	return Carried{a.Unit, a.Application.Trade, a.Application.Level}
}

// Decided reports whether the record is closed: corrections go another way, and
// what is past cannot be changed.
func (m *Model) Decided() bool {
	if m.past != nil || m.desk.Office.Looking() {
		return true
	}
	status := m.applicant.Application.Status
	return status != "" && !registration.Amendable(status)
}

func (m *Model) judge() {
	o := m.desk.Office
	m.verdict, m.clauses = eligibility.Explain(eligibility.Question{Applicant: &m.applicant, Policy: o.Policy, Codes: o.Codes, AsOf: m.day()})
}

// day is the day the rules are held against.
func (m *Model) day() data.Date {
	if m.past != nil {
		return *m.past
	}
	return m.desk.Office.Today()
}

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
	"context"
	"maps"
	"slices"
	"strings"

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

// step is a field and a text: of a new person, what stood there before.
type step struct{ key, text string }

// Left is what leaving a field did.
type Left struct {
	wording.Done
	Changed bool // something was written
	Entered bool // the new person has just entered the register
}

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
		m.restore(map[string]string{"unit": carried.Unit, "trade": carried.Trade, "level": carried.Level.Full()})
		clear(m.visited)
	}
	m.judge()
	return m
}

func blank(desk *registration.Desk, drafts *registration.Drafts) *Model {
	return &Model{desk: desk, drafts: drafts, raw: map[string]string{}, problems: map[string]error{}, visited: map[string]bool{}, lists: map[string][]wording.Choice{}}
}

// restore takes texts as if they were typed, without writing.
func (m *Model) restore(texts map[string]string) {
	for _, s := range m.everySlot() {
		if text := texts[s]; text != "" {
			m.visited[s] = true
			m.take(s, text)
		}
	}
}

// everySlot lists all keys that can be typed into, shown now or not.
func (m *Model) everySlot() (keys []string) {
	for _, l := range lines {
		if l.left == appraisalsKey {
			for _, year := range m.Years() {
				keys = append(keys, yearKey(year))
			}
			continue
		}
		for _, key := range []string{l.left, l.right} {
			if key != "" && !filledIn[key] {
				keys = append(keys, key)
			}
		}
	}
	return keys
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

// Typed reports whether anything was typed of a new person, so that throwing it
// away is worth a question.
func (m *Model) Typed() bool { return m.half.key != "" || len(m.typed()) > 0 }

// LookAll has every finding spoken of, also those of fields that the clerk has
// not come to.
func (m *Model) LookAll() { m.looked = true }

// Carry returns what goes over to the next new person.
func (m *Model) Carry() Carried {
	a := &m.applicant
	return Carried{a.Unit, a.Application.Trade, a.Application.Level}
}

// Decided reports whether the record is closed: corrections go another way.
func (m *Model) Decided() bool {
	switch m.applicant.Application.Status {
	case "", data.Draft, data.Submitted, data.Returned:
		return false
	}
	return true
}

// Leave takes the text of a field that the clerk leaves. What can be read is
// written; what cannot stays as it was typed, with the reason beside the field,
// and is kept as a draft. The error is for what is no finding: a record that is
// closed, a disk that is full, a fault.
func (m *Model) Leave(ctx context.Context, key, text string) (Left, error) {
	if m.Decided() {
		return Left{}, data.Refuse("decided", key, "已审结，不能直接改", "要更正，请先退回这份申报")
	}
	m.visited[key] = true
	text = m.meant(key, text)
	m.half = step{}
	before := m.Text(key)
	if _, unread := m.raw[key]; text == before && !unread && !m.complete() {
		m.judge()
		return Left{}, nil
	}
	was := m.verdict
	if m.IsNew() {
		m.steps = append(m.steps, step{key, before})
		m.take(key, text)
		return m.enter(ctx, key, was)
	}
	return m.amend(ctx, key, text, was)
}

// complete reports whether a new person lacks nothing any more.
func (m *Model) complete() bool { return m.IsNew() && len(m.missing()) == 0 }

// Typing remembers the text of the field that is being typed in, without
// writing; Keep writes it.
func (m *Model) Typing(key, text string) {
	m.half = step{}
	if !m.Decided() && text != m.Text(key) {
		m.half = step{key, text}
	}
}

// BeingTyped reports whether a field's text is still on its way.
func (m *Model) BeingTyped(key string) bool { return key != "" && m.half.key == key }

// Keep writes the draft: call it when the record is closed.
func (m *Model) Keep(ctx context.Context) error {
	texts := maps.Clone(m.raw)
	if m.IsNew() {
		texts = m.typed()
	}
	if m.half.key != "" {
		if texts == nil {
			texts = map[string]string{}
		}
		texts[m.half.key] = m.half.text
	}
	return m.drafts.Keep(ctx, m.ID(), texts)
}

// Discard throws away a new person who has not entered, and his draft.
func (m *Model) Discard(ctx context.Context) error {
	if err := m.drafts.Keep(ctx, m.ID(), nil); err != nil || !m.IsNew() {
		return err
	}
	fresh := New(m.desk, m.drafts, m.carried)
	fresh.row = m.row
	*m = *fresh
	return nil
}

// typed returns the texts of a new person that somebody typed; what was only
// carried over is no reason to keep a draft.
func (m *Model) typed() map[string]string {
	texts := map[string]string{}
	own := false
	for _, key := range m.everySlot() {
		if text := m.Text(key); text != "" {
			texts[key] = text
			own = own || m.visited[key] || m.raw[key] != ""
		}
	}
	if !own {
		return nil
	}
	return texts
}

// Text returns what stands in a field: as it was typed when it could not be
// taken, else in its one form.
func (m *Model) Text(key string) string {
	if text, ok := m.raw[key]; ok {
		return text
	}
	a := &m.applicant
	switch key {
	case "sex":
		return strings.TrimSpace(string(a.Person.Sex) + "　" + a.Person.Birth.String())
	case retirementKey:
		return m.verdict.RetirementMonth.String()
	case "id_number":
		return a.Person.IDNumber.Grouped()
	case "level":
		return a.Application.Level.Full()
	case "current_level":
		return a.Person.CurrentLevel.Full()
	case "appointed_level":
		return a.Person.AppointedLevel.Full()
	case "retirement_category":
		return a.Person.RetirementCategory().String()
	case "commitment":
		return yesNo(a.Application.Commitment, m.visited[key] || !m.IsNew())
	case "consent":
		return yesNo(a.Application.Consent, m.visited[key] || !m.IsNew())
	}
	if year := yearOf(key); year != 0 {
		return string(a.Person.Appraisals[year])
	}
	return data.FieldByKey(key).Get(a)
}

func yesNo(yes, answered bool) string {
	switch {
	case yes:
		return "是"
	case answered:
		return "否"
	}
	return ""
}

func (m *Model) judge() {
	o := m.desk.Office
	m.verdict = eligibility.Judge(eligibility.Question{Applicant: &m.applicant, Policy: o.Policy, Codes: o.Codes, AsOf: o.Today()})
}

package today

import (
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"gongkao/app/registration"
	"gongkao/app/unitbook"
	"gongkao/data"
)

// Counted is what a queue counts.
type Counted int

// What queues count.
const (
	People Counted = iota
	Units
	Rows // of the import tray
)

// Queue is something that waits, and how much of it.
type Queue struct {
	ID       string // of the command-line contract
	Name     string
	Counts   Counted
	Count    int
	Earliest time.Time // when the oldest of them came; zero when nothing waits
	Units    int       // how many units they come from
	First    string    // name of who came first
	Opens    registration.Selection
	Words    string // one line of what it is about; "" when nothing waits
	Warns    bool

	of func(*morning, *Queue) // fills in more than Opens says; nil: it is the people Opens selects
}

// listed lists what is counted, in the order in which the hand learns it.
var listed = []Queue{
	{ID: "draft", Name: "草稿", Opens: registration.Selection{Statuses: []data.Status{data.Draft}}},
	{ID: "submitted", Name: "待审", Opens: registration.Selection{Statuses: []data.Status{data.Submitted}}},
	{ID: "returned", Name: "退回未补", Opens: registration.Selection{Statuses: []data.Status{data.Returned}}},
	{ID: "commitment", Name: "容缺未补", Opens: registration.Selection{Statuses: registration.Running, Flags: []registration.Flag{registration.Owing}}},
	{ID: "unpaid", Name: "未缴费", Opens: registration.Selection{Statuses: registration.Running, Flags: []registration.Flag{registration.Unpaid}}},
	{ID: "originals", Name: "原件在库", Opens: flagged(registration.Held), of: (*morning).originals},
	{ID: "printed-changed", Name: "打印后有改动", Opens: flagged(registration.Reprint)},
	{ID: "confirm", Name: "需人工确认", Opens: registration.Selection{Statuses: registration.Undecided, Flags: []registration.Flag{registration.AtTheLimit}}},
	{ID: "unit-silent", Name: "单位未报", Counts: Units, of: func(m *morning, q *Queue) { q.Count = m.silent() }},
	{ID: "unit-unconfirmed", Name: "单位未核对", Counts: Units, of: (*morning).unconfirmed},
	{ID: "forms-owed", Name: "登记表未交", Counts: Units, of: (*morning).formless},
	{ID: "duplicates", Name: "疑似重复", Opens: flagged(registration.Double)},
	{ID: "lapsed", Name: "已逾期失效", Opens: flagged(registration.Overtime)},
	{ID: "import-tray", Name: "导入待处理", Counts: Rows, of: (*morning).tray},
}

func flagged(f ...registration.Flag) registration.Selection {
	return registration.Selection{Flags: f}
}

// queues counts everything that waits.
func (m *morning) queues() []Queue {
	all := slices.Clone(listed)
	for i := range all {
		q := &all[i]
		if q.Counts == People {
			q.people(m.found[q.ID], m.zone)
		}
		if q.of != nil {
			q.of(m, q)
		}
		if q.Count > 0 {
			m.word(q)
		}
	}
	return all
}

func (q *Queue) people(f found, zone *time.Location) {
	q.Count, q.Units = len(f.people), count(f.units)
	if q.Count > 0 {
		q.Earliest, q.First = entered(f.people[0], zone), f.people[0].Person.Name
	}
}

// originals counts the people; its words count pieces, and its oldest is the
// oldest slip.
func (m *morning) originals(q *Queue) {
	pieces, overdue := 0, 0
	reviewing, _ := m.desk.Office.Policy.Deadline("review")
	for _, a := range m.found[q.ID].people {
		lying := m.units.Originals(a.Application.ID)
		pieces += lying.Pieces
		if m.day.After(reviewing.To) || !slices.Contains(registration.Undecided, a.Application.Status) {
			overdue += lying.Pieces
		}
		if since := lying.Since.In(m.zone); pieces == lying.Pieces || since.Before(q.Earliest) {
			q.Earliest = since
		}
	}
	q.Words = fmt.Sprintf("%s 个单位，共 %s 件", data.Commas(q.Units), data.Commas(pieces))
	if overdue > 0 {
		q.Words, q.Warns = q.Words+fmt.Sprintf("；%s 件审完该退了", data.Commas(overdue)), true
	}
}

// tray counts the rows that wait of the year's imports: what waited when the next
// year was opened is nobody's work any more.
func (m *morning) tray(q *Queue) {
	for _, b := range registration.ImportsOf(m.desk.Office.Profile.Year, m.imports, m.openings) {
		if b.Void != "" {
			continue
		}
		if b.Waiting > 0 && q.Earliest.IsZero() {
			q.Earliest = b.At
		}
		q.Count += b.Waiting
	}
}

// silent counts the units from which nobody may still be assessed.
func (m *morning) silent() (units int) {
	for _, u := range m.desk.AllUnits() {
		if !m.heard[m.place[u.ID]] {
			units++
		}
	}
	return units
}

func (m *morning) unconfirmed(q *Queue) {
	for _, u := range m.units.Supervising() {
		if _, confirmed := m.units.Confirmed(u.ID); !confirmed {
			q.Count++
		}
	}
}

// formless counts the supervising units that owe the form of their administrator,
// and says why.
func (m *morning) formless(q *Queue) {
	var by [unitbook.FormDone + 1]int
	for _, u := range m.units.Supervising() {
		if state := m.units.Form(u.ID).State; state.Owed() {
			q.Count++
			by[state]++
		}
	}
	for state, n := range by {
		if n > 0 {
			q.Words += fmt.Sprintf("；%s 个%s", data.Commas(n), unitbook.FormState(state))
		}
	}
	q.Words = trimmed(q.Words)
}

// entered returns when an application was entered: its id is a UUIDv7 and
// begins with that moment. Zero when the id is of another make.
func entered(a *data.Applicant, zone *time.Location) time.Time {
	id, err := uuid.Parse(string(a.Application.ID))
	if err != nil || id.Version() != 7 {
		return time.Time{}
	}
	return time.Unix(id.Time().UnixTime()).In(zone)
}

func doneOn(day data.Date, everybody []*data.Applicant, zone *time.Location) (done Done) {
	for _, a := range slices.Backward(everybody) {
		if a.Application.Status == data.Carried {
			continue
		}
		if at := entered(a, zone); at.IsZero() || data.DateOf(at) != day {
			break // they stand in the order of entry
		}
		if a.Application.Batch != "" {
			done.Imported++
		} else {
			done.Entered++
		}
	}
	return done
}

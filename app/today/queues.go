package today

import (
	"fmt"
	"hash/maphash"
	"slices"
	"time"

	"github.com/google/uuid"

	"gongkao/app/printing"
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
	{ID: "unit-silent", Name: "单位未报", Counts: Units, of: func(m *morning, q *Queue) { q.Count = len(m.silent()) }},
	{ID: "unit-unconfirmed", Name: "单位未核对", Counts: Units, of: (*morning).unconfirmed},
	{ID: "forms-owed", Name: "登记表未交", Counts: Units, of: (*morning).formless},
	{ID: "duplicates", Name: "疑似重复", Opens: flagged(registration.Double)},
	{ID: "lapsed", Name: "已逾期失效", Opens: flagged(registration.Overtime)},
	{ID: "import-tray", Name: "导入待处理", Counts: Rows, of: (*morning).tray},
}

func flagged(f ...registration.Flag) registration.Selection {
	return registration.Selection{Flags: f}
}

// morning is everything that the page is made of.
type morning struct {
	desk      *registration.Desk
	day       data.Date
	zone      *time.Location
	everybody []*data.Applicant
	units     *unitbook.Book
	imports   []data.Batch
	openings  []data.YearOpening
	prints    []data.Print
	changed   map[data.ApplicationID][]string // papers that no longer say what is on record
	flagged   map[registration.Flag][]*data.Applicant

	approved, returned int // on the day
	written            string
}

// mark works out the flags that follow from more than an application itself, in
// one pass over everybody.
func (m *morning) mark() (err error) {
	if m.changed, err = printing.Changed(m.desk, m.prints); err != nil {
		return err
	}
	double := doubles(m.everybody)
	m.flagged = map[registration.Flag][]*data.Applicant{registration.Held: nil, registration.Reprint: nil, registration.Overtime: nil, registration.Double: nil}
	for _, a := range m.everybody {
		id := a.Application.ID
		if m.units.Originals(id).Pieces > 0 {
			m.flag(registration.Held, a)
		}
		if len(m.changed[id]) > 0 {
			m.flag(registration.Reprint, a)
		}
		if double[id] {
			m.flag(registration.Double, a)
		}
		if slices.Contains(registration.Running, a.Application.Status) && m.lapsed(a) {
			m.flag(registration.Overtime, a)
		}
	}
	for f, people := range m.flagged {
		has := make(map[data.ApplicationID]bool, len(people))
		for _, a := range people {
			has[a.Application.ID] = true
		}
		m.desk.Mark(f, has)
	}
	return nil
}

func (m *morning) flag(f registration.Flag, a *data.Applicant) {
	m.flagged[f] = append(m.flagged[f], a)
}

// doubles finds people of the same name and birthday under different numbers.
func doubles(everybody []*data.Applicant) map[data.ApplicationID]bool {
	seed := maphash.MakeSeed()
	met, double := make(map[uint64]*data.Applicant, len(everybody)), map[data.ApplicationID]bool{}
	for _, a := range everybody {
		p := &a.Person
		if p.Birth.IsZero() || !slices.Contains(registration.Running, a.Application.Status) {
			continue
		}
		key := maphash.String(seed, p.Name) ^ uint64(p.Birth.Year*10000+p.Birth.Month*100+p.Birth.Day)
		first, again := met[key]
		if !again {
			met[key] = a
			continue
		}
		if first.Person.Name == p.Name && first.Person.Birth == p.Birth {
			double[first.Application.ID], double[a.Application.ID] = true, true
		}
	}
	return double
}

// found is whom a queue of people counts: what Select would return.
func (m *morning) found(q *Queue) []*data.Applicant {
	if len(q.Opens.Flags) == 1 && q.Opens.Equal(flagged(q.Opens.Flags...)) {
		if people, worked := m.flagged[q.Opens.Flags[0]]; worked {
			return people
		}
	}
	if q.ID == "unpaid" && m.day != m.desk.Office.Today() {
		return m.unpaid()
	}
	return m.desk.Select(q.Opens)
}

// queues counts everything that waits.
func (m *morning) queues() []Queue {
	all := slices.Clone(listed)
	for i := range all {
		q := &all[i]
		if q.Counts == People {
			q.people(m.found(q), m.zone)
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

func (q *Queue) people(found []*data.Applicant, zone *time.Location) {
	q.Count = len(found)
	if q.Count == 0 {
		return
	}
	q.Earliest, q.First = entered(found[0], zone), found[0].Person.Name
	units := map[data.UnitID]bool{}
	for _, a := range found {
		units[a.Application.Unit] = true
	}
	q.Units = len(units)
}

// originals counts the people; its words count pieces, and its oldest is the
// oldest slip.
func (m *morning) originals(q *Queue) {
	pieces, overdue := 0, 0
	reviewing, _ := m.desk.Office.Policy.Deadline("review")
	for _, a := range m.found(q) {
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
	for _, b := range m.imports {
		if b.Void != "" || !m.ofYear(b.At) {
			continue
		}
		if b.Waiting > 0 && q.Earliest.IsZero() {
			q.Earliest = b.At
		}
		q.Count += b.Waiting
	}
}

// ofYear reports whether a moment lies in the year looked at, from its opening to
// that of the next.
func (m *morning) ofYear(at time.Time) bool {
	year := m.desk.Office.Profile.Year
	for _, o := range m.openings {
		if o.Withdrawn == "" && (o.Year == year && at.Before(o.At) || o.From == year && !at.Before(o.At)) {
			return false
		}
	}
	return true
}

// silent lists the units from which nobody may still be assessed.
func (m *morning) silent() (units []data.UnitID) {
	heard := map[data.UnitID]bool{}
	for _, a := range m.everybody {
		if slices.Contains(registration.Running, a.Application.Status) {
			heard[a.Application.Unit] = true
		}
	}
	for _, u := range m.desk.AllUnits() {
		if !heard[u.ID] {
			units = append(units, u.ID)
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

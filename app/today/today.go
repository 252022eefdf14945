// Package today is the morning page: which days of the year's calendar come
// next, and what waits for a clerk. It counts what the office's records say and
// keeps nothing; a number always comes with the list it counts, so that a
// screen can open exactly those people. Callers want Morning.
package today

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/data"
)

// Page is the morning page of one day.
type Page struct {
	Day       data.Date
	Deadlines []Deadline // not yet past, nearest first
	Queues    []Queue    // always the same, in the same order
	Done      Done
	Progress  Progress
}

// Deadline is a last day of the policy's calendar.
type Deadline struct {
	policy.Deadline
	DaysLeft int // 0: today is the last day
}

// Queue is something that waits, and how much of it.
type Queue struct {
	ID       string // of the command-line contract
	Name     string
	Count    int
	Earliest time.Time // when the oldest of them was entered; zero when nothing waits
	Units    int       // how many units they come from
	First    string    // name of the person entered first
	Opens    registration.Selection
	Tray     bool // it counts rows of the import tray, not people
	Silent   bool // it counts units that have sent nobody, not people
	Formless int  // of Silent: supervising units whose administrator's form is missing
}

// Done is what has been done on the day.
type Done struct{ Entered, Imported, Pages int }

// Progress is how far the year's applications are.
type Progress struct{ All, Decided, Submitted, Returned, Draft int }

// queues lists what is counted, in the order in which the hand learns it.
var queues = []Queue{
	{ID: "draft", Name: "草稿", Opens: registration.Selection{Statuses: []data.Status{data.Draft}}},
	{ID: "submitted", Name: "待审", Opens: registration.Selection{Statuses: []data.Status{data.Submitted}}},
	{ID: "returned", Name: "退回未补", Opens: registration.Selection{Statuses: []data.Status{data.Returned}}},
	{ID: "commitment", Name: "容缺未补", Opens: registration.Selection{Statuses: registration.Running, Flags: []registration.Flag{registration.Owing}}},
	{ID: "confirm", Name: "需人工确认", Opens: registration.Selection{Statuses: registration.Undecided, Flags: []registration.Flag{registration.AtTheLimit}}},
	{ID: "unit-silent", Name: "单位未报", Silent: true},
	{ID: "import-tray", Name: "导入待处理", Tray: true},
}

// Morning makes the page of a day.
func Morning(ctx context.Context, d *registration.Desk, day data.Date) (Page, error) {
	imports, err := d.Imports(ctx)
	if err != nil {
		return Page{}, err
	}
	administrators, err := d.Administrators(ctx)
	if err != nil {
		return Page{}, err
	}
	prints, err := d.Prints(ctx)
	if err != nil {
		return Page{}, err
	}
	page := Page{Day: day, Deadlines: ahead(d.Office.Policy, day), Queues: slices.Clone(queues)}
	zone := d.Office.Now().Location()
	everybody := d.Register.Find(registration.Query{})
	for i := range page.Queues {
		q := &page.Queues[i]
		switch {
		case q.Tray:
			q.rows(imports)
		case q.Silent:
			q.units(d.AllUnits(), everybody, administrators)
		default:
			q.people(d.Select(q.Opens), zone)
		}
	}
	page.Done = doneOn(day, everybody, zone)
	for _, p := range prints {
		if data.DateOf(p.At.In(zone)) == day {
			page.Done.Pages += p.Pages
		}
	}
	page.Progress = progressOf(everybody)
	return page, ctx.Err()
}

// Waiting returns what the navigation shows all day: how many drafts are not
// handed in, and how many units have sent nobody. They are the page's numbers.
func Waiting(d *registration.Desk) (drafts, silent int) {
	var units Queue
	units.units(d.AllUnits(), d.Register.Find(registration.Query{}), nil)
	return len(d.Register.Find(registration.Query{Statuses: []data.Status{data.Draft}})), units.Count
}

// ahead returns the deadlines that are not past.
func ahead(p *policy.Policy, day data.Date) []Deadline {
	var all []Deadline
	for _, d := range p.Deadlines {
		if left := day.DaysUntil(d.To); left >= 0 {
			all = append(all, Deadline{d, left})
		}
	}
	slices.SortStableFunc(all, func(a, b Deadline) int { return a.DaysLeft - b.DaysLeft })
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

func (q *Queue) rows(imports []data.Batch) {
	for _, b := range imports {
		if b.Waiting > 0 && q.Earliest.IsZero() {
			q.Earliest = b.At
		}
		q.Count += b.Waiting
	}
}

// units counts who has sent nobody that may still be assessed.
func (q *Queue) units(all []data.Unit, everybody []*data.Applicant, administrators map[data.UnitID]data.Administrator) {
	heard := map[data.UnitID]bool{}
	for _, a := range everybody {
		if slices.Contains(registration.Running, a.Application.Status) {
			heard[a.Application.Unit] = true
		}
	}
	for _, u := range all {
		if !heard[u.ID] {
			q.Count++
		}
		if _, handed := administrators[u.ID]; !handed && u.Supervising == u.ID {
			q.Formless++
		}
	}
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

func progressOf(everybody []*data.Applicant) Progress {
	p := Progress{All: len(everybody)}
	for _, a := range everybody {
		switch a.Application.Status {
		case data.Draft:
			p.Draft++
		case data.Submitted:
			p.Submitted++
		case data.Returned:
			p.Returned++
		default:
			p.Decided++
		}
	}
	return p
}

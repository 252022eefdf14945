// Package today is the morning page: which days of the year's calendar come
// next and what stands in their way, and what waits for a clerk. It counts what
// the office's records say; a number always comes with the list it counts, so that
// a screen can open exactly those people. All it keeps is the handwritten note of
// the day. Callers want Morning, and Write for the note.
package today

import (
	"context"
	"time"

	"gongkao/app/fees/account"
	"gongkao/app/holidays"
	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/app/stamped"
	"gongkao/app/unitbook"
	"gongkao/assets"
	"gongkao/data"
	"gongkao/data/store"
)

// Page is the morning page of one day.
type Page struct {
	Day       data.Date
	Holidays  *holidays.Table
	Deadlines []Deadline // not yet past, nearest first
	Queues    []Queue    // always the same, in the same order
	Done      Done
	Progress  Progress
	Written   string // by hand, on the day: see Write
}

// Done is what has been done on the day.
type Done struct{ Entered, Imported, Approved, Returned, Pages int }

// Progress is how far the year's applications are.
type Progress struct{ All, Decided, Submitted, Returned, Draft int }

// morning is everything that the page is made of.
type morning struct {
	desk      *registration.Desk
	day       data.Date
	zone      *time.Location
	everybody []*data.Applicant // of the register, in the order of entry
	accounts  *account.Reader   // on the day
	promised  data.Date         // the last day for what was promised

	units              *unitbook.Records
	imports            []data.Batch
	openings           []data.YearOpening
	prints             []data.Print
	back               []data.StampedSheet
	approved, returned int // on the day
	written            string

	changed map[data.ApplicationID][]string // papers that no longer say what is on record
	double  map[data.ApplicationID]bool     // who looks like somebody else

	place    map[data.UnitID]int // of every unit; what follows is by it
	heard    []bool
	progress Progress
	found    map[string]found // by the id of the queue
}

// at returns a morning of which nothing is read or counted yet.
func at(d *registration.Desk, day data.Date) *morning {
	due, _ := d.Office.Policy.Deadline("commitment-due")
	return &morning{desk: d, day: day, zone: d.Office.Now().Location(), everybody: d.Register.Find(registration.Query{}),
		accounts: account.On(d.Office.Policy, day), promised: due.To}
}

// Morning makes the page of a day, and marks whom its queues count with the flags
// their lists are opened by.
func Morning(ctx context.Context, d *registration.Desk, day data.Date) (Page, error) {
	m := at(d, day)
	table, err := holidays.Load(assets.Files, d.Office.Folder, day.Year)
	if err != nil {
		return Page{}, err
	}
	if m.imports, err = d.Imports(ctx); err != nil {
		return Page{}, err
	}
	if err := d.Office.Store.View(ctx, m.read); err != nil {
		return Page{}, err
	}
	if m.changed, err = printing.Changed(d, m.prints); err != nil {
		return Page{}, err
	}
	if err := stamped.Mark(d, m.prints, m.back); err != nil {
		return Page{}, err
	}
	m.double = doubles(m.everybody)
	m.count(m.questions())
	m.mark()
	page := Page{Day: day, Holidays: table, Queues: m.queues(), Done: m.done(), Progress: m.progress, Written: m.written}
	page.Deadlines = page.ahead(d.Office.Policy)
	page.impede()
	return page, ctx.Err()
}

// read reads what is no applicant's own.
func (m *morning) read(r *store.Reader) (err error) {
	if m.units, err = unitbook.Read(r, m.desk); err != nil {
		return err
	}
	if m.openings, err = r.YearOpenings(); err != nil {
		return err
	}
	if m.prints, err = r.Prints(); err != nil {
		return err
	}
	if m.back, err = r.StampedSheets(m.desk.Office.Profile.Year); err != nil {
		return err
	}
	if m.approved, m.returned, err = r.DecidedTo(m.day); err != nil {
		return err
	}
	note, err := r.DayNote(m.day)
	m.written = note.Text
	return err
}

// Waiting returns what the navigation shows all day: how many drafts are not
// handed in, and how many units have sent nobody. They are the page's numbers.
func Waiting(d *registration.Desk) (drafts, silent int) {
	m := at(d, d.Office.Today())
	m.count(nil)
	return m.progress.Draft, m.silent()
}

func (m *morning) done() Done {
	done := doneOn(m.day, m.everybody, m.zone)
	done.Approved, done.Returned = m.approved, m.returned
	for _, p := range m.prints {
		if data.DateOf(p.At.In(m.zone)) == m.day {
			done.Pages += p.Pages
		}
	}
	return done
}

// take counts an application of a status.
func (p *Progress) take(status data.Status) {
	switch status {
	case data.Carried:
		return
	case data.Draft:
		p.Draft++
	case data.Submitted:
		p.Submitted++
	case data.Returned:
		p.Returned++
	default:
		p.Decided++
	}
	p.All++
}

func (p *Progress) add(o Progress) {
	p.All, p.Decided, p.Submitted, p.Returned, p.Draft = p.All+o.All, p.Decided+o.Decided, p.Submitted+o.Submitted, p.Returned+o.Returned, p.Draft+o.Draft
}

// Package today is the morning page: which days of the year's calendar come
// next and what stands in their way, and what waits for a clerk. It counts what
// the office's records say; a number always comes with the list it counts, so that
// a screen can open exactly those people. All it keeps is the handwritten note of
// the day. Callers want Morning, and Write for the note.
package today

import (
	"context"

	"gongkao/app/holidays"
	"gongkao/app/registration"
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

// Morning makes the page of a day, and marks whom its queues count with the flags
// their lists are opened by.
func Morning(ctx context.Context, d *registration.Desk, day data.Date) (Page, error) {
	m := morning{desk: d, day: day, zone: d.Office.Now().Location(), everybody: registration.WithoutCarried(d.Register.Find(registration.Query{}))}
	table, err := holidays.Load(assets.Files, d.Office.Folder, day.Year)
	if err != nil {
		return Page{}, err
	}
	if m.units, err = unitbook.Load(ctx, d); err != nil {
		return Page{}, err
	}
	if m.imports, err = d.Imports(ctx); err != nil {
		return Page{}, err
	}
	if err := d.Office.Store.View(ctx, m.read); err != nil {
		return Page{}, err
	}
	if err := m.mark(); err != nil {
		return Page{}, err
	}
	page := Page{Day: day, Holidays: table, Queues: m.queues(), Done: m.done(), Progress: progressOf(m.everybody), Written: m.written}
	page.Deadlines = page.ahead(d.Office.Policy)
	page.impede(&m)
	return page, ctx.Err()
}

// read reads what is no applicant's own.
func (m *morning) read(r *store.Reader) (err error) {
	if m.openings, err = r.YearOpenings(); err != nil {
		return err
	}
	if m.prints, err = r.Prints(); err != nil {
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
	m := morning{desk: d, everybody: registration.WithoutCarried(d.Register.Find(registration.Query{}))}
	return len(d.Register.Find(registration.Query{Statuses: []data.Status{data.Draft}})), len(m.silent())
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
		case data.Carried:
			p.All--
		default:
			p.Decided++
		}
	}
	return p
}

package printing

import (
	"context"
	"slices"
	"strings"

	"gongkao/app/paper"
	"gongkao/app/registration"
	"gongkao/data"
)

// act is what is kept of a print: what was asked, and of each sheet its code and
// whom it is about, so that a stamped sheet finds its record again.
func (g *gathering) act(printed *paper.Printed) data.Print {
	p := data.Print{By: g.job.By, Paper: g.order.Paper, Scope: g.job.Scope, Code: printed.Code, Hash: printed.Hash,
		Pages: printed.Pages, Sums: printed.Sums, Asked: g.asked()}
	for _, s := range printed.Sheets {
		p.Codes = append(p.Codes, s.Code)
	}
	p.About = g.sheetsAbout(len(p.Codes))
	p.Records = g.people
	return p
}

// sheetsAbout says whom each of so many sheets is about: as the gatherer said, the
// people of each letter, the person of each slip, the unit of each change, a person
// each, or everybody on every sheet.
func (g *gathering) sheetsAbout(sheets int) (abouts []data.SheetAbout) {
	switch {
	case len(g.abouts) == sheets:
		return g.abouts
	case len(g.job.Letters) == sheets:
		g.people = nil
		for _, l := range g.job.Letters {
			abouts = append(abouts, data.SheetAbout{First: len(g.people), People: len(l.Items)})
			for i := range l.Items {
				g.people = append(g.people, l.Items[i].Application.ID)
			}
		}
		return abouts
	case len(g.job.Slips) == sheets:
		for i := range g.job.Slips {
			abouts = append(abouts, data.SheetAbout{First: slices.Index(g.people, g.job.Slips[i].Application.ID), People: 1})
		}
		return abouts
	case len(g.job.Changes) == sheets:
		for _, c := range g.job.Changes {
			abouts = append(abouts, data.SheetAbout{Unit: c.Unit})
		}
		return abouts
	case len(g.people) == sheets:
		return nil
	}
	for range sheets {
		abouts = append(abouts, data.SheetAbout{People: len(g.people)})
	}
	return abouts
}

// picks reports whether the people of an order count as picked one by one: what
// found them finds others tomorrow. The file of a unit out of a batch is about
// whoever is of the unit.
func (g *gathering) picks() bool {
	o := &g.order
	if o.Changed || o.From > 1 || o.Query.Text != "" || len(o.Query.Numbers) > 0 {
		return true
	}
	if o.only == nil {
		return false
	}
	q := o.Query
	if len(q.Statuses) == 0 {
		q.Statuses = g.kind.statuses
	}
	return len(registration.WithoutCarried(g.desk.Register.Find(q))) != len(o.only)
}

// asked writes down what the order asked for.
func (g *gathering) asked() *data.PrintAsked {
	q := g.order.Query
	a := &data.PrintAsked{Year: g.desk.Office.Profile.Year, Level: q.Level, Statuses: q.Statuses, Chosen: g.picks(), By: g.order.By}
	for _, u := range g.desk.EveryUnit() {
		if u.Name == q.Unit {
			a.Unit = u.ID
		}
	}
	return a
}

// Now is a sheet as it would be printed now.
type Now struct {
	Codes  []string
	People []data.ApplicationID
	Sums   []string // of the people, where the paper has some
}

// Anew works out a sheet anew with the record of today and makes no pages. A
// sheet about one person is worked out for him alone, whatever became of his
// application; everything else is asked for again as it was. It refuses what
// Print refuses: that the sheet would be about nobody now (nobody).
func Anew(ctx context.Context, d *registration.Desk, papers *paper.Papers, s data.PrintedSheet) (Now, error) {
	alone := len(s.People) == 1 && papers.PerPerson(s.Print.Paper)
	g, err := gather(ctx, d, Order{Paper: s.Print.Paper, Query: again(d, s, alone), By: Asked(d, s.Print).By})
	if err != nil {
		return Now{}, err
	}
	printed, err := papers.Codes(g.job)
	if err != nil {
		return Now{}, err
	}
	act := g.act(printed)
	return Now{Codes: act.Codes, People: act.Records, Sums: act.Sums}, nil
}

// every is all statuses: the sheet of somebody who was rejected since still says
// what it says.
var every = []data.Status{data.Draft, data.Submitted, data.Returned, data.Approved, data.Rejected, data.Reported, data.Withdrawn, data.Cancelled, data.Lapsed}

// again is the query that asks for a sheet again.
func again(d *registration.Desk, s data.PrintedSheet, alone bool) registration.Query {
	if alone {
		return registration.Query{Statuses: every, Numbers: numbers(d, s.People)}
	}
	asked := Asked(d, s.Print)
	q := registration.Query{Level: asked.Level, Statuses: asked.Statuses, Unit: UnitName(d, asked.Unit)}
	if asked.Chosen {
		q.Numbers = numbers(d, s.Print.Records)
	}
	return q
}

// Asked is what a print was asked for. Of a print of an older version the unit is
// read off its words, and its people count as picked one by one.
func Asked(d *registration.Desk, p *data.Print) data.PrintAsked {
	if p.Asked != nil {
		return *p.Asked
	}
	asked := data.PrintAsked{Chosen: true}
	first := FirstWord(p.Scope)
	for _, u := range d.EveryUnit() {
		if u.Name == first {
			asked.Unit = u.ID
		}
	}
	return asked
}

// FirstWord is the first word of a scope: the unit as it was called then, if it was
// for a unit.
func FirstWord(scope string) string {
	first, _, _ := strings.Cut(scope, "，")
	return first
}

// numbers are the ID numbers of applications; somebody who is gone has one that
// nobody has.
func numbers(d *registration.Desk, people []data.ApplicationID) []data.IDNumber {
	all := make([]data.IDNumber, len(people))
	for i, id := range people {
		if a, there := d.Register.ByID(id); there {
			all[i] = a.Person.IDNumber
		}
	}
	return all
}

// UnitName is how a unit is called now, "" for none.
func UnitName(d *registration.Desk, id data.UnitID) string {
	for _, u := range d.EveryUnit() {
		if u.ID == id {
			return u.Name
		}
	}
	return ""
}

// EntriesOf returns what makes an applicant what a paper prints of him.
func EntriesOf(d *registration.Desk, paperID string) (func(*data.Applicant) paper.Entry, error) {
	add, err := kindOf(paperID).adding(d)
	return func(a *data.Applicant) paper.Entry {
		e := entry(d, a)
		add(&e)
		return e
	}, err
}

// ByUnit orders people as a roster shows them.
func ByUnit(d *registration.Desk, people []*data.Applicant) []*data.Applicant {
	return byUnit(d, people)
}

package stamped

import (
	"context"
	"slices"
	"time"

	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Book is how the printed sheets of the year stand.
type Book struct {
	d      Desk
	prints []data.Print
	back   []data.StampedSheet

	people map[place]Standing
	units  map[unitPlace]Standing
	sums   map[data.PrintID]func(*data.Applicant) string
}

// place is somebody on a paper.
type place struct {
	paper string
	id    data.ApplicationID
}

// unitPlace is a unit on a paper about units.
type unitPlace struct {
	paper string
	id    data.UnitID
}

// Standing is how the paper of somebody stands.
type Standing struct {
	Printed time.Time          // last, as Missing tells; zero: never
	Back    *data.StampedSheet // nil: none is
	Void    bool               // the one that is back no longer says what is on record
}

// Received reports whether a sheet is back that holds.
func (s Standing) Received() bool { return s.Back != nil && !s.Void }

// Load reads how the sheets stand.
func Load(ctx context.Context, d Desk) (*Book, error) {
	b := &Book{d: d}
	err := d.Office.Store.View(ctx, func(r *store.Reader) (err error) {
		if b.prints, err = r.Prints(); err != nil {
			return err
		}
		b.back, err = r.StampedSheets(d.Office.Profile.Year)
		return err
	})
	if err != nil {
		return nil, err
	}
	return b, b.stand()
}

// Mark flags in the register of whom stamped sheets are back, for whoever has read
// prints and sheets already.
func Mark(d *registration.Desk, prints []data.Print, back []data.StampedSheet) error {
	papers, err := printing.Papers(d.Office.Folder)
	if err != nil {
		return err
	}
	b := &Book{d: Desk{d, papers}, prints: prints, back: back}
	if err := b.stand(); err != nil {
		return err
	}
	b.Mark()
	return nil
}

// stand works out of everybody whose sheets are back how they stand.
func (b *Book) stand() error {
	b.people, b.units, b.sums = map[place]Standing{}, map[unitPlace]Standing{}, map[data.PrintID]func(*data.Applicant) string{}
	if len(b.back) == 0 {
		return nil
	}
	byID := make(map[data.PrintID]*data.Print, len(b.prints))
	for i := range b.prints {
		byID[b.prints[i].ID] = &b.prints[i]
	}
	for i := range b.back {
		if s := &b.back[i]; s.Back() && byID[s.Print] != nil {
			if err := b.receive(s, byID[s.Print]); err != nil {
				return err
			}
		}
	}
	return nil
}

// receive notes of everybody on a sheet that it is back, and whether it holds. Of
// two, the one that holds counts.
func (b *Book) receive(s *data.StampedSheet, p *data.Print) error {
	sheet := p.Stamped(s)
	now, err := b.sumsOf(p)
	if err != nil {
		return err
	}
	for i, id := range sheet.People {
		holds := true
		if a, there := b.d.Register.ByID(id); there && len(sheet.Sums) > 0 {
			holds = now(a) == sheet.Sums[i]
		}
		at := place{s.Paper, id}
		if so := b.people[at]; holds || so.Back == nil {
			so.Back, so.Void = s, !holds
			b.people[at] = so
		}
	}
	if sheet.Unit != "" {
		at := unitPlace{s.Paper, sheet.Unit}
		so := b.units[at]
		so.Back = s
		b.units[at] = so
	}
	return nil
}

// sumsOf is printing.Sums, prepared once a print.
func (b *Book) sumsOf(p *data.Print) (now func(*data.Applicant) string, err error) {
	if now = b.sums[p.ID]; now == nil {
		if now, err = printing.Sums(b.d.Desk, b.d.Papers, p); err != nil {
			return nil, err
		}
		b.sums[p.ID] = now
	}
	return now, nil
}

// Received lists the papers of somebody that are back with their stamp and hold.
func (b *Book) Received(id data.ApplicationID) (all []string) {
	for _, paper := range b.d.Papers.IDs() {
		if b.people[place{paper, id}].Received() {
			all = append(all, paper)
		}
	}
	return all
}

// Mark flags in the register whose sheets are back, and of whom one that is back
// no longer holds.
func (b *Book) Mark() {
	flags := map[registration.Flag]map[data.ApplicationID]bool{registration.Stamped: {}, registration.StampVoid: {}}
	for at, s := range b.people {
		switch {
		case s.Received():
			flags[registration.Stamped][at.id] = true
		case s.Back != nil:
			flags[registration.StampVoid][at.id] = true
		}
	}
	for f, has := range flags {
		b.d.Mark(f, has)
	}
}

// Missing is what has not come back of a paper: somebody's, or of papers that are
// about several the sheet of a unit.
type Missing struct {
	ID     data.ApplicationID // "" of a unit
	Unit   data.UnitID
	Name   string // of the person, or how many people of the unit
	UnitOf string
	Words  string // what is the matter with it: not printed, printed on a day, void
}

// Awaited is what is to come back of a paper and a unit.
type Awaited struct {
	Missing []Missing
	Back    int // so many are
	All     int
}

// Missing lists who is still missing of a paper and a unit, or of all units, in
// the order of the roster.
func (b *Book) Missing(paper, unit string) Awaited {
	if paper == administratorForm {
		return b.missingUnits(paper, unit)
	}
	people := registration.WithoutCarried(b.d.Register.Find(registration.Query{Unit: unit, Statuses: printing.Statuses(paper)}))
	printed, _ := b.printed(paper)
	var all Awaited
	for _, a := range printing.ByUnit(b.d.Desk, people) {
		s := b.people[place{paper, a.Application.ID}]
		s.Printed = printed[a.Application.ID]
		all.count(s, Missing{a.Application.ID, a.Application.Unit, a.Person.Name, a.Unit, s.words(b.d)})
	}
	if !b.d.Papers.PerPerson(paper) {
		all.byUnit()
	}
	return all
}

// printed says when a paper was last printed of people and of units.
func (b *Book) printed(paper string) (people map[data.ApplicationID]time.Time, units map[data.UnitID]time.Time) {
	people, units = map[data.ApplicationID]time.Time{}, map[data.UnitID]time.Time{}
	for _, p := range b.prints {
		if p.Paper != paper {
			continue
		}
		for _, id := range p.Records {
			people[id] = p.At
		}
		for _, a := range p.About {
			units[a.Unit] = p.At
		}
	}
	return people, units
}

func (a *Awaited) count(s Standing, m Missing) {
	a.All++
	if s.Received() {
		a.Back++
		return
	}
	a.Missing = append(a.Missing, m)
}

// byUnit makes one line of the people of a unit who lack the same: their sheet
// comes back as a whole.
func (a *Awaited) byUnit() {
	var lines []Missing
	counts := map[int]int{}
	for _, m := range a.Missing {
		at := slices.IndexFunc(lines, func(l Missing) bool { return l.Unit == m.Unit && l.Words == m.Words })
		if at < 0 {
			at = len(lines)
			lines = append(lines, Missing{Unit: m.Unit, UnitOf: m.UnitOf, Words: m.Words})
		}
		counts[at]++
	}
	for i := range lines {
		lines[i].Name = data.Commas(counts[i]) + " 人"
	}
	a.Missing = lines
}

func (b *Book) missingUnits(paper, unit string) (all Awaited) {
	_, printed := b.printed(paper)
	for _, u := range b.d.AllUnits() {
		if unit == u.Name || unit == "" && u.Supervising == u.ID {
			s := b.units[unitPlace{paper, u.ID}]
			s.Printed = printed[u.ID]
			all.count(s, Missing{"", u.ID, "—", u.Name, s.words(b.d)})
		}
	}
	return all
}

func (s Standing) words(d Desk) string {
	switch {
	case s.Void:
		return "作废，要重打"
	case s.Printed.IsZero():
		return "没有打印"
	}
	return s.Printed.In(d.Office.Now().Location()).Format("01-02") + " 打印"
}

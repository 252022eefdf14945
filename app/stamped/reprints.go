package stamped

import (
	"cmp"
	"context"
	"slices"
	"time"

	"gongkao/app/printing"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Reprint is a paper of somebody that no longer says what is on record.
type Reprint struct {
	Person
	Paper string
	At    time.Time // when it was last printed
	By    string
	Back  bool // it came back with its stamp
}

// Said lists what has changed on it.
func (r *Reprint) Said() (all []Said) {
	for _, c := range r.Changes {
		all = append(all, Said{Change: c})
	}
	if words := r.untold(); words != "" {
		all = append(all, Said{Words: words})
	}
	return all
}

// Reprints lists the papers to be printed anew, with what has changed on each, in
// the order of the roster. going is told how far it is; nil: nobody wants to know.
func Reprints(ctx context.Context, d Desk, going func(done, total int)) (all []Reprint, err error) {
	b, err := Load(ctx, d)
	if err != nil {
		return nil, err
	}
	changed, err := printing.Changed(d.Desk, b.prints)
	if err != nil {
		return nil, err
	}
	var people []*data.Applicant
	for id := range changed {
		if a, there := d.Register.ByID(id); there {
			people = append(people, a)
		}
	}
	slices.SortFunc(people, func(a, b *data.Applicant) int { return cmp.Compare(a.Application.ID, b.Application.ID) })
	last := lastPrints(b.prints)
	err = d.Office.Store.View(ctx, func(r *store.Reader) error {
		for i, a := range printing.ByUnit(d.Desk, people) {
			for _, paper := range changed[a.Application.ID] {
				one, err := b.reprint(r, a.Application.ID, last[place{paper, a.Application.ID}])
				if err != nil {
					return err
				}
				all = append(all, one)
			}
			if going != nil {
				going(i+1, len(people))
			}
			if ctx.Err() != nil {
				return ctx.Err()
			}
		}
		return nil
	})
	return all, err
}

// lastPrints says of everybody by which print a paper with sums was last made.
func lastPrints(prints []data.Print) map[place]*data.Print {
	last := map[place]*data.Print{}
	for i := range prints {
		if p := &prints[i]; len(p.Sums) == len(p.Records) {
			for _, id := range p.Records {
				last[place{p.Paper, id}] = p
			}
		}
	}
	return last
}

func (b *Book) reprint(r *store.Reader, id data.ApplicationID, p *data.Print) (Reprint, error) {
	seq, err := r.WrittenAt(data.KindPrint, string(p.ID))
	if err != nil {
		return Reprint{}, err
	}
	t := teller{d: b.d, r: r, print: p, seq: seq}
	who, err := t.changed(id, p.Sums[slices.Index(p.Records, id)], true)
	return Reprint{Person: who, Paper: p.Paper, At: p.At, By: p.By, Back: b.people[place{p.Paper, id}].Back != nil}, err
}

// OfPerson is Reprints for one person, and brings his flag up to date.
func OfPerson(ctx context.Context, d Desk, id data.ApplicationID) (all []Reprint, err error) {
	err = d.Office.Store.View(ctx, func(r *store.Reader) error {
		b := &Book{d: d}
		if b.prints, err = r.PrintsOf(id); err != nil {
			return err
		}
		if b.back, err = r.StampedSheets(d.Office.Profile.Year); err != nil {
			return err
		}
		if err := b.stand(); err != nil {
			return err
		}
		changed, err := printing.Changed(d.Desk, only(b.prints, id))
		if err != nil {
			return err
		}
		last := lastPrints(b.prints)
		for _, paper := range changed[id] {
			one, err := b.reprint(r, id, last[place{paper, id}])
			if err != nil {
				return err
			}
			all = append(all, one)
		}
		return nil
	})
	if err == nil {
		d.MarkOne(registration.Reprint, id, len(all) > 0)
	}
	return all, err
}

// only are prints as if they had been about one person.
func only(prints []data.Print, id data.ApplicationID) []data.Print {
	narrow := slices.Clone(prints)
	for i := range narrow {
		p := &narrow[i]
		at := slices.Index(p.Records, id)
		if len(p.Sums) == len(p.Records) {
			p.Sums = p.Sums[at : at+1]
		}
		p.Records = p.Records[at : at+1]
	}
	return narrow
}

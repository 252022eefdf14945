package printing

import (
	"slices"

	"gongkao/app/paper"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/spread"
)

// last is what was printed of somebody the last time.
type last struct {
	of  *data.Applicant
	sum string
	now func(*data.Applicant) string // what the sum would be now
}

// Changed tells whose record no longer says what was last printed of it: the
// papers, by application, in the order of their ids. Only people on whom something
// was printed are looked at, and each again only after he has changed, so that it
// is quick where a whole county was printed before. Prints without sums, of older
// versions, tell nothing.
func Changed(d *registration.Desk, prints []data.Print) (map[data.ApplicationID][]string, error) {
	papers, err := Papers(d.Office.Folder)
	if err != nil {
		return nil, err
	}
	changed := map[data.ApplicationID][]string{}
	byPaper, err := lastPrints(d, papers, prints)
	if err != nil {
		return nil, err
	}
	for id, lasts := range byPaper {
		for _, part := range spread.Over(len(lasts), func(from, to int) (found []data.ApplicationID) {
			for _, l := range lasts[from:to] {
				if l.now(l.of) != l.sum {
					found = append(found, l.of.Application.ID)
				}
			}
			return found
		}) {
			for _, who := range part {
				changed[who] = append(changed[who], id)
			}
		}
	}
	for _, of := range changed {
		slices.Sort(of)
	}
	return changed, nil
}

// lastPrints finds what was last printed of everybody who may still be assessed,
// by paper.
func lastPrints(d *registration.Desk, papers *paper.Papers, prints []data.Print) (map[string][]last, error) {
	all, seen := map[string][]last{}, map[string]map[*data.Applicant]bool{}
	for _, p := range slices.Backward(prints) {
		if len(p.Sums) != len(p.Records) {
			continue
		}
		of := seen[p.Paper]
		if of == nil {
			of = make(map[*data.Applicant]bool, len(p.Records))
			seen[p.Paper] = of
		}
		now, err := Sums(d, papers, &p)
		if err != nil {
			return nil, err
		}
		for i, id := range p.Records {
			a, there := d.Register.ByID(id)
			if there && !of[a] && slices.Contains(registration.Running, a.Application.Status) {
				of[a] = true
				all[p.Paper] = append(all[p.Paper], last{a, p.Sums[i], now})
			}
		}
	}
	return all, nil
}

// JobFor is the job of a print, as far as what it says of one person depends on it:
// a roster names the unit it is for.
func JobFor(d *registration.Desk, p *data.Print) paper.Job {
	return paper.Job{Paper: p.Paper, Office: d.Office.Profile, Year: d.Office.Profile.Year, Unit: UnitName(d, Asked(d, p).Unit)}
}

// Sums returns what sums up what a print would print of an applicant now.
func Sums(d *registration.Desk, papers *paper.Papers, p *data.Print) (func(*data.Applicant) string, error) {
	job := JobFor(d, p)
	add, err := kindOf(job.Paper).adding(d)
	known := d.Memory("sum of " + job.Paper + d.Office.Policy.Hash + job.Office.Name + job.Office.County + job.Unit + papers.Tells(job.Paper))
	return func(a *data.Applicant) string {
		return known.Of(a, func() string {
			e := entry(d, a)
			add(&e)
			return papers.Sum(&job, &e)
		})
	}, err
}

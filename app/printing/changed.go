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
	for id, lasts := range lastPrints(d, prints) {
		job := paper.Job{Paper: id, Office: d.Office.Profile, Year: d.Office.Profile.Year}
		sumOf, err := sums(d, papers, &job)
		if err != nil {
			return nil, err
		}
		for _, part := range spread.Over(len(lasts), func(from, to int) (found []data.ApplicationID) {
			for _, l := range lasts[from:to] {
				if sumOf(l.of) != l.sum {
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
func lastPrints(d *registration.Desk, prints []data.Print) map[string][]last {
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
		for i, id := range p.Records {
			a, there := d.Register.ByID(id)
			if there && !of[a] && slices.Contains(registration.Running, a.Application.Status) {
				of[a] = true
				all[p.Paper] = append(all[p.Paper], last{a, p.Sums[i]})
			}
		}
	}
	return all
}

// sums returns what sums up what a paper would print of an applicant now.
func sums(d *registration.Desk, papers *paper.Papers, job *paper.Job) (func(*data.Applicant) string, error) {
	add, err := kindOf(job.Paper).adding(d)
	known := d.Memory("sum of " + job.Paper + d.Office.Policy.Hash + job.Office.Name + job.Office.County)
	return func(a *data.Applicant) string {
		return known.Of(a, func() string {
			e := entry(d, a)
			add(&e)
			return papers.Sum(job, &e)
		})
	}, err
}

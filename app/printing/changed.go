package printing

import (
	"slices"

	"gongkao/app/paper"
	"gongkao/app/registration"
	"gongkao/data"
)

// place is a person on a paper.
type place struct {
	paper string
	who   data.ApplicationID
}

// Changed tells whose record no longer says what was last printed of it: the
// papers, by application. Only people on whom something was printed are looked
// at, and each again only after he has changed, so that it is quick where a whole
// county was printed before. Prints without sums, of older versions, tell nothing.
func Changed(d *registration.Desk, prints []data.Print) (map[data.ApplicationID][]string, error) {
	papers, err := Papers(d.Office.Folder)
	if err != nil {
		return nil, err
	}
	changed, seen := map[data.ApplicationID][]string{}, map[place]bool{}
	for _, p := range slices.Backward(prints) {
		if len(p.Sums) != len(p.Records) {
			continue
		}
		job := paper.Job{Paper: p.Paper, Office: d.Office.Profile, Year: d.Office.Profile.Year}
		for i, id := range p.Records {
			if seen[place{p.Paper, id}] {
				continue
			}
			seen[place{p.Paper, id}] = true
			a, there := d.Register.ByID(id)
			if there && slices.Contains(registration.Running, a.Application.Status) && sumOf(d, papers, &job, a) != p.Sums[i] {
				changed[id] = append(changed[id], p.Paper)
			}
		}
	}
	return changed, nil
}

// sumOf is the sum over what a paper would print of an applicant now.
func sumOf(d *registration.Desk, papers *paper.Papers, job *paper.Job, a *data.Applicant) string {
	about := "sum of " + job.Paper + d.Office.Policy.Hash + job.Office.Name + job.Office.County
	return d.Remember(about, a, func() string {
		e := entry(d, a)
		return papers.Sum(job, &e)
	})
}

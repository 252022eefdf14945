package statistics

import (
	"context"
	"slices"

	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// Ask returns the question about everybody of the office's year, in the order of
// its units and trades, without the year before.
func Ask(d *registration.Desk, by []string) Question {
	var names []string
	for _, u := range d.AllUnits() {
		names = append(names, u.Name)
	}
	return Question{By: by, People: d.Register.Find(registration.Query{}), Policy: d.Office.Policy,
		Order: map[string][]string{"unit": names, "supervising_unit": names}}
}

// Earlier reads the people of the year before; nil when nobody was registered
// then. It takes as long as opening that year.
func Earlier(ctx context.Context, d *registration.Desk) (people []*data.Applicant, err error) {
	err = d.Office.Store.View(ctx, func(r *store.Reader) error {
		people, err = r.Applicants(d.Office.Profile.Year - 1)
		people = slices.DeleteFunc(people, func(a *data.Applicant) bool { return a.Application.Vacant() }) // nobody has applied by them
		return err
	})
	if len(people) == 0 {
		people = nil
	}
	return people, err
}

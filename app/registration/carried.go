package registration

import (
	"encoding/json"
	"fmt"
	"slices"

	"gongkao/data"
	"gongkao/data/store"
)

// YearBatch is the kind of the batch that names the applications of one opening
// of a year.
const YearBatch = "year"

// WithoutCarried returns the people who have applied this year, not those who
// are only known from the year before.
func WithoutCarried(people []*data.Applicant) []*data.Applicant {
	return slices.DeleteFunc(people, func(a *data.Applicant) bool { return a.Application.Status == data.Carried })
}

// Amendable reports whether the fields of an application of that status may be
// changed: nobody has decided on it, or it is not made yet.
func Amendable(status data.Status) bool {
	return slices.Contains(Undecided, status) || status == data.Carried
}

// applies makes a draft of somebody carried over as soon as it is said for what
// he applies.
func applies(a *data.Applicant) {
	if app := &a.Application; app.Status == data.Carried && app.Trade != "" && app.Level != 0 {
		app.Status = data.Draft
	}
}

// mayLack reports whether the field may be empty after all: whoever has not
// applied this year has said neither trade nor level.
func mayLack(a *data.Applicant, key string) bool {
	return a.Application.Status == data.Carried && (key == "trade" || key == "level")
}

// takeOver gives an application the place that is kept for the person this year,
// if there is one, and what came over with it.
func (d *Desk) takeOver(tx *store.Tx, a *data.Applicant) error {
	kept, found, err := tx.ApplicationOf(a.Person.ID, a.Application.Year)
	if err != nil || !found || !kept.Vacant() {
		return err
	}
	app := &a.Application
	app.ID = kept.ID
	if app.StaffKind == "" {
		app.StaffKind = kept.StaffKind
	}
	if app.Post == "" {
		app.Post = kept.Post
	}
	return nil
}

// ghosts leaves out what was carried into a year that was taken back: nobody has
// applied by it, and whoever does will take it.
func ghosts(people []*data.Applicant) []*data.Applicant {
	return slices.DeleteFunc(people, func(a *data.Applicant) bool {
		return a.Application.Vacant() && a.Application.Status != data.Carried
	})
}

// tellCarried tells that a year was opened and the person came over.
func tellCarried(entry store.Entry) ([]sentence, error) {
	var app data.Application
	if err := json.Unmarshal(entry.After, &app); err != nil {
		return nil, err
	}
	return []sentence{{EventEntered, "", fmt.Sprintf("带入 %d 年度", app.Year)}}, nil
}

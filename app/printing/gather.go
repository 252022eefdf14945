package printing

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gongkao/app/eligibility"
	"gongkao/app/paper"
	"gongkao/app/registration"
	"gongkao/data"
	"gongkao/data/store"
)

// entry is an applicant with what the rules found about him, as papers print
// it.
func entry(d *registration.Desk, a *data.Applicant) paper.Entry {
	o := d.Office
	verdict := eligibility.Judge(eligibility.Question{Applicant: a, Policy: o.Policy, Codes: o.Codes, AsOf: o.Today()})
	e := paper.Entry{Applicant: a, RetirementMonth: verdict.RetirementMonth, AgeThisYear: verdict.RetirementMonth.Year == o.Profile.Year}
	if a.Application.Commitment {
		e.CommitmentNote = owed(d, a)
	}
	e.Fee = feeOf(d, a)
	return e
}

// feeOf is what somebody is to pay now: the first step of his level, and once he
// has entered the evaluation, the second.
func feeOf(d *registration.Desk, a *data.Applicant) (f paper.Fee) {
	for _, fee := range d.Office.Policy.Fee(a.Application.Level) {
		switch {
		case fee.Step == 1 || a.Ledger.Evaluation.Admitted():
			f = paper.Fee{Step: fee.Step, Fen: fee.Fen, Collector: fee.Collector}
		default:
			f.Later = fee.Fen
		}
	}
	return f
}

// owed says what a commitment covers and until when.
func owed(d *registration.Desk, a *data.Applicant) string {
	var years []string
	for year, grade := range a.Person.Appraisals {
		if grade == data.Unrecorded {
			years = append(years, fmt.Sprint(year))
		}
	}
	slices.Sort(years)
	what := "年度考核"
	if len(years) > 0 {
		what = strings.Join(years, "、") + "年度考核"
	}
	due, ok := d.Office.Policy.Deadline("commitment-due")
	if !ok {
		return what
	}
	return what + "，" + due.To.Chinese() + "前补交"
}

// byUnit orders people as a roster shows them: by supervising unit, then unit,
// as the unit register has them, and as they were entered within a unit.
func byUnit(d *registration.Desk, found []*data.Applicant) []*data.Applicant {
	place := map[string]int{}
	for i, u := range d.AllUnits() {
		place[u.Name] = i
	}
	ordered := slices.Clone(found)
	slices.SortStableFunc(ordered, func(a, b *data.Applicant) int {
		if c := place[a.Supervising] - place[b.Supervising]; c != 0 {
			return c
		}
		return place[a.Unit] - place[b.Unit]
	})
	return ordered
}

// administrators returns the account administrator of the unit, or of all
// supervising units. A supervising unit without one gets the form with its
// name alone, to be filled in by hand.
func administrators(d *registration.Desk, r *store.Reader, unit string) ([]paper.AdministratorEntry, error) {
	known, err := r.Administrators()
	if err != nil {
		return nil, err
	}
	byUnit := map[data.UnitID]data.Administrator{}
	for _, a := range known {
		byUnit[a.Unit] = a
	}
	var all []paper.AdministratorEntry
	for _, u := range d.AllUnits() {
		if u.Name == unit || unit == "" && u.Supervising == u.ID {
			a := byUnit[u.ID]
			a.Unit = u.ID
			all = append(all, paper.AdministratorEntry{Administrator: a, Unit: u.Name})
		}
	}
	return all, nil
}

// scopeWords says for whom a print is, in words.
func scopeWords(d *registration.Desk, q registration.Query) string {
	var words []string
	if q.Unit != "" {
		words = append(words, q.Unit)
	}
	if q.Level != 0 {
		words = append(words, q.Level.String())
	}
	for _, n := range q.Numbers {
		if a, ok := d.Register.ByNumber(n); ok {
			words = append(words, a.Person.Name)
		}
	}
	if len(words) == 0 {
		return cmp.Or(d.Office.Profile.County, d.Office.Profile.Name)
	}
	return strings.Join(words, "，")
}

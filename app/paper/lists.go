package paper

import (
	"fmt"
	"sort"

	"gongkao/data"
)

// listItem is one item of a list inside a form; the zero item prints blanks to
// be filled in by hand.
type listItem struct {
	year  int
	grade data.Appraisal
	step  data.CareerStep
}

// lists are the lists a form may repeat rows for.
var lists = map[string]func(*view) []listItem{
	"appraisals": appraisals,
	"career":     career,
}

// itemValues tell of one item.
var itemValues = map[string]func(*view) string{
	"appraisal.year":  appraisalYear,
	"appraisal.grade": func(v *view) string { return string(v.item.grade) },
	"career.span":     careerSpan,
	"career.where":    func(v *view) string { return v.item.step.Where },
	"career.as":       func(v *view) string { return v.item.step.As },
}

// yearsAsked is how many years before the policy year a form always has a
// place for.
const yearsAsked = 6

// appraisals lists the years of the form in order: the last six in which the
// person worked, and every other year that has a grade.
func appraisals(v *view) (items []listItem) {
	p := &v.entry.Person
	years := map[int]bool{}
	for y := v.job.Year - yearsAsked; y < v.job.Year; y++ {
		years[y] = y >= p.WorkStart.Year
	}
	for y := range p.Appraisals {
		years[y] = true
	}
	for y, wanted := range years {
		if wanted {
			items = append(items, listItem{year: y, grade: p.Appraisals[y]})
		}
	}
	sort.Slice(items, func(i, j int) bool { return items[i].year < items[j].year })
	return items
}

func appraisalYear(v *view) string {
	if v.item.year == 0 {
		return ""
	}
	return fmt.Sprintf("%d年", v.item.year)
}

func career(v *view) (items []listItem) {
	for _, s := range v.entry.Person.Career {
		items = append(items, listItem{step: s})
	}
	return items
}

// careerSpan is 2001-07—2006-12, or 2019-12—今.
func careerSpan(v *view) string {
	s := v.item.step
	switch {
	case s == data.CareerStep{}:
		return ""
	case s.To.IsZero():
		return s.From.String() + "—今"
	}
	return s.From.String() + "—" + s.To.String()
}

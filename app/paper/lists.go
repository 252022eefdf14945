package paper

import (
	"fmt"
	"maps"
	"slices"
	"sort"

	"gongkao/data"
)

// listItem is one item of a list inside a form; the zero item prints blanks to
// be filled in by hand.
type listItem struct {
	year  int
	grade data.Appraisal
	step  data.CareerStep

	clause   Clause   // of a review
	original Original // of a slip
	number   int      // its number, from 1
	blank    bool     // the first place left empty, where the row has words for it
}

// list is a list a paper may repeat rows for: of whom, its items, and the values
// that make its part of the hash.
type list struct {
	of     subject
	items  func(*view) []listItem
	values []string
}

// person are the values of lists about a person; all count in each list, as they
// always did, so that hashes of older prints stay right.
var person = []string{"appraisal.year", "appraisal.grade", "career.span", "career.where", "career.as"}

// lists are the lists a definition may name.
var lists = map[string]list{
	"appraisals": {perEntry, appraisals, person},
	"career":     {perEntry, career, person},
	"clauses":    {perEntry, clauses, slices.Sorted(maps.Keys(clauseValues))},
	"originals":  {perSlip, originals, slices.Sorted(maps.Keys(originalValues))},
}

// itemsOf returns the items of a list; of one spread over sheets, those of the
// sheet at hand.
func itemsOf(v *view, name string) []listItem {
	items := lists[name].items(v)
	if v.paper.Each != name || v.sheet == 0 {
		return items
	}
	from := min((v.sheet-1)*v.paper.Most, len(items))
	return items[from:min(from+v.paper.Most, len(items))]
}

// sheets is how many times the pages of a form come again.
func (d *definition) sheets(v *view) int {
	if d.Each == "" {
		return 1
	}
	return max(1, (len(lists[d.Each].items(v))+d.Most-1)/d.Most)
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

package sheets

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

// readAppraisals reads the one column a year, and the one column of all years; a
// column of a year wins.
func (r *entry) readAppraisals(f *data.Field, cell grid.Cell) {
	all, ok := r.severalYears(cell)
	if !ok && cell.Kind != grid.Empty {
		r.add(f.Key, note("value-unknown", fmt.Sprintf("年度考核“%s”读不懂，没有录入", strings.TrimSpace(cell.Text)), "请写明年份和等次，如 2024优秀 2025合格"))
	}
	for _, year := range slices.Sorted(maps.Keys(r.header.years)) {
		column := r.header.years[year]
		cell := r.row.At(column)
		if noneIsEmpty(cell.Text) == "" {
			continue
		}
		grade, ok := data.ReadAppraisal(cell.Text)
		if !ok {
			p := note("value-unknown", fmt.Sprintf("%d年度考核“%s”读不懂", year, strings.TrimSpace(cell.Text)), "请填"+f.Hint[strings.Index(f.Hint, "优秀"):])
			p.Row, p.Field, p.Value = r.row.Number, f.Key, cell.Text
			p.Cell = address(column, r.row.Number)
			r.problems = append(r.problems, p)
			continue
		}
		if all == nil {
			all = map[int]data.Appraisal{}
		}
		all[year] = grade
	}
	r.a.Person.Appraisals = all
}

// severalYears reads the grades of all years in one cell. Of 均合格, or of as many
// grades as there are years, the head says the years: 2023-2025年度考核.
func (r *entry) severalYears(cell grid.Cell) (map[int]data.Appraisal, bool) {
	if cell.Kind == grid.Empty {
		return nil, true
	}
	if all, ok := data.ReadAppraisals(cell.Text); ok {
		return all, true
	}
	years := yearsOf(r.header.heads[r.header.columns["appraisals"]])
	if len(years) < 2 {
		return nil, false
	}
	return gradesOf(cell.Text, years)
}

// yearsNamed writes the grades of a cell whose years only its head says with their
// years; ok is false for any other cell, which is kept as it was written.
func (r *entry) yearsNamed() (text string, ok bool) {
	cell := r.part(r.row, "appraisals")
	if _, named := data.ReadAppraisals(cell.Text); named || cell.Kind == grid.Empty {
		return "", false
	}
	all, ok := r.severalYears(cell)
	return data.FieldByKey("appraisals").Get(&data.Applicant{Person: data.Person{Appraisals: all}}), ok
}

var (
	yearSpan  = regexp.MustCompile(`((?:19|20)\d\d)年?度?(?:-|至|到|~)((?:19|20)\d\d)`)
	allOfThem = regexp.MustCompile(`^(?:均为|均|都是|都|全部|全)(\D+)$`)
	between   = regexp.MustCompile(`[,;、/，；。\s]+`)
)

// yearsOf are the years of which a head speaks: a span, or two and more one by one.
func yearsOf(head string) (years []int) {
	head = dashes.Replace(squeeze(head))
	if m := yearSpan.FindStringSubmatch(head); m != nil {
		first, _ := strconv.Atoi(m[1])
		last, _ := strconv.Atoi(m[2])
		for year := first; year <= last && year < first+10; year++ {
			years = append(years, year)
		}
		return years
	}
	for _, text := range yearIn.FindAllString(head, -1) {
		year, _ := strconv.Atoi(text)
		years = append(years, year)
	}
	return years
}

// gradesOf reads one grade for all years, or one for each in their order.
func gradesOf(text string, years []int) (map[int]data.Appraisal, bool) {
	text = strings.TrimSpace(data.Narrow(text))
	grades := between.Split(text, -1)
	if m := allOfThem.FindStringSubmatch(data.Squeeze(text)); m != nil {
		grades = slices.Repeat([]string{m[1]}, len(years))
	}
	if len(grades) != len(years) {
		return nil, false
	}
	all := map[int]data.Appraisal{}
	for i, year := range years {
		grade, ok := data.ReadAppraisal(grades[i])
		if !ok {
			return nil, false
		}
		all[year] = grade
	}
	return all, true
}

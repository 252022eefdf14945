package sheets

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"gongkao/data"
)

// RosterHeading is the heading of an office's roster of everybody asked for.
func RosterHeading(o data.Office) Heading {
	return Heading{Title: fmt.Sprintf("%d年机关事业单位工勤技能岗位等级考核申报人员花名册", o.Year), Line: o.Marked(o.Name)}
}

const rosterSheet = "花名册"

// ExportRoster writes a roster in our own look. It can be imported again without
// loss.
func ExportRoster(w io.Writer, applicants []*data.Applicant, heading Heading) error {
	return Export(w, RosterTable(applicants, heading))
}

// RosterTable is a roster of all fields in the order of forms, with one column for
// each year of appraisal that somebody has; the years in one cell are for
// templates that have no more.
func RosterTable(applicants []*data.Applicant, heading Heading) Table {
	columns := rosterColumns(applicants)
	t := Table{Kind: People, Name: rosterSheet, Heading: heading, Rows: make([][]any, len(applicants))}
	for _, c := range columns {
		t.Columns = append(t.Columns, c.Column)
	}
	for i, a := range applicants {
		row := make([]any, len(columns))
		for j, c := range columns {
			row[j] = c.text(i+1, a)
		}
		t.Rows[i] = row
	}
	return t
}

// rosterColumn is a column of a roster, and what stands in it for somebody.
type rosterColumn struct {
	Column
	text func(number int, a *data.Applicant) string
}

// rosterColumns are the serial number, the fields, and the years in the place
// of the field appraisals.
func rosterColumns(applicants []*data.Applicant) []rosterColumn {
	all := []rosterColumn{{SerialColumn, func(number int, _ *data.Applicant) string { return fmt.Sprint(number) }}}
	for _, f := range data.Fields {
		years := f.Kind == data.YearsField
		if years {
			all = append(all, yearColumns(f, applicants)...)
		}
		all = append(all, rosterColumn{Column{Key: f.Key, Head: f.Label, Width: f.Width, Words: f.Synonyms, Aside: years},
			func(_ int, a *data.Applicant) string { return f.Get(a) }})
	}
	return all
}

func yearColumns(f *data.Field, applicants []*data.Applicant) []rosterColumn {
	years := map[int]bool{}
	for _, a := range applicants {
		for year := range a.Person.Appraisals {
			years[year] = true
		}
	}
	var all []rosterColumn
	for _, year := range slices.Sorted(maps.Keys(years)) {
		all = append(all, rosterColumn{Column{Key: yearKey(year), Head: fmt.Sprintf("%d%s", year, f.Label), Width: f.Width},
			func(_ int, a *data.Applicant) string { return string(a.Person.Appraisals[year]) }})
	}
	return all
}

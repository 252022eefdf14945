package sheets

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/xuri/excelize/v2"

	"gongkao/app/sheets/grid"
	"gongkao/data"
)

// Heading is what stands above the table of a roster. Empty lines are left
// out; the header then moves up.
type Heading struct {
	Title string // 2026年…申报人员花名册
	Line  string // one line under the title: office, unit, date
}

// RosterHeading is the heading of an office's roster of everybody asked for.
func RosterHeading(o data.Office) Heading {
	return Heading{Title: fmt.Sprintf("%d年机关事业单位工勤技能岗位等级考核申报人员花名册", o.Year), Line: o.Marked(o.Name)}
}

const rosterSheet = "花名册"

// ExportRoster writes a roster of all fields in the order of forms, with one
// column for each year of appraisal that somebody has. Every cell is text, so
// that ID, phone and certificate numbers keep all their digits, months stay
// months, and a text that begins with = is no formula. The sheet can be
// imported again without loss.
func ExportRoster(w io.Writer, applicants []*data.Applicant, heading Heading) error {
	f := excelize.NewFile()
	defer f.Close()
	r := roster{file: f, columns: rosterColumns(applicants), rows: len(applicants), heading: heading}
	if err := r.write(applicants); err != nil {
		return fmt.Errorf("sheets: writing roster: %w", err)
	}
	return f.Write(w)
}

// column is one column of a roster.
type column struct {
	head  string
	width int // in hanzi
	text  func(number int, a *data.Applicant) string
}

// rosterColumns are the serial number, the fields, and the years in the place
// of the field appraisals.
func rosterColumns(applicants []*data.Applicant) []column {
	all := []column{{"序号", 3, func(number int, _ *data.Applicant) string { return fmt.Sprint(number) }}}
	for _, f := range data.Fields {
		if f.Kind == data.YearsField {
			all = append(all, yearColumns(f, applicants)...)
			continue
		}
		all = append(all, column{f.Label, f.Width, func(_ int, a *data.Applicant) string { return f.Get(a) }})
	}
	return all
}

func yearColumns(f *data.Field, applicants []*data.Applicant) []column {
	years := map[int]bool{}
	for _, a := range applicants {
		for year := range a.Person.Appraisals {
			years[year] = true
		}
	}
	var all []column
	for _, year := range slices.Sorted(maps.Keys(years)) {
		all = append(all, column{fmt.Sprintf("%d%s", year, f.Label), f.Width, func(_ int, a *data.Applicant) string {
			return string(a.Person.Appraisals[year])
		}})
	}
	return all
}

// roster is a roster while it is written.
type roster struct {
	file    *excelize.File
	columns []column
	rows    int
	heading Heading
	styles  rosterStyles
	stream  *excelize.StreamWriter
	at      int // the row last written
}

// write writes the sheet from the top. What describes the whole sheet has to be
// set before the stream begins: the stream writes it as it stands then.
func (r *roster) write(applicants []*data.Applicant) error {
	for _, step := range []func() error{r.makeStyles, r.describe, r.begin, r.writeHeading, r.writeHeads} {
		if err := step(); err != nil {
			return err
		}
	}
	for i, a := range applicants {
		cells := make([]any, len(r.columns))
		for j, c := range r.columns {
			// An empty cell is written too, so that it is text when it is typed into.
			cells[j] = excelize.Cell{StyleID: r.styles.text, Value: c.text(i+1, a)}
		}
		if err := r.next(cells, excelize.RowOpts{}); err != nil {
			return err
		}
	}
	return r.stream.Flush()
}

// next writes a row under the last one.
func (r *roster) next(cells []any, options excelize.RowOpts) error {
	r.at++
	return r.stream.SetRow(fmt.Sprintf("A%d", r.at), cells, options)
}

func (r *roster) writeHeading() error {
	for _, line := range []struct {
		text   string
		style  int
		height float64 // points
	}{{r.heading.Title, r.styles.title, 30}, {r.heading.Line, r.styles.line, 20}} {
		if line.text == "" {
			continue
		}
		if err := r.next([]any{excelize.Cell{StyleID: line.style, Value: line.text}}, excelize.RowOpts{Height: line.height}); err != nil {
			return err
		}
		last := fmt.Sprintf("%s%d", grid.ColumnName(len(r.columns)-1), r.at)
		if err := r.stream.MergeCell(fmt.Sprintf("A%d", r.at), last); err != nil {
			return err
		}
	}
	return nil
}

func (r *roster) writeHeads() error {
	cells := make([]any, len(r.columns))
	for i, c := range r.columns {
		cells[i] = excelize.Cell{StyleID: r.styles.head, Value: c.head}
	}
	return r.next(cells, excelize.RowOpts{Height: 32})
}

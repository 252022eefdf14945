package paper

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"

	"gongkao/app/paper/pdf"
	"gongkao/data"
)

// Print lays the paper out and writes the PDF to w. It refuses a paper it does
// not know (paper-unknown) and a job about nobody (nobody); everything else
// that is not as it should be is a warning in the report. Whatever a record holds
// that no paper was made for is an error, never the end of the program.
func (p *Papers) Print(w io.Writer, job Job) (_ *Printed, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			err = fmt.Errorf("paper: %s cannot be laid out: %v", job.Paper, broken)
		}
	}()
	sheet, printed, d, err := p.layOut(job)
	if err != nil {
		return nil, err
	}
	title := d.Name
	if job.Scope != "" {
		title += "　" + job.Scope
	}
	info := pdf.Info{Title: title, Author: job.Office.Name, At: job.Now, Duplex: d.Duplex}
	return printed, pdf.Write(w, sheet, info)
}

// Codes is what Print would report of codes, hashes and sums: it reads the values
// and makes no pages, so that a sheet is held against the record at once. It
// refuses what Print refuses.
func (p *Papers) Codes(job Job) (*Printed, error) {
	b, err := p.batch(job, true)
	if err != nil {
		return nil, err
	}
	return b.printed, nil
}

// layOut makes the sheet and the report.
func (p *Papers) layOut(job Job) (*pdf.Sheet, *Printed, *definition, error) {
	b, err := p.batch(job, false)
	if err != nil {
		return nil, nil, nil, err
	}
	return b.sheet, b.printed, b.paper, nil
}

// batch reads the values of a job and, unless only they are wanted, makes its
// pages.
func (p *Papers) batch(job Job, valuesOnly bool) (*batch, error) {
	if err := p.Ready(job.Paper); err != nil {
		return nil, err
	}
	d := p.papers[job.Paper]
	if job.Code == nil {
		return nil, errors.New("paper: a job needs a Code function")
	}
	if job.Year == 0 {
		job.Year = job.Office.Year
	}
	if len(job.AuditHead) > 16 {
		job.AuditHead = job.AuditHead[:16]
	}
	b := &batch{papers: p, paper: d, job: &job, report: newReport(), sheet: &pdf.Sheet{}, printed: &Printed{}, valuesOnly: valuesOnly}
	if err := b.all(); err != nil {
		return nil, err
	}
	b.printed.Pages, b.printed.Warnings, b.printed.Notes = len(b.sheet.Pages), b.report.warnings, missingFaces(b.sheet)
	return b, nil
}

// batch is a job being laid out: one set of pages after the other.
type batch struct {
	papers  *Papers
	paper   *definition
	job     *Job
	report  *report
	sheet   *pdf.Sheet
	printed *Printed
	values  bytes.Buffer // of all sets

	valuesOnly bool // no pages are wanted
}

func (b *batch) all() error {
	add := map[subject]func() error{perEntry: b.entries, perAdministrator: b.administrators, perJob: b.table, perTable: b.tables, perLetter: b.letters, perSlip: b.slips, perChange: b.changes}[b.paper.Per]
	if err := add(); err != nil {
		return err
	}
	if len(b.printed.Sheets) == 0 {
		return data.Refuse("nobody", "", "所选范围内没有可以打印的人员", "请换一个单位、等级或人员再打印")
	}
	b.printed.Hash = sum(b.values.Bytes())
	b.printed.Code = b.job.Code(b.paper.ID, b.values.Bytes())
	return nil
}

func (b *batch) entries() error {
	for i := range b.job.Entries {
		e := &b.job.Entries[i]
		var values bytes.Buffer
		b.paper.canon(&values, &view{job: b.job, paper: b.paper, entry: e})
		b.printed.Sums = append(b.printed.Sums, b.papers.Sum(b.job, e))
		photo := sha256.Sum256(e.photo())
		values.Write(photo[:])
		if err := b.form(&view{entry: e}, values.Bytes(), e.Person.IDNumber); err != nil {
			return err
		}
		if err := b.job.going(i+1, len(b.job.Entries)); err != nil {
			return err
		}
	}
	b.printed.Records = len(b.job.Entries)
	return nil
}

func (b *batch) administrators() error {
	return each(b, b.job.Administrators, func(a *AdministratorEntry) (*view, data.IDNumber) { return &view{admin: a}, "" })
}

func (b *batch) slips() error {
	return each(b, b.job.Slips, func(s *Slip) (*view, data.IDNumber) {
		return &view{slip: s, entry: &s.Entry}, s.Person.IDNumber
	})
}

func (b *batch) changes() error {
	return each(b, b.job.Changes, func(c *Change) (*view, data.IDNumber) { return &view{change: c}, "" })
}

// each adds a form about each of the subjects.
func each[T any](b *batch, subjects []T, about func(*T) (*view, data.IDNumber)) error {
	for i := range subjects {
		v, id := about(&subjects[i])
		v.job, v.paper = b.job, b.paper
		var values bytes.Buffer
		b.paper.canon(&values, v)
		if err := b.form(v, values.Bytes(), id); err != nil {
			return err
		}
		if err := b.job.going(i+1, len(subjects)); err != nil {
			return err
		}
	}
	b.printed.Records = len(subjects)
	return nil
}

// form adds one set of pages with its own code, hash and outline entry.
func (b *batch) form(v *view, values []byte, id data.IDNumber) error {
	v.job, v.paper = b.job, b.paper
	v.code = b.job.Code(b.paper.ID, values)
	pages, err := b.pages(v)
	if err != nil {
		return err
	}
	title := b.paper.Outline.of(v)
	b.sheet.Outline = append(b.sheet.Outline, pdf.Mark{Title: title, Page: len(b.sheet.Pages)})
	b.sheet.Pages = append(b.sheet.Pages, pages...)
	b.printed.Sheets = append(b.printed.Sheets, PrintedSheet{Title: title, IDNumber: id, Code: v.code, Hash: sum(values), Pages: len(pages)})
	b.values.Write(values)
	return nil
}

// pages lays out one set of pages: a letter, a form or, where the paper has one, a
// table of a list.
func (b *batch) pages(v *view) ([]*pdf.Page, error) {
	switch {
	case b.valuesOnly:
		return nil, nil
	case b.paper.Letter != nil:
		return b.papers.letter(b.paper, v, b.report)
	case b.paper.Table == nil:
		return b.papers.form(b.paper, v, b.report)
	}
	items := lists[b.paper.Table.Each].items(v)
	records := make([]record, len(items))
	for i := range records {
		records[i] = record{entry: v.entry, own: items[i]}
	}
	pages, _, err := b.papers.tableSheet(b.paper, v, records, b.report)
	return pages, err
}

// table adds the one table of the job.
func (b *batch) table() error {
	entries := b.job.Entries
	if len(entries) == 0 && b.job.ByHand {
		entries = blanks(b.paper.Table.ByHand)
	}
	if len(entries) == 0 {
		return nil
	}
	writeValues(&b.values, &view{job: b.job, paper: b.paper}, b.paper.common)
	records := make([]record, len(entries))
	for i := range entries {
		records[i].entry = &entries[i]
		from := b.values.Len()
		b.paper.canon(&b.values, &view{job: b.job, paper: b.paper, entry: &entries[i]})
		b.printed.Sums = append(b.printed.Sums, brief(b.values.Bytes()[from:]))
	}
	v := &view{job: b.job, paper: b.paper, code: b.job.Code(b.paper.ID, b.values.Bytes())}
	pages, marks, err := b.rows(v, records)
	if err != nil {
		return err
	}
	b.sheet.Pages, b.sheet.Outline = pages, marks
	b.printed.Records, b.printed.Sums = len(b.job.Entries), b.printed.Sums[:len(b.job.Entries)]
	b.printed.Sheets = []PrintedSheet{{Title: b.paper.Name, Code: v.code, Hash: sum(b.values.Bytes()), Pages: len(pages)}}
	return nil
}

// blanks are rows to be filled in by hand.
func blanks(n int) []Entry {
	rows := make([]Entry, n)
	for i := range rows {
		rows[i].Applicant = &data.Applicant{}
	}
	return rows
}

// rows makes the pages of a table.
func (b *batch) rows(v *view, records []record) ([]*pdf.Page, []pdf.Mark, error) {
	if b.valuesOnly {
		return nil, nil, nil
	}
	return b.papers.tableSheet(b.paper, v, records, b.report)
}

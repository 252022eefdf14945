// Package dossier is what lies in a person's folder: which documents his level
// and path ask for, what has been seen of each, scans, promises, the public
// notice, violations, and where the originals are. New gives a Dossiers for a
// desk; Of lists somebody's documents, the other doors write, each in one
// Update, and every write renews the applicant in the register.
//
// Which documents there are stands in a file (assets/dossier/YEAR.toml; an
// office's own beside its database wins). It is a list for looking and noting,
// never a rule: what blocks stands in the policy.
package dossier

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"gongkao/app/policy"
	"gongkao/app/registration"
	"gongkao/app/tables"
	"gongkao/data"
)

// badCode is the code of every refusal of a list of documents.
const badCode = "dossier-bad"

// firstYear is the first year that has a list of its own; later years without
// one go by the last that has.
const firstYear = 2026

// Slot is one document that somebody has to have.
type Slot struct {
	Key        string // certificate, appraisal-2025
	Name       string // 等级证书
	Look       string // what to hold against the form
	Original   bool   // the original is to be seen
	Commitable bool   // may be promised and brought later (通知二（四）)
}

// row is a line of the file.
type row struct {
	Slot       string       `table:"slot"`
	Levels     []data.Level `table:"levels,optional"`
	Paths      []data.Path  `table:"paths,optional"`
	When       string       `table:"when,optional"`
	Look       string       `table:"look"`
	Original   bool         `table:"original,optional"`
	Commitable bool         `table:"commitable,optional"`
}

// Matrix says which documents an application has to have.
type Matrix struct {
	Source  string        // where the list comes from
	Status  tables.Status // whether somebody has held it against the original
	Overlay bool          // it is the office's own

	rows []row
}

// situations are what `when` may ask.
var situations = map[string]func(*registration.Desk, *data.Applicant) bool{
	"": func(*registration.Desk, *data.Applicant) bool { return true },
	"level-held": func(_ *registration.Desk, a *data.Applicant) bool {
		return a.Person.CurrentLevel != 0
	},
	"other-trade": func(d *registration.Desk, a *data.Applicant) bool {
		held, wanted := a.Person.CurrentTrade, a.Application.Trade
		return held != "" && wanted != "" && !d.Office.Codes.SameTrade(held, wanted)
	},
	"honours": func(_ *registration.Desk, a *data.Applicant) bool { return a.Application.Honours != "" },
	"age-this-year": func(d *registration.Desk, a *data.Applicant) bool {
		return d.Has(a, registration.AgeThisYear) || d.Has(a, registration.AtTheLimit)
	},
	"committed": func(d *registration.Desk, a *data.Applicant) bool { return d.Has(a, registration.Committed) },
}

// Load reads the list of a year: overlayDir/dossier/YEAR.toml when it exists
// (overlayDir may be ""), else dossier/YEAR.toml of files, else that of the last
// year that has one. Whatever is wrong with it is refused (dossier-bad) with the
// file and the line.
func Load(files fs.FS, overlayDir string, year int) (*Matrix, error) {
	var first error
	for y := year; y >= firstYear; y-- {
		name := fmt.Sprintf("dossier/%d.toml", y)
		src, own, err := tables.Find(tables.Files{Embedded: files, Overlay: overlayDir, Code: badCode, What: "申报材料目录"}, name)
		if err == nil {
			return parse(name, src, own)
		}
		if first == nil {
			first = err
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	if first == nil {
		first = tables.Missing(fmt.Sprintf("dossier/%d.toml", year), badCode, "这一年度的申报材料目录")
	}
	return nil, first
}

func parse(name string, src []byte, own bool) (*Matrix, error) {
	all, err := tables.Read(name, badCode, src)
	if err != nil {
		return nil, err
	}
	m := &Matrix{Overlay: own}
	for _, t := range all {
		switch t.Name {
		case "":
			if err := m.head(t); err != nil {
				return nil, err
			}
		case "slot":
			if err := m.take(t); err != nil {
				return nil, err
			}
		default:
			return nil, t.Refuse("", "没有“"+t.Name+"”这样的表")
		}
	}
	if len(m.rows) == 0 {
		return nil, tables.Missing(name, badCode, "[[slot]]")
	}
	return m, nil
}

func (m *Matrix) head(t *tables.Table) error {
	var head struct {
		Source string        `table:"source"`
		Status tables.Status `table:"status"`
	}
	if err := t.Decode(&head); err != nil {
		return err
	}
	if !head.Status.Valid() {
		return t.Refuse("status", "status 只能是 已核对 或 待核对")
	}
	m.Source, m.Status = head.Source, head.Status
	return nil
}

func (m *Matrix) take(t *tables.Table) error {
	var r row
	if err := t.Decode(&r); err != nil {
		return err
	}
	switch {
	case !policy.IsEvidence(r.Slot):
		return t.Refuse("slot", "没有“"+r.Slot+"”这种材料")
	case situations[r.When] == nil:
		return t.Refuse("when", "没有“"+r.When+"”这种情形")
	}
	for _, l := range r.Levels {
		if !l.Valid() {
			return t.Refuse("levels", "等级只有 5 到 1")
		}
	}
	for _, p := range r.Paths {
		if !slices.Contains(data.Paths(), p) {
			return t.Refuse("paths", "没有“"+string(p)+"”这种途径")
		}
	}
	m.rows = append(m.rows, r)
	return nil
}

// slots lists the documents the applicant has to have, in the order of the file.
func (m *Matrix) slots(d *registration.Desk, a *data.Applicant) []Slot {
	var all []Slot
	for _, r := range m.rows {
		if !r.fits(d, a) {
			continue
		}
		for _, key := range keysOf(r.Slot, d.Office.Policy, a) {
			if !slices.ContainsFunc(all, func(s Slot) bool { return s.Key == key }) {
				all = append(all, Slot{key, policy.EvidenceName(key), r.Look, r.Original, r.Commitable})
			}
		}
	}
	return all
}

// fits reports whether the row asks something of the applicant.
func (r *row) fits(d *registration.Desk, a *data.Applicant) bool {
	app := &a.Application
	return (len(r.Levels) == 0 || slices.Contains(r.Levels, app.Level)) && (len(r.Paths) == 0 || slices.Contains(r.Paths, app.Path)) && situations[r.When](d, a)
}

// keysOf names the slots of a row: an appraisal has one for each year that the
// rules look at, the latest first.
func keysOf(slot string, p *policy.Policy, a *data.Applicant) []string {
	if slot != appraisal {
		return []string{slot}
	}
	from, to := 0, 0
	for _, r := range p.Rules(a.Application.Level, a.Application.Path) {
		first := 0
		switch r.ID {
		case "appraisals":
			first = r.LastYear - r.Years + 1
		case "commitment-due":
			first = r.LastYear
		default:
			continue
		}
		if to == 0 || first < from {
			from = first
		}
		to = max(to, r.LastYear)
	}
	var keys []string
	for year := to; year >= from && year > 0; year-- {
		keys = append(keys, AppraisalSlot(year))
	}
	return keys
}

// appraisal is the slot that is cut into years.
const appraisal = "appraisal"

// AppraisalSlot is the key of the year's appraisal.
func AppraisalSlot(year int) string { return fmt.Sprintf("%s-%d", appraisal, year) }

// Package intake takes in what units, the web site, banks and exam centres send:
// it reads files (package sheets), enters the good rows, keeps the bad ones in
// the batch's tray as they were written, and brings the unit register up to date.
// What payments, scores and orders mean is decided by the Ledger of their kind.
// One import is one transaction: it enters whole or not at all; what it brought
// is one batch for people and units, and one for each kind of ledger, which can
// be taken back. Callers want Take and TakeBack.
package intake

import (
	"context"
	"slices"

	"gongkao/app/keeping"
	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/app/sheets/grid"
	"gongkao/app/units"
	"gongkao/data"
)

// Options say how to take files in.
type Options struct {
	DefaultUnit string // for rosters that name no unit
	CreateUnits bool   // take unknown units as new ones
	DryRun      bool   // read and say, but enter nothing
	// Progress is told how many people and rows of how many are written; nil:
	// nobody is.
	Progress func(done, total int)
}

// Result says what became of every file and row.
type Result struct {
	Batch   data.BatchID `json:"batch"`             // the first of Batches; empty when there is none
	Batches []Batch      `json:"batches,omitempty"` // none after a dry run, or when nothing new could be read
	Files   []File       `json:"files"`
}

// Batch is what an import wrote of one kind.
type Batch struct {
	ID       data.BatchID `json:"id"`
	Kind     string       `json:"kind"`
	Accepted int          `json:"accepted"`
	Waiting  int          `json:"waiting"`
}

// File is one file's result: what was read of it, or why it could not be read.
type File struct {
	File   string                `json:"file"`
	Before data.Date             `json:"imported_before,omitzero"` // when the same file brought rows in that still stand; zero: it did not
	Error  *Error                `json:"error,omitempty"`
	Sheets []sheets.SheetReading `json:"sheets"`
}

// Error is a refusal as the command line writes it.
type Error struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Hint    string `json:"hint"`
}

// Unread reports whether not one file could be read.
func (r Result) Unread() bool {
	for _, f := range r.Files {
		if f.Error == nil {
			return false
		}
	}
	return true
}

// Counts returns how many rows were accepted and how many wait.
func (r Result) Counts() (accepted, waiting int) {
	for _, f := range r.Files {
		for _, s := range f.Sheets {
			accepted += s.Good()
			waiting += len(s.Waiting)
		}
	}
	return accepted, waiting
}

// Before returns how many of the rows that wait had entered before: nothing of
// them is to be done.
func (r Result) Before() (n int) {
	for _, f := range r.Files {
		for _, s := range f.Sheets {
			for _, w := range s.Waiting {
				if w.Entered() {
					n++
				}
			}
		}
	}
	return n
}

// Take takes files in. A file that cannot be read does not stop the others;
// its refusal stands in the result. Ledgers know the people of the register:
// whom a roster of the same import brings, they take for a stranger.
func Take(ctx context.Context, d *registration.Desk, paths []string, opts Options) (Result, error) {
	t := &taking{desk: d, opts: opts, known: d.EveryUnit(), touched: map[data.UnitID]data.Unit{}, roster: data.Batch{Kind: sheets.Units}, seen: sheets.Seen{}}
	result := Result{Files: []File{}}
	var err error
	if t.before, err = filesBefore(ctx, d); err != nil {
		return Result{}, err
	}
	for _, path := range paths {
		if err := ctx.Err(); err != nil {
			return Result{}, err
		}
		file, err := t.read(path)
		if err != nil {
			return Result{}, err
		}
		result.Files = append(result.Files, file)
	}
	if err := t.judge(); err != nil {
		return Result{}, err
	}
	if opts.DryRun || t.nothing() {
		return result, nil
	}
	if t.rows() > 0 || len(t.touched) > 0 { // ten tries at one bad sheet must not push the older backups out
		if _, err := keeping.AutoBackup(ctx, d.Office.Store, d.Office.BackupFolder(), "导入前"); err != nil {
			return Result{}, err
		}
	}
	if err := t.enter(ctx); err != nil {
		return Result{}, err
	}
	result.Batches = t.written()
	result.Batch = result.Batches[0].ID
	return result, t.renew(context.WithoutCancel(ctx)) // what has entered must be seen
}

// taking is an import while it goes on.
type taking struct {
	desk    *registration.Desk
	opts    Options
	known   []data.Unit               // the unit register, with what this import adds
	touched map[data.UnitID]data.Unit // units to be written
	people  []*data.Applicant
	roster  data.Batch // of people and units; without files when there are none
	books   []*book
	before  map[string]data.Date // when files were taken in, by their hash
	seen    sheets.Seen
	done    int // people and rows written so far
}

// nothing reports whether no batch is to be written.
func (t *taking) nothing() bool { return len(t.roster.Files) == 0 && len(t.books) == 0 }

// rows returns how many people and rows are to be written.
func (t *taking) rows() int {
	n := len(t.people)
	for _, b := range t.books {
		n += b.batch.Accepted
	}
	return n
}

// read reads one file and collects what will be entered.
func (t *taking) read(path string) (File, error) {
	book, err := grid.Read(path)
	var reading *sheets.Reading
	if err == nil {
		reading, err = sheets.Understand(book, t.knowledge())
	}
	if refusal, ok := data.AsRefusal(err); ok {
		return File{File: path, Error: &Error{refusal.Code, refusal.Message, refusal.Hint}, Sheets: []sheets.SheetReading{}}, nil
	}
	if err != nil {
		return File{}, err
	}
	t.register(reading.NewUnits, nil)
	named := data.BatchFile{Name: reading.File, SHA256: reading.SHA256}
	for i := range reading.Sheets {
		s := &reading.Sheets[i]
		if s.HeaderRow == 0 {
			continue // a sheet of notes
		}
		if s.Kind == sheets.People || s.Kind == sheets.Units {
			t.collect(named, s)
			continue
		}
		if err := t.open(named, s); err != nil {
			return File{}, err
		}
	}
	return File{File: path, Before: t.before[reading.SHA256], Sheets: reading.Sheets}, nil
}

func (t *taking) knowledge() sheets.Knowledge {
	return sheets.Knowledge{
		Codes: t.desk.Office.Codes, Units: units.NewMatcher(t.known), DefaultUnit: t.opts.DefaultUnit, CreateUnits: t.opts.CreateUnits, Seen: t.seen,
		Registered: func(n data.IDNumber) bool {
			a, registered := t.desk.Register.ByNumber(n)
			return registered && !a.Application.Vacant()
		},
	}
}

func (t *taking) collect(file data.BatchFile, s *sheets.SheetReading) {
	t.register(s.Lines, s)
	if s.Kind == sheets.People {
		t.roster.Kind = sheets.People
	}
	for i := range s.Accepted {
		t.people = append(t.people, &s.Accepted[i].Applicant)
	}
	came(&t.roster, file)
	await(&t.roster, file, s)
}

// came notes a file in the batch that holds rows of it.
func came(b *data.Batch, file data.BatchFile) {
	if !slices.Contains(b.Files, file) {
		b.Files = append(b.Files, file)
	}
}

// await puts the rows of a sheet that wait into the tray of their batch.
func await(b *data.Batch, file data.BatchFile, s *sheets.SheetReading) {
	for _, w := range s.Waiting {
		if w.Entered() {
			continue // nothing of it is to be mended
		}
		row := data.WaitingRow{File: file.Name, Sheet: s.Sheet, Row: w.Row, Texts: w.Texts, Other: w.Other}
		for _, p := range w.Problems {
			row.Problems = append(row.Problems, p.Code)
		}
		b.Tray = append(b.Tray, row)
	}
	b.Waiting = len(b.Tray)
}

// register brings lines of a unit sheet into the register; a line that is
// refused becomes a problem of its sheet.
func (t *taking) register(lines []units.Line, s *sheets.SheetReading) {
	plan := units.Register(t.known, lines, func() data.UnitID { return data.UnitID(t.desk.Office.Store.NewID()) })
	changed := plan.New
	for _, c := range plan.Changed {
		changed = append(changed, c.After)
	}
	for _, u := range changed {
		t.touched[u.ID] = u
	}
	if len(changed) > 0 {
		t.known = merged(t.known, changed)
	}
	for _, r := range plan.Refused {
		if s != nil {
			s.Refuse(r)
		}
	}
}

// merged returns the register with changed units in their old places and new
// ones at the end.
func merged(known, changed []data.Unit) []data.Unit {
	all := append([]data.Unit(nil), known...)
	at := map[data.UnitID]int{}
	for i, u := range all {
		at[u.ID] = i
	}
	for _, u := range changed {
		if i, ok := at[u.ID]; ok {
			all[i] = u
			continue
		}
		all = append(all, u)
	}
	return all
}

// Package intake takes in what units send: it reads files (package sheets),
// enters the good rows, keeps the bad ones in the batch's tray as they were
// written, and brings the unit register up to date. One import is one batch
// and one transaction: it enters whole or not at all. Callers want Take.
package intake

import (
	"context"

	"gongkao/app/keeping"
	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/app/units"
	"gongkao/data"
	"gongkao/data/store"
)

// Options say how to take files in.
type Options struct {
	DefaultUnit string // for rosters that name no unit
	CreateUnits bool   // take unknown units as new ones
	DryRun      bool   // read and say, but enter nothing
	// Progress is told how many people of how many are written; nil: nobody is.
	Progress func(done, total int)
}

// Result says what became of every file and row.
type Result struct {
	Batch data.BatchID `json:"batch"` // empty after a dry run, or when nothing could be read
	Files []File       `json:"files"`
}

// File is one file's result: what was read of it, or why it could not be read.
type File struct {
	File   string                `json:"file"`
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
			accepted += len(s.Accepted) + len(s.Lines)
			waiting += len(s.Waiting)
		}
	}
	return accepted, waiting
}

// Take takes files in. A file that cannot be read does not stop the others;
// its refusal stands in the result.
func Take(ctx context.Context, d *registration.Desk, paths []string, opts Options) (Result, error) {
	t := &taking{desk: d, opts: opts, known: d.EveryUnit(), touched: map[data.UnitID]data.Unit{}, batch: data.Batch{Kind: sheets.Units}, seen: sheets.Seen{}}
	result := Result{Files: []File{}}
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
	if opts.DryRun || len(t.batch.Files) == 0 {
		return result, nil
	}
	if len(t.people)+len(t.touched) > 0 { // ten tries at one bad sheet must not push the older backups out
		if _, err := keeping.AutoBackup(ctx, d.Office.Store, d.Office.BackupFolder(), "导入前"); err != nil {
			return Result{}, err
		}
	}
	if err := t.enter(ctx); err != nil {
		return Result{}, err
	}
	result.Batch = t.batch.ID
	return result, d.Reload(context.WithoutCancel(ctx)) // what has entered must be seen
}

// taking is an import while it goes on.
type taking struct {
	desk    *registration.Desk
	opts    Options
	known   []data.Unit               // the unit register, with what this import adds
	touched map[data.UnitID]data.Unit // units to be written
	people  []*data.Applicant
	batch   data.Batch
	seen    sheets.Seen
}

// read reads one file and collects what will be entered.
func (t *taking) read(path string) (File, error) {
	book, err := sheets.Read(path)
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
	for i := range reading.Sheets {
		t.collect(reading.File, &reading.Sheets[i])
	}
	t.batch.Files = append(t.batch.Files, data.BatchFile{Name: reading.File, SHA256: reading.SHA256})
	return File{File: path, Sheets: reading.Sheets}, nil
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

func (t *taking) collect(file string, s *sheets.SheetReading) {
	t.register(s.Lines, s)
	if s.Kind == sheets.People {
		t.batch.Kind = sheets.People
	}
	for i := range s.Accepted {
		t.people = append(t.people, &s.Accepted[i].Applicant)
	}
	for _, w := range s.Waiting {
		if w.Registered() {
			continue // nothing of it is to be mended
		}
		row := data.WaitingRow{File: file, Sheet: s.Sheet, Row: w.Row, Texts: w.Texts, Other: w.Other}
		for _, p := range w.Problems {
			row.Problems = append(row.Problems, p.Code)
		}
		t.batch.Tray = append(t.batch.Tray, row)
	}
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

// enter writes everything in one transaction.
func (t *taking) enter(ctx context.Context) error {
	matcher := units.NewMatcher(t.known)
	_, err := t.desk.Office.Store.Update(ctx, data.OpImport, t.batch.Files[0].Name, func(tx *store.Tx) error {
		t.batch.ID, t.batch.At = data.BatchID(tx.NewID()), tx.Now()
		t.batch.Accepted, t.batch.Waiting = len(t.people), len(t.batch.Tray)
		if err := tx.PutBatch(t.batch); err != nil {
			return err
		}
		for _, u := range t.known {
			if changed, ok := t.touched[u.ID]; ok {
				if err := tx.PutUnit(changed); err != nil {
					return err
				}
			}
		}
		for i, a := range t.people {
			if err := t.goOn(ctx, i); err != nil {
				return err
			}
			a.Application.Unit = matcher.Match(a.Unit).Unit.ID
			a.Application.Batch, a.Application.Status = t.batch.ID, data.Submitted
			if err := t.desk.Put(tx, a); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

// goOn tells how far the writing is, and stops it when it was cancelled.
func (t *taking) goOn(ctx context.Context, done int) error {
	if t.opts.Progress != nil {
		t.opts.Progress(done, len(t.people))
	}
	return ctx.Err()
}

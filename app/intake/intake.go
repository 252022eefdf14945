// Package intake takes in what units, the web site, banks and exam centres send:
// it reads files (package sheets), enters the good rows, keeps the bad ones in
// the batch's tray as they were written, and brings the unit register up to date.
// What payments, scores and orders mean is decided by the Ledger of their kind.
//
// One import is one transaction: it enters whole or not at all; what it brought
// is one batch for people and units, and one for each kind of ledger. A batch can
// be taken back at any time: what nobody has touched since is gone. The same file
// once more changes nothing, and a mended one settles the rows that waited for it.
// While rows wait, the sender's file is kept to be answered in.
//
// Callers want Look to be told what a file would do, Take to let it in, TakeBack,
// and Again where the columns of a sheet were taken for the wrong fields.
package intake

import (
	"context"

	"gongkao/app/keeping"
	"gongkao/app/registration"
	"gongkao/app/sheets"
	"gongkao/data"
)

// Options say how to take files in.
type Options struct {
	DefaultUnit string // for rosters that name no unit
	CreateUnits bool   // take unknown units as new ones
	DryRun      bool   // read and say, but enter nothing
	// Layout is what is said of the columns of one head and not kept; nil: nothing.
	Layout *data.SheetLayout
	// Reading is told how many rows of how many of a file are looked at, before
	// anything is written; nil: nobody is.
	Reading func(done, total int)
	// Progress is told how many people and rows of how many are written; nil:
	// nobody is.
	Progress func(done, total int)
}

// Result says what became of every file and row.
type Result struct {
	Batch   data.BatchID `json:"batch"`             // the first of Batches; empty when there is none
	Batches []Batch      `json:"batches,omitempty"` // none after a dry run, or when nothing new could be read
	Settled int          `json:"settled,omitempty"` // rows of earlier trays whose people these files bring
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
	Before data.Date             `json:"imported_before,omitzero"` // when the same file was taken in and not taken back; zero: it was not
	InTray int                   `json:"in_tray,omitempty"`        // rows that wait in the tray of that import, and not once more
	Error  *Error                `json:"error,omitempty"`
	Sheets []sheets.SheetReading `json:"sheets"`
	sha256 string
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
	t, err := newTaking(ctx, d, opts)
	if err != nil {
		return Result{}, err
	}
	result, err := t.look(ctx, fromDisk(paths))
	if err != nil || opts.DryRun || t.nothing() {
		return result, err
	}
	if t.rows() > 0 || len(t.touched) > 0 { // ten tries at one bad sheet must not push the older backups out
		if _, err := keeping.AutoBackup(ctx, d.Office.Store, d.Office.BackupFolder(), "导入前"); err != nil {
			return Result{}, err
		}
	}
	if err := t.enter(ctx); err != nil {
		return Result{}, err
	}
	t.tell(&result)
	return result, t.renew(context.WithoutCancel(ctx)) // what has entered must be seen
}

// Look says what taking files in would do, and writes nothing: which rows would
// enter, and what a unit sheet would change in the register.
func Look(ctx context.Context, d *registration.Desk, paths []string, opts Options) (Result, error) {
	opts.DryRun = true
	return Take(ctx, d, paths, opts)
}

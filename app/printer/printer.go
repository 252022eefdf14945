// Package printer brings a finished PDF to paper: to the system's printer where
// one answers, else to the program that shows PDFs, in which the clerk prints.
//
// New once when the program starts, Print as often as wanted, Close when the
// window closes. A file handed to another program lies in a private folder that
// Close removes, and the next New removes what a viewer still held open then.
package printer

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"gongkao/data"
)

// Job is what is to be printed. Its name is read in queues and title bars, so
// it names the paper and nobody on it.
type Job struct {
	Name   string
	PDF    []byte
	Copies int // less than one is one
}

// Said is what became of a job, for the message bar: what happened and what
// remains to do, each a sentence.
type Said struct{ What, Next string }

// Printer takes finished papers.
type Printer interface {
	// Print returns when the paper is out of our hands. It refuses what nobody
	// takes (no-printer).
	Print(ctx context.Context, job Job) (Said, error)
}

// System is the printer of this computer. Its methods may be called from any
// goroutine.
type System struct{ desk desk }

var _ Printer = (*System)(nil)

// New returns the printer of this computer and clears away what an earlier
// start left behind.
func New() *System {
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	s := &System{desk{root: filepath.Join(cache, "gongkao", "print")}}
	s.desk.clear()
	return s
}

// Print hands the job over. What is left to the clerk is said in Said.
func (s *System) Print(ctx context.Context, job Job) (Said, error) {
	job.Copies = max(1, job.Copies)
	path, err := s.desk.lay(job)
	if err != nil {
		return Said{}, err
	}
	said, held, err := hand(ctx, path, job)
	if !held {
		err = errors.Join(err, os.RemoveAll(filepath.Dir(path)))
	}
	return said, err
}

// Close removes the files handed over. One that a viewer holds open, as it may
// on Windows, is left to the next start.
func (s *System) Close() error { return s.desk.close() }

// shown is what is said when a viewer has the file.
func shown(job Job) Said {
	next := "请在那里按 Ctrl+P 打印"
	if job.Copies > 1 {
		next += fmt.Sprintf("，份数填 %d", job.Copies)
	}
	return Said{"已交给看 PDF 的程序", next}
}

// nobody is the refusal when no program takes the file.
func nobody(cause error) error {
	return data.RefuseBecause(cause, "no-printer", "这台电脑没有能打印 PDF 的程序", "请在“名册与打印”里按 Ctrl+S 存成 PDF，拿到能打印的电脑上打")
}

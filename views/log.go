package views

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
)

// LogFolder is the folder, inside the data folder, of what went wrong.
const LogFolder = "logs"

const (
	logName     = "gongkao.log"
	crashName   = "crash.log"
	crashedName = "crash-last.log"
	largestLog  = 1 << 20
)

// journal is the log of a run: faults by their number, and the last words of a
// program that crashed.
type journal struct {
	*os.File
	Crashed string // where the last words of the run before lie; "" when it ended well
}

// openJournal opens the log of a data folder. A program that crashes writes why
// into a file of its own, which the next start finds.
func openJournal(folder string) (*journal, error) {
	folder = filepath.Join(folder, LogFolder)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, err
	}
	path := filepath.Join(folder, logName)
	if info, err := os.Stat(path); err == nil && info.Size() > largestLog {
		if err := os.Rename(path, path+".1"); err != nil {
			return nil, err
		}
	}
	j := &journal{}
	crash := filepath.Join(folder, crashName)
	if info, err := os.Stat(crash); err == nil && info.Size() > 0 {
		last := filepath.Join(folder, crashedName)
		if err := os.Rename(crash, last); err != nil {
			return nil, err
		}
		j.Crashed = last
	}
	words, err := os.OpenFile(crash, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	err = debug.SetCrashOutput(words, debug.CrashOptions{}) // keeps a handle of its own
	if err = errors.Join(err, words.Close()); err != nil {
		return nil, err
	}
	j.File, err = os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	return j, err
}

// note writes an error that is nobody's business but the log's.
func (j *journal) note(err error) {
	if err != nil && !errors.Is(err, fs.ErrClosed) {
		fmt.Fprintln(j, err)
	}
}

package printer

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/gofrs/flock"

	"gongkao/data/disk"
)

// desk is where the files lie that another program reads: a folder for each
// running program of ours, beside a lock file that says that it runs.
type desk struct {
	root  string
	mu    sync.Mutex
	own   string       // this program's folder
	claim *flock.Flock // nil until the first job
}

// claimed ends the name of a lock file. Its folder has the name without it.
const claimed = ".lock"

// lay writes the job's file into a folder of its own, so that two jobs may have
// one name.
func (d *desk) lay(job Job) (path string, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.settle(); err != nil {
		return "", disk.Explain(err)
	}
	folder, err := os.MkdirTemp(d.own, "")
	if err != nil {
		return "", disk.Explain(err)
	}
	path = filepath.Join(folder, fileName(job.Name))
	return path, disk.Save(path, job.PDF)
}

// settle claims this program's folder, and then makes it.
func (d *desk) settle() error {
	if d.claim != nil {
		return nil
	}
	if err := os.MkdirAll(d.root, disk.FolderMode); err != nil {
		return err
	}
	file, err := os.CreateTemp(d.root, "*"+claimed)
	if err != nil {
		return err
	}
	if err := file.Close(); err != nil {
		return err
	}
	claim := flock.New(file.Name())
	if ok, err := claim.TryLock(); err != nil || !ok {
		return errors.Join(err, fmt.Errorf("printer: %s is somebody else's", file.Name()))
	}
	d.own, d.claim = strings.TrimSuffix(file.Name(), claimed), claim
	return os.Mkdir(d.own, disk.FolderMode)
}

// clear removes what programs left behind that no longer run.
func (d *desk) clear() {
	left, err := filepath.Glob(filepath.Join(d.root, "*"+claimed))
	if err != nil {
		return // the folder's name is no pattern: there is nothing of ours in it
	}
	for _, path := range left {
		claim := flock.New(path)
		if ok, err := claim.TryLock(); err == nil && ok {
			_ = remove(claim) // the next start tries again
		}
	}
}

func (d *desk) close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.claim == nil {
		return nil
	}
	claim := d.claim
	d.own, d.claim = "", nil
	return remove(claim)
}

// remove takes a folder away and gives its claim up. As long as a file in it
// cannot be removed the lock file stays, for the next start to find.
func remove(claim *flock.Flock) error {
	gone := os.RemoveAll(strings.TrimSuffix(claim.Path(), claimed)) == nil
	if err := claim.Unlock(); err != nil || !gone {
		return err
	}
	return os.Remove(claim.Path())
}

// longestName is how many bytes a name keeps: hanzi take three or four each,
// and some systems take no more than 255.
const longestName = 150

// fileName is the job's name as every system takes it.
func fileName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return -1
		}
		return r
	}, name)
	name = strings.Trim(strings.TrimSuffix(name, ".pdf"), " .")
	for len(name) > longestName {
		_, size := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-size]
	}
	if name == "" {
		name = "打印"
	}
	return name + ".pdf"
}

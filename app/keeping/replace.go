package keeping

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"gongkao/data/disk"
	"gongkao/data/store"
)

// replace brings the checked copy to the live name. The old file is copied to
// the backups first. Its log must be gone before the new file comes, or SQLite
// would play it into that one; it comes back should the move fail. Last comes
// the head file: power lost before it leaves a file that refuses to be written
// and says to restore again, never one that looks whole and is not.
func (r Restoration) replace(copied string) error {
	if err := r.keepOld(); err != nil {
		return err
	}
	aside := copied + ".old-wal"
	err := os.Rename(r.Live+"-wal", aside)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Remove(r.Live + "-shm"); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return errors.Join(err, back(aside, r.Live+"-wal"))
	}
	if err := disk.Move(copied, r.Live); err != nil {
		return errors.Join(err, back(aside, r.Live+"-wal"))
	}
	return disk.Move(store.HeadPath(copied), store.HeadPath(r.Live))
}

// back undoes a renaming, if there was one.
func back(from, to string) error {
	if err := os.Rename(from, to); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// keepOld copies the live file, with log and head file, into the backups under
// its time: backups/replaced-20260320-143000.db. It may be damaged, so it is
// copied byte by byte, and rotation never counts it.
func (r Restoration) keepOld() error {
	if _, err := os.Lstat(r.Live); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err := os.MkdirAll(r.Backups, disk.FolderMode); err != nil {
		return err
	}
	kept := r.replacedName()
	for _, pair := range [][2]string{{r.Live, kept}, {r.Live + "-wal", kept + "-wal"}, {store.HeadPath(r.Live), store.HeadPath(kept)}} {
		if err := disk.Copy(pair[0], pair[1]); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

func (r Restoration) replacedName() string {
	now := time.Now
	if r.Options.Now != nil {
		now = r.Options.Now
	}
	stamp := now().Format(stampLayout)
	path := filepath.Join(r.Backups, "replaced-"+stamp+".db")
	for n := 2; ; n++ {
		if _, err := os.Lstat(path); err != nil {
			return path
		}
		path = filepath.Join(r.Backups, fmt.Sprintf("replaced-%s-%d.db", stamp, n))
	}
}

package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"gongkao/data"
	"gongkao/data/disk"
)

// readerConnections is how many Views may run at once.
const readerConnections = 4

// terms are what Open goes by; tests change them.
type terms struct {
	files fs.FS         // the migrations
	wait  time.Duration // for another program to let go
}

func ordinary() terms { return terms{migrations(), patience} }

// Create makes a new, locked data file. Nothing may be at path (file-exists),
// nor what a lost file leaves behind, its log or head file (file-missing). It
// is built under another name and moved there whole.
func Create(ctx context.Context, path string, o Options) (*Store, error) {
	if _, err := os.Lstat(path); err == nil {
		return nil, data.Refuse("file-exists", "", "这里已经有一个文件 "+filepath.Base(path), "请换一个文件夹，或打开已有的数据文件")
	}
	for _, trace := range []string{path + "-wal", HeadPath(path)} {
		if _, err := os.Lstat(trace); err == nil {
			return nil, data.Refuse("file-missing", "", "这里原有一份数据文件，现在不见了，只留下 "+filepath.Base(trace), "请用“恢复备份”取回最近的备份，或换一个空文件夹")
		}
	}
	if err := build(ctx, path+".new", path, o.filled()); err != nil {
		return nil, explain(err)
	}
	return Open(ctx, path, o)
}

// build makes the file with its tables and its own id and moves it into place.
func build(ctx context.Context, temp, path string, o Options) (err error) {
	if err := os.Remove(temp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := disk.Replace(temp, nil); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			removeDatabase(temp)
		}
	}()
	db, err := writing(patience).open(ctx, temp, 1)
	if err != nil {
		return err
	}
	err = fill(ctx, db, o)
	if err = errors.Join(err, db.Close()); err != nil {
		return err
	}
	return disk.Move(temp, path)
}

func fill(ctx context.Context, db *sql.DB, o Options) error {
	m, err := newMigration(ctx, db, migrations())
	if err != nil {
		return err
	}
	if err := m.run(ctx, db, o.Now()); err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "UPDATE datafile SET id = ?", o.NewID())
	return err
}

// Open opens a data file, still locked. An older one is migrated after a dated
// copy beside it. Refusals: file-missing, file-empty, file-cut, file-damaged,
// not-ours, file-newer, file-locked, read-only. A file that has lost records
// opens, to be read; see Trouble.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	return openLive(ctx, path, o, ordinary())
}

func openLive(ctx context.Context, path string, o Options, by terms) (*Store, error) {
	s := &Store{path: path, options: o.filled()}
	err := s.connect(ctx, by)
	if err != nil {
		s.abandon()
		return nil, explain(err)
	}
	return s, nil
}

func (s *Store) connect(ctx context.Context, by terms) (err error) {
	if err := examine(s.path); err != nil {
		return err
	}
	if err := writable(s.path); err != nil {
		return err
	}
	if s.writer, err = writing(by.wait).open(ctx, s.path, 1); err != nil {
		return err
	}
	if err := s.upgrade(ctx, by.files); err != nil {
		return err
	}
	if s.readers, err = readingLive(by.wait).open(ctx, s.path, readerConnections); err != nil {
		return err
	}
	return s.checkHead(ctx)
}

// OpenCopy opens a finished copy (Snapshot's, a backup) to be read only, from
// read-only media too, and leaves it untouched. Only copies of this program's
// own format open: file-newer for a newer one, file-older for an older one,
// which Open migrates.
func OpenCopy(ctx context.Context, path string, o Options) (*Store, error) {
	s := &Store{path: path, options: o.filled()}
	if err := s.connectCopy(ctx); err != nil {
		s.abandon()
		return nil, explain(err)
	}
	return s, nil
}

func (s *Store) connectCopy(ctx context.Context) (err error) {
	if err := examine(s.path); err != nil {
		return err
	}
	if s.readers, err = readingCopy().open(ctx, s.path, readerConnections); err != nil {
		return err
	}
	m, err := newMigration(ctx, s.readers, migrations())
	if err != nil {
		return err
	}
	s.version = m.wants
	switch {
	case m.has > m.wants:
		return refuseNewer(ctx, s.readers)
	case m.has < m.wants:
		return data.Refuse("file-older", "", fmt.Sprintf("这份备份是旧格式（%d）", m.has), "请用“恢复备份”打开，程序会先升级它的副本")
	}
	return nil
}

// Reopen opens a copy of this store's file with this store's own keys, to be
// read only: how a backup is checked.
func (s *Store) Reopen(ctx context.Context, copied string) (*Store, error) {
	keys, by := s.unlocked()
	if keys == nil {
		return nil, errLocked()
	}
	c, err := OpenCopy(ctx, copied, s.options)
	if err != nil {
		return nil, err
	}
	c.Unlock(keys, by)
	return c, nil
}

// abandon closes what a failed opening had opened.
func (s *Store) abandon() {
	for _, db := range []*sql.DB{s.readers, s.writer} {
		if db != nil {
			db.Close()
		}
	}
}

func removeDatabase(path string) {
	for _, suffix := range []string{"", "-wal", "-shm", "-journal"} {
		os.Remove(path + suffix)
	}
}

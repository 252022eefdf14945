package keeping

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"gongkao/data"
	"gongkao/data/disk"
	"gongkao/data/store"
)

// Restoration is what Restore is to do.
type Restoration struct {
	Live    string                   // the office's data file; closed, or missing
	From    string                   // the backup
	Backups string                   // the folder in which the old file is kept
	Unlock  func(*store.Store) error // unlocks the copy of the backup with a passphrase of its own users
	Options store.Options            // clock and ids
}

// Restore puts a backup in the place of the office's file. It works on a copy:
// opened (and migrated if old), unlocked, verified, and marked in its history
// as restored. Only then the old file goes to the backups, whole with its log
// and head file, and the copy takes its place. The office's file must be
// closed. The report is that of the restored file.
//
// Refusals: those of store.Open for the backup, those of Unlock, backup-bad,
// restore-onto-itself, disk-full, read-only. With any of them the office's
// file is as it was.
func Restore(ctx context.Context, r Restoration) (report store.Report, err error) {
	if err := r.notItself(); err != nil {
		return report, err
	}
	folder := filepath.Dir(r.Live)
	if err := os.MkdirAll(folder, disk.FolderMode); err != nil {
		return report, disk.Explain(err)
	}
	staging, err := os.MkdirTemp(folder, ".restore-*")
	if err != nil {
		return report, disk.Explain(err)
	}
	defer os.RemoveAll(staging)
	copied := filepath.Join(staging, filepath.Base(r.Live))
	if report, err = r.prepare(ctx, copied); err != nil {
		return store.Report{}, err
	}
	if err := r.replace(copied); err != nil {
		return store.Report{}, disk.Explain(err)
	}
	return report, nil
}

func (r Restoration) notItself() error {
	from, err := os.Stat(r.From)
	if errors.Is(err, fs.ErrNotExist) {
		return data.RefuseBecause(err, "file-missing", "找不到备份文件 "+filepath.Base(r.From), "请检查磁盘或 U 盘是否接好，另选备份文件")
	}
	if err != nil {
		return disk.Explain(err)
	}
	if live, err := os.Stat(r.Live); err == nil && os.SameFile(from, live) {
		return data.Refuse("restore-onto-itself", "", "选中的就是正在使用的数据文件", "请选一个备份文件，自动备份在 backups 文件夹里")
	}
	return nil
}

// prepare makes the checked copy, closed and complete in one file.
func (r Restoration) prepare(ctx context.Context, copied string) (report store.Report, err error) {
	for _, suffix := range []string{"", "-wal"} { // a file copied by hand may have its log beside it
		err := disk.Copy(r.From+suffix, copied+suffix)
		if err != nil && (suffix == "" || !errors.Is(err, fs.ErrNotExist)) {
			return report, disk.Explain(err)
		}
	}
	s, err := store.Open(ctx, copied, r.Options)
	if err != nil {
		return report, err
	}
	report, err = r.check(ctx, s)
	if closing := s.Close(); err == nil {
		err = closing
	}
	return report, err
}

// check marks the copy as restored, which any damage in its way stops, and
// then verifies all of it.
func (r Restoration) check(ctx context.Context, s *store.Store) (store.Report, error) {
	if err := r.Unlock(s); err != nil {
		return store.Report{}, err
	}
	why := "取自 " + filepath.Base(r.From)
	if _, err := s.Update(ctx, data.OpRestore, why, func(*store.Tx) error { return nil }); err != nil {
		return store.Report{}, err
	}
	report, err := s.Verify(ctx)
	if err != nil {
		return report, err
	}
	if err := sound(report, "这份备份本身有问题，没有恢复"); err != nil {
		return report, err
	}
	return report, carryScans(ctx, s, r.From, r.Live)
}

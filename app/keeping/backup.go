package keeping

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"gongkao/data"
	"gongkao/data/disk"
	"gongkao/data/store"
)

// Backup writes a copy of the office's file to out. The copy gets that name
// only after it has been opened again with the same keys and verified; until
// then, and when anything fails, there is nothing under it but what was there.
// An older backup under that name is replaced. Scans go to the folder scans
// beside out, which backups in one folder share.
//
// Refusals: locked, backup-onto-itself, file-exists (something that is no
// backup), disk-full, read-only, backup-bad (the copy does not verify, which
// means that the office's own file does not).
func Backup(ctx context.Context, s *store.Store, out string) (store.Report, error) {
	c, err := copyOf(ctx, s, out)
	if err != nil {
		return store.Report{}, err
	}
	return c.settle(ctx)
}

// copied is a copy that is written and not checked, under a name of its own.
type copied struct {
	live      *store.Store
	part, out string
}

// copyOf writes a copy of the office's file as it stands.
func copyOf(ctx context.Context, s *store.Store, out string) (*copied, error) {
	if err := mayReplace(ctx, s.Path(), out); err != nil {
		return nil, err
	}
	part, err := unusedName(out)
	if err != nil {
		return nil, disk.Explain(err)
	}
	return &copied{s, part, out}, s.Snapshot(ctx, part)
}

// settle makes the copy the backup if it verifies, else takes it away.
func (c *copied) settle(ctx context.Context) (store.Report, error) {
	report, err := c.verify(ctx)
	if err == nil {
		err = disk.Explain(disk.Move(c.part, c.out))
	}
	if err != nil {
		os.Remove(c.part)
		return store.Report{}, err
	}
	return report, nil
}

// verify opens the copy and checks it, and brings the scans it names to beside
// out.
func (c *copied) verify(ctx context.Context) (store.Report, error) {
	opened, err := c.live.Reopen(ctx, c.part)
	if err != nil {
		return store.Report{}, err
	}
	report, err := opened.Verify(ctx)
	if err == nil && report.OK {
		err = carryScans(ctx, opened, c.live.Path(), c.out)
	}
	if err = errors.Join(err, opened.Close()); err != nil {
		return report, err
	}
	return report, sound(report, "备份没有做成：数据文件本身有问题")
}

// sound turns a report with problems into the refusal backup-bad.
func sound(report store.Report, message string) error {
	if report.OK {
		return nil
	}
	cause := errors.New(strings.Join(report.Problems, "；"))
	return data.RefuseBecause(cause, "backup-bad", fmt.Sprintf("%s（%d 处），%s", message, len(report.Problems), report.Problems[0]), "请用“检查数据”查看全部问题，再用更早的备份恢复")
}

// mayReplace refuses to write a backup over the office's own file, over
// another office's file in use, and over anything that is no backup.
func mayReplace(ctx context.Context, live, out string) error {
	there, err := os.Stat(out)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return disk.Explain(err)
	}
	if own, err := os.Stat(live); err == nil && os.SameFile(own, there) {
		return data.Refuse("backup-onto-itself", "", "备份不能写到正在使用的数据文件上", "请换一个文件名，最好放到另一个磁盘")
	}
	exists := data.Refuse("file-exists", "", "已有一个同名文件 "+filepath.Base(out)+"，它不是备份", "请换一个文件名")
	if there.IsDir() {
		return exists
	}
	if _, err := os.Stat(out + "-wal"); err == nil { // somebody's file in use
		return exists
	}
	old, err := store.OpenCopy(ctx, out, store.Options{})
	if err == nil {
		return old.Close()
	}
	if data.HasCode(err, "file-older") || data.HasCode(err, "file-cut") || data.HasCode(err, "file-empty") {
		return nil
	}
	return exists
}

// unusedName returns a name beside out that nothing has.
func unusedName(out string) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(out), "."+filepath.Base(out)+"-*.part")
	if err != nil {
		return "", err
	}
	return f.Name(), errors.Join(f.Close(), os.Remove(f.Name()))
}

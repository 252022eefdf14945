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

// carryScans brings the scans that the file at copied names from beside one data
// file to beside another: backups in one folder share theirs, and on one disk
// they take no room twice. A scan that is missing stops nothing: records matter
// more, and Verify tells of it.
func carryScans(ctx context.Context, copied *store.Store, from, to string) error {
	scans, err := scansOf(ctx, copied)
	if err != nil {
		return err
	}
	for _, s := range scans {
		source, target := store.ScanPath(from, s.SHA256), store.ScanPath(to, s.SHA256)
		there, err := os.Stat(source)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return disk.Explain(err)
		}
		if kept, err := os.Stat(target); err == nil && kept.Size() == there.Size() {
			continue
		}
		if err := carry(source, target); err != nil {
			return disk.Explain(err)
		}
	}
	return nil
}

// carry links one file, or copies it where the disk has no links or is another.
func carry(source, target string) error {
	if err := os.MkdirAll(filepath.Dir(target), disk.FolderMode); err != nil {
		return err
	}
	if os.Link(source, target) == nil {
		return nil
	}
	part, err := unusedName(target)
	if err != nil {
		return err
	}
	if err := disk.Copy(source, part); err != nil {
		return err
	}
	return disk.Move(part, target)
}

func scansOf(ctx context.Context, s *store.Store) (scans []data.Scan, err error) {
	err = s.View(ctx, func(r *store.Reader) error {
		scans, err = r.Scans()
		return err
	})
	return scans, err
}

package store

import (
	"context"
	"database/sql"
	"os"

	"gongkao/data/disk"
)

// snapshot lets SQLite write a fresh copy into a file that only the owner may
// read. VACUUM INTO takes an empty file for a missing one.
func snapshot(ctx context.Context, db *sql.DB, dst string) error {
	f, err := os.OpenFile(dst, os.O_WRONLY|os.O_CREATE|os.O_EXCL, disk.FileMode)
	if err != nil {
		return disk.Explain(err)
	}
	if err = f.Close(); err == nil {
		_, err = db.ExecContext(ctx, "VACUUM INTO ?", dst)
	}
	if err == nil {
		err = disk.Sync(dst)
	}
	if err != nil {
		os.Remove(dst)
		os.Remove(dst + "-journal")
	}
	return explain(err)
}

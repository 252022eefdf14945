package office

import (
	"context"
	"errors"
	"path/filepath"

	"gongkao/app/keeping"
	"gongkao/data/store"
)

// Restore puts a backup in the place of the folder's office, or of none. The
// backup is opened with a passphrase of its own users. What stood there before
// goes to the backups.
func Restore(ctx context.Context, p Place, backup string) (report store.Report, err error) {
	p = p.withDefaults()
	o, err := enter(ctx, p)
	if err != nil {
		return report, err
	}
	defer func() { err = errors.Join(err, o.lock.Unlock()) }()
	return keeping.Restore(ctx, keeping.Restoration{
		Live: filepath.Join(p.Folder, DatabaseName),
		From: backup, Backups: o.BackupFolder(),
		Unlock: func(s *store.Store) error {
			_, err := unlock(ctx, s, p)
			return err
		},
		Options: store.Options{Now: p.Now, NewID: p.NewID},
	})
}

package office

import (
	"context"
	"errors"
	"path/filepath"

	"gongkao/app/keeping"
	"gongkao/data"
	"gongkao/data/store"
)

// Restore puts a backup in the place of the folder's office, or of none. The
// backup is opened with a passphrase of its own users. What stood there before
// goes to the backups. A practice county and a real office do not take each
// other's place (restore-other).
func Restore(ctx context.Context, p Place, backup string) (report store.Report, err error) {
	p = p.withDefaults()
	var there *Glimpse
	if Exists(p.Folder) {
		// What cannot even be looked at is what a backup is for.
		if g, err := Look(ctx, p); err == nil {
			there = &g
		}
	}
	o, err := enter(ctx, p)
	if err != nil {
		return report, err
	}
	defer func() { err = errors.Join(err, o.lock.Unlock()) }()
	return keeping.Restore(ctx, keeping.Restoration{
		Live: filepath.Join(p.Folder, DatabaseName),
		From: backup, Backups: o.BackupFolder(),
		Unlock: func(s *store.Store) error {
			if err := sameSort(ctx, s, there); err != nil {
				return err
			}
			_, _, err := unlock(ctx, s, p)
			return err
		},
		Options: store.Options{Now: p.Now, NewID: p.NewID},
	})
}

// sameSort refuses a backup of invented people over a real office, and the
// other way round.
func sameSort(ctx context.Context, backup *store.Store, there *Glimpse) error {
	profile, _, err := whoseFile(ctx, backup)
	switch {
	case err != nil || there == nil || there.Practice == profile.Practice:
		return err
	case profile.Practice:
		return data.Refuse("restore-other", "", "这份备份是演练县的，这个文件夹里是"+there.Name+"的真实数据", "请核对备份文件；演练数据请恢复到另一个空文件夹")
	}
	return data.Refuse("restore-other", "", "这份备份是"+profile.Name+"的真实数据，这个文件夹里是演练县", "请用 --data 另选一个空文件夹恢复")
}

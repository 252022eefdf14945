package office

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"gongkao/data/seal"
	"gongkao/data/store"
)

// Glimpse is what can be told of an office before anybody has signed in.
type Glimpse struct {
	Name     string
	Year     int
	Practice bool
	Clerks   []string  // who may sign in
	LastAt   time.Time // when something was last written
}

// Look reads what a locked office tells. It refuses what Open refuses of the
// folder and the file.
func Look(ctx context.Context, p Place) (g Glimpse, err error) {
	p = p.withDefaults()
	o, err := enter(ctx, p)
	if err != nil {
		return g, err
	}
	defer func() { err = errors.Join(err, o.Close()) }()
	path := filepath.Join(p.Folder, DatabaseName)
	if o.Store, err = store.Open(ctx, path, store.Options{Now: p.Now, NewID: p.NewID}); err != nil {
		return g, err
	}
	profile, users, err := whoseFile(ctx, o.Store)
	if err != nil {
		return g, err
	}
	g = Glimpse{Name: profile.Name, Year: profile.Year, Practice: profile.Practice}
	if err := o.Store.View(ctx, func(r *store.Reader) (err error) {
		g.LastAt, err = r.LastAt()
		return err
	}); err != nil {
		return g, err
	}
	for _, u := range users {
		g.Clerks = append(g.Clerks, u.Name)
	}
	return g, nil
}

// Delay returns how long the next try of a passphrase has to wait, because so
// many were wrong.
func Delay(folder string) time.Duration {
	return seal.NewAttempts(filepath.Join(folder, attemptsName)).Delay()
}

// BackupFolderOf returns where the automatic backups of a folder's office lie.
func BackupFolderOf(folder string) string { return filepath.Join(folder, BackupFolder) }

// Package office is an opened county: its data file, who is signed in, the
// policy of the year, the code tables and the clock. Screens and commands are
// handed an *Office and pass it to the use cases. Most callers want Open for a
// folder that holds an office, Create for one that does not, and Close.
package office

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"gongkao/app/codes"
	"gongkao/app/policy"
	"gongkao/assets"
	"gongkao/data"
	"gongkao/data/seal"
	"gongkao/data/store"
)

// The files of a data folder.
const (
	DatabaseName = "gongkao.db"
	BackupFolder = "backups"
	lockName     = "gongkao.lock"
	attemptsName = "gongkao.attempts"
)

// PracticePassphrase opens every practice county. It is public: what it
// protects is invented.
const PracticePassphrase = "演练"

// lockPatience is how long a command waits for another one on the same folder.
const lockPatience = 2 * time.Second

// Place is a data folder and how to enter it.
type Place struct {
	Folder     string
	Passphrase string           // "" enters only a practice county
	Now        func() time.Time // the clock; nil is the machine's
	NewID      func() string    // ids of new records; nil is UUIDv7
	Random     io.Reader        // for keys and seals; nil is crypto/rand
}

// Office is an opened county. It is valid until Close.
type Office struct {
	Folder  string
	Store   *store.Store
	Codes   *codes.Codes
	Policy  *policy.Policy
	Profile data.Office
	Clerk   string // who is signed in

	working int // the year in work; Profile.Year is another one while that is looked at
	now     func() time.Time
	lock    *flock.Flock
	keys    *seal.Keys
	random  io.Reader
}

// Exists reports whether the folder holds an office.
func Exists(folder string) bool {
	_, err := os.Stat(filepath.Join(folder, DatabaseName))
	return err == nil
}

// Open opens the office in the folder. It refuses a wrong passphrase
// (wrong-passphrase; slower after five), a folder in use (in-use), and what
// package store refuses.
func Open(ctx context.Context, p Place) (_ *Office, err error) {
	p = p.withDefaults()
	o, err := enter(ctx, p)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, o.Close())
		}
	}()
	if o.Store, err = store.Open(ctx, filepath.Join(p.Folder, DatabaseName), store.Options{Now: p.Now, NewID: p.NewID}); err != nil {
		return nil, err
	}
	if o.keys, o.Clerk, err = unlock(ctx, o.Store, p); err != nil {
		return nil, err
	}
	return o, o.ready(ctx)
}

// Create makes a new office in an empty folder and opens it; without a year in
// the profile it works in the newest that has a policy. The recovery code
// it returns is shown or printed once; it is kept nowhere.
func Create(ctx context.Context, p Place, profile data.Office, clerk string) (_ *Office, recovery string, err error) {
	p = p.withDefaults()
	if p.Passphrase == "" && !profile.Practice {
		return nil, "", noPassphrase()
	}
	if profile.Year == 0 {
		if profile.Year, err = policy.Newest(assets.Files); err != nil {
			return nil, "", err
		}
	}
	if Exists(p.Folder) {
		return nil, "", data.Refuse("not-empty", "", "这个文件夹里已经有一份数据", "请换一个空文件夹，或直接打开它")
	}
	o, err := enter(ctx, p)
	if err != nil {
		return nil, "", err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, o.Close())
		}
	}()
	if o.Store, err = store.Create(ctx, filepath.Join(p.Folder, DatabaseName), store.Options{Now: p.Now, NewID: p.NewID}); err != nil {
		return nil, "", err
	}
	if !profile.Practice {
		if err := o.oweRecovery(); err != nil {
			return nil, "", err
		}
	}
	recovery, err = o.found(ctx, p, profile, clerk)
	if err != nil {
		return nil, "", err
	}
	return o, recovery, o.ready(ctx)
}

func (p Place) withDefaults() Place {
	if p.Now == nil {
		p.Now = time.Now
	}
	if p.Random == nil {
		p.Random = rand.Reader
	}
	return p
}

// enter makes the folder, locks it and loads what does not depend on the data.
func enter(ctx context.Context, p Place) (*Office, error) {
	if err := os.MkdirAll(p.Folder, 0o700); err != nil {
		return nil, data.RefuseBecause(err, "read-only", "不能使用数据文件夹 "+p.Folder, "请换一个可以写入的文件夹")
	}
	o := &Office{Folder: p.Folder, now: p.Now, random: p.Random, lock: flock.New(filepath.Join(p.Folder, lockName))}
	waiting, cancel := context.WithTimeout(ctx, lockPatience)
	defer cancel()
	locked, err := o.lock.TryLockContext(waiting, 50*time.Millisecond)
	switch {
	case errors.Is(err, os.ErrPermission):
		return nil, data.RefuseBecause(err, "read-only", "数据文件夹是只读的", "请换一个可以写入的文件夹，或请管理员开放权限")
	case !locked && waiting.Err() != nil && ctx.Err() == nil:
		return nil, data.Refuse("in-use", "", "另一个工考程序正在使用这个数据文件夹", "请先关闭它，再试一次")
	case err != nil:
		return nil, data.RefuseBecause(err, "read-only", "不能锁定数据文件夹", "请换一个本机硬盘上可以写入的文件夹")
	}
	o.Codes, err = codes.Load(assets.Files)
	if err != nil {
		return nil, errors.Join(err, o.lock.Unlock())
	}
	return o, nil
}

// found writes the first records of a new office.
func (o *Office) found(ctx context.Context, p Place, profile data.Office, clerk string) (recovery string, err error) {
	keys, err := seal.NewKeys(p.Random)
	if err != nil {
		return "", err
	}
	passphrase, cost := p.Passphrase, seal.DefaultCost
	if profile.Practice {
		passphrase, cost = PracticePassphrase, seal.PracticeCost
	}
	wrap, err := keys.WrapPassphrase(passphrase, cost)
	if err != nil {
		return "", err
	}
	recovery, recoveryWrap, err := keys.WrapRecovery(p.Random)
	if err != nil {
		return "", err
	}
	profile.Recovery = recoveryWrap
	o.Clerk, o.keys = clerk, keys
	o.Store.Unlock(keys, clerk)
	_, err = o.Store.Update(ctx, data.OpCreateOffice, "", func(tx *store.Tx) error {
		if err := tx.PutOffice(profile); err != nil {
			return err
		}
		return tx.PutUser(data.User{ID: data.UserID(tx.NewID()), Name: clerk, Wrap: wrap})
	})
	return recovery, err
}

// ready reads what every use case needs.
func (o *Office) ready(ctx context.Context) error {
	err := o.Store.View(ctx, func(r *store.Reader) (err error) {
		o.Profile, err = r.Office()
		return err
	})
	if err != nil {
		return err
	}
	o.working = o.Profile.Year
	if err := o.mendPolicy(ctx); err != nil {
		return err
	}
	o.Policy, err = policy.Load(assets.Files, o.Folder, o.Profile.Year)
	return err
}

// Close gives the folder back.
func (o *Office) Close() error {
	var err error
	if o.Store != nil {
		err = o.Store.Close()
	}
	return errors.Join(err, o.lock.Unlock())
}

// Now returns the office's clock.
func (o *Office) Now() time.Time { return o.now() }

// Today returns the day by the office's clock.
func (o *Office) Today() data.Date { return data.DateOf(o.now()) }

// BackupFolder returns where automatic backups lie.
func (o *Office) BackupFolder() string { return filepath.Join(o.Folder, BackupFolder) }

func noPassphrase() error {
	return data.Refuse("no-passphrase", "", "没有给出口令",
		"请在环境变量 GONGKAO_PASSPHRASE 或 --passphrase-file 里给出口令；只想练习，请先运行 gongkao demo")
}

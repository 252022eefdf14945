package office

import (
	"cmp"
	"context"
	"path/filepath"

	"gongkao/data"
	"gongkao/data/seal"
	"gongkao/data/store"
)

// unlock signs in the clerk whose passphrase it is; it returns his name. A
// practice county needs no passphrase, its own is public; whoever was added to
// it signs in by his.
func unlock(ctx context.Context, s *store.Store, p Place) (keys *seal.Keys, clerk string, err error) {
	profile, users, err := whoseFile(ctx, s)
	if err != nil {
		return nil, "", err
	}
	passphrase := p.Passphrase
	if profile.Practice {
		if keys, clerk, err := whose(users, passphrase, p); err == nil {
			s.Unlock(keys, clerk)
			return keys, clerk, nil
		}
		passphrase = PracticePassphrase
	}
	if passphrase == "" {
		return nil, "", noPassphrase()
	}
	attempts := seal.NewAttempts(filepath.Join(p.Folder, attemptsName))
	if err := attempts.Wait(ctx); err != nil {
		return nil, "", err
	}
	keys, clerk, err = whose(users, passphrase, p)
	if data.HasCode(err, "wrong-passphrase") {
		return nil, "", cmp.Or(attempts.Failed(), err)
	}
	if err != nil {
		return nil, "", err
	}
	s.Unlock(keys, clerk)
	return keys, clerk, attempts.Forget()
}

// whose tries the passphrase on every clerk's wrap.
func whose(users []data.User, passphrase string, p Place) (*seal.Keys, string, error) {
	err := noUsers()
	for _, u := range users {
		var keys *seal.Keys
		if keys, err = seal.UnwrapPassphrase(u.Wrap, passphrase, p.Random); err == nil {
			return keys, u.Name, nil
		}
	}
	return nil, "", err
}

// whoseFile reads what can be read of a locked file: its office and clerks.
func whoseFile(ctx context.Context, s *store.Store) (profile data.Office, users []data.User, err error) {
	err = s.View(ctx, func(r *store.Reader) error {
		if profile, err = r.Office(); err == nil {
			users, err = r.Users()
		}
		return err
	})
	return profile, users, err
}

func noUsers() error {
	return data.Refuse("no-users", "", "数据文件里没有登记任何用户", "请用最近的备份恢复")
}

package office

import (
	"cmp"
	"context"
	"errors"
	"path/filepath"

	"gongkao/data"
	"gongkao/data/seal"
	"gongkao/data/store"
)

// Recover gives the office's first clerk a new passphrase (p.Passphrase) by
// the printed recovery code. It refuses a code that was copied wrongly
// (recovery-slip, names the group) or is another office's
// (wrong-recovery-code); wrong codes slow down like wrong passphrases.
func Recover(ctx context.Context, p Place, code string) (err error) {
	p = p.withDefaults()
	if p.Passphrase == "" {
		return noPassphrase()
	}
	o, err := enter(ctx, p)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, o.Close()) }()
	if o.Store, err = store.Open(ctx, filepath.Join(p.Folder, DatabaseName), store.Options{Now: p.Now, NewID: p.NewID}); err != nil {
		return err
	}
	profile, users, err := whoseFile(ctx, o.Store)
	if err != nil {
		return err
	}
	if len(users) == 0 {
		return noUsers()
	}
	attempts := seal.NewAttempts(filepath.Join(p.Folder, attemptsName))
	if err := attempts.Wait(ctx); err != nil {
		return err
	}
	keys, err := seal.UnwrapRecovery(profile.Recovery, code, p.Random)
	if data.HasCode(err, "wrong-recovery-code") {
		return cmp.Or(attempts.Failed(), err)
	}
	if err != nil {
		return err
	}
	if users[0].Wrap, err = keys.WrapPassphrase(p.Passphrase, seal.DefaultCost); err != nil {
		return err
	}
	o.Store.Unlock(keys, users[0].Name)
	_, err = o.Store.Update(ctx, data.OpUser, "用恢复码重设口令", func(tx *store.Tx) error { return tx.PutUser(users[0]) })
	return cmp.Or(err, attempts.Forget())
}

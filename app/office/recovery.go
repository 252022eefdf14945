package office

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

// owedName is a file that lies in the folder from the moment a recovery code is
// made until somebody has copied it: a program that ends in between must not
// leave an office whose code nobody has.
const owedName = "recovery.owed"

// NewRecovery gives the office a new recovery code; the one before opens nothing
// from then on. The code is shown or printed once and kept nowhere: call
// RecoveryCopied when somebody has it.
func (o *Office) NewRecovery(ctx context.Context) (code string, err error) {
	if err := o.oweRecovery(); err != nil {
		return "", err
	}
	code, wrap, err := o.keys.WrapRecovery(o.random)
	if err != nil {
		return "", err
	}
	profile := o.Profile
	profile.Recovery = wrap
	_, err = o.Store.Update(ctx, data.OpUser, "换恢复码", func(tx *store.Tx) error { return tx.PutOffice(profile) })
	if err != nil {
		return "", err
	}
	o.Profile = profile
	return code, nil
}

// RecoveryOwed reports whether nobody has copied the recovery code, as far as is
// known: the program ended before. NewRecovery mends it.
func (o *Office) RecoveryOwed() bool {
	_, err := os.Stat(o.owed())
	return err == nil
}

// RecoveryCopied notes that somebody has the recovery code.
func (o *Office) RecoveryCopied() error {
	if err := os.Remove(o.owed()); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return disk.Explain(err)
	}
	return nil
}

func (o *Office) oweRecovery() error { return disk.Replace(o.owed(), nil) }

func (o *Office) owed() string { return filepath.Join(o.Folder, owedName) }

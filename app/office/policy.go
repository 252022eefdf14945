package office

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"gongkao/app/policy"
	"gongkao/assets"
	"gongkao/data"
	"gongkao/data/disk"
	"gongkao/data/store"
)

// Adopt makes the running office go by another policy. It is called where
// records are written, by one who has seen to it that the file is the same.
func (o *Office) Adopt(p *policy.Policy) { o.Policy = p }

// KeepPolicy keeps the text of the policy in force within an Update, once, so
// that whatever is decided under it can be explained when the file is long gone.
func (o *Office) KeepPolicy(tx *store.Tx) error { return o.Keep(tx, o.Policy) }

// Keep is KeepPolicy for another policy.
func (o *Office) Keep(tx *store.Tx, p *policy.Policy) error {
	if _, kept, err := tx.PolicyFile(p.Hash); err != nil || kept {
		return err
	}
	return tx.PutPolicyFile(data.PolicyFile{ID: p.Hash, Year: p.Year, Text: p.Text, From: tx.Now(), By: o.Clerk})
}

// PolicyPath returns where the office's own policy of a year lies; kind is ""
// for the one in force.
func (o *Office) PolicyPath(year int, kind string) string {
	return filepath.Join(o.Folder, "policy", fmt.Sprintf("%d%s.toml", year, kind))
}

// The kinds of policy files besides the one in force.
const (
	PolicyDraft = ".draft" // being worked on
	policyNext  = ".next"  // about to be put in force
)

// PutPolicy puts another policy of the year in force: record writes what changed
// in the same Update that keeps both texts. A kill at any moment leaves the old
// policy and no record of another, or the record, and then the next start brings
// the file to its name.
//
// So the new text is laid beside the old one first, then the record is written,
// and then the file gets its name; see mendPolicy.
func (o *Office) PutPolicy(ctx context.Context, p *policy.Policy, why string, record func(*store.Tx) error) error {
	next := o.PolicyPath(p.Year, policyNext)
	if err := os.MkdirAll(filepath.Dir(next), disk.FolderMode); err != nil {
		return disk.Explain(err)
	}
	if err := disk.Save(next, []byte(p.Text)); err != nil {
		return err
	}
	_, err := o.Store.Update(ctx, data.OpPolicy, why, func(tx *store.Tx) error {
		if err := o.Keep(tx, o.Policy); err != nil {
			return err
		}
		if err := o.Keep(tx, p); err != nil {
			return err
		}
		return record(tx)
	})
	if err != nil {
		return errors.Join(err, os.Remove(next))
	}
	o.Adopt(p)
	if err := disk.Move(next, o.PolicyPath(p.Year, "")); err != nil {
		return data.RefuseBecause(err, "policy-file", "已经记录并开始执行，但政策文件还没有写好", "请关闭正在打开 policy 文件夹的程序，再重新打开本程序，它会自己补上")
	}
	return nil
}

// mendPolicy finishes what a kill interrupted in PutPolicy: a text laid ready is
// in force when the latest change on record made it, and is nothing when not.
// An office that came back from a backup without its file gets it from the
// record, and so does a year that was opened with a copy.
func (o *Office) mendPolicy(ctx context.Context) error {
	var latest data.PolicyFile
	err := o.Store.View(ctx, func(r *store.Reader) error {
		changes, err := r.PolicyChanges(o.Profile.Year)
		if err != nil || len(changes) == 0 {
			return err
		}
		latest, _, err = r.PolicyFile(changes[len(changes)-1].File)
		return err
	})
	if err == nil && latest.ID == "" {
		latest, err = o.copied(ctx)
	}
	if err != nil {
		return err
	}
	path, next := o.PolicyPath(o.Profile.Year, ""), o.PolicyPath(o.Profile.Year, policyNext)
	switch text, err := os.ReadFile(next); {
	case err == nil && policy.HashOf(text) == latest.ID:
		return disk.Move(next, path)
	case err == nil:
		return os.Remove(next)
	case !errors.Is(err, fs.ErrNotExist):
		return disk.Explain(err)
	}
	if _, err := os.Stat(path); latest.ID == "" || !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), disk.FolderMode); err != nil {
		return disk.Explain(err)
	}
	return disk.Save(path, []byte(latest.Text))
}

// copied returns the text that was kept of a year for which the program brings
// none: it was copied when the year was opened.
func (o *Office) copied(ctx context.Context) (kept data.PolicyFile, err error) {
	if _, err := fs.Stat(assets.Files, fmt.Sprintf("policy/%d.toml", o.Profile.Year)); err == nil {
		return kept, nil
	}
	err = o.Store.View(ctx, func(r *store.Reader) error {
		kept, _, err = r.KeptPolicy(o.Profile.Year)
		return err
	})
	return kept, err
}

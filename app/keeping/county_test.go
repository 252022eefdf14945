package keeping

import (
	"bytes"
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"gongkao/data"
	"gongkao/data/seal"
	"gongkao/data/store"
)

const passphrase = "罗山县2026"

// county is an office's folder with an opened data file.
type county struct {
	*store.Store
	folder  string
	backups string
	now     time.Time
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func mustRefuse(t *testing.T, err error, code string) {
	t.Helper()
	if r, ok := data.AsRefusal(err); !ok || r.Code != code || r.Hint == "" {
		t.Errorf("got %v, want the refusal %s", err, code)
	}
}

// newCounty makes an office with one clerk and so many people.
func newCounty(t testing.TB, people int) *county {
	t.Helper()
	c := &county{folder: t.TempDir(), now: time.Date(2026, 3, 20, 14, 30, 0, 0, time.UTC)}
	c.backups = filepath.Join(c.folder, "backups")
	var err error
	c.Store, err = store.Create(context.Background(), c.live(), store.Options{Now: func() time.Time { return c.now }})
	must(t, err)
	t.Cleanup(func() { c.Close() })
	keys, err := seal.NewKeys(rand.Reader)
	must(t, err)
	wrap, err := keys.WrapPassphrase(passphrase, seal.PracticeCost)
	must(t, err)
	c.Unlock(keys, "李娟")
	c.update(t, func(tx *store.Tx) error { return tx.PutUser(data.User{ID: "u", Name: "李娟", Wrap: wrap}) })
	c.enter(t, 0, people)
	return c
}

func (c *county) live() string { return filepath.Join(c.folder, "gongkao.db") }

func (c *county) update(t testing.TB, f func(*store.Tx) error) {
	t.Helper()
	_, err := c.Update(context.Background(), data.OpEnter, "", f)
	must(t, err)
}

func (c *county) enter(t testing.TB, from, to int) {
	t.Helper()
	c.update(t, func(tx *store.Tx) error {
		for n := from; n < to; n++ {
			p := data.Person{ID: data.PersonID(fmt.Sprintf("p%06d", n)), Name: "王伟", IDNumber: data.WithCheckDigit(fmt.Sprintf("41152119700101%03d", n)), CurrentTrade: "汽车驾驶员"}
			if err := tx.PutPerson(p); err != nil {
				return err
			}
		}
		return nil
	})
}

// unlockWith returns what Restore unlocks by: the passphrase of a user of the
// backup itself.
func unlockWith(passphrase string) func(*store.Store) error {
	return func(s *store.Store) error {
		var users []data.User
		err := s.View(context.Background(), func(r *store.Reader) (err error) {
			users, err = r.Users()
			return err
		})
		if err != nil {
			return err
		}
		keys, err := seal.UnwrapPassphrase(users[0].Wrap, passphrase, rand.Reader)
		if err == nil {
			s.Unlock(keys, users[0].Name)
		}
		return err
	}
}

// people opens a data file, or a backup, which has no head file, verifies it
// and counts the people in it.
func people(t *testing.T, path string) int {
	t.Helper()
	open := store.Open
	if _, err := os.Stat(store.HeadPath(path)); err != nil {
		open = store.OpenCopy
	}
	s, err := open(context.Background(), path, store.Options{})
	must(t, err)
	defer s.Close()
	must(t, s.Trouble())
	must(t, unlockWith(passphrase)(s))
	report, err := Verify(context.Background(), s)
	must(t, err)
	if !report.OK {
		t.Errorf("%s: %q", filepath.Base(path), report.Problems)
	}
	return report.People
}

// files lists what is in a folder.
func files(t testing.TB, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	must(t, err)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	slices.Sort(names)
	return names
}

// damage changes one person's trade in a closed file.
func damage(t *testing.T, path string) {
	t.Helper()
	b, err := os.ReadFile(path)
	must(t, err)
	at := bytes.LastIndex(b, []byte("驾驶员"))
	b[at+2] ^= 1
	must(t, os.WriteFile(path, b, 0o600))
}

func contains(names []string, part string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return strings.Contains(n, part) })
}

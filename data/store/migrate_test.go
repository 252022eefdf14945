package store

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"gongkao/data"
)

// withNewer is what a program of the next format would open by.
func withNewer(t *testing.T) terms {
	t.Helper()
	newer, err := os.ReadFile(filepath.FromSlash("testdata/newer/90001_motto.sql"))
	must(t, err)
	files := fstest.MapFS{"90001_motto.sql": {Data: newer}}
	for name, ours := range ourMigrations(t) {
		files[name] = ours
	}
	return terms{files, patience}
}

// ourMigrations are the files of this program, by name.
func ourMigrations(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	names, err := fs.Glob(migrations(), "*.sql")
	must(t, err)
	for _, name := range names {
		content, err := fs.ReadFile(migrations(), name)
		must(t, err)
		files[name] = &fstest.MapFile{Data: content}
	}
	return files
}

// TestAFileOfTheFirstFormatIsBroughtUpWhole: what an office wrote before there
// were reviews and dossiers reads and verifies as it did.
func TestAFileOfTheFirstFormatIsBroughtUpWhole(t *testing.T) {
	path, want := filepath.Join("testdata", "format1", "gongkao.db"), everyKind()
	copied := filepath.Join(t.TempDir(), "gongkao.db")
	for _, ending := range []string{".db", ".head"} {
		content, err := os.ReadFile(strings.TrimSuffix(path, ".db") + ending)
		must(t, err)
		must(t, os.WriteFile(strings.TrimSuffix(copied, ".db")+ending, content, 0o600))
	}
	s, err := Open(context.Background(), copied, Options{})
	must(t, err)
	defer s.Close()
	s.Unlock(newKeys(t, seeded(1)), "李娟")
	mustVerify(t, s)
	view(t, s, func(r *Reader) error {
		office, err := r.Office()
		must(t, err)
		if diff := cmp.Diff(want.office, office); diff != "" {
			t.Error(diff)
		}
		decisions, err := r.Decisions(want.app.ID)
		must(t, err)
		if diff := cmp.Diff([]data.Decision{want.decision}, decisions); diff != "" {
			t.Error(diff)
		}
		return nil
	})
	update(t, s, data.OpAmend, func(tx *Tx) error {
		want.office.Review.Second = data.SecondTop
		return tx.PutOffice(want.office)
	})
	mustVerify(t, s)
}

func TestNewerFileIsRefusedWithTheVersionItNeeds(t *testing.T) {
	path, _ := closedCounty(t, 3)
	s, err := openLive(context.Background(), path, Options{}, withNewer(t))
	must(t, err)
	must(t, s.Close())
	for _, open := range []func(context.Context, string, Options) (*Store, error){Open, OpenCopy} {
		_, err = open(context.Background(), path, Options{})
		mustRefuse(t, err, "file-newer")
		if !strings.Contains(err.Error(), "9.9.0") {
			t.Errorf("%v does not say which version is needed", err)
		}
	}
}

func TestOlderFileIsMigratedAfterADatedCopy(t *testing.T) {
	path, unlock := closedCounty(t, 3)
	o := Options{Now: func() time.Time { return time.Date(2027, 1, 2, 3, 4, 5, 0, beijing) }}
	s, err := openLive(context.Background(), path, o, withNewer(t))
	must(t, err)
	defer s.Close()
	unlock(s)
	mustVerify(t, s)
	office := everyKind().office
	office.Year = 2027
	update(t, s, data.OpAmend, func(tx *Tx) error { return tx.PutOffice(office) })
	mustVerify(t, s)
	view(t, s, func(r *Reader) error {
		entries, err := r.History(data.KindSchema, formatID)
		if len(entries) != 2 {
			t.Errorf("the history knows %d formats, want 2", len(entries))
		}
		return err
	})
	old, err := OpenCopy(context.Background(), filepath.Join(filepath.Dir(path), "gongkao-20270102-030405-before-format-90001.db"), Options{})
	must(t, err)
	defer old.Close()
	unlock(old)
	mustVerify(t, old)
}

package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gongkao/data"
)

// closedCounty returns the path of a small county's closed file, head file
// beside it, and what unlocks it.
func closedCounty(t testing.TB, people int) (path string, unlock func(*Store)) {
	t.Helper()
	s, keys := emptyStore(t)
	update(t, s, data.OpEnter, everyKind().put)
	update(t, s, data.OpImport, func(tx *Tx) error { return putPeopleWithUnits(tx, people) })
	must(t, s.Close())
	return s.Path(), func(s *Store) { s.Unlock(keys, "李娟") }
}

func TestWhatIsNotAWholeDataFileOfOursIsRefused(t *testing.T) {
	path, _ := closedCounty(t, 10)
	whole, err := os.ReadFile(path)
	must(t, err)
	foreign := filepath.Join(t.TempDir(), "foreign.db")
	db, err := sql.Open("sqlite", foreign)
	must(t, err)
	_, err = db.Exec("CREATE TABLE t (a)")
	must(t, err)
	must(t, db.Close())
	foreignBytes, err := os.ReadFile(foreign)
	must(t, err)
	for _, c := range []struct {
		name    string
		content []byte
		code    string
	}{
		{"empty", nil, "file-empty"},
		{"a text", []byte("姓名,身份证号\n王伟,411521197001010016\n"), "not-ours"},
		{"another program's database", foreignBytes, "not-ours"},
		{"half", whole[:len(whole)/2], "file-cut"},
		{"all but one byte", whole[:len(whole)-1], "file-cut"},
		{"forty bytes", whole[:40], "file-cut"},
	} {
		t.Run(c.name, func(t *testing.T) {
			bad := filepath.Join(t.TempDir(), "gongkao.db")
			must(t, os.WriteFile(bad, c.content, 0o600))
			for _, open := range []func(context.Context, string, Options) (*Store, error){Open, OpenCopy} {
				_, err := open(context.Background(), bad, Options{})
				mustRefuse(t, err, c.code)
			}
			after, err := os.ReadFile(bad)
			must(t, err)
			if string(after) != string(c.content) {
				t.Error("the file was changed")
			}
		})
	}
	_, err = Open(context.Background(), path+".nowhere", Options{})
	mustRefuse(t, err, "file-missing")
	_, err = Create(context.Background(), path, Options{})
	mustRefuse(t, err, "file-exists")
	must(t, os.Remove(path))
	_, err = Create(context.Background(), path, Options{})
	mustRefuse(t, err, "file-missing") // its head file is still there: it was lost, not never made
}

// mustRefuse wants a refusal with that code that says what to do next.
func mustRefuse(t *testing.T, err error, code string) {
	t.Helper()
	r, ok := data.AsRefusal(err)
	if !ok || r.Code != code || r.Hint == "" || strings.HasSuffix(r.Message, "。") {
		t.Errorf("got %v, want the refusal %s", err, code)
	}
}

func TestPathWithChineseBlanksAndSignsIsTheFileItNames(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "工考 数据#1%20?x=1&mode=memory")
	must(t, os.Mkdir(folder, 0o700))
	path := filepath.Join(folder, "县 局.db")
	s, err := Create(context.Background(), path, Options{})
	must(t, err)
	s.Unlock(newKeys(t, rand.Reader), "李娟")
	update(t, s, data.OpEnter, everyKind().put)
	must(t, s.Close())
	entries, err := os.ReadDir(folder)
	must(t, err)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if got := strings.Join(names, " | "); got != "县 局.db | 县 局.head" {
		t.Errorf("the folder holds %s", got)
	}
	for _, e := range entries {
		info, err := e.Info()
		must(t, err)
		if filepath.Separator == '/' && info.Mode().Perm() != 0o600 {
			t.Errorf("%s is %v: others may read it", e.Name(), info.Mode())
		}
	}
}

func TestSecondProgramIsToldThatTheFileIsInUse(t *testing.T) {
	path, unlock := closedCounty(t, 3)
	first, err := Open(context.Background(), path, Options{})
	must(t, err)
	defer first.Close()
	unlock(first)
	second, err := openLive(context.Background(), path, Options{}, terms{migrations(), 50 * time.Millisecond})
	must(t, err)
	defer second.Close()
	unlock(second)
	update(t, first, data.OpUnit, func(tx *Tx) error {
		_, err := second.Update(context.Background(), data.OpUnit, "", func(tx *Tx) error { return tx.PutUnit(unit(99)) })
		mustRefuse(t, err, "file-locked")
		return nil
	})
}

func TestFullDiskIsARefusalAndNothingIsChanged(t *testing.T) {
	path, unlock := closedCounty(t, 3)
	s, err := Open(context.Background(), path, Options{})
	must(t, err)
	defer s.Close()
	unlock(s)
	before := mustVerify(t, s)
	_, err = s.writer.Exec("PRAGMA max_page_count = 1")
	must(t, err)
	_, err = s.Update(context.Background(), data.OpImport, "", func(tx *Tx) error { return putPeople(tx, 100, 2000) })
	mustRefuse(t, err, "disk-full")
	if after := mustVerify(t, s); after.Head != before.Head || after.People != before.People {
		t.Errorf("%+v became %+v", before, after)
	}
}

func TestPragmaThatDoesNotReadBackIsRefused(t *testing.T) {
	path, _ := closedCounty(t, 3)
	wrong := writing(patience)
	wrong.query = strings.Replace(wrong.query, "synchronous(FULL)", "synchronous(NORMAL)", 1)
	if db, err := wrong.open(context.Background(), path, 1); err == nil {
		db.Close()
		t.Error("a file whose commits may be lost was opened")
	}
}

func TestCopyOpensToBeReadOnly(t *testing.T) {
	path, unlock := closedCounty(t, 3)
	s, err := Open(context.Background(), path, Options{})
	must(t, err)
	defer s.Close()
	unlock(s)
	copied := filepath.Join(t.TempDir(), "copy.db")
	must(t, s.Snapshot(context.Background(), copied))
	must(t, os.Chmod(copied, 0o400))
	c, err := s.Reopen(context.Background(), copied)
	must(t, err)
	defer c.Close()
	if got, want := mustVerify(t, c), mustVerify(t, s); got.Head != want.Head || got.People != want.People {
		t.Errorf("copy %+v, file %+v", got, want)
	}
	_, err = c.Update(context.Background(), data.OpUnit, "", func(tx *Tx) error { return tx.PutUnit(unit(99)) })
	mustRefuse(t, err, "read-only")
	if err := s.Snapshot(context.Background(), copied); err == nil {
		t.Error("a snapshot overwrote a file")
	}
}

func TestSameCallsGiveTheSameBytes(t *testing.T) {
	build := func() []byte {
		folder := t.TempDir()
		s, err := Create(context.Background(), filepath.Join(folder, "gongkao.db"), fixedOptions())
		must(t, err)
		defer s.Close()
		s.Unlock(newKeys(t, seeded(7)), "李娟")
		update(t, s, data.OpEnter, everyKind().put)
		update(t, s, data.OpImport, func(tx *Tx) error { return putPeopleWithUnits(tx, 100) })
		must(t, s.Snapshot(context.Background(), filepath.Join(folder, "copy.db")))
		b, err := os.ReadFile(filepath.Join(folder, "copy.db"))
		must(t, err)
		return b
	}
	a, b := build(), build()
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Fatalf("first difference at byte %d of %d and %d", i, len(a), len(b))
		}
	}
	if len(a) != len(b) {
		t.Errorf("%d and %d bytes", len(a), len(b))
	}
}

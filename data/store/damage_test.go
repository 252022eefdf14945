package store

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gongkao/data"
	"gongkao/data/disk"
)

// flips is how many single-bit flips that change a record must all be found.
const flips = 200

func TestEveryFlippedBitThatChangesARecordIsFound(t *testing.T) {
	path, unlock := closedCounty(t, 20)
	whole, err := os.ReadFile(path)
	must(t, err)
	head, err := os.ReadFile(HeadPath(path))
	must(t, err)
	want := dump(path)
	random := rand.New(rand.NewPCG(20260310, 1))
	changing, bySQLite, byOpening, harmless, alarmed := 0, 0, 0, 0, 0
	for tried := 0; changing < flips; tried++ {
		if tried > 20*flips {
			t.Fatalf("only %d of %d flips changed a record", changing, tried)
		}
		bit := random.IntN(len(whole) * 8)
		flipped := bytes.Clone(whole)
		flipped[bit/8] ^= 1 << (bit % 8)
		bad := filepath.Join(t.TempDir(), "gongkao.db")
		must(t, os.WriteFile(bad, flipped, 0o600))
		must(t, os.WriteFile(HeadPath(bad), head, 0o600))
		changes := dump(bad) != want
		sees := !integrityOK(bad)
		found, how := findDamage(t, bad, unlock)
		if found && how == "open" && changes {
			byOpening++
		}
		switch {
		case changes && !found:
			t.Errorf("byte %d bit %d changed a record and was not found", bit/8, bit%8)
		case !changes && sees && !found:
			t.Errorf("byte %d bit %d: integrity_check sees it, Verify does not", bit/8, bit%8)
		case !changes && found:
			alarmed++
		case !changes:
			harmless++
		}
		if changes {
			changing++
			if sees {
				bySQLite++
			}
		}
	}
	t.Logf("%d flips changed a record: all found (%d already when opening; integrity_check alone %d); %d more in indexes and headers found, %d in unused space",
		changing, byOpening, bySQLite, alarmed, harmless)
}

// findDamage opens and verifies; a file that does not open is found out too.
func findDamage(t *testing.T, path string, unlock func(*Store)) (found bool, how string) {
	t.Helper()
	s, err := Open(context.Background(), path, Options{})
	if err != nil {
		return true, "open"
	}
	defer s.Close()
	unlock(s)
	report, err := s.Verify(context.Background())
	must(t, err)
	return !report.OK || s.Trouble() != nil, fmt.Sprint(report.Problems)
}

// dump is everything that the tables of a file say, or how they fail to.
func dump(path string) string {
	uri, err := fileURI(path)
	if err != nil {
		return err.Error()
	}
	db, err := sql.Open("sqlite", uri+"?mode=ro&immutable=1")
	if err != nil {
		return err.Error()
	}
	defer db.Close()
	var b strings.Builder
	tables := []string{"sqlite_sequence"}
	rows, err := db.Query("SELECT name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY name")
	if err != nil {
		return err.Error()
	}
	for rows.Next() {
		var made string
		if err := rows.Scan(&made); err != nil {
			return err.Error()
		}
		fmt.Fprintln(&b, made)
		if name, rest, _ := strings.Cut(made, " "); strings.HasPrefix(rest, "CREATE TABLE") && !strings.HasPrefix(name, "sqlite_") {
			tables = append(tables, name)
		}
	}
	if rows.Err() != nil {
		return rows.Err().Error()
	}
	for _, table := range tables {
		dumpTable(&b, db, table)
	}
	return b.String()
}

func dumpTable(b *strings.Builder, db *sql.DB, table string) {
	fmt.Fprintln(b, table)
	rows, err := db.Query("SELECT * FROM " + table + " NOT INDEXED")
	if err != nil {
		fmt.Fprintln(b, err)
		return
	}
	defer rows.Close()
	names, _ := rows.Columns()
	row := make([]any, len(names))
	targets := slices.Clone(row)
	for i := range row {
		targets[i] = &row[i]
	}
	for rows.Next() {
		if err := rows.Scan(targets...); err != nil {
			fmt.Fprintln(b, err)
		}
		fmt.Fprintf(b, "%#v\n", row)
	}
	fmt.Fprintln(b, rows.Err())
}

func integrityOK(path string) bool {
	uri, err := fileURI(path)
	if err != nil {
		return false
	}
	db, err := sql.Open("sqlite", uri+"?mode=ro&immutable=1")
	if err != nil {
		return false
	}
	defer db.Close()
	var said string
	return db.QueryRow("PRAGMA integrity_check(1)").Scan(&said) == nil && said == "ok"
}

func TestCutWriteAheadLogIsFoundAndNothingMoreIsWritten(t *testing.T) {
	s, keys := emptyStore(t)
	update(t, s, data.OpEnter, func(tx *Tx) error { return putPeopleWithUnits(tx, 3) })
	for n := 10; n < 20; n++ {
		update(t, s, data.OpImport, func(tx *Tx) error { return putPeople(tx, n, n+1) })
	}
	wal, err := os.Stat(s.Path() + "-wal")
	must(t, err)
	for _, left := range []int64{wal.Size() - 1, wal.Size() - 4096, wal.Size() / 2, 4000, 32, 0} {
		bad := filepath.Join(t.TempDir(), "gongkao.db")
		must(t, disk.Copy(s.Path(), bad))
		must(t, disk.Copy(s.Path()+"-wal", bad+"-wal"))
		must(t, disk.Copy(HeadPath(s.Path()), HeadPath(bad)))
		must(t, os.Truncate(bad+"-wal", left))
		lost, err := Open(context.Background(), bad, Options{})
		must(t, err)
		lost.Unlock(keys, "李娟")
		mustRefuse(t, lost.Trouble(), "records-lost")
		_, err = lost.Update(context.Background(), data.OpUnit, "", func(tx *Tx) error { return tx.PutUnit(unit(99)) })
		mustRefuse(t, err, "records-lost")
		view(t, lost, func(r *Reader) error { _, err := r.Applicants(2026); return err })
		report, err := lost.Verify(context.Background())
		must(t, err)
		if report.OK {
			t.Errorf("%d of %d bytes of the log left, and verify is content", left, wal.Size())
		}
		must(t, lost.Close())
	}
}

func TestHeadFileThatIsBehindIsFineAndOneThatIsNotOursIsNot(t *testing.T) {
	path, unlock := closedCounty(t, 3)
	latest, _, err := readHeadFile(path)
	must(t, err)
	var earlier Head
	s, err := Open(context.Background(), path, Options{})
	must(t, err)
	unlock(s)
	view(t, s, func(r *Reader) error {
		earlier, err = r.headWhere("SELECT seq, hash FROM audit WHERE seq = 3")
		return err
	})
	must(t, s.Close())
	foreign, forked, ahead := latest, latest, latest
	foreign.Database, forked.Hash, ahead.Seq = "another", strings.Repeat("0", 64), latest.Seq+1
	for _, c := range []struct {
		name, code string
		head       Head
	}{{"behind", "", earlier}, {"latest", "", latest}, {"ahead", "records-lost", ahead}, {"forked", "records-lost", forked}, {"foreign", "head-damaged", foreign}} {
		must(t, writeHeadFile(path, c.head))
		s, err := Open(context.Background(), path, Options{})
		must(t, err)
		unlock(s)
		if c.code == "" {
			must(t, s.Trouble())
			mustVerify(t, s)
		} else {
			mustRefuse(t, s.Trouble(), c.code)
		}
		must(t, s.Close())
	}
	must(t, os.WriteFile(HeadPath(path), []byte("gongkao head 1\nhalf"), 0o600))
	s, err = Open(context.Background(), path, Options{})
	must(t, err)
	mustRefuse(t, s.Trouble(), "head-damaged")
	must(t, s.Close())
}

func TestMissingHeadFileIsReportedAndTheNextUpdateWritesIt(t *testing.T) {
	path, unlock := closedCounty(t, 3)
	must(t, os.Remove(HeadPath(path)))
	s, err := Open(context.Background(), path, Options{})
	must(t, err)
	defer s.Close()
	unlock(s)
	if report, err := s.Verify(context.Background()); err != nil || report.OK || len(report.Problems) != 1 {
		t.Errorf("got %+v, %v", report, err)
	}
	update(t, s, data.OpUnit, func(tx *Tx) error { return tx.PutUnit(unit(99)) })
	mustVerify(t, s)
}

func TestTamperingWithSQLIsFound(t *testing.T) {
	for name, q := range map[string]string{
		"a level":                "UPDATE applications SET level = 1 WHERE rowid = 2",
		"a row taken away":       "DELETE FROM decisions",
		"a row put in":           "INSERT INTO users VALUES ('x', '外人', x'00')",
		"a row moved":            "UPDATE persons SET sealed = (SELECT sealed FROM persons WHERE rowid = 1) WHERE rowid = 2",
		"a mark of an ID":        "UPDATE persons SET id_mac = x'00112233445566778899aabbccddeeff' WHERE rowid = 2",
		"a key of JSON":          "UPDATE batches SET files = replace(files, 'name', 'Name')",
		"the last entry":         "DROP TRIGGER audit_is_not_deleted; DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)",
		"an entry's clerk":       "DROP TRIGGER audit_is_not_changed; UPDATE audit SET clerk = '外人' WHERE seq = 3",
		"a trigger":              "DROP TRIGGER audit_is_not_changed",
		"the data file's own id": "UPDATE datafile SET id = 'x'",
		"a table of its own":     "CREATE TABLE notes (t TEXT)",
		"a migration's time":     "UPDATE goose_db_version SET tstamp = 'x'",
	} {
		t.Run(name, func(t *testing.T) {
			path, unlock := closedCounty(t, 3)
			db, err := sql.Open("sqlite", path)
			must(t, err)
			_, err = db.Exec(q)
			must(t, err)
			must(t, db.Close())
			if found, _ := findDamage(t, path, unlock); !found {
				t.Error("not found")
			}
		})
	}
}

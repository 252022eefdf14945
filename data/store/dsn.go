package store

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"modernc.org/sqlite"
)

// patience is how long a transaction waits for another program to let go.
const patience = 5 * time.Second

func init() { sqlite.StrictPragmas(true) }

// access is how a database is opened.
type access struct {
	query   string            // of the DSN
	pragmas map[string]string // as they must read back
}

// Every connection refuses SQL that would trust the file more than needed:
// quoted strings that were meant as names, writable schemas, functions in
// triggers.
const strict = "_dqs=0&_defensive=1&_error_rc=1&_pragma=foreign_keys(1)&_pragma=trusted_schema(0)&_pragma=cell_size_check(1)&_pragma=temp_store(2)"

var strictPragmas = map[string]string{"foreign_keys": "1", "trusted_schema": "0", "cell_size_check": "1", "temp_store": "2", "encoding": "UTF-8"}

// writing loses no acknowledged commit at a power cut: with synchronous NORMAL
// half of the simulated cuts did. What is written over leaves nothing of itself in
// the page: no old time, no old name, and the same calls give the same bytes.
func writing(wait time.Duration) access {
	return access{
		query:   fmt.Sprintf("_txlock=immediate&%s&_pragma=busy_timeout(%d)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=secure_delete(fast)", strict, wait.Milliseconds()),
		pragmas: map[string]string{"journal_mode": "wal", "synchronous": "2", "secure_delete": "2", "busy_timeout": fmt.Sprint(wait.Milliseconds())},
	}
}

// reading beside the writer.
func readingLive(wait time.Duration) access {
	a := writing(wait)
	a.query += "&mode=ro&_query_only=1"
	a.pragmas["query_only"] = "1"
	return a
}

// readingCopy reads a finished copy, from read-only media too.
func readingCopy() access {
	return access{query: strict + "&mode=ro&immutable=1&_query_only=1", pragmas: map[string]string{"query_only": "1"}}
}

// open opens a pool of so many connections and makes sure of its pragmas:
// SQLite passes over one it does not know without a word.
func (a access) open(ctx context.Context, path string, connections int) (*sql.DB, error) {
	dsn, err := fileURI(path)
	if err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", dsn+"?"+a.query)
	if err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	if err := a.readBack(ctx, db); err != nil {
		db.Close()
		return nil, err
	}
	return db, nil
}

func (a access) readBack(ctx context.Context, db *sql.DB) error {
	for _, wanted := range []map[string]string{strictPragmas, a.pragmas} {
		for pragma, want := range wanted {
			var got string
			if err := db.QueryRowContext(ctx, "PRAGMA "+pragma).Scan(&got); err != nil {
				return fmt.Errorf("store: pragma %s: %w", pragma, err)
			}
			if got != want {
				return fmt.Errorf("store: pragma %s is %q, must be %q", pragma, got, want)
			}
		}
	}
	return nil
}

// fileURI writes a path so that blanks, # and % in it reach the file they
// name, and a plain name cannot lose its query.
func fileURI(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("store: %w", err)
	}
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") { // a drive letter
		path = "/" + path
	}
	return "file:" + (&url.URL{Path: path}).EscapedPath(), nil
}

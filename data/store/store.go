package store

import (
	"context"
	"database/sql"
	"errors"
	"sync"
	"time"

	"github.com/google/uuid"

	"gongkao/data/seal"
)

// Options are the two things a store takes from the world; a practice county
// and tests bring their own.
type Options struct {
	Now   func() time.Time // nil: time.Now
	NewID func() string    // nil: UUIDv7, in the order of time
}

func (o Options) filled() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.NewID == nil {
		o.NewID = func() string { return uuid.Must(uuid.NewV7()).String() }
	}
	return o
}

// A Store is an opened data file. It is safe for use by several goroutines;
// Updates wait for each other.
type Store struct {
	path    string
	options Options
	writer  *sql.DB // one connection; nil when the file is open to be read only
	readers *sql.DB
	version int64 // of the format
	trouble error // found when the file was opened

	spreading sync.Mutex // held by the one Applicants that reads on several connections

	mu   sync.RWMutex
	keys *seal.Keys // nil while locked
	by   string     // the clerk's name, for the history
	shut error      // why only prints are written; nil: everything is
	owed *Head      // a head that could not be written beside the database
}

// Unlock lets the sealed parts be read and anything be written, in the name of
// the clerk by.
func (s *Store) Unlock(keys *seal.Keys, by string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.keys, s.by = keys, by
}

// Lock takes the keys away again.
func (s *Store) Lock() { s.Unlock(nil, "") }

func (s *Store) unlocked() (keys *seal.Keys, by string) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.keys, s.by
}

// Trouble says why nothing can be written although the file could be opened:
// records-lost when it is behind its head file, head-damaged when the two do
// not belong together. It can still be read. nil when all is well.
func (s *Store) Trouble() error { return s.trouble }

// Path returns where the data file lies.
func (s *Store) Path() string { return s.path }

// Now returns the time by the store's own clock.
func (s *Store) Now() time.Time { return s.options.Now() }

// Close waits for what is running and closes the file. The last to close folds
// the write-ahead log into it.
func (s *Store) Close() error {
	err := s.readers.Close()
	if s.writer != nil {
		err = errors.Join(err, s.writer.Close())
	}
	return errors.Join(err, s.payOwed())
}

// Snapshot writes a copy of the file as it stands, complete in itself, which
// opens from read-only media too. dst must not exist. It is on the disk when
// Snapshot returns; a copy that fails leaves nothing behind.
func (s *Store) Snapshot(ctx context.Context, dst string) error {
	db := s.writer
	if db == nil {
		db = s.readers
	}
	return snapshot(ctx, db, dst)
}

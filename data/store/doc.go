// Package store keeps the office's records in one SQLite file: what names a
// person sealed, everything else plain, every change in a history that cannot
// be altered unseen.
//
// Most callers need two functions. Update is the only way to write: one
// transaction, one moment, the records and their history together, and after
// the commit the head of the history in a small file beside the database.
// View reads. Both hand the caller a Reader or Tx that is good until the
// function returns. Verify recomputes everything; Snapshot makes a copy.
//
// Why so much care: SQLite has no checksums. Nine of ten flipped bits pass its
// own integrity check, and a damaged write-ahead log silently loses commits.
// Here a flipped bit breaks a seal or differs from the history, and a lost
// commit falls behind the head file.
//
// Each kind of record is one table value in one file (units.go, persons.go …);
// package database/sql is imported nowhere else.
package store

-- +goose Up

-- What waits in the tray of an import is answered row by row; senders' files and
-- layouts, and the ways in which they write a unit, are known again.

UPDATE datafile SET needs = '0.6.0';

ALTER TABLE units ADD COLUMN written TEXT NOT NULL DEFAULT ''; -- JSON list

CREATE TABLE tray_answers (
    id     TEXT NOT NULL PRIMARY KEY, -- batch and place in its tray
    batch  TEXT NOT NULL REFERENCES batches (id) DEFERRABLE INITIALLY DEFERRED,
    sealed BLOB NOT NULL -- the whole record: it names people
) STRICT;

CREATE INDEX tray_answers_batch ON tray_answers (batch);

CREATE TABLE sheet_layouts (
    id     TEXT NOT NULL PRIMARY KEY, -- over the heads
    sealed BLOB NOT NULL
) STRICT;

CREATE TABLE sent_files (
    id     TEXT NOT NULL PRIMARY KEY, -- SHA-256 of the content
    sealed BLOB NOT NULL
) STRICT;

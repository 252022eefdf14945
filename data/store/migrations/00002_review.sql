-- +goose Up

-- Verdicts and review: what lies beside the form, what was ticked, and the
-- policy that was in force.

UPDATE datafile SET needs = '0.2.0';

ALTER TABLE office ADD COLUMN review TEXT NOT NULL DEFAULT '{}'; -- JSON: how the office reviews
ALTER TABLE decisions ADD COLUMN first_clerk TEXT NOT NULL DEFAULT '';

CREATE TABLE documents (
    id          TEXT NOT NULL PRIMARY KEY, -- application and slot
    application TEXT NOT NULL REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
    sealed      BLOB NOT NULL -- the whole record
) STRICT;

CREATE INDEX documents_application ON documents (application);

CREATE TABLE commitments (
    id          TEXT NOT NULL PRIMARY KEY,
    application TEXT NOT NULL REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
    due         TEXT NOT NULL,
    sealed      BLOB NOT NULL
) STRICT;

CREATE INDEX commitments_application ON commitments (application);

-- 公示. The id is the application's.
CREATE TABLE notices (
    id     TEXT NOT NULL PRIMARY KEY REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
    sealed BLOB NOT NULL
) STRICT;

CREATE TABLE custodies (
    id     TEXT NOT NULL PRIMARY KEY,
    unit   TEXT REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    sealed BLOB NOT NULL
) STRICT;

CREATE TABLE violations (
    id     TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    until  TEXT NOT NULL,
    sealed BLOB NOT NULL
) STRICT;

CREATE INDEX violations_person ON violations (person);

-- How far a review has come. The id is the application's.
CREATE TABLE reviews (
    id     TEXT NOT NULL PRIMARY KEY REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
    sealed BLOB NOT NULL
) STRICT;

CREATE TABLE spot_checks (
    id     TEXT NOT NULL PRIMARY KEY,
    year   INTEGER NOT NULL,
    sealed BLOB NOT NULL
) STRICT;

-- Policy files that were in force, by the SHA-256 of their bytes.
CREATE TABLE policy_files (
    id       TEXT NOT NULL PRIMARY KEY,
    year     INTEGER NOT NULL,
    content  TEXT NOT NULL,
    in_force TEXT NOT NULL,
    clerk    TEXT NOT NULL
) STRICT;

CREATE TABLE policy_changes (
    id         TEXT NOT NULL PRIMARY KEY,
    year       INTEGER NOT NULL,
    policy_row TEXT NOT NULL,
    what       TEXT NOT NULL,
    basis      TEXT NOT NULL,
    was        TEXT NOT NULL,
    became     TEXT NOT NULL,
    file       TEXT NOT NULL,
    at         TEXT NOT NULL,
    clerk      TEXT NOT NULL
) STRICT;

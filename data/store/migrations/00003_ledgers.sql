-- +goose Up

-- The year's books: money, textbooks, results, units' yearly confirmation, and
-- the opening of a year. Amounts are fen, points tenths of a point.

UPDATE datafile SET needs = '0.3.0';

ALTER TABLE batches ADD COLUMN void TEXT NOT NULL DEFAULT ''; -- why it was taken back
ALTER TABLE units ADD COLUMN merged_into TEXT REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE payments (
    id          TEXT NOT NULL PRIMARY KEY,
    application TEXT NOT NULL REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
    step        INTEGER NOT NULL,
    fen         INTEGER NOT NULL,
    paid        TEXT NOT NULL, -- YYYY-MM-DD
    batch       TEXT REFERENCES batches (id) DEFERRABLE INITIALLY DEFERRED,
    clerk       TEXT NOT NULL,
    at          TEXT NOT NULL,
    sealed      BLOB NOT NULL -- reference, why void
) STRICT;

CREATE INDEX payments_application ON payments (application);

-- 缴费前信息确认单. The id is the application's.
CREATE TABLE payment_slips (
    id     TEXT NOT NULL PRIMARY KEY REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
    signed TEXT NOT NULL,
    clerk  TEXT NOT NULL,
    at     TEXT NOT NULL
) STRICT;

CREATE TABLE books (
    id     TEXT NOT NULL PRIMARY KEY,
    year   INTEGER NOT NULL,
    trade  TEXT NOT NULL,
    level  INTEGER NOT NULL,
    title  TEXT NOT NULL,
    price  INTEGER NOT NULL,
    source TEXT NOT NULL,
    batch  TEXT REFERENCES batches (id) DEFERRABLE INITIALLY DEFERRED,
    void   TEXT NOT NULL,
    clerk  TEXT NOT NULL,
    at     TEXT NOT NULL
) STRICT;

CREATE TABLE book_orders (
    id          TEXT NOT NULL PRIMARY KEY,
    year        INTEGER NOT NULL,
    unit        TEXT REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    application TEXT REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
    book        TEXT NOT NULL REFERENCES books (id) DEFERRABLE INITIALLY DEFERRED,
    copies      INTEGER NOT NULL,
    price       INTEGER NOT NULL,
    batch       TEXT REFERENCES batches (id) DEFERRABLE INITIALLY DEFERRED,
    clerk       TEXT NOT NULL,
    at          TEXT NOT NULL,
    sealed      BLOB NOT NULL -- why void
) STRICT;

CREATE INDEX book_orders_application ON book_orders (application);

CREATE TABLE book_slips (
    id     TEXT NOT NULL PRIMARY KEY,
    year   INTEGER NOT NULL,
    unit   TEXT REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    sealed BLOB NOT NULL -- the whole record: who signed
) STRICT;

CREATE TABLE scores (
    id          TEXT NOT NULL PRIMARY KEY,
    application TEXT NOT NULL REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
    subject     TEXT NOT NULL,
    points      INTEGER NOT NULL,
    absent      INTEGER NOT NULL,
    batch       TEXT REFERENCES batches (id) DEFERRABLE INITIALLY DEFERRED,
    clerk       TEXT NOT NULL,
    at          TEXT NOT NULL,
    sealed      BLOB NOT NULL -- why void
) STRICT;

CREATE INDEX scores_application ON scores (application);

-- 综合评审. The id is the application's.
CREATE TABLE evaluations (
    id      TEXT NOT NULL PRIMARY KEY REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
    entered TEXT NOT NULL,
    clerk   TEXT NOT NULL,
    at      TEXT NOT NULL
) STRICT;

CREATE TABLE certificates (
    id          TEXT NOT NULL PRIMARY KEY,
    application TEXT NOT NULL REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
    issued      TEXT NOT NULL,
    collected   TEXT NOT NULL,
    sealed      BLOB NOT NULL -- the whole record: number, who collected it
) STRICT;

CREATE INDEX certificates_application ON certificates (application);

-- 归档. The id is the application's.
CREATE TABLE archives (
    id    TEXT NOT NULL PRIMARY KEY REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
    items TEXT NOT NULL, -- JSON list of keys
    box   TEXT NOT NULL,
    filed TEXT NOT NULL,
    clerk TEXT NOT NULL,
    at    TEXT NOT NULL
) STRICT;

CREATE TABLE confirmations (
    id     TEXT NOT NULL PRIMARY KEY,
    year   INTEGER NOT NULL,
    unit   TEXT REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    sealed BLOB NOT NULL -- the whole record: who confirmed
) STRICT;

CREATE TABLE unit_changes (
    id     TEXT NOT NULL PRIMARY KEY,
    year   INTEGER NOT NULL,
    unit   TEXT REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    sealed BLOB NOT NULL -- the whole record: the contact
) STRICT;

CREATE TABLE administrator_forms (
    id     TEXT NOT NULL PRIMARY KEY, -- year and administrator
    year   INTEGER NOT NULL,
    unit   TEXT REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    sealed BLOB NOT NULL -- the whole record: who holds the account
) STRICT;

CREATE TABLE year_openings (
    id     TEXT NOT NULL PRIMARY KEY,
    year   INTEGER NOT NULL,
    sealed BLOB NOT NULL -- the whole record: why somebody was left
) STRICT;

-- +goose Up

-- "GKao" in ASCII: how a data file is told from any other SQLite file.
PRAGMA application_id = 1196122479;

-- The data file itself. needs is the first version of the program that can
-- work with this format; every migration sets it.
CREATE TABLE datafile (
    id    TEXT NOT NULL,
    needs TEXT NOT NULL
) STRICT;

INSERT INTO datafile (id, needs) VALUES ('', '0.1.0');

-- Identity is in the sealed columns; everything else is plain.

CREATE TABLE office (
    id       TEXT NOT NULL PRIMARY KEY,
    name     TEXT NOT NULL,
    county   TEXT NOT NULL,
    year     INTEGER NOT NULL,
    practice INTEGER NOT NULL,
    seed     INTEGER NOT NULL,
    recovery BLOB NOT NULL -- the master key wrapped by the recovery code
) STRICT;

CREATE TABLE users (
    id   TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    wrap BLOB NOT NULL -- the master key wrapped by the passphrase
) STRICT;

CREATE TABLE units (
    id          TEXT NOT NULL PRIMARY KEY,
    name        TEXT NOT NULL,
    short       TEXT NOT NULL,
    former      TEXT NOT NULL, -- JSON list of names
    supervising TEXT REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    kind        TEXT NOT NULL,
    sealed      BLOB NOT NULL -- contact, phone
) STRICT;

CREATE TABLE administrators (
    id         TEXT NOT NULL PRIMARY KEY,
    unit       TEXT REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    sex        TEXT NOT NULL,
    department TEXT NOT NULL,
    post       TEXT NOT NULL,
    filled_on  TEXT NOT NULL, -- YYYY-MM-DD or empty
    sealed     BLOB NOT NULL  -- name, office phone, mobile, who filled the form in
) STRICT;

CREATE TABLE persons (
    id                TEXT NOT NULL PRIMARY KEY,
    sex               TEXT NOT NULL,
    ethnicity         TEXT NOT NULL,
    education         TEXT NOT NULL,
    political         TEXT NOT NULL,
    work_start        TEXT NOT NULL, -- YYYY-MM or empty, as every month here
    category          TEXT NOT NULL,
    current_level     INTEGER NOT NULL,
    current_trade     TEXT NOT NULL,
    current_cert_date TEXT NOT NULL,
    current_cert_no   TEXT NOT NULL,
    appointed_level   INTEGER NOT NULL,
    appointed_date    TEXT NOT NULL,
    appraisals        TEXT NOT NULL, -- 2024优秀 2025合格
    sealed            BLOB NOT NULL, -- name, ID number, birth, phone, address, career
    id_mac            BLOB UNIQUE    -- finds the ID number; NULL while it is not known
) STRICT;

-- Photos apart, so that lists never read them. The id is the person's.
CREATE TABLE photos (
    id     TEXT NOT NULL PRIMARY KEY REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    sealed BLOB NOT NULL
) STRICT;

CREATE TABLE batches (
    id       TEXT NOT NULL PRIMARY KEY,
    kind     TEXT NOT NULL,
    at       TEXT NOT NULL, -- RFC 3339 with the office's own zone, as every moment here
    files    TEXT NOT NULL, -- JSON list of name and SHA-256
    accepted INTEGER NOT NULL,
    waiting  INTEGER NOT NULL,
    sealed   BLOB NOT NULL  -- the tray: rows that wait, as they were written
) STRICT;

CREATE TABLE applications (
    id         TEXT NOT NULL PRIMARY KEY,
    person     TEXT NOT NULL REFERENCES persons (id) DEFERRABLE INITIALLY DEFERRED,
    year       INTEGER NOT NULL,
    unit       TEXT REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED,
    staff_kind TEXT NOT NULL,
    post       TEXT NOT NULL,
    trade      TEXT NOT NULL,
    level      INTEGER NOT NULL,
    path       TEXT NOT NULL,
    honours    TEXT NOT NULL,
    commitment INTEGER NOT NULL,
    consent    INTEGER NOT NULL,
    note       TEXT NOT NULL,
    status     TEXT NOT NULL,
    batch      TEXT REFERENCES batches (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (person, year)
) STRICT;

CREATE TABLE decisions (
    id          TEXT NOT NULL PRIMARY KEY,
    application TEXT NOT NULL REFERENCES applications (id) DEFERRABLE INITIALLY DEFERRED,
    at          TEXT NOT NULL,
    clerk       TEXT NOT NULL,
    from_status TEXT NOT NULL,
    to_status   TEXT NOT NULL,
    reasons     TEXT NOT NULL, -- JSON list
    overrides   TEXT NOT NULL, -- JSON, reason by rule
    verdict     TEXT NOT NULL,
    findings    TEXT NOT NULL, -- JSON list
    policy_hash TEXT NOT NULL
) STRICT;

CREATE INDEX decisions_application ON decisions (application);

CREATE TABLE prints (
    id      TEXT NOT NULL PRIMARY KEY,
    at      TEXT NOT NULL,
    clerk   TEXT NOT NULL,
    paper   TEXT NOT NULL,
    code    TEXT NOT NULL,
    hash    TEXT NOT NULL,
    pages   INTEGER NOT NULL,
    records TEXT NOT NULL, -- JSON list of applications
    sealed  BLOB NOT NULL  -- scope, which may name a person
) STRICT;

-- The history: one row for each record written, each hash over the one before
-- (package seal, ChainMAC). before is NULL where a record is new.
CREATE TABLE audit (
    seq    INTEGER PRIMARY KEY,
    at     TEXT NOT NULL,
    clerk  TEXT NOT NULL,
    op     TEXT NOT NULL,
    why    BLOB NOT NULL, -- sealed: it may name a person
    kind   TEXT NOT NULL,
    record TEXT NOT NULL,
    before BLOB,          -- sealed
    after  BLOB NOT NULL, -- sealed
    hash   BLOB NOT NULL
) STRICT;

CREATE INDEX audit_record ON audit (kind, record);

-- +goose StatementBegin
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the history is only ever appended to');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the history is only ever appended to');
END;
-- +goose StatementEnd

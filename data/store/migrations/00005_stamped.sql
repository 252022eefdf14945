-- +goose Up

-- A print keeps the codes of its single sheets and what was asked for; sheets that
-- came back with their stamp are written down.

UPDATE datafile SET needs = '0.5.0';

ALTER TABLE prints ADD COLUMN codes TEXT NOT NULL DEFAULT ''; -- JSON list, a code for each sheet
ALTER TABLE prints ADD COLUMN about TEXT NOT NULL DEFAULT ''; -- JSON list, whom each is about; empty: a record each
ALTER TABLE prints ADD COLUMN asked TEXT NOT NULL DEFAULT ''; -- JSON

-- 盖章件已回. The id is paper and code.
CREATE TABLE stamped_sheets (
    id     TEXT NOT NULL PRIMARY KEY,
    year   INTEGER NOT NULL,
    print  TEXT NOT NULL REFERENCES prints (id) DEFERRABLE INITIALLY DEFERRED,
    sheet  INTEGER NOT NULL,
    paper  TEXT NOT NULL,
    code   TEXT NOT NULL,
    people INTEGER NOT NULL,
    clerk  TEXT NOT NULL,
    at     TEXT NOT NULL,
    sealed BLOB NOT NULL -- why void
) STRICT;

CREATE INDEX stamped_sheets_print ON stamped_sheets (print);

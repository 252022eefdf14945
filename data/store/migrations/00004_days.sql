-- +goose Up

-- What a clerk writes by hand on the morning page, a note a day.

UPDATE datafile SET needs = '0.4.0';

CREATE TABLE day_notes (
    id     TEXT NOT NULL PRIMARY KEY, -- YYYY-MM-DD
    sealed BLOB NOT NULL -- the whole record: a note names people
) STRICT;

-- +goose Up

-- What a clerk writes by hand on the morning page, a note a day; and what was said
-- of a clock that was set back.

UPDATE datafile SET needs = '0.4.0';

CREATE TABLE day_notes (
    id     TEXT NOT NULL PRIMARY KEY, -- YYYY-MM-DD
    sealed BLOB NOT NULL -- the whole record: a note names people
) STRICT;

-- That the clock was right although it stood before the last entry of the history.
CREATE TABLE clock_corrections (
    id     TEXT NOT NULL PRIMARY KEY,
    sealed BLOB NOT NULL -- the whole record
) STRICT;

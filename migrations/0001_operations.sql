-- Every change is kept: who did what, when, and what each touched record was before and after.
-- This is the audit log, the history of a record, and what undo and redo read.

-- One thing a person did. Never changed and never removed, so its id is never used twice.
CREATE TABLE operation (
    id             INTEGER PRIMARY KEY,
    -- UTC, as 2019-03-12T14:05:09Z
    at             TEXT    NOT NULL CHECK (length(at) = 20),
    -- the person's name
    actor          TEXT    NOT NULL CHECK (actor <> ''),
    -- what was done, e.g. initiative.correct
    kind           TEXT    NOT NULL CHECK (kind <> ''),
    -- how many migrations the file had; undo never crosses a migration, for the rows kept here have the shape of their time
    schema_version INTEGER NOT NULL CHECK (schema_version > 0),
    -- the operation this one undoes; an operation is undone once, doing it again undoes the undo
    undoes_id      INTEGER UNIQUE REFERENCES operation (id) CHECK (undoes_id < id)
) STRICT;

-- A record the operation touched: whole, as JSON, before (null when it was new) and after (null when it was removed).
CREATE TABLE operation_change (
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    -- order within the operation, from 0
    position     INTEGER NOT NULL CHECK (position >= 0),
    table_name   TEXT    NOT NULL CHECK (table_name <> ''),
    row_id       INTEGER NOT NULL CHECK (row_id > 0),
    before       TEXT,
    after        TEXT,
    PRIMARY KEY (operation_id, position),
    UNIQUE (operation_id, table_name, row_id),
    CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;

-- The history of one record, newest first.
CREATE INDEX operation_change_record ON operation_change (table_name, row_id, operation_id);

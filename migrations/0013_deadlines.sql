-- Days to keep: those a call states, those a person enters, the rules others follow from, and what a person did about one.

ALTER TABLE call ADD COLUMN opens_on TEXT CHECK (length(opens_on) = 10);                 -- from when one can apply
ALTER TABLE call ADD COLUMN questions_until TEXT CHECK (length(questions_until) = 10);   -- last day for questions
ALTER TABLE call ADD COLUMN answer_expected TEXT CHECK (length(answer_expected) IN (4, 7, 10)); -- partial date

-- A day of an application that a person entered: the letter or the funder says it.
CREATE TABLE deadline (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    application_id INTEGER NOT NULL REFERENCES application (id),
    kind TEXT NOT NULL CHECK (kind IN ('call', 'questions', 'answer', 'acceptance', 'start', 'begin_by', 'instalment', 'status_report',
        'midterm', 'account', 'audit', 'final_report', 'extension', 'embedding', 'paper', 'other')),
    title TEXT NOT NULL,                                     -- may be empty: the kind says it
    due_on TEXT NOT NULL CHECK (length(due_on) = 10),
    due_time TEXT CHECK (length(due_time) = 5),              -- null where not stated, never midnight
    moved_from TEXT CHECK (length(moved_from) = 10),         -- the day it was before
    moved_on TEXT CHECK (length(moved_on) = 10),             -- when that was changed
    moved_reason TEXT NOT NULL,
    person_id INTEGER REFERENCES person (id),                -- whose it is, where not the owner's
    source TEXT NOT NULL,                                    -- where it stands
    document_id INTEGER REFERENCES document (id),
    done_on TEXT CHECK (length(done_on) = 10),
    note TEXT NOT NULL
) STRICT;
CREATE INDEX deadline_application ON deadline (application_id);

-- A rule that days follow from, of a pool or an application. It takes the place of the preset's rule with the same key.
CREATE TABLE date_rule (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    terms_id INTEGER NOT NULL REFERENCES terms (id),
    key TEXT NOT NULL CHECK (key <> ''),
    applies INTEGER NOT NULL CHECK (applies IN (0, 1)),      -- 0: the preset's rule does not hold here
    kind TEXT NOT NULL CHECK (kind IN ('questions', 'answer', 'acceptance', 'start', 'begin_by', 'instalment', 'status_report', 'midterm',
        'account', 'audit', 'final_report', 'extension', 'embedding', 'other')),
    title TEXT NOT NULL,                                     -- may be empty: the kind says it
    basis TEXT NOT NULL CHECK (basis IN ('call_published', 'call_deadline', 'submitted', 'granted', 'accepted', 'period_start',
        'period_end')),
    amount INTEGER NOT NULL CHECK (amount BETWEEN -3660 AND 3660), -- after the basis; below 0 before it
    unit TEXT NOT NULL CHECK (unit IN ('days', 'weekdays_saturday', 'weekdays', 'working_days', 'months')),
    series TEXT NOT NULL CHECK (series IN ('once', 'quarter_end', 'months', 'dates')), -- from the basis to the end of the period
    every INTEGER NOT NULL CHECK (every BETWEEN 0 AND 120),  -- months between, of a series of months
    days TEXT NOT NULL,                                      -- 'MM-DD' of each year, apart by blanks, of a series of dates
    reason TEXT NOT NULL CHECK (reason <> ''),               -- why, or where it stands
    UNIQUE (terms_id, key)
) STRICT;

-- What a person did about a day, wherever it comes from: moved it, did it, put it aside, waits on someone.
CREATE TABLE deadline_mark (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    subject_table TEXT NOT NULL CHECK (subject_table <> ''), -- the record the day belongs to
    subject_id INTEGER NOT NULL CHECK (subject_id > 0),
    kind TEXT NOT NULL CHECK (kind <> ''),
    part TEXT NOT NULL,                                      -- which, of several: a step, a rule and its place in a series; may be empty
    pinned_on TEXT CHECK (length(pinned_on) = 10),
    pinned_reason TEXT NOT NULL,
    done_on TEXT CHECK (length(done_on) = 10),
    aside_until TEXT CHECK (length(aside_until) = 10),       -- flagged again on this day
    aside_reason TEXT NOT NULL,
    waiting_for TEXT NOT NULL,                               -- who it waits on; empty where nobody
    UNIQUE (municipality_id, subject_table, subject_id, kind, part)
) STRICT;

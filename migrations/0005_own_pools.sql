-- A pool can stand outside any agreement (a fund's), and a person can add pools, calls and deadlines.

CREATE TABLE new_pool (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    agreement_id INTEGER REFERENCES agreement (id),          -- null for a pool outside any agreement
    initiative_id INTEGER REFERENCES initiative (id),        -- null for a pool of no numbered initiative
    parent_id INTEGER REFERENCES pool (id),                  -- the pool it lies inside
    key TEXT NOT NULL CHECK (key <> ''),                     -- our own key, '91-b'
    position INTEGER NOT NULL DEFAULT 0 CHECK (position >= 0),
    title_da TEXT NOT NULL CHECK (title_da <> ''),
    title_en TEXT NOT NULL DEFAULT '',
    amount_oere INTEGER,                                     -- what is set aside; null where not stated
    price_level INTEGER CHECK (price_level BETWEEN 1900 AND 2200), -- null where not stated or in running prices
    account TEXT NOT NULL DEFAULT '',
    authority TEXT NOT NULL DEFAULT '',                      -- ministry, agency or fund
    applicants_da TEXT NOT NULL DEFAULT '',
    applicants_en TEXT NOT NULL DEFAULT '',
    can_apply TEXT NOT NULL CHECK (can_apply IN ('yes', 'partner', 'unclear', 'no')), -- by its call, else by the agreement
    place TEXT NOT NULL DEFAULT '',
    note_da TEXT NOT NULL DEFAULT '',
    note_en TEXT NOT NULL DEFAULT '',
    own INTEGER NOT NULL DEFAULT 0 CHECK (own IN (0, 1)),    -- added by a person, not read in with an agreement
    CHECK (parent_id <> id),
    UNIQUE (agreement_id, key)
) STRICT;
INSERT INTO new_pool (id, version, agreement_id, initiative_id, parent_id, key, position, title_da, title_en, amount_oere,
    price_level, account, authority, applicants_da, applicants_en, can_apply, place, note_da, note_en)
SELECT id, version, agreement_id, initiative_id, parent_id, key, position, title_da, title_en, amount_oere,
    price_level, account, authority, applicants_da, applicants_en, can_apply, place, note_da, note_en FROM pool;
DROP TABLE pool;
ALTER TABLE new_pool RENAME TO pool;
CREATE INDEX pool_initiative ON pool (initiative_id);

CREATE TABLE new_call (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    pool_id INTEGER NOT NULL REFERENCES pool (id),
    key TEXT NOT NULL CHECK (key <> ''),                     -- our own key, '91-b-2019'
    title TEXT NOT NULL CHECK (title <> ''),
    published TEXT CHECK (length(published) = 10),           -- ISO; null where the day is not stated
    amount_oere INTEGER,                                     -- as announced
    project_from TEXT CHECK (length(project_from) = 10),
    project_to TEXT CHECK (length(project_to) = 10),
    project_text_da TEXT NOT NULL DEFAULT '',                -- the period in words, where it is not two dates
    project_text_en TEXT NOT NULL DEFAULT '',
    applicants_da TEXT NOT NULL DEFAULT '',
    applicants_en TEXT NOT NULL DEFAULT '',
    can_apply TEXT NOT NULL CHECK (can_apply IN ('yes', 'partner', 'unclear', 'no')),
    outcome_da TEXT NOT NULL DEFAULT '',                     -- what came of it
    outcome_en TEXT NOT NULL DEFAULT '',
    sources TEXT NOT NULL DEFAULT '',                        -- addresses, one per line
    own INTEGER NOT NULL DEFAULT 0 CHECK (own IN (0, 1)),    -- added by a person
    UNIQUE (pool_id, key)
) STRICT;
INSERT INTO new_call (id, version, pool_id, key, title, published, amount_oere, project_from, project_to, project_text_da,
    project_text_en, applicants_da, applicants_en, can_apply, outcome_da, outcome_en, sources)
SELECT id, version, pool_id, key, title, published, amount_oere, project_from, project_to, project_text_da,
    project_text_en, applicants_da, applicants_en, can_apply, outcome_da, outcome_en, sources FROM call;
DROP TABLE call;
ALTER TABLE new_call RENAME TO call;

-- The deadlines of a call in the order they were set; the last is the present one. A call without one has no deadline stated.
CREATE TABLE new_call_deadline (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    call_id INTEGER NOT NULL REFERENCES call (id),
    position INTEGER NOT NULL CHECK (position > 0),
    deadline TEXT NOT NULL CHECK (length(deadline) = 10),
    deadline_time TEXT CHECK (length(deadline_time) = 5),    -- '12:00'; null where not stated, never midnight
    known_from TEXT CHECK (length(known_from) = 10),         -- the day it became known; null where not stated
    note_da TEXT NOT NULL DEFAULT '',
    note_en TEXT NOT NULL DEFAULT '',
    UNIQUE (call_id, position)
) STRICT;
INSERT INTO new_call_deadline (call_id, position, deadline, deadline_time, known_from, note_da, note_en)
SELECT call_id, position, deadline, deadline_time, known_from, note_da, note_en FROM call_deadline ORDER BY call_id, position;
DROP TABLE call_deadline;
ALTER TABLE new_call_deadline RENAME TO call_deadline;

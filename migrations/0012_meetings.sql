-- When committees meet, which days do not count, and how long the steps towards a meeting take.

-- How far along a case's way a committee stands, and which takes the case next.
ALTER TABLE committee ADD COLUMN reading TEXT NOT NULL DEFAULT 'committee' CHECK (reading IN ('committee', 'finance', 'council'));
ALTER TABLE committee ADD COLUMN next_committee_id INTEGER REFERENCES committee (id);
-- How long before a meeting a paper is handed in; null while the municipality's own lead time holds.
ALTER TABLE committee ADD COLUMN paper_amount INTEGER CHECK (paper_amount BETWEEN 0 AND 366);
ALTER TABLE committee ADD COLUMN paper_unit TEXT CHECK (paper_unit IN ('days', 'weekdays_saturday', 'weekdays', 'working_days'));

-- A meeting of a committee.
CREATE TABLE meeting (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    committee_id INTEGER NOT NULL REFERENCES committee (id),
    held_on TEXT NOT NULL CHECK (length(held_on) = 10),
    held_time TEXT CHECK (length(held_time) = 5),            -- '16:30'; null where not stated
    extraordinary INTEGER NOT NULL CHECK (extraordinary IN (0, 1)),
    cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
    agenda_meeting_on TEXT CHECK (length(agenda_meeting_on) = 10), -- dagsordensmøde; null: by lead time
    paper_due_on TEXT CHECK (length(paper_due_on) = 10),     -- dagsordensfrist; null: by the committee's rule
    source TEXT NOT NULL,                                    -- where it is known from
    source_uid TEXT NOT NULL,                                -- of the calendar entry it was read from; may be empty
    note TEXT NOT NULL,
    UNIQUE (committee_id, held_on)
) STRICT;

-- Days that do not count: closed, or a recess in which committees do not meet.
CREATE TABLE closing_day (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    title TEXT NOT NULL CHECK (title <> ''),
    first_day TEXT NOT NULL CHECK (length(first_day) = 10),
    last_day TEXT NOT NULL CHECK (length(last_day) = 10),
    recess INTEGER NOT NULL CHECK (recess IN (0, 1)),        -- 1: no meetings and no step towards one; other work goes on
    CHECK (last_day >= first_day)
) STRICT;
CREATE INDEX closing_day_municipality ON closing_day (municipality_id);

-- Whether the days the law does not make holidays are closed.
ALTER TABLE office_rules ADD COLUMN closed_constitution_day INTEGER NOT NULL DEFAULT 1 CHECK (closed_constitution_day IN (0, 1));
ALTER TABLE office_rules ADD COLUMN closed_christmas_eve INTEGER NOT NULL DEFAULT 1 CHECK (closed_christmas_eve IN (0, 1));
ALTER TABLE office_rules ADD COLUMN closed_new_years_eve INTEGER NOT NULL DEFAULT 1 CHECK (closed_new_years_eve IN (0, 1));
-- How many working days before a date it is said to be near.
ALTER TABLE office_rules ADD COLUMN near_working_days INTEGER NOT NULL DEFAULT 10 CHECK (near_working_days BETWEEN 0 AND 366);

-- How long a step of a back-plan takes; where there is no row the program's own holds.
CREATE TABLE lead_time (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    step TEXT NOT NULL CHECK (step IN ('kick_off', 'draft', 'declarations', 'budget', 'signature', 'sending', 'case_draft', 'finance',
        'director', 'hearing', 'paper', 'agenda_meeting', 'decision')),
    amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 366),
    unit TEXT NOT NULL CHECK (unit IN ('days', 'weekdays_saturday', 'weekdays', 'working_days')),
    UNIQUE (municipality_id, step)
) STRICT;

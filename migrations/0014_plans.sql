-- Plans backwards from a deadline to the committees, and the cases planned for their meetings.

-- What is settled of an application's back-plan.
CREATE TABLE plan (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    application_id INTEGER NOT NULL UNIQUE REFERENCES application (id),
    committee_id INTEGER REFERENCES committee (id),          -- that reads it first; null: the application's first
    reading TEXT NOT NULL CHECK (reading IN ('committee', 'finance', 'council')), -- how far it must go
    meeting_id INTEGER REFERENCES meeting (id),              -- of the first committee; null: the last possible
    hearing_elderly INTEGER NOT NULL CHECK (hearing_elderly IN (0, 1)),       -- Ældreråd
    hearing_disability INTEGER NOT NULL CHECK (hearing_disability IN (0, 1)), -- Handicapråd
    hearing_staff INTEGER NOT NULL CHECK (hearing_staff IN (0, 1)),           -- MED
    way TEXT CHECK (way IN ('chairman', 'supplementary_agenda', 'extraordinary_meeting', 'reservation')), -- chosen where no meeting is reached
    way_reason TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

-- A case planned for a meeting that a person entered, or moved or dropped.
CREATE TABLE planned_case (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    committee_id INTEGER NOT NULL REFERENCES committee (id),
    meeting_id INTEGER REFERENCES meeting (id),              -- null: the first after the day below
    after_on TEXT CHECK (length(after_on) = 10),             -- the first meeting after it, while that is not known
    title TEXT NOT NULL CHECK (title <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('application', 'status_report', 'final_report', 'follow_up', 'information', 'other')),
    application_id INTEGER REFERENCES application (id),
    committee_case_id INTEGER REFERENCES committee_case (id),
    replaces TEXT NOT NULL,                                  -- the key of the case that follows from data and is moved or dropped here
    moved_from TEXT CHECK (length(moved_from) = 10),         -- the meeting it was planned for
    dropped INTEGER NOT NULL CHECK (dropped IN (0, 1)),
    reason TEXT NOT NULL,                                    -- why it was moved or dropped
    source TEXT NOT NULL,                                    -- where it is known from
    note TEXT NOT NULL,
    CHECK (dropped = 0 OR reason <> ''),
    CHECK (meeting_id IS NOT NULL OR after_on IS NOT NULL OR dropped = 1)
) STRICT;
CREATE INDEX planned_case_committee ON planned_case (committee_id);

-- What was put to the committees and what they decided.

-- A case on an agenda: what is asked. It may be read by several committees.
CREATE TABLE committee_case (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    title TEXT NOT NULL CHECK (title <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('decision', 'discussion', 'information')),
    case_number TEXT NOT NULL,                               -- in the case system
    closed INTEGER NOT NULL CHECK (closed IN (0, 1)),        -- a closed item of the agenda
    recommended_on TEXT CHECK (length(recommended_on) = 10), -- the day the recommendation was written; null is the first meeting's
    summary TEXT NOT NULL
) STRICT;

-- One committee's reading of it.
CREATE TABLE case_reading (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    committee_case_id INTEGER NOT NULL REFERENCES committee_case (id),
    committee_id INTEGER NOT NULL REFERENCES committee (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    meeting_date TEXT CHECK (length(meeting_date) = 10),     -- null while not set, or not known
    item_number TEXT NOT NULL,
    chairman INTEGER NOT NULL CHECK (chairman IN (0, 1)),    -- decided by the chairman alone
    remark TEXT NOT NULL,                                    -- what the committee added
    votes TEXT NOT NULL,
    minority_statement TEXT NOT NULL
) STRICT;
CREATE INDEX case_reading_case ON case_reading (committee_case_id);

-- A point of the recommendation; a point inside another is lettered.
CREATE TABLE case_point (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    committee_case_id INTEGER NOT NULL REFERENCES committee_case (id),
    parent_id INTEGER REFERENCES case_point (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    text TEXT NOT NULL CHECK (text <> ''),
    condition TEXT NOT NULL,                                 -- what must hold for it, and for the points inside it
    CHECK (parent_id <> id)
) STRICT;
CREATE INDEX case_point_case ON case_point (committee_case_id);

-- What a point is about: a pool or an application.
CREATE TABLE case_point_subject (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    case_point_id INTEGER NOT NULL REFERENCES case_point (id),
    pool_id INTEGER REFERENCES pool (id),
    application_id INTEGER REFERENCES application (id),
    CHECK ((pool_id IS NULL) <> (application_id IS NULL)),
    UNIQUE (case_point_id, pool_id, application_id)
) STRICT;
CREATE INDEX case_point_subject_pool ON case_point_subject (pool_id);
CREATE INDEX case_point_subject_application ON case_point_subject (application_id);

-- What a committee decided on a point: "Ad 1) …". It holds for the points inside it that have none of their own.
CREATE TABLE case_decision (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    case_reading_id INTEGER NOT NULL REFERENCES case_reading (id),
    case_point_id INTEGER NOT NULL REFERENCES case_point (id),
    outcome TEXT NOT NULL CHECK (outcome IN ('approved', 'approved_with_changes', 'recommended_finance_committee',
        'recommended_council', 'noted', 'discussed', 'postponed', 'sent_back', 'not_approved')),
    text TEXT NOT NULL,                                      -- the wording, where it says more
    UNIQUE (case_reading_id, case_point_id)
) STRICT;

-- What was promised to be told or done afterwards; open until it is reported.
CREATE TABLE case_follow_up (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    committee_case_id INTEGER NOT NULL REFERENCES committee_case (id),
    text TEXT NOT NULL CHECK (text <> ''),
    due_on TEXT CHECK (length(due_on) = 10),
    reported_on TEXT CHECK (length(reported_on) = 10),
    report TEXT NOT NULL
) STRICT;
CREATE INDEX case_follow_up_case ON case_follow_up (committee_case_id);

-- Two sources that say different things of an application or a case. Both are kept.
CREATE TABLE discrepancy (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    application_id INTEGER REFERENCES application (id),
    committee_case_id INTEGER REFERENCES committee_case (id),
    subject TEXT NOT NULL CHECK (subject <> ''),             -- what they differ on
    stated TEXT NOT NULL,
    stated_place TEXT NOT NULL,
    other TEXT NOT NULL,
    other_place TEXT NOT NULL,
    note TEXT NOT NULL,
    settled_on TEXT CHECK (length(settled_on) = 10),
    settlement TEXT NOT NULL,
    CHECK ((application_id IS NULL) <> (committee_case_id IS NULL))
) STRICT;
CREATE INDEX discrepancy_application ON discrepancy (application_id);
CREATE INDEX discrepancy_case ON discrepancy (committee_case_id);

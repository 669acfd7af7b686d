-- From pool to answer: what a municipality thinks of a pool, and its applications with all that belongs to them.
-- A partial date is ISO text of a year, a month or a day: '2019', '2019-06', '2019-06-30'.

-- The administration's view of a pool on a day. A new view is a new row; the newest by date counts.
CREATE TABLE assessment (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    pool_id INTEGER NOT NULL REFERENCES pool (id),
    stance TEXT NOT NULL CHECK (stance IN ('apply', 'do_not_apply', 'awaiting_details', 'existing_practice', 'unclear')),
    reason TEXT CHECK (reason IN ('target_group_small', 'overlaps_own_effort', 'no_co_financing', 'deadline_unreachable',
        'no_embedding', 'applied_elsewhere', 'not_eligible', 'past_winners_excluded', 'other')), -- why we do not apply
    text TEXT NOT NULL,
    author TEXT NOT NULL,
    assessed_on TEXT NOT NULL CHECK (length(assessed_on) = 10),
    application_hours INTEGER CHECK (application_hours >= 0), -- what an application costs, in whole hours
    reporting_hours INTEGER CHECK (reporting_hours >= 0),     -- what reporting costs
    CHECK (reason IS NULL OR stance IN ('do_not_apply', 'existing_practice'))
) STRICT;
CREATE INDEX assessment_pool ON assessment (pool_id, municipality_id);

-- What was chosen in the end. None while it is open. The newest by date counts.
CREATE TABLE final_choice (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    pool_id INTEGER NOT NULL REFERENCES pool (id),
    choice TEXT NOT NULL CHECK (choice IN ('apply', 'do_not_apply')),
    reason TEXT NOT NULL,
    author TEXT NOT NULL,
    chosen_on TEXT NOT NULL CHECK (length(chosen_on) = 10)
) STRICT;
CREATE INDEX final_choice_pool ON final_choice (pool_id, municipality_id);

-- A bid, from the idea to the end of the project. Its stage is that of its newest step.
CREATE TABLE application (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    pool_id INTEGER REFERENCES pool (id),
    funder TEXT NOT NULL,                                    -- where there is no pool
    title TEXT NOT NULL CHECK (title <> ''),
    purpose TEXT NOT NULL,
    target_group TEXT NOT NULL,
    department_id INTEGER REFERENCES department (id),
    owner_id INTEGER REFERENCES person (id),
    role TEXT NOT NULL CHECK (role IN ('recipient', 'partner', 'co_applicant')),
    period_start TEXT CHECK (length(period_start) IN (4, 7, 10)), -- partial date
    period_end TEXT CHECK (length(period_end) IN (4, 7, 10)),     -- partial date
    journal_number TEXT NOT NULL,
    funder_reference TEXT NOT NULL,
    requested_oere INTEGER CHECK (requested_oere >= 0),
    requested_note TEXT NOT NULL,                            -- what the figure leaves open: 'knap', 'ekskl. moms'
    awarded_oere INTEGER CHECK (awarded_oere >= 0),
    awarded_note TEXT NOT NULL,
    total_oere INTEGER CHECK (total_oere >= 0),              -- what the whole project costs
    total_note TEXT NOT NULL,
    approval TEXT CHECK (approval IN ('not_required', 'administrative', 'committee', 'chairman')), -- null while not settled
    approval_on TEXT CHECK (length(approval_on) = 10),       -- the day, where no committee case says it
    approval_by TEXT NOT NULL,                               -- who gave it
    reservation TEXT NOT NULL,                               -- 'forbehold for politisk godkendelse'
    embedding TEXT NOT NULL,                                 -- what happens when the money ends
    CHECK (pool_id IS NOT NULL OR funder <> '')
) STRICT;
CREATE INDEX application_pool ON application (pool_id);

-- The committees it concerns.
CREATE TABLE application_committee (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    application_id INTEGER NOT NULL REFERENCES application (id),
    committee_id INTEGER NOT NULL REFERENCES committee (id),
    UNIQUE (application_id, committee_id)
) STRICT;

-- A partner and its share.
CREATE TABLE application_partner (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    application_id INTEGER NOT NULL REFERENCES application (id),
    name TEXT NOT NULL CHECK (name <> ''),
    part TEXT NOT NULL,                                      -- what it does
    requested_oere INTEGER CHECK (requested_oere >= 0),      -- its share of what is applied for
    awarded_oere INTEGER CHECK (awarded_oere >= 0),          -- its share of the grant
    liable INTEGER NOT NULL CHECK (liable IN (0, 1)),        -- answers to the funder for its own share
    UNIQUE (application_id, name)
) STRICT;

-- A step from one stage to the next, with the day it counts from.
CREATE TABLE application_step (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    application_id INTEGER NOT NULL REFERENCES application (id),
    position INTEGER NOT NULL CHECK (position > 0),
    stage TEXT NOT NULL CHECK (stage IN ('idea', 'assessing', 'drafting', 'submitted', 'granted', 'conditionally_granted', 'rejected',
        'withdrawn', 'accepted', 'running', 'reporting', 'closed', 'not_applied')),
    taken_on TEXT CHECK (length(taken_on) IN (4, 7, 10)),    -- partial date; null where not known
    taken_time TEXT CHECK (length(taken_time) = 5),
    person TEXT NOT NULL,                                    -- who took it
    reason TEXT NOT NULL,
    journalised INTEGER NOT NULL CHECK (journalised IN (0, 1)),
    record_number TEXT NOT NULL,                             -- number in the case system
    taken_back_on TEXT CHECK (length(taken_back_on) = 10),   -- the step was a mistake and counts no longer
    taken_back_reason TEXT NOT NULL,
    UNIQUE (application_id, position)
) STRICT;

-- A condition of a grant.
CREATE TABLE application_condition (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    application_id INTEGER NOT NULL REFERENCES application (id),
    text TEXT NOT NULL CHECK (text <> ''),
    due_on TEXT CHECK (length(due_on) = 10),
    closed_on TEXT CHECK (length(closed_on) = 10),
    answer TEXT NOT NULL                                     -- how it was met
) STRICT;
CREATE INDEX application_condition_application ON application_condition (application_id);

-- A target of the expected outcome.
CREATE TABLE application_target (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    application_id INTEGER NOT NULL REFERENCES application (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    title TEXT NOT NULL CHECK (title <> ''),
    measure TEXT NOT NULL,                                   -- what is counted, and its unit
    baseline TEXT NOT NULL,
    goal TEXT NOT NULL,
    due TEXT CHECK (length(due) IN (4, 7, 10)),              -- partial date
    result TEXT NOT NULL
) STRICT;
CREATE INDEX application_target_application ON application_target (application_id);

-- What the project does.
CREATE TABLE application_activity (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    application_id INTEGER NOT NULL REFERENCES application (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    title TEXT NOT NULL CHECK (title <> ''),
    text TEXT NOT NULL
) STRICT;
CREATE INDEX application_activity_application ON application_activity (application_id);

-- A step of the project's plan.
CREATE TABLE application_milestone (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    application_id INTEGER NOT NULL REFERENCES application (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    title TEXT NOT NULL CHECK (title <> ''),
    starts TEXT CHECK (length(starts) IN (4, 7, 10)),        -- partial date
    ends TEXT CHECK (length(ends) IN (4, 7, 10)),            -- partial date
    done_on TEXT CHECK (length(done_on) = 10)
) STRICT;
CREATE INDEX application_milestone_application ON application_milestone (application_id);

-- Something to do.
CREATE TABLE application_task (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    application_id INTEGER NOT NULL REFERENCES application (id),
    title TEXT NOT NULL CHECK (title <> ''),
    person_id INTEGER REFERENCES person (id),
    waiting_for TEXT NOT NULL,                               -- someone outside it waits on
    due_on TEXT CHECK (length(due_on) = 10),
    done_on TEXT CHECK (length(done_on) = 10)
) STRICT;
CREATE INDEX application_task_application ON application_task (application_id);

CREATE TABLE application_note (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    application_id INTEGER NOT NULL REFERENCES application (id),
    text TEXT NOT NULL CHECK (text <> ''),
    author TEXT NOT NULL,
    written_on TEXT NOT NULL CHECK (length(written_on) = 10)
) STRICT;
CREATE INDEX application_note_application ON application_note (application_id);

-- The permission to spend and receive. A grant is not one.
CREATE TABLE appropriation (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    application_id INTEGER NOT NULL UNIQUE REFERENCES application (id),
    kind TEXT NOT NULL CHECK (kind IN ('none_needed', 'estimated_accounts', 'supplementary')),
    committee_on TEXT CHECK (length(committee_on) = 10),     -- the day the committee recommended it
    finance_committee_on TEXT CHECK (length(finance_committee_on) = 10),
    granted_on TEXT CHECK (length(granted_on) = 10),         -- the day it was given
    case_number TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

-- What it allows in a budget year.
CREATE TABLE appropriation_year (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    appropriation_id INTEGER NOT NULL REFERENCES appropriation (id),
    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
    income_oere INTEGER NOT NULL CHECK (income_oere >= 0),
    expenditure_oere INTEGER NOT NULL CHECK (expenditure_oere >= 0),
    UNIQUE (appropriation_id, year)
) STRICT;

-- A document. Its content lies in the folder beside the data file under its hash; several may have the same content.
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    application_id INTEGER NOT NULL REFERENCES application (id),
    name TEXT NOT NULL CHECK (name <> ''),                   -- file name as it was
    kind TEXT NOT NULL CHECK (kind IN ('call', 'application', 'proof_of_sending', 'award_letter', 'budget', 'declaration', 'account',
        'report', 'other')),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    bytes INTEGER NOT NULL CHECK (bytes >= 0),
    dated_on TEXT CHECK (length(dated_on) = 10),
    added_on TEXT NOT NULL CHECK (length(added_on) = 10),
    journalised INTEGER NOT NULL CHECK (journalised IN (0, 1)),
    record_number TEXT NOT NULL,                             -- number in the case system
    personal_data INTEGER NOT NULL CHECK (personal_data IN (0, 1)),
    keep_until TEXT CHECK (length(keep_until) = 10),         -- the content is to be removed after this day
    redacts_id INTEGER REFERENCES document (id),             -- the document this is the redacted version of
    content_removed_on TEXT CHECK (length(content_removed_on) = 10),
    note TEXT NOT NULL
) STRICT;
CREATE INDEX document_application ON document (application_id);

-- Something the call demands to be enclosed.
CREATE TABLE checklist_item (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    application_id INTEGER NOT NULL REFERENCES application (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    title TEXT NOT NULL CHECK (title <> ''),
    required INTEGER NOT NULL CHECK (required IN (0, 1)),
    document_id INTEGER REFERENCES document (id)             -- what meets it
) STRICT;
CREATE INDEX checklist_item_application ON checklist_item (application_id);

-- The committee's paper: its text under the headings of a form, its appendices, and each copy that was handed in.

-- A form of a municipality's own. Those that ship with the program are not kept in the file.
CREATE TABLE paper_form (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    key TEXT NOT NULL CHECK (key <> ''),                     -- what a case and the municipality choose it by
    name TEXT NOT NULL CHECK (name <> ''),
    label_pattern TEXT NOT NULL,                             -- above the title: »Punkt {item}«
    title_pattern TEXT NOT NULL CHECK (title_pattern <> ''), -- »{title} ({kind})«
    intro TEXT NOT NULL,                                     -- before the points: »Forvaltningen foreslår, at«
    point_prefix TEXT NOT NULL,                              -- before each point: »at«
    number_single INTEGER NOT NULL CHECK (number_single IN (0, 1)), -- whether a single point is numbered
    decision_pattern TEXT NOT NULL,                          -- above what a committee decided: »{committee}, den {date}«
    template_name TEXT NOT NULL,                             -- the municipality's own .docx, as it was called; '' for none
    template_sha256 TEXT NOT NULL CHECK (length(template_sha256) IN (0, 64)), -- its content beside the data file
    UNIQUE (municipality_id, key),
    UNIQUE (municipality_id, name)
) STRICT;

-- A heading of a form and what stands under it.
CREATE TABLE paper_form_part (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    paper_form_id INTEGER NOT NULL REFERENCES paper_form (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    key TEXT NOT NULL CHECK (key <> ''),                     -- what a text belongs to: the content, or a heading of one's own
    content TEXT NOT NULL CHECK (content IN ('summary', 'recommendation', 'body', 'problem', 'solution', 'targets', 'legal_basis',
        'economy', 'competence', 'process', 'decision', 'appendices', 'own')),
    heading TEXT NOT NULL,                                   -- '' for none
    phrase TEXT NOT NULL,                                    -- what always stands there; '' for nothing
    UNIQUE (paper_form_id, key)
) STRICT;

-- A text of a case under a heading, as a person wrote or accepted it. What has none is drafted from data.
CREATE TABLE case_text (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    committee_case_id INTEGER NOT NULL REFERENCES committee_case (id),
    key TEXT NOT NULL CHECK (key <> ''),                     -- the part of the form
    text TEXT NOT NULL,                                      -- Markdown with {{codes}} of figures and tables
    figures TEXT NOT NULL,                                   -- JSON: what each figure said when it was accepted
    accepted_on TEXT NOT NULL CHECK (length(accepted_on) = 10),
    UNIQUE (committee_case_id, key)
) STRICT;

-- An appendix.
CREATE TABLE case_appendix (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    committee_case_id INTEGER NOT NULL REFERENCES committee_case (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    kind TEXT NOT NULL CHECK (kind IN ('pools', 'document', 'typed')),
    title TEXT NOT NULL CHECK (title <> ''),
    document_id INTEGER REFERENCES document (id),            -- of an application
    columns TEXT NOT NULL,                                   -- of a table of pools: codes in order, apart by commas; '' for the usual
    CHECK ((kind = 'document') = (document_id IS NOT NULL))
) STRICT;
CREATE INDEX case_appendix_case ON case_appendix (committee_case_id);

-- A row of an appendix that is a table of pools. Where it has none: those the municipality has assessed.
CREATE TABLE case_appendix_pool (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    case_appendix_id INTEGER NOT NULL REFERENCES case_appendix (id),
    pool_id INTEGER NOT NULL REFERENCES pool (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    UNIQUE (case_appendix_id, pool_id)
) STRICT;

-- A paper as it was handed in: it stays as it is whatever changes after it.
CREATE TABLE paper_copy (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    committee_case_id INTEGER NOT NULL REFERENCES committee_case (id),
    number INTEGER NOT NULL CHECK (number > 0),              -- from 1
    handed_in_at TEXT NOT NULL CHECK (handed_in_at <> ''),   -- RFC 3339
    handed_in_by TEXT NOT NULL,
    form TEXT NOT NULL,                                      -- key of the form
    report TEXT NOT NULL,                                    -- JSON: what it says
    figures TEXT NOT NULL,                                   -- JSON: what each figure said
    withdrawn_on TEXT CHECK (length(withdrawn_on) = 10),     -- taken back to be changed
    reason TEXT NOT NULL,                                    -- why
    UNIQUE (committee_case_id, number),
    CHECK (withdrawn_on IS NULL OR reason <> '')
) STRICT;

-- The form a case is written in, and the one a municipality writes in; '' for the municipality's, and for the first that ships.
ALTER TABLE committee_case ADD COLUMN form TEXT NOT NULL DEFAULT '';
ALTER TABLE office_rules ADD COLUMN form TEXT NOT NULL DEFAULT '';

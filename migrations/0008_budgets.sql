-- Budgets: what an application costs and who pays it, year by year, in versions that are kept as they were.
-- A quantity and a rate have four decimals: 1,5 is 15000 in a column that ends in _e4.

-- Whether the requested, awarded and total figures of an application are with value added tax.
ALTER TABLE application ADD COLUMN vat TEXT NOT NULL DEFAULT 'not_stated' CHECK (vat IN ('excl', 'incl', 'not_stated'));

-- Working hours that a full-time year (årsværk) is counted as. 37 hours in 52 weeks until the municipality says otherwise.
ALTER TABLE office_rules ADD COLUMN fte_hours INTEGER NOT NULL DEFAULT 1924 CHECK (fte_hours BETWEEN 1 AND 8784);

-- What the municipality itself expects wages to rise by into a year.
CREATE TABLE wage_estimate (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
    share_ppm INTEGER NOT NULL CHECK (share_ppm BETWEEN -500000 AND 500000), -- from the year before
    vintage TEXT NOT NULL CHECK (vintage <> ''),             -- which estimate: 'Budget 2020, maj 2019'
    UNIQUE (municipality_id, year)
) STRICT;

-- A version of an application's budget. It is a draft until the day it takes effect; from then on its lines stay as they are.
CREATE TABLE budget (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    application_id INTEGER NOT NULL REFERENCES application (id),
    position INTEGER NOT NULL CHECK (position > 0),          -- order among the versions
    kind TEXT NOT NULL CHECK (kind IN ('applied', 'granted', 'amendment')),
    title TEXT NOT NULL,
    period TEXT NOT NULL CHECK (period IN ('year', 'quarter', 'month')), -- what a year is split into
    first_year INTEGER NOT NULL CHECK (first_year BETWEEN 1900 AND 2200),
    last_year INTEGER NOT NULL CHECK (last_year BETWEEN 1900 AND 2200),
    vat TEXT NOT NULL CHECK (vat IN ('excl', 'incl', 'not_stated')),           -- of the costs
    financing_vat TEXT NOT NULL CHECK (financing_vat IN ('excl', 'incl', 'not_stated')),
    in_force INTEGER NOT NULL CHECK (in_force IN (0, 1)),    -- frozen
    in_force_on TEXT CHECK (length(in_force_on) IN (4, 7, 10)), -- partial date it took effect; null where not known
    letter TEXT NOT NULL,                                    -- what it rests on: 'Tilskudsbrev af 3. maj 2019'
    document_id INTEGER REFERENCES document (id),            -- that letter
    indexed INTEGER NOT NULL CHECK (indexed IN (0, 1)),      -- the letter says that the grant follows prices
    note TEXT NOT NULL,
    UNIQUE (application_id, position),
    CHECK (last_year >= first_year AND last_year < first_year + 30),
    CHECK (in_force = 1 OR in_force_on IS NULL)
) STRICT;

-- A line: something that costs, or someone who pays. It keeps its number through all versions.
CREATE TABLE budget_line (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    budget_id INTEGER NOT NULL REFERENCES budget (id),
    number INTEGER NOT NULL CHECK (number > 0),
    position INTEGER NOT NULL CHECK (position >= 0),         -- order within its side
    side TEXT NOT NULL CHECK (side IN ('cost', 'financing')),
    category TEXT NOT NULL,                                  -- code in the funder's list of cost categories; may be empty
    text TEXT NOT NULL,
    method TEXT NOT NULL CHECK (method IN ('amount', 'units', 'hours', 'fte')), -- typed, or quantity times rate
    unit TEXT NOT NULL,                                      -- what is counted, where it is units
    note TEXT NOT NULL,
    source TEXT CHECK (source IN ('grant', 'own', 'partner', 'other_fund', 'user_payment')), -- of financing
    own_form TEXT CHECK (own_form IN ('existing_budget', 'existing_staff', 'new_appropriation')), -- of own money
    in_kind INTEGER NOT NULL CHECK (in_kind IN (0, 1)),      -- paid in work or things
    origin TEXT NOT NULL,                                    -- which budget, which employee or position, which fund
    partner_id INTEGER REFERENCES application_partner (id),
    committee_id INTEGER REFERENCES committee (id),          -- whose budget, where it is not the application's
    department_id INTEGER REFERENCES department (id),
    ledger_function TEXT NOT NULL,                           -- the municipality's own account: funktion
    ledger_dranst TEXT NOT NULL,
    ledger_art TEXT NOT NULL,
    ledger_project TEXT NOT NULL,                            -- PSP element or project number
    construction INTEGER NOT NULL CHECK (construction IN (0, 1)), -- anlæg, else drift
    service_frame INTEGER CHECK (service_frame IN (0, 1)),   -- within the service frame; null while not known
    UNIQUE (budget_id, number),
    CHECK ((side = 'financing' AND source IS NOT NULL) OR (side = 'cost' AND source IS NULL)),
    CHECK ((source = 'own' AND own_form IS NOT NULL) OR own_form IS NULL)
) STRICT;

-- What a line says of a year or a part of it. Year 0: not allotted to a year. Period 0: the whole year, else its quarter or month.
CREATE TABLE budget_cell (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    budget_line_id INTEGER NOT NULL REFERENCES budget_line (id),
    year INTEGER NOT NULL CHECK (year = 0 OR year BETWEEN 1900 AND 2200),
    period INTEGER NOT NULL CHECK (period BETWEEN 0 AND 12),
    quantity_e4 INTEGER,
    rate_e4 INTEGER,                                         -- kroner for one
    amount_oere INTEGER,                                     -- typed, or quantity times rate rounded to the øre
    UNIQUE (budget_line_id, year, period)
) STRICT;

-- Agreements as printed, what was read of them, and the pools and calls that came of them.
-- Money is whole øre in the agreement's own price level. A period is a year ('2019'), 'total' (the years together) or
-- 'permanent' (each year after the last). A printed dash is no row: none, not zero.
-- Texts ending in _da and _en are the same in Danish and English; empty means not stated.

-- A political agreement.
CREATE TABLE agreement (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE CHECK (key <> ''),              -- our own short key, 'satspuljen-2019'
    title_da TEXT NOT NULL CHECK (title_da <> ''),
    title_en TEXT NOT NULL,
    date TEXT NOT NULL CHECK (length(date) = 10),            -- the day it was made, ISO
    price_level INTEGER NOT NULL CHECK (price_level BETWEEN 1900 AND 2200), -- the year whose prices the amounts are in
    first_year INTEGER NOT NULL CHECK (first_year BETWEEN 1900 AND 2200),
    last_year INTEGER NOT NULL CHECK (last_year BETWEEN first_year AND 2200),
    has_permanent INTEGER NOT NULL CHECK (has_permanent IN (0, 1)), -- whether table 1 has that column
    pages INTEGER CHECK (pages > 0),                         -- how many pages the agreement has
    source_da TEXT NOT NULL,                                 -- where it was read
    source_en TEXT NOT NULL
) STRICT;

-- The printed grand total of table 1.
CREATE TABLE agreement_amount (
    agreement_id INTEGER NOT NULL REFERENCES agreement (id),
    period TEXT NOT NULL CHECK (period <> ''),
    amount_oere INTEGER NOT NULL,
    PRIMARY KEY (agreement_id, period)
) STRICT;

-- A heading of table 1.
CREATE TABLE area (
    id INTEGER PRIMARY KEY,
    agreement_id INTEGER NOT NULL REFERENCES agreement (id),
    key TEXT NOT NULL CHECK (key <> ''),                     -- our own key, 'social'
    position INTEGER NOT NULL CHECK (position >= 0),         -- printed order
    title TEXT NOT NULL CHECK (title <> ''),                 -- the heading as printed
    name_da TEXT NOT NULL CHECK (name_da <> ''),             -- the area's own name, 'Socialområdet'
    name_en TEXT NOT NULL,
    page INTEGER NOT NULL CHECK (page >= 0),                 -- page of the printed row
    UNIQUE (agreement_id, key),
    UNIQUE (agreement_id, position)
) STRICT;

-- The printed subtotal of an area.
CREATE TABLE area_amount (
    area_id INTEGER NOT NULL REFERENCES area (id),
    period TEXT NOT NULL CHECK (period <> ''),
    amount_oere INTEGER NOT NULL,
    PRIMARY KEY (area_id, period)
) STRICT;

-- A heading inside an area.
CREATE TABLE theme (
    id INTEGER PRIMARY KEY,
    area_id INTEGER NOT NULL REFERENCES area (id),
    key TEXT NOT NULL CHECK (key <> ''),
    position INTEGER NOT NULL CHECK (position >= 0),         -- printed order within the agreement
    title_da TEXT NOT NULL CHECK (title_da <> ''),           -- the heading as printed
    title_en TEXT NOT NULL,
    page INTEGER NOT NULL CHECK (page >= 0),
    UNIQUE (area_id, key)
) STRICT;

-- The printed subtotal of a theme.
CREATE TABLE theme_amount (
    theme_id INTEGER NOT NULL REFERENCES theme (id),
    period TEXT NOT NULL CHECK (period <> ''),
    amount_oere INTEGER NOT NULL,
    PRIMARY KEY (theme_id, period)
) STRICT;

-- A numbered row of table 1. Number, mark, title and amounts are the agreement's own; the rest is our reading and can be corrected.
CREATE TABLE initiative (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),  -- rises with every change
    agreement_id INTEGER NOT NULL REFERENCES agreement (id),
    area_id INTEGER NOT NULL REFERENCES area (id),
    theme_id INTEGER REFERENCES theme (id),
    number INTEGER NOT NULL CHECK (number > 0),
    dut INTEGER NOT NULL CHECK (dut IN (0, 1)),              -- it, or parts of it, is to be DUT-negotiated
    title_da TEXT NOT NULL CHECK (title_da <> ''),           -- official
    title_en TEXT NOT NULL,                                  -- our gloss
    page INTEGER NOT NULL CHECK (page >= 0),                 -- page of the printed row
    can_apply TEXT NOT NULL CHECK (can_apply IN ('yes', 'partner', 'unclear', 'no')), -- can a municipality, by the agreement
    can_apply_place TEXT NOT NULL,                           -- where the agreement says so: annex and page
    can_apply_reason_da TEXT NOT NULL,
    can_apply_reason_en TEXT NOT NULL,
    applicants_da TEXT NOT NULL,                             -- who may apply or receives
    applicants_en TEXT NOT NULL,
    authority TEXT NOT NULL,                                 -- ministry or agency
    dut_recipient TEXT CHECK (dut_recipient IN ('municipal', 'regional', 'split', 'not_stated')), -- only where dut is 1
    dut_place TEXT NOT NULL,
    summary TEXT NOT NULL,                                   -- what the money is for, in our own Danish words
    search_spelt TEXT NOT NULL,                              -- the searched text, ø as oe; derived, see core/src/fold.rs
    search_plain TEXT NOT NULL,                              -- the same, ø as o
    CHECK ((dut = 1) = (dut_recipient IS NOT NULL)),
    UNIQUE (agreement_id, number)
) STRICT;

-- How the money of an initiative is handed out; one or several ways.
CREATE TABLE initiative_mechanism (
    initiative_id INTEGER NOT NULL REFERENCES initiative (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    mechanism TEXT NOT NULL CHECK (mechanism IN ('application_pool', 'operating_grant', 'national_effort', 'law_dut', 'law_benefit',
        'reserve_frame', 'administration', 'state_financing', 'eu_co_financing', 'fund_contribution', 'unclear')),
    PRIMARY KEY (initiative_id, position),
    UNIQUE (initiative_id, mechanism)
) STRICT;

-- The printed amounts of an initiative.
CREATE TABLE year_amount (
    initiative_id INTEGER NOT NULL REFERENCES initiative (id),
    period TEXT NOT NULL CHECK (period <> ''),
    amount_oere INTEGER NOT NULL,
    PRIMARY KEY (initiative_id, period)
) STRICT;

-- Table 2: appropriations of coming years put to other use. The printed total is the row without a number.
CREATE TABLE reprioritised_appropriation (
    id INTEGER PRIMARY KEY,
    agreement_id INTEGER NOT NULL REFERENCES agreement (id),
    number INTEGER CHECK (number > 0),
    account TEXT NOT NULL,                                   -- account on the Finance Act, '§ 15.26.52.10'
    title TEXT NOT NULL,
    page INTEGER NOT NULL CHECK (page >= 0),
    UNIQUE (agreement_id, number)
) STRICT;

-- The printed amounts of table 2.
CREATE TABLE reprioritised_appropriation_amount (
    reprioritised_appropriation_id INTEGER NOT NULL REFERENCES reprioritised_appropriation (id),
    period TEXT NOT NULL CHECK (period <> ''),
    amount_oere INTEGER NOT NULL,
    PRIMARY KEY (reprioritised_appropriation_id, period)
) STRICT;

-- Table 3: savings put to other use. The agreement states no unit or price level. The printed total is the row without a number.
CREATE TABLE reprioritised_saving (
    id INTEGER PRIMARY KEY,
    agreement_id INTEGER NOT NULL REFERENCES agreement (id),
    number INTEGER CHECK (number > 0),
    account TEXT NOT NULL,                                   -- not unique
    title TEXT NOT NULL,
    amount_oere INTEGER,                                     -- null where only an upper bound is printed
    below_oere INTEGER,                                      -- the bound of '<0,1'
    page INTEGER NOT NULL CHECK (page >= 0),
    CHECK ((amount_oere IS NULL) <> (below_oere IS NULL)),
    UNIQUE (agreement_id, number)
) STRICT;

-- A printed sum that does not add up, and why. Any other difference is refused.
CREATE TABLE declared_difference (
    id INTEGER PRIMARY KEY,
    agreement_id INTEGER NOT NULL REFERENCES agreement (id),
    place TEXT NOT NULL CHECK (place <> ''),                 -- 'tabel 3, s. 7-9'; what is before the comma names the table
    stated_oere INTEGER NOT NULL,
    computed_oere INTEGER NOT NULL,
    reason_da TEXT NOT NULL CHECK (reason_da <> ''),
    reason_en TEXT NOT NULL
) STRICT;

-- A place where the agreement contradicts itself, or other sources.
CREATE TABLE source_note (
    id INTEGER PRIMARY KEY,
    agreement_id INTEGER NOT NULL REFERENCES agreement (id),
    key TEXT NOT NULL CHECK (key <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('sum', 'amount', 'scope', 'permanent', 'price_level', 'name', 'period', 'marker',
        'attribution', 'other')),
    place TEXT NOT NULL,
    stated TEXT NOT NULL,                                    -- what one place says
    other TEXT NOT NULL,                                     -- what another says, or what was computed
    difference TEXT NOT NULL,
    text_da TEXT NOT NULL,
    text_en TEXT NOT NULL,
    UNIQUE (agreement_id, key)
) STRICT;

-- Which initiatives a source note is about; none where it is about the agreement.
CREATE TABLE source_note_initiative (
    source_note_id INTEGER NOT NULL REFERENCES source_note (id),
    initiative_id INTEGER NOT NULL REFERENCES initiative (id),
    PRIMARY KEY (source_note_id, initiative_id)
) STRICT;
CREATE INDEX source_note_initiative_initiative ON source_note_initiative (initiative_id);

-- Money that can be applied for. Its amount is not the initiative's.
CREATE TABLE pool (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    agreement_id INTEGER NOT NULL REFERENCES agreement (id),
    initiative_id INTEGER REFERENCES initiative (id),        -- null for a pool of no numbered initiative
    parent_id INTEGER REFERENCES pool (id),                  -- the pool it lies inside
    key TEXT NOT NULL CHECK (key <> ''),                     -- our own key, '91-b'
    position INTEGER NOT NULL CHECK (position >= 0),
    title_da TEXT NOT NULL CHECK (title_da <> ''),
    title_en TEXT NOT NULL,
    amount_oere INTEGER,                                     -- what the agreement sets aside; null where not stated
    price_level INTEGER CHECK (price_level BETWEEN 1900 AND 2200),
    account TEXT NOT NULL,
    authority TEXT NOT NULL,
    applicants_da TEXT NOT NULL,
    applicants_en TEXT NOT NULL,
    can_apply TEXT NOT NULL CHECK (can_apply IN ('yes', 'partner', 'unclear', 'no')), -- by its call, else by the agreement
    place TEXT NOT NULL,
    note_da TEXT NOT NULL,
    note_en TEXT NOT NULL,
    CHECK (parent_id <> id),
    CHECK (amount_oere IS NULL OR price_level IS NOT NULL),
    UNIQUE (agreement_id, key)
) STRICT;
CREATE INDEX pool_initiative ON pool (initiative_id);

-- The amount of a pool year by year, where the agreement says.
CREATE TABLE pool_year_amount (
    pool_id INTEGER NOT NULL REFERENCES pool (id),
    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
    amount_oere INTEGER NOT NULL,
    PRIMARY KEY (pool_id, year)
) STRICT;

-- A published round of a pool.
CREATE TABLE call (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    pool_id INTEGER NOT NULL REFERENCES pool (id),
    key TEXT NOT NULL CHECK (key <> ''),                     -- our own key, '91-b-2019'
    title TEXT NOT NULL CHECK (title <> ''),
    published TEXT CHECK (length(published) = 10),           -- ISO; null where the day is not stated
    amount_oere INTEGER,                                     -- as announced
    project_from TEXT CHECK (length(project_from) = 10),
    project_to TEXT CHECK (length(project_to) = 10),
    project_text_da TEXT NOT NULL,                           -- the period in words, where it is not two dates
    project_text_en TEXT NOT NULL,
    applicants_da TEXT NOT NULL,
    applicants_en TEXT NOT NULL,
    can_apply TEXT NOT NULL CHECK (can_apply IN ('yes', 'partner', 'unclear', 'no')),
    outcome_da TEXT NOT NULL,                                -- what came of it
    outcome_en TEXT NOT NULL,
    sources TEXT NOT NULL,                                   -- addresses, one per line
    UNIQUE (pool_id, key)
) STRICT;

-- The deadlines of a call in the order they were set; the last is the present one. A call without one has no deadline stated.
CREATE TABLE call_deadline (
    call_id INTEGER NOT NULL REFERENCES call (id),
    position INTEGER NOT NULL CHECK (position > 0),
    deadline TEXT NOT NULL CHECK (length(deadline) = 10),
    deadline_time TEXT CHECK (length(deadline_time) = 5),    -- '12:00'; null where not stated, never midnight
    known_from TEXT CHECK (length(known_from) = 10),         -- the day it became known; null where not stated
    note_da TEXT NOT NULL,
    note_en TEXT NOT NULL,
    PRIMARY KEY (call_id, position)
) STRICT;

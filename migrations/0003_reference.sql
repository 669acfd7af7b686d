-- Reference data a person can correct, and saved views.

-- A Danish municipality.
CREATE TABLE municipality (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    code TEXT NOT NULL UNIQUE CHECK (length(code) = 3),      -- official code, '173'
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    region TEXT NOT NULL CHECK (region <> ''),
    source TEXT NOT NULL                                     -- where name and code come from
) STRICT;

-- A population figure of a municipality, or of the whole country.
CREATE TABLE population (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    municipality_id INTEGER REFERENCES municipality (id),    -- null is the whole country
    date TEXT NOT NULL CHECK (length(date) = 10),            -- the day the figure is for
    population INTEGER NOT NULL CHECK (population > 0),      -- people
    source TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX population_municipality ON population (municipality_id, date) WHERE municipality_id IS NOT NULL;
CREATE UNIQUE INDEX population_country ON population (date) WHERE municipality_id IS NULL;

-- The state's general price and wage index.
CREATE TABLE price_index (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    year INTEGER NOT NULL UNIQUE CHECK (year BETWEEN 1900 AND 2200), -- the year the rise leads to
    general_per_mille INTEGER NOT NULL CHECK (general_per_mille BETWEEN -500 AND 1000), -- rise from the year before
    vintage TEXT NOT NULL CHECK (vintage <> ''),             -- edition of the index, '2024-06'
    source TEXT NOT NULL
) STRICT;

-- A saved choice of facets, search, sort and columns.
CREATE TABLE saved_view (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    screen TEXT NOT NULL CHECK (screen <> ''),               -- the screen it belongs to, 'initiatives'
    name TEXT NOT NULL CHECK (name <> ''),
    definition TEXT NOT NULL,                                -- the screen's own description of the choice, JSON
    UNIQUE (screen, name)
) STRICT;

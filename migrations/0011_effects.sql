-- What an application's own money is meant to bring: less spent elsewhere, year by year, after the state's refund.

CREATE TABLE effect (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    application_id INTEGER NOT NULL REFERENCES application (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    text TEXT NOT NULL CHECK (text <> ''),
    budget_area TEXT NOT NULL,                               -- where in the budget it is saved
    method TEXT NOT NULL CHECK (method IN ('amount', 'persons')), -- typed, or persons times months times rate
    refund_ppm INTEGER CHECK (refund_ppm BETWEEN 0 AND 1000000), -- the state's part of what is saved
    refund_year INTEGER CHECK (refund_year BETWEEN 1900 AND 2200), -- the year that rate is of
    assumption TEXT NOT NULL,                                -- what it rests on
    source TEXT NOT NULL
) STRICT;
CREATE INDEX effect_application ON effect (application_id);

CREATE TABLE effect_year (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    effect_id INTEGER NOT NULL REFERENCES effect (id),
    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
    persons_e4 INTEGER,
    months_e4 INTEGER,                                       -- that each is counted for in the year
    rate_e4 INTEGER,                                         -- kroner for a person in a month
    amount_oere INTEGER,                                     -- before refund; less than zero where it costs more
    UNIQUE (effect_id, year)
) STRICT;

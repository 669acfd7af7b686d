-- Who we are: the departments, committees and people of a municipality, and the rules it works by.

-- Forvaltning or centre.
CREATE TABLE department (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    name TEXT NOT NULL CHECK (name <> ''),
    short_name TEXT NOT NULL,
    UNIQUE (municipality_id, name)
) STRICT;

-- Political committee. Its short name is unique within the municipality only: two of them both have a BIU.
CREATE TABLE committee (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    name TEXT NOT NULL CHECK (name <> ''),
    short_name TEXT NOT NULL CHECK (short_name <> ''),
    covers TEXT NOT NULL,                                    -- what it is responsible for
    UNIQUE (municipality_id, name),
    UNIQUE (municipality_id, short_name)
) STRICT;

-- Someone who works with grants.
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    name TEXT NOT NULL CHECK (name <> ''),
    role TEXT NOT NULL CHECK (role IN ('officer', 'manager', 'secretary')),
    department_id INTEGER REFERENCES department (id),
    UNIQUE (municipality_id, name)
) STRICT;

-- How a municipality works; where it has no row the defaults of the program hold.
CREATE TABLE office_rules (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    municipality_id INTEGER NOT NULL UNIQUE REFERENCES municipality (id),
    approval_before_submission INTEGER NOT NULL DEFAULT 0 CHECK (approval_before_submission IN (0, 1)) -- must it be approved first
) STRICT;

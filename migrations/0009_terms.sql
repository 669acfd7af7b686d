-- The rules a funder sets for budgets and accounts: a preset that comes with the program, and what differs from it.

CREATE TABLE terms (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    municipality_id INTEGER NOT NULL REFERENCES municipality (id),
    pool_id INTEGER REFERENCES pool (id),                    -- of a pool, or
    application_id INTEGER REFERENCES application (id),      -- of one application alone
    preset TEXT NOT NULL,                                    -- its key; may be empty
    title TEXT NOT NULL,                                     -- the pool's own instrument: bekendtgørelse, revisionsinstruks
    url TEXT NOT NULL,
    dated_on TEXT CHECK (length(dated_on) = 10),
    document_id INTEGER REFERENCES document (id),
    note TEXT NOT NULL,
    UNIQUE (municipality_id, pool_id),
    UNIQUE (application_id),
    CHECK ((pool_id IS NULL) <> (application_id IS NULL))
) STRICT;

-- One rule. It goes before the preset's rule of the same kind.
CREATE TABLE terms_rule (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    terms_id INTEGER NOT NULL REFERENCES terms (id),
    rule TEXT NOT NULL CHECK (rule IN ('co_financing_of_total', 'co_financing_of_grant', 'co_financing_form', 'grant_floor',
        'grant_ceiling', 'overhead', 'contingency', 'vat', 'levy', 'categories', 'wage_cap_hour', 'wage_cap_year', 'rounding',
        'change_share', 'change_amount', 'audit_registered', 'audit_performance', 'repayment_floor', 'payment', 'withheld',
        'net_grant', 'period', 'indexation', 'financing_equal', 'transfer', 'final_account')),
    applies INTEGER NOT NULL CHECK (applies IN (0, 1)),      -- 0: the preset's rule does not hold here
    share_ppm INTEGER,
    amount_oere INTEGER CHECK (amount_oere >= 0),
    choice TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),               -- why, or where it stands
    UNIQUE (terms_id, rule)
) STRICT;

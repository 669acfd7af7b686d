-- The money after the award: what comes in, what is spent and accounted for, what goes back.

-- A part of the grant that is paid out.
CREATE TABLE instalment (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    application_id INTEGER NOT NULL REFERENCES application (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    title TEXT NOT NULL CHECK (title <> ''),
    due_on TEXT CHECK (length(due_on) = 10),                 -- when it is to be asked for
    requested_on TEXT CHECK (length(requested_on) = 10),
    requested_oere INTEGER CHECK (requested_oere >= 0),
    received_on TEXT CHECK (length(received_on) = 10),
    received_oere INTEGER CHECK (received_oere >= 0),
    withheld_oere INTEGER CHECK (withheld_oere >= 0),        -- kept back by the funder until the account is approved
    note TEXT NOT NULL
) STRICT;
CREATE INDEX instalment_application ON instalment (application_id);

-- A statement of what was spent in a period, for the funder.
CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    application_id INTEGER NOT NULL REFERENCES application (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    title TEXT NOT NULL CHECK (title <> ''),
    period_start TEXT CHECK (length(period_start) IN (4, 7, 10)), -- partial date
    period_end TEXT CHECK (length(period_end) IN (4, 7, 10)),     -- partial date
    due_on TEXT CHECK (length(due_on) = 10),
    spent_oere INTEGER CHECK (spent_oere >= 0),              -- all that was spent
    grant_oere INTEGER CHECK (grant_oere >= 0),              -- of it, by the grant
    to_auditor_on TEXT CHECK (length(to_auditor_on) = 10),
    sent_on TEXT CHECK (length(sent_on) = 10),
    approved_on TEXT CHECK (length(approved_on) = 10),
    approved_oere INTEGER CHECK (approved_oere >= 0),        -- the grant the funder approved
    document_id INTEGER REFERENCES document (id),
    note TEXT NOT NULL
) STRICT;
CREATE INDEX account_application ON account (application_id);

-- Money that goes back to the funder.
CREATE TABLE repayment (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    application_id INTEGER NOT NULL REFERENCES application (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    reason TEXT NOT NULL CHECK (reason <> ''),
    amount_oere INTEGER NOT NULL CHECK (amount_oere > 0),
    claimed_on TEXT CHECK (length(claimed_on) = 10),
    paid_on TEXT CHECK (length(paid_on) = 10),
    note TEXT NOT NULL
) STRICT;
CREATE INDEX repayment_application ON repayment (application_id);

-- Grant money moved from one year of the project to another.
CREATE TABLE carry_over (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    application_id INTEGER NOT NULL REFERENCES application (id),
    from_year INTEGER NOT NULL CHECK (from_year BETWEEN 1900 AND 2200),
    to_year INTEGER NOT NULL CHECK (to_year BETWEEN 1900 AND 2200),
    amount_oere INTEGER NOT NULL CHECK (amount_oere > 0),
    asked_on TEXT CHECK (length(asked_on) = 10),
    approved_on TEXT CHECK (length(approved_on) = 10),
    note TEXT NOT NULL,
    CHECK (to_year > from_year)
) STRICT;
CREATE INDEX carry_over_application ON carry_over (application_id);

-- What was spent, on a line of the budget that was in force on the day.
CREATE TABLE spending (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    application_id INTEGER NOT NULL REFERENCES application (id),
    budget_line_id INTEGER NOT NULL REFERENCES budget_line (id),
    booked_on TEXT NOT NULL CHECK (length(booked_on) = 10),
    voucher TEXT NOT NULL,                                   -- bilag; may be empty
    voucher_oere INTEGER,                                    -- what the whole voucher is, where only a part is charged here
    text TEXT NOT NULL,
    ledger TEXT NOT NULL,                                    -- the account it was booked on, as the ledger has it
    amount_oere INTEGER NOT NULL,
    hours_e4 INTEGER                                         -- of own staff
) STRICT;
CREATE INDEX spending_application ON spending (application_id);
CREATE INDEX spending_voucher ON spending (voucher);
CREATE INDEX spending_line ON spending (budget_line_id);

-- What a person expects a line to have cost by the end of a year.
CREATE TABLE spending_forecast (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
    budget_line_id INTEGER NOT NULL REFERENCES budget_line (id),
    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2200),
    amount_oere INTEGER NOT NULL,
    made_on TEXT NOT NULL CHECK (length(made_on) = 10),
    note TEXT NOT NULL,
    UNIQUE (budget_line_id, year)
) STRICT;

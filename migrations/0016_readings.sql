-- Working days from one committee's meeting to that of the next that reads the same case, at least; 0 for the same day.
ALTER TABLE office_rules ADD COLUMN between_readings INTEGER NOT NULL DEFAULT 1 CHECK (between_readings BETWEEN 0 AND 366);

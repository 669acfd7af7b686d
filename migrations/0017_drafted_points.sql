-- A point the program wrote when the case began stands as its draft until a person accepts or changes it. Those there are count as
-- accepted: nobody can say any more who wrote them.
ALTER TABLE case_point ADD COLUMN drafted INTEGER NOT NULL DEFAULT 0 CHECK (drafted IN (0, 1));

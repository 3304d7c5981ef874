CREATE TABLE plan_step (
  n INTEGER PRIMARY KEY,
  version TEXT NOT NULL REFERENCES plan_version (id),
  step TEXT NOT NULL CHECK (step IN ('begun', 'agreed', 'returned')),
  person TEXT NOT NULL REFERENCES person (id),
  at TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;
CREATE INDEX plan_step_of_version ON plan_step (version, n);

CREATE TABLE countersignature (
  version TEXT NOT NULL REFERENCES plan_version (id),
  person TEXT NOT NULL REFERENCES person (id),
  at TEXT NOT NULL,
  signature BLOB NOT NULL,
  PRIMARY KEY (version, person)
) STRICT, WITHOUT ROWID;

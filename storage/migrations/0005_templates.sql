CREATE TABLE template (
  code TEXT PRIMARY KEY,
  words TEXT NOT NULL,
  file TEXT NOT NULL,
  taken_at TEXT NOT NULL,
  taken_by TEXT NOT NULL REFERENCES person (id),
  withdrawn_at TEXT,
  withdrawn_by TEXT REFERENCES person (id)
) STRICT;

CREATE TABLE journal (
  n INTEGER PRIMARY KEY,
  person TEXT NOT NULL REFERENCES person (id),
  case_id TEXT NOT NULL,
  record TEXT NOT NULL,
  key TEXT NOT NULL,
  typed TEXT NOT NULL,
  typed_at TEXT NOT NULL,
  stood TEXT NOT NULL,
  declined_at TEXT
) STRICT;
CREATE UNIQUE INDEX journal_waiting ON journal (person, case_id, record, key) WHERE declined_at IS NULL;
CREATE INDEX journal_of_record ON journal (record, key);
CREATE INDEX journal_of_case ON journal (case_id);

CREATE TABLE last_place (
  person TEXT PRIMARY KEY REFERENCES person (id),
  place TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

ALTER TABLE answer ADD COLUMN sitting TEXT NOT NULL DEFAULT '';

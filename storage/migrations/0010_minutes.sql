CREATE TABLE minutes (
  meeting TEXT NOT NULL PRIMARY KEY REFERENCES record (id),
  case_id TEXT NOT NULL REFERENCES cases (id),
  approved_on TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  person TEXT NOT NULL REFERENCES person (id),
  at TEXT NOT NULL,
  snapshot TEXT NOT NULL,
  snapshot_digest TEXT NOT NULL,
  paper_digest TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE minutes_part (
  meeting TEXT NOT NULL REFERENCES minutes (meeting),
  part INTEGER NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (meeting, part)
) STRICT, WITHOUT ROWID;

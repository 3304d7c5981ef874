CREATE TABLE filed (
  record TEXT PRIMARY KEY REFERENCES record (id),
  upload TEXT NOT NULL UNIQUE,
  form TEXT NOT NULL CHECK (form IN ('pdf', 'png', 'jpeg', 'text')),
  length INTEGER NOT NULL,
  digest TEXT NOT NULL,
  filed_at TEXT NOT NULL,
  filed_by TEXT NOT NULL REFERENCES person (id)
) STRICT;

CREATE TABLE filed_part (
  n INTEGER PRIMARY KEY,
  upload TEXT NOT NULL,
  part INTEGER NOT NULL,
  content BLOB NOT NULL,
  UNIQUE (upload, part)
) STRICT;

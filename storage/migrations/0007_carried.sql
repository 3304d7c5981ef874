CREATE TABLE carried (
  version TEXT NOT NULL REFERENCES plan_version (id),
  digest TEXT NOT NULL,
  record TEXT NOT NULL,
  key TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('keep', 'change', 'drop')),
  was TEXT NOT NULL,
  place INTEGER NOT NULL,
  reason TEXT NOT NULL,
  person TEXT NOT NULL REFERENCES person (id),
  at TEXT NOT NULL,
  PRIMARY KEY (version, digest)
) STRICT, WITHOUT ROWID;
CREATE INDEX carried_of_digest ON carried (digest);

CREATE TABLE minutes_signature (
  meeting TEXT NOT NULL PRIMARY KEY REFERENCES minutes (meeting),
  person TEXT NOT NULL REFERENCES person (id),
  at TEXT NOT NULL,
  signature BLOB NOT NULL
) STRICT, WITHOUT ROWID;

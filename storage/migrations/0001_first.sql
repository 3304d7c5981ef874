CREATE TABLE meta (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  vault_id TEXT NOT NULL,
  gen INTEGER NOT NULL,
  commit_counter INTEGER NOT NULL DEFAULT 0,
  log_seq INTEGER NOT NULL DEFAULT 0,
  log_head TEXT NOT NULL,
  name TEXT NOT NULL,
  training INTEGER NOT NULL CHECK (training IN (0, 1)),
  last_ref INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'recovery')),
  sign_public BLOB NOT NULL,
  exchange_public BLOB NOT NULL,
  last_entry INTEGER NOT NULL DEFAULT 0,
  added_at TEXT NOT NULL,
  left_at TEXT
) STRICT;

CREATE TABLE cases (
  id TEXT PRIMARY KEY,
  ref TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES person (id)
) STRICT;

CREATE TABLE record (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  case_id TEXT NOT NULL REFERENCES cases (id),
  kind TEXT NOT NULL,
  parent TEXT REFERENCES record (id),
  position INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES person (id),
  removed_at TEXT,
  removed_by TEXT REFERENCES person (id),
  removed_with TEXT
) STRICT;
CREATE UNIQUE INDEX record_of_case ON record (case_id, position);
CREATE INDEX record_of_parent ON record (parent) WHERE parent IS NOT NULL;

CREATE TABLE answer (
  record INTEGER NOT NULL REFERENCES record (n),
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  written_at TEXT NOT NULL,
  written_by TEXT NOT NULL REFERENCES person (id),
  PRIMARY KEY (record, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE answer_past (
  n INTEGER PRIMARY KEY,
  record INTEGER NOT NULL REFERENCES record (n),
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  written_at TEXT NOT NULL,
  written_by TEXT NOT NULL REFERENCES person (id),
  replaced_at TEXT NOT NULL,
  replaced_by TEXT NOT NULL REFERENCES person (id)
) STRICT;
CREATE INDEX answer_past_of_record ON answer_past (record, n);

CREATE TABLE plan_version (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases (id),
  record TEXT NOT NULL REFERENCES record (id),
  number INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'agreed', 'superseded')),
  template TEXT NOT NULL,
  started_on TEXT NOT NULL,
  agreed_on TEXT,
  agreed_by TEXT,
  snapshot TEXT,
  snapshot_digest TEXT,
  paper_digest TEXT,
  UNIQUE (case_id, number)
) STRICT;
CREATE UNIQUE INDEX one_draft ON plan_version (case_id) WHERE state = 'draft';
CREATE UNIQUE INDEX one_agreed ON plan_version (case_id) WHERE state = 'agreed';

CREATE TABLE paper (
  version TEXT NOT NULL REFERENCES plan_version (id),
  part INTEGER NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (version, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE copy (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL,
  document TEXT NOT NULL,
  edition TEXT NOT NULL,
  number INTEGER NOT NULL,
  of INTEGER NOT NULL,
  recipient TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL REFERENCES person (id),
  entry INTEGER NOT NULL,
  log_head TEXT NOT NULL,
  UNIQUE (case_id, document, number)
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE log (
  seq INTEGER PRIMARY KEY,
  vault TEXT NOT NULL,
  actor TEXT NOT NULL,
  actor_seq INTEGER NOT NULL,
  device TEXT NOT NULL,
  wall_utc TEXT NOT NULL,
  mono_ms INTEGER NOT NULL,
  clock_flag INTEGER NOT NULL CHECK (clock_flag IN (0, 1)),
  op TEXT NOT NULL,
  object_kind TEXT NOT NULL,
  object_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  recipients TEXT NOT NULL,
  detail TEXT NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL,
  sig TEXT NOT NULL
) STRICT;
CREATE INDEX log_of_object ON log (object_id, seq);
CREATE TRIGGER log_stands BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is never altered'); END;
CREATE TRIGGER log_stays BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is never shortened'); END;

CREATE TABLE log_detail (
  seq INTEGER PRIMARY KEY REFERENCES log (seq),
  salt TEXT NOT NULL,
  reason TEXT NOT NULL,
  changes TEXT NOT NULL,
  digest TEXT NOT NULL
) STRICT;

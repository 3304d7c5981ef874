ALTER TABLE copy ADD COLUMN back_by TEXT NOT NULL DEFAULT '';

CREATE TABLE copy_event (
  n INTEGER PRIMARY KEY,
  copy TEXT NOT NULL REFERENCES copy (id),
  what TEXT NOT NULL CHECK (what IN ('returned', 'destroyed', 'lost', 'out')),
  on_day TEXT NOT NULL,
  by_whom TEXT NOT NULL,
  how TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  entered_by TEXT NOT NULL REFERENCES person (id)
) STRICT;
CREATE INDEX copy_events ON copy_event (copy, n);

CREATE TRIGGER copy_stands BEFORE UPDATE ON copy
BEGIN SELECT RAISE(ABORT, 'a copy given out is never edited'); END;
CREATE TRIGGER copy_stays BEFORE DELETE ON copy
BEGIN SELECT RAISE(ABORT, 'a copy given out is never edited'); END;
CREATE TRIGGER copy_event_stands BEFORE UPDATE ON copy_event
BEGIN SELECT RAISE(ABORT, 'what became of a copy is never edited'); END;
CREATE TRIGGER copy_event_stays BEFORE DELETE ON copy_event
BEGIN SELECT RAISE(ABORT, 'what became of a copy is never edited'); END;

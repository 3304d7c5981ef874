ALTER TABLE copy ADD COLUMN content TEXT NOT NULL DEFAULT '';

CREATE TABLE copy_event_next (
  n INTEGER PRIMARY KEY,
  copy TEXT NOT NULL REFERENCES copy (id),
  what TEXT NOT NULL CHECK (what IN ('returned', 'destroyed', 'lost', 'unmade', 'out')),
  on_day TEXT NOT NULL,
  by_whom TEXT NOT NULL,
  how TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  entered_by TEXT NOT NULL REFERENCES person (id)
) STRICT;
INSERT INTO copy_event_next SELECT * FROM copy_event;
DROP TABLE copy_event;
ALTER TABLE copy_event_next RENAME TO copy_event;
CREATE INDEX copy_events ON copy_event (copy, n);
CREATE TRIGGER copy_event_stands BEFORE UPDATE ON copy_event
BEGIN SELECT RAISE(ABORT, 'what became of a copy is never edited'); END;
CREATE TRIGGER copy_event_stays BEFORE DELETE ON copy_event
BEGIN SELECT RAISE(ABORT, 'what became of a copy is never edited'); END;

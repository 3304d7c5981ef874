CREATE TABLE diary (
  case_id TEXT PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE,
  law TEXT NOT NULL,
  reckoned_on TEXT NOT NULL,
  last_day TEXT NOT NULL,
  surname TEXT NOT NULL,
  forenames TEXT NOT NULL,
  born TEXT,
  category TEXT NOT NULL,
  level TEXT NOT NULL,
  rosh TEXT NOT NULL,
  whereabouts TEXT NOT NULL,
  next_on TEXT,
  next_late INTEGER NOT NULL CHECK (next_late IN (0, 1)),
  late INTEGER NOT NULL
) STRICT;

CREATE TABLE due (
  n INTEGER PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES diary (case_id) ON DELETE CASCADE,
  on_day TEXT NOT NULL,
  code TEXT NOT NULL,
  about TEXT NOT NULL,
  risk INTEGER NOT NULL,
  level TEXT NOT NULL,
  category TEXT NOT NULL,
  kept_under TEXT NOT NULL,
  horizon TEXT NOT NULL
) STRICT;
CREATE INDEX due_of_case ON due (case_id);
CREATE INDEX due_of_day ON due (on_day, horizon, level, category, kept_under);

CREATE TABLE due_sought (
  n INTEGER PRIMARY KEY REFERENCES due (n) ON DELETE CASCADE,
  words TEXT NOT NULL
) STRICT;

CREATE TABLE due_told (
  n INTEGER PRIMARY KEY REFERENCES due (n) ON DELETE CASCADE,
  told TEXT NOT NULL
) STRICT;

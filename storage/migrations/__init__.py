"""The schema, as numbered steps. A released step is never edited; a change is a new file."""

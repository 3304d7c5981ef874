"""Actions of a case: followed from meeting to meeting, closed or moved in a few keys."""

"""Orders, licences and notification: what the court said, and the dates that follow from it."""

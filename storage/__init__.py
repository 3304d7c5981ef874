"""The encrypted case file on disk: keys, vault, log, records."""

"""Offender management as values and rules: no screen, no disk, no page in it."""

"""Invented cases, one file each, told as on the day that their ``as_at`` says."""

"""Wordings of conditions: dated packs for licences and clauses for court orders, a file each."""

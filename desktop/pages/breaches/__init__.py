"""Breaches, warnings and considered recalls: their list, the page of one, and what went before it."""

"""The facts document: what it may hold, read strictly into values."""

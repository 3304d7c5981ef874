"""Bank holidays, one file per jurisdiction."""

"""The kinds of record that a case is made of, a file each."""

"""The documents part of a case: what is filed, how it comes in, how it is looked at, how a copy leaves."""

"""The checks: one family of findings in each module."""

"""Notification under Part 2 of the Sexual Offences Act 2003."""

"""Devices and accounts: the register, how they are looked after, and the recording of an inspection."""
